"""An item on its way to the public: looked through, submitted, approved by another person, never otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from minhbach.domain.access import VISITOR, Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.actions.answer_findings import answer_findings
from minhbach.publication.actions.approve_item import approve_item
from minhbach.publication.actions.ask_screening import ask_screening
from minhbach.publication.actions.give_back import send_item_back, take_item_back
from minhbach.publication.actions.open_scheduled import open_scheduled
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.actions.submit_item import submit_item
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import KeepGround, PublicationNotVisible, PublicationRefused, WithdrawalReason
from minhbach.publication.models import Channel, Publication, ScreeningFinding, ScreeningRun, Withdrawal
from minhbach.publication.queries.items import newest_publication
from minhbach.publication.stamp import public_stamp
from minhbach.publication.tests.conftest import (
    CALENDAR,
    NOW,
    PRIVATE,
    SCREENER,
    TODAY,
    World,
    approved,
    published,
    screened,
    state_of,
    submitted,
)
from minhbach.register.actions.add_version import add_version
from minhbach.register.actions.change_item import change_item
from minhbach.register.contracts import ItemRefused, NewFile
from minhbach.register.facts_kept import facts_of
from minhbach.register.models import Item
from minhbach.register.queries import ITEM, public_items

MakeItem = Callable[..., Item]


def kinds(row: Item) -> list[str]:
    return [e.kind for e in events_about(Subject(ITEM, row.pk)) if e.kind.startswith("publication.")]


def test_what_was_looked_through_and_approved_by_another_is_public(world: World, item: MakeItem) -> None:
    row, specialist, leader = item(), world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    screened(row, specialist)
    run = ScreeningRun.objects.get()
    assert [(one["name"], one["trouble"]) for one in run.looked_at] == [("ke-hoach.txt", "")]
    assert (run.secrecy, run.findings.count()) == ("", 0)
    submit_item(item_id=row.pk, actor=specialist, now=NOW)
    assert not public_items().exists()
    approved(row, leader)
    assert public_items().get().published_on == TODAY
    assert kinds(row) == [
        "publication.screening_asked", "publication.screened", "publication.submitted", "publication.approved"
    ]  # fmt: skip
    portal = Channel.objects.get(item=row)
    assert (portal.form, portal.done_on, portal.place) == ("portal", TODAY, f"/thong-tin/{row.public_id}/")


def test_nothing_is_submitted_that_was_not_looked_through(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    with pytest.raises(PublicationNotVisible):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)
    ask_screening(item_id=row.pk, actor=specialist, now=NOW)
    with pytest.raises(PublicationRefused, match="đang được kiểm tra"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)


def test_an_item_has_no_way_round_the_looking(world: World, item: MakeItem) -> None:
    row = item()
    with pytest.raises(ValueError, match=ITEM):
        submit_for_publication(
            subject_kind=ITEM, subject_id=row.pk, body_id=world.ward.pk, actor=world.officer(Role.SPECIALIST), now=NOW
        )


def test_a_new_version_needs_looking_through_anew(world: World, item: MakeItem, keep: Callable[[], None]) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    screened(row, specialist)
    add_version(item_id=row.pk, why="Sửa bảng", files=(NewFile("b.txt", b"Bang so 2"),), actor=specialist, now=NOW)
    keep()
    with pytest.raises(PublicationRefused, match="bản mới chưa được kiểm tra"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)


def test_words_changed_since_the_look_are_looked_at_again(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    screened(row, specialist)
    change_item(
        item_id=row.pk, facts=replace(facts_of(row), title="Tên khác"),
        seen_version=Item.objects.get(pk=row.pk).version, calendar=CALENDAR, actor=specialist, now=NOW,
    )  # fmt: skip
    with pytest.raises(PublicationRefused, match="đã đổi"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)


def test_a_mark_of_secrecy_keeps_the_gate_shut_for_everybody(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    screened(row, specialist)
    ScreeningRun.objects.update(secrecy="Mật")
    with pytest.raises(PublicationRefused, match="“Mật”"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)
    Publication.objects.update(state=PublicationState.SUBMITTED)
    with pytest.raises(PublicationRefused, match="“Mật”"):
        approved(row, world.officer(Role.LEADER))


def test_personal_data_goes_out_only_with_an_answer_for_each(world: World, item: MakeItem) -> None:
    row, specialist, leader = item(PRIVATE), world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    screened(row, specialist)
    found = list(ScreeningFinding.objects.values_list("pk", flat=True))
    assert len(found) >= 3
    with pytest.raises(PublicationRefused, match="chưa được trả lời"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)
    with pytest.raises(PublicationRefused, match="căn cứ"):
        answer_findings(item_id=row.pk, finding_ids=found, ground=KeepGround.LAW, words=" ", actor=specialist, now=NOW)
    answer_findings(
        item_id=row.pk, finding_ids=found[1:], ground=KeepGround.OFFICIAL, words="", actor=specialist, now=NOW
    )
    with pytest.raises(PublicationRefused, match="chưa được trả lời"):
        submit_item(item_id=row.pk, actor=specialist, now=NOW)
    answer_findings(
        item_id=row.pk, finding_ids=found[:1], ground=KeepGround.CONSENT, words="đồng ý ngày 01/10/2026",
        actor=specialist, now=NOW,
    )  # fmt: skip
    submit_item(item_id=row.pk, actor=specialist, now=NOW)
    approved(row, leader)
    assert state_of(row) == PublicationState.PUBLIC


def test_no_event_holds_what_was_found(world: World, item: MakeItem) -> None:
    row = item(PRIVATE)
    screened(row, world.officer(Role.SPECIALIST))
    told = " ".join(str(event) for event in events_about(Subject(ITEM, row.pk)))
    assert "001085012345" not in told
    assert "Nguyễn Văn Thử" not in told


def test_answers_for_the_same_file_hold_when_it_is_looked_through_again(world: World, item: MakeItem) -> None:
    row, specialist = item(PRIVATE), world.officer(Role.SPECIALIST)
    screened(row, specialist)
    found = list(ScreeningFinding.objects.values_list("pk", flat=True))
    answer_findings(item_id=row.pk, finding_ids=found, ground=KeepGround.MISTAKEN, words="", actor=specialist, now=NOW)
    screened(row, specialist)
    assert not ScreeningRun.objects.order_by("-pk")[0].findings.filter(ground="").exists()


def test_where_there_is_a_moderator_answering_is_theirs(world: World, item: MakeItem) -> None:
    row, specialist, moderator = item(PRIVATE), world.officer(Role.SPECIALIST), world.officer(Role.MODERATOR)
    screened(row, specialist)
    found = list(ScreeningFinding.objects.values_list("pk", flat=True))
    with pytest.raises(PublicationRefused, match="người kiểm duyệt"):
        answer_findings(
            item_id=row.pk, finding_ids=found, ground=KeepGround.MISTAKEN, words="", actor=specialist, now=NOW
        )
    assert answer_findings(
        item_id=row.pk, finding_ids=found, ground=KeepGround.MISTAKEN, words="", actor=moderator, now=NOW
    ) == len(found)


def test_who_took_part_does_not_approve_while_another_may(world: World, item: MakeItem) -> None:
    row, both = item(), world.officer(Role.LEADER, Role.FOCAL_POINT)
    world.officer(Role.LEADER)
    screened(row, both)
    submit_item(item_id=row.pk, actor=world.officer(Role.SPECIALIST), now=NOW)
    with pytest.raises(PublicationRefused, match="người khác"):
        approved(row, both, approves_own=True)


def test_where_nobody_else_may_the_drafter_approves_as_a_second_step_marked(world: World, item: MakeItem) -> None:
    row, only = item(), world.officer(Role.LEADER, Role.FOCAL_POINT)
    submitted(row, only)
    with pytest.raises(PublicationRefused, match="bước riêng"):
        approved(row, only)
    approved(row, only, approves_own=True)
    assert events_about(Subject(ITEM, row.pk))[-1].kind in ("item.made_public", "publication.approved")
    event = next(e for e in events_about(Subject(ITEM, row.pk)) if e.kind == "publication.approved")
    assert event.facts["approved_by_drafter"] is True


def test_without_the_statement_to_have_looked_nothing_goes_out(world: World, item: MakeItem) -> None:
    row = item()
    submitted(row, world.officer(Role.SPECIALIST))
    publication = newest_publication(row.pk)
    assert publication is not None
    with pytest.raises(PublicationRefused, match="Tôi đã xem"):
        approve_item(
            item_id=row.pk, version_id=publication.version_id, seen_with_own_eyes=False, calendar=CALENDAR,
            actor=world.officer(Role.LEADER), now=NOW,
        )  # fmt: skip


def test_a_specialist_does_not_approve_and_strangers_meet_nothing(world: World, item: MakeItem) -> None:
    row = item()
    submitted(row, world.officer(Role.SPECIALIST))
    with pytest.raises(PublicationRefused, match="lãnh đạo"):
        approved(row, world.officer(Role.SPECIALIST))
    for stranger in (VISITOR, world.officer(*Role, body=world.other_ward)):
        with pytest.raises(PublicationNotVisible):
            approved(row, stranger)


def test_what_waits_is_not_changed_in_the_register(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    submitted(row, specialist)
    with pytest.raises(ItemRefused, match="đang chờ duyệt"):
        add_version(item_id=row.pk, why="x", files=(NewFile("b.txt", b"b"),), actor=specialist, now=NOW)


def test_sent_back_and_taken_back_come_again(world: World, item: MakeItem) -> None:
    row, specialist, leader = item(), world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    submitted(row, specialist)
    with pytest.raises(PublicationRefused, match="lý do"):
        send_item_back(item_id=row.pk, remark=" ", actor=leader, now=NOW)
    send_item_back(item_id=row.pk, remark="Thiếu phụ lục", actor=leader, now=NOW)
    assert state_of(row) == PublicationState.SENT_BACK
    submit_item(item_id=row.pk, actor=specialist, now=NOW)
    take_item_back(item_id=row.pk, actor=specialist, now=NOW)
    assert state_of(row) == PublicationState.TAKEN_BACK
    with pytest.raises(MoveNotAllowed):
        approved(row, leader)


def test_what_is_scheduled_opens_on_its_day_late_or_twice(world: World, item: MakeItem) -> None:
    row, leader = item(), world.officer(Role.LEADER)
    submitted(row, world.officer(Role.SPECIALIST))
    approved(row, leader, publish_on=TODAY + timedelta(days=3))
    assert state_of(row) == PublicationState.SCHEDULED
    assert open_scheduled(calendar=CALENDAR, actor=SCREENER, now=NOW + timedelta(days=2)) == (0, 0)
    later = NOW + timedelta(days=10)
    assert open_scheduled(calendar=CALENDAR, actor=SCREENER, now=later) == (1, 0)
    assert open_scheduled(calendar=CALENDAR, actor=SCREENER, now=later) == (0, 0)
    assert public_items().get().published_on == TODAY + timedelta(days=10)


def test_what_changed_since_the_approval_is_stopped_and_says_why(world: World, item: MakeItem) -> None:
    row = item()
    submitted(row, world.officer(Role.SPECIALIST))
    approved(row, world.officer(Role.LEADER), publish_on=TODAY + timedelta(days=1))
    Item.objects.filter(pk=row.pk).update(title="Ai đó sửa thẳng trong cơ sở dữ liệu")
    assert open_scheduled(calendar=CALENDAR, actor=SCREENER, now=NOW + timedelta(days=1)) == (0, 1)
    publication = newest_publication(row.pk)
    assert publication is not None
    assert (publication.state, "đổi" in publication.remark) == (PublicationState.SENT_BACK, True)
    assert not public_items().exists()


def test_a_day_that_is_over_is_refused(world: World, item: MakeItem) -> None:
    row = item()
    submitted(row, world.officer(Role.SPECIALIST))
    with pytest.raises(PublicationRefused, match="đã qua"):
        approved(row, world.officer(Role.LEADER), publish_on=date(2026, 10, 12))


def test_a_correction_takes_the_place_of_the_version_before(
    world: World, item: MakeItem, keep: Callable[[], None]
) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = published(item(), specialist, leader)
    add_version(
        item_id=row.pk, why="Sửa diện tích", files=(NewFile("b.txt", "Diện tích 121 ha".encode()),),
        actor=specialist, now=NOW,
    )  # fmt: skip
    keep()
    assert public_items().get().public_version_id == row.public_version_id
    row = published(row, specialist, leader)
    states = dict(Publication.objects.values_list("version_number", "state"))
    assert states == {1: PublicationState.CORRECTED, 2: PublicationState.PUBLIC}
    portal = Channel.objects.get(item=row, version_number=2)
    assert portal.corrects is not None


def test_what_is_withdrawn_is_gone_everywhere_at_once(world: World, item: MakeItem) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = published(item(), specialist, leader)
    before = public_stamp()[0]
    with pytest.raises(PublicationRefused, match="lãnh đạo"):
        withdraw_item(
            item_id=row.pk, why=WithdrawalReason.WRONG, remark="Sai số", calendar=CALENDAR, actor=specialist, now=NOW
        )
    withdraw_item(item_id=row.pk, why=WithdrawalReason.WRONG, remark="Sai số", calendar=CALENDAR, actor=leader, now=NOW)
    assert not public_items().exists()
    assert public_stamp()[0] == before + 1
    assert Withdrawal.objects.get().until_on is None
    assert state_of(row) == PublicationState.WITHDRAWN
    published(row, specialist, leader)
    assert Withdrawal.objects.get().until_on == TODAY


def test_only_what_is_open_comes_to_the_gate(world: World, item: MakeItem) -> None:
    row, specialist = item(letter=""), world.officer(Role.SPECIALIST)
    Item.objects.filter(pk=row.pk).update(access="conditional", letter="")
    with pytest.raises(PublicationRefused, match="được tiếp cận"):
        ask_screening(item_id=row.pk, actor=specialist, now=NOW)
