"""Internal regulations: from a model, written, judged by others, issued, public, replaced, withdrawn."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.models import Event, OutgoingMail
from minhbach.papers.actions.attach_signed_scan import attach_signed_scan
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.models import Letter
from minhbach.papers.queries import paper_of
from minhbach.publication.actions.ask_opinions import Question, ask_opinions, close_opinions
from minhbach.publication.actions.begin_regulation import (
    begin_from_model,
    begin_from_text,
    begin_from_the_one_in_force,
    discard_regulation,
)
from minhbach.publication.actions.give_opinion import answer_opinion, give_opinion, take_opinion_back
from minhbach.publication.actions.issue_regulation import (
    draw_up_decision,
    issue_regulation,
    record_issued_elsewhere,
    return_to_draft,
)
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import withdraw_announcement
from minhbach.publication.actions.write_regulation import (
    ArticleGiven,
    add_article,
    drop_article,
    fill_in,
    move_article,
    write_article,
)
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement, Opinion, RegulationArticle
from minhbach.publication.queries.regulations import (
    Step,
    question_about,
    regulation_in_force,
    regulations_to_move,
    unanswered_questions,
)
from minhbach.publication.tests.conftest import NOW, TODAY, World

MODEL = {"model_key": "goi-y", "model_version": "2026.1"}
WHOLE = {
    "co_quan": "Ủy ban nhân dân xã Mẫu Một",
    "nguoi_dung_dau": "Chủ tịch Ủy ban nhân dân",
    "dau_moi": "Văn phòng",
    "lien_he_dau_moi": "Trụ sở xã Mẫu Một",
    "don_vi_du_lieu": "Bộ phận lưu trữ",
    "don_vi_quan_tri": "Phòng Văn hóa - Xã hội",
    "cac_don_vi": "các phòng chuyên môn",
    "noi_cong_khai": "Trang thông tin điện tử",
    "ngay_chuyen": "2",
    "ngay_kiem_tra": "2",
    "ngay_dang": "1",
    "ngay_tiep_nhan": "2",
    "ngay_tim": "6",
    "ngay_duyet": "3",
    "ky_bao_cao": "hằng quý",
}
SCAN = b"%PDF-1.4 scan of the signed decision"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def drafter(world: World) -> Actor:
    return world.officer(Role.SPECIALIST)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


def begun(world: World, actor: Actor) -> int:
    return begin_from_model(body_id=world.ward.pk, **MODEL, actor=actor, now=NOW)


def revision(made: int) -> int:
    return Announcement.objects.get(pk=made).revision


def fill(made: int, actor: Actor, values: Mapping[str, str] = WHOLE, *, seen: int | None = None) -> None:
    subject = Announcement.objects.get(pk=made).regulation.subject
    fill_in(
        announcement_id=made, subject=subject, values=values,
        seen_revision=revision(made) if seen is None else seen, actor=actor, now=NOW,
    )  # fmt: skip


def whole(world: World, actor: Actor) -> int:
    made = begun(world, actor)
    fill(made, actor)
    return made


def article(made: int, key: str) -> RegulationArticle:
    return RegulationArticle.objects.get(regulation__announcement=made, key=key)


def write(made: int, one: RegulationArticle, actor: Actor, **change: Any) -> None:
    given = {"chapter": one.chapter, "title": one.title, "text": one.text, **change}
    write_article(
        announcement_id=made, article_id=one.pk, given=ArticleGiven(**given), seen_revision=revision(made),
        actor=actor, now=NOW,
    )  # fmt: skip


def asked(made: int, actor: Actor, *bodies: int, until_on: date = TODAY + timedelta(days=5)) -> None:
    question = Question(frozenset(bodies), frozenset(), until_on)
    ask_opinions(announcement_id=made, question=question, seen_revision=revision(made), actor=actor, now=NOW)


def signed(made: int, actor: Actor, leader: Actor) -> Letter:
    letter = draw_up_decision(announcement_id=made, seen_revision=revision(made), actor=actor, now=NOW)
    symbol = Letter.objects.get(pk=letter).symbol
    give_number(letter_id=letter, symbol=symbol, issued_on=TODAY, actor=leader, now=NOW)
    attach_signed_scan(letter_id=letter, content=SCAN, name="ban-ky.pdf", actor=leader, now=NOW)
    return Letter.objects.get(pk=letter)


def published(world: World, actor: Actor, leader: Actor, made: int | None = None) -> int:
    made = made or whole(world, actor)
    signed(made, actor, leader)
    issue_regulation(announcement_id=made, actor=actor, now=NOW)
    submit_announcement(announcement_id=made, actor=actor, now=NOW)
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    return made


def kinds(made: int) -> set[str]:
    return set(Event.objects.filter(subject_kind="regulation", subject_id=made).values_list("kind", flat=True))


def test_a_draft_begins_with_the_model_and_what_is_known_of_the_agency(world: World, drafter: Actor) -> None:
    made = begun(world, drafter)
    regulation = Announcement.objects.get(pk=made).regulation
    assert regulation.articles.count() == 22
    assert regulation.values["co_quan"] == world.ward.name
    assert regulation.values["nguoi_dung_dau"] == "Chủ tịch Ủy ban nhân dân"
    assert regulation.values["ngay_tim"] == "6"
    assert begun(world, drafter) == made, "nobody begins a second one beside it"
    assert kinds(made) == {"regulation.begun"}


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.JUSTICE_COORDINATOR])
def test_who_does_not_draft_begins_none(world: World, role: Role) -> None:
    with pytest.raises(PublicationRefused, match="không soạn"):
        begun(world, world.officer(role))


def test_a_stranger_sees_and_writes_nothing(world: World, drafter: Actor) -> None:
    made, stranger = whole(world, drafter), world.officer(*Role, body=world.other_ward)
    with pytest.raises(PublicationNotVisible):
        begin_from_model(body_id=world.ward.pk, **MODEL, actor=stranger, now=NOW)
    with pytest.raises(PublicationNotVisible):
        fill(made, stranger)
    with pytest.raises(PublicationNotVisible):
        give_opinion(announcement_id=made, article_id=None, stance=Stance.AGREES, text="", actor=stranger, now=NOW)


def test_terms_within_the_agency_are_no_longer_than_the_law(world: World, drafter: Actor) -> None:
    made = begun(world, drafter)
    # Luật cho 12 ngày (khoản 3 Điều 26): 2 + 8 + 3 = 13.
    with pytest.raises(PublicationRefused, match=r"13 ngày, dài hơn 12 ngày của luật \(khoản 3 Điều 26"):
        fill(made, drafter, WHOLE | {"ngay_tim": "8"})
    # Luật cho 5 ngày làm việc (khoản 4 Điều 18): 3 + 2 + 1 = 6.
    with pytest.raises(PublicationRefused, match="6 ngày làm việc, dài hơn 5 ngày làm việc"):
        fill(made, drafter, WHOLE | {"ngay_chuyen": "3"})
    with pytest.raises(PublicationRefused, match="chữ số"):
        fill(made, drafter, WHOLE | {"ngay_chuyen": "hai"})
    with pytest.raises(PublicationRefused, match="giá trị có sẵn"):
        fill(made, drafter, WHOLE | {"ky_bao_cao": "khi rảnh"})
    fill(made, drafter, WHOLE | {"ngay_tim": "7"})


def test_two_people_do_not_overwrite_each_other(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    with pytest.raises(PublicationRefused, match="vừa sửa"):
        fill(made, world.officer(Role.FOCAL_POINT), seen=0)


def test_articles_are_changed_left_out_added_moved_and_dropped(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    write(made, article(made, "chi_phi"), drafter, text="1. Không thu.\n\n 2.  Báo trước. ")
    assert article(made, "chi_phi").text == "1. Không thu.\n2. Báo trước."
    with pytest.raises(PublicationRefused, match="không đưa vào"):
        write(made, article(made, "phan_loai"), drafter, left_out=True)
    write(made, article(made, "phan_loai"), drafter, left_out=True, reason="Có quy chế riêng")
    with pytest.raises(PublicationRefused, match="{khong_co}"):
        write(made, article(made, "chi_phi"), drafter, text="Tại {khong_co}.")
    first = article(made, "pham_vi")
    own = ArticleGiven(first.chapter, "Giải thích từ ngữ", "Trong Quy chế này {dau_moi} gọi là đầu mối.")
    added = add_article(
        announcement_id=made, after=first.pk, given=own, seen_revision=revision(made), actor=drafter, now=NOW
    )

    def titles() -> list[str]:
        rows = RegulationArticle.objects.filter(regulation__announcement=made)
        return list(rows.values_list("title", flat=True)[:3])

    assert titles()[:2] == ["Phạm vi điều chỉnh, đối tượng áp dụng", "Giải thích từ ngữ"]
    move = {"announcement_id": made, "article_id": added, "actor": drafter, "now": NOW}
    move_article(**move, up=True, seen_revision=revision(made))
    assert titles()[0] == "Giải thích từ ngữ"
    drop_article(**move, seen_revision=revision(made))
    assert "Giải thích từ ngữ" not in titles()
    with pytest.raises(PublicationRefused, match="đánh dấu"):
        drop_article(
            announcement_id=made, article_id=article(made, "chi_phi").pk, seen_revision=revision(made),
            actor=drafter, now=NOW,
        )  # fmt: skip


def test_opinions_are_asked_given_answered_and_kept(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    office = Body.objects.get(kind="office", territory=world.ward.territory)
    with pytest.raises(PublicationRefused, match="ít nhất một"):
        asked(made, drafter)
    with pytest.raises(PublicationRefused, match="sau hôm nay"):
        asked(made, drafter, office.pk, until_on=TODAY)
    asked(made, drafter, office.pk, world.other_ward.pk)
    with pytest.raises(MoveNotAllowed):
        fill(made, drafter)
    clerk, other = world.officer(Role.SPECIALIST, body=office), world.officer(Role.LEADER, body=world.other_ward)
    assert question_about(made, actor=clerk).body_id == office.pk
    assert unanswered_questions(other).count() == 1
    with pytest.raises(PublicationRefused, match="cần sửa gì"):
        give_opinion(announcement_id=made, article_id=None, stance=Stance.CHANGES, text=" ", actor=clerk, now=NOW)
    one = give_opinion(
        announcement_id=made, article_id=article(made, "dau_moi").pk, stance=Stance.CHANGES, text="Thêm người thay.",
        actor=clerk, now=NOW,
    )  # fmt: skip
    assert Opinion.objects.get(pk=one).about == "Điều 4. Đầu mối cung cấp thông tin"
    agreed = give_opinion(announcement_id=made, article_id=None, stance=Stance.AGREES, text="", actor=other, now=NOW)
    with pytest.raises(PublicationRefused, match="chính mình"):
        take_opinion_back(announcement_id=made, opinion_id=one, actor=other, now=NOW)
    take_opinion_back(announcement_id=made, opinion_id=agreed, actor=other, now=NOW)
    close_opinions(announcement_id=made, actor=drafter, now=NOW)
    with pytest.raises(PublicationNotVisible):
        question_about(made, actor=clerk)
    with pytest.raises(PublicationRefused, match="1 ý kiến chưa được trả lời"):
        draw_up_decision(announcement_id=made, seen_revision=revision(made), actor=drafter, now=NOW)
    answer = {"announcement_id": made, "opinion_id": one, "actor": drafter, "now": NOW}
    with pytest.raises(PublicationRefused, match="vì sao"):
        answer_opinion(**answer, answer=OpinionAnswer.NOT_TAKEN, text="")
    answer_opinion(**answer, answer=OpinionAnswer.TAKEN, text="")
    draw_up_decision(announcement_id=made, seen_revision=revision(made), actor=drafter, now=NOW)


def test_who_is_asked_is_told_by_mail_without_content(world: World, drafter: Actor) -> None:
    clerk = world.officer(Role.SPECIALIST, body=world.other_ward)
    Person.objects.filter(pk=clerk.person).update(email="can-bo@vidu.vn")
    world.officer(Role.SUPERVISOR, body=world.other_ward)
    made = whole(world, drafter)
    asked(made, drafter, world.other_ward.pk)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject, mail.body_id) == (
        "can-bo@vidu.vn", "Hôm nay: 1 dự thảo chờ ý kiến", world.other_ward.pk,
    )  # fmt: skip
    assert f"/lam-viec/cong-khai/quy-che/{made}/y-kien/" in mail.text
    assert "18/10/2026" in mail.text
    assert "Mẫu Một" not in mail.text


def test_who_is_asked_reads_nothing_else_of_the_agency(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    asked(made, drafter, world.other_ward.pk)
    with pytest.raises(PublicationNotVisible):
        fill(made, world.officer(*Role, body=world.other_ward))


def test_the_decision_holds_the_regulation_and_gives_it_number_and_day(
    world: World, drafter: Actor, leader: Actor
) -> None:
    made = whole(world, drafter)
    with pytest.raises(PublicationRefused, match="Chưa có quyết định"):
        issue_regulation(announcement_id=made, actor=drafter, now=NOW)
    letter = draw_up_decision(announcement_id=made, seen_revision=revision(made), actor=drafter, now=NOW)
    paper = paper_of(Letter.objects.get(pk=letter))
    assert paper.kind == "Quyết định"
    assert paper.annex is not None
    text = "\n".join(getattr(block, "text", "") for block in paper.annex.blocks)
    assert "Chương I\nQUY ĐỊNH CHUNG" in text
    assert "chuyển thông tin cho đầu mối trong 2 ngày làm việc" in text
    assert "Tổng thời gian không quá 12 ngày kể từ" in text
    assert "{" not in text
    with pytest.raises(PublicationRefused, match="chưa có bản ký"):
        issue_regulation(announcement_id=made, actor=drafter, now=NOW)
    give_number(letter_id=letter, symbol=paper.symbol, issued_on=TODAY, actor=leader, now=NOW)
    attach_signed_scan(letter_id=letter, content=SCAN, name="ban-ky.pdf", actor=leader, now=NOW)
    assert [row.step for row in regulations_to_move(drafter, on=TODAY)] == [Step.CONFIRM]
    issue_regulation(announcement_id=made, actor=drafter, now=NOW)
    row = Announcement.objects.get(pk=made)
    assert (row.number, row.decided_on) == ("01/QĐ-UBND", TODAY)
    assert [row.step for row in regulations_to_move(drafter, on=TODAY)] == [Step.SUBMIT]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dau_moi": ""}, "Chưa điền: Đơn vị hoặc bộ phận đầu mối"),
        ({"noi_cong_khai": ""}, "Chưa điền: Nơi công khai chính"),
    ],
)
def test_what_has_gaps_is_not_issued(world: World, drafter: Actor, change: dict[str, str], said: str) -> None:
    made = begun(world, drafter)
    fill(made, drafter, WHOLE | change)
    with pytest.raises(PublicationRefused, match=said):
        draw_up_decision(announcement_id=made, seen_revision=revision(made), actor=drafter, now=NOW)


def test_what_is_not_issued_does_not_go_to_the_gate(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    with pytest.raises(PublicationRefused):
        submit_announcement(announcement_id=made, actor=drafter, now=NOW)


def test_a_regulation_is_brought_back_while_nobody_outside_has_read_it(
    world: World, drafter: Actor, leader: Actor
) -> None:
    made = whole(world, drafter)
    signed(made, drafter, leader)
    issue_regulation(announcement_id=made, actor=drafter, now=NOW)
    back = {"announcement_id": made, "actor": drafter, "now": NOW}
    with pytest.raises(PublicationRefused, match="vì sao"):
        return_to_draft(**back, reason=" ")
    return_to_draft(**back, reason="Sai tên đơn vị")
    row = Announcement.objects.get(pk=made)
    assert (row.number, row.decided_on, row.regulation.letter_id) == ("", None, None)
    assert "han.answer" not in row.regulation.values
    fill(made, drafter)
    published(world, drafter, leader, made)
    with pytest.raises(PublicationRefused):
        return_to_draft(**back, reason="Muộn")


def test_amending_is_a_new_version_and_the_one_before_stays_cited(world: World, drafter: Actor, leader: Actor) -> None:
    first = published(world, drafter, leader)
    second = begin_from_the_one_in_force(body_id=world.ward.pk, actor=drafter, now=NOW)
    assert Announcement.objects.get(pk=second).regulation.values["dau_moi"] == "Văn phòng"
    write(second, article(second, "chi_phi"), drafter, text="1. Không thu.")
    published(world, drafter, leader, second)
    before, after = Announcement.objects.get(pk=first), regulation_in_force(world.ward.pk)
    assert before.replaced_on == TODAY
    assert after is not None
    assert (after.pk, after.number) == (second, "02/QĐ-UBND")
    withdraw_announcement(announcement_id=second, remark="Sai", actor=leader, now=NOW)
    assert regulation_in_force(world.ward.pk) is None


def test_one_that_was_issued_on_paper_is_pasted_and_written_down(world: World, drafter: Actor, leader: Actor) -> None:
    with pytest.raises(PublicationRefused, match="Điều 1"):
        begin_from_text(body_id=world.ward.pk, text="Không có điều", actor=drafter, now=NOW)
    pasted = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định việc cung cấp thông tin."
    made = begin_from_text(body_id=world.ward.pk, text=pasted, actor=drafter, now=NOW)
    facts = {"announcement_id": made, "actor": drafter, "now": NOW}
    with pytest.raises(PublicationRefused, match="chưa tới"):
        record_issued_elsewhere(**facts, number="9/QĐ", decided_on=TODAY + timedelta(days=1), seen_revision=0)
    record_issued_elsewhere(**facts, number="09/QĐ-UBND", decided_on=date(2026, 9, 5), seen_revision=0)
    submit_announcement(announcement_id=made, actor=drafter, now=NOW)
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    assert regulation_in_force(world.ward.pk) is not None


def test_a_draft_is_thrown_away_but_not_what_was_issued(world: World, drafter: Actor, leader: Actor) -> None:
    made = whole(world, drafter)
    discard_regulation(announcement_id=made, actor=drafter, now=NOW)
    assert not Announcement.objects.filter(pk=made).exists()
    assert "regulation.discarded" in kinds(made)
    made = whole(world, drafter)
    signed(made, drafter, leader)
    with pytest.raises(MoveNotAllowed):
        discard_regulation(announcement_id=made, actor=drafter, now=NOW)


def test_no_words_of_people_stand_in_the_event_log(world: World, drafter: Actor, leader: Actor) -> None:
    made = published(world, drafter, leader)
    for event in Event.objects.filter(subject_kind="regulation", subject_id=made):
        assert "Văn phòng" not in str(event.facts)
