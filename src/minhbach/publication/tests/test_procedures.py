"""Procedures for requests (Law 01/2026, Article 11(5)): written, approved, public, replaced; a law that changes."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.contracts import FocalPointFields
from minhbach.domain.access import Role, system_actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation import clock
from minhbach.foundation.models import Event, SearchEntry
from minhbach.lawbook import statutes
from minhbach.lawbook.statutes import read_book
from minhbach.papers.rendering import as_docx
from minhbach.publication.actions.draft_procedure import begin_procedure, write_procedure
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import withdraw_announcement
from minhbach.publication.announcements.announced import Heading, ProcedureContent, StepGiven
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.procedures.paper import procedure_paper
from minhbach.publication.queries import publication_of
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.publication.tests.test_procedure_law import DECREE
from minhbach.publication.tests.test_service_lists import as_person, page

DECISION = Heading("15/QĐ-UBND", date(2026, 10, 12))
PLACE, HOURS = "Trung tâm Phục vụ hành chính công, số 1 phố Mẫu", "7:30–11:30, thứ Hai đến thứ Sáu"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def steps(world: World, *days: str) -> tuple[StepGiven, ...]:
    titles = ("Tiếp nhận, vào sổ", "Tìm, tập hợp thông tin", "Duyệt, trả thông tin")
    units = (world.office.pk, world.office.pk, world.ward.pk)
    return tuple(StepGiven(*one, Decimal(own)) for *one, own in zip(titles, units, days, strict=False))


def content(world: World, *days: str, place: str = PLACE, remark: str = "") -> ProcedureContent:
    return ProcedureContent(place, HOURS, remark, steps(world, *(days or ("0.5", "6", "1.5"))))


def written(world: World, given: ProcedureContent, heading: Heading = DECISION) -> int:
    actor = world.officer(Role.FOCAL_POINT)
    made = begin_procedure(body_id=world.ward.pk, actor=actor, now=NOW)
    revision = Announcement.objects.get(pk=made).revision
    write_procedure(announcement_id=made, heading=heading, content=given, seen_revision=revision, actor=actor, now=NOW)
    return made


def submitted(world: World, given: ProcedureContent, heading: Heading = DECISION) -> int:
    made = written(world, given, heading)
    submit_announcement(announcement_id=made, actor=world.officer(Role.FOCAL_POINT), now=NOW)
    return made


def approved(world: World, given: ProcedureContent, heading: Heading = DECISION) -> int:
    made = submitted(world, given, heading)
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    return made


def focal_point(world: World) -> None:
    appoint_focal_point(
        body_id=world.ward.pk,
        fields=FocalPointFields(
            name="Trần Thị Thử", position="Công chức", address="Số 9 phố Mẫu", telephone="0000 000 001",
            email="thu@maumot.vidu.vn", working_hours="8:00–17:00",
        ),
        from_on=date(2026, 1, 1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip


@pytest.fixture
def decree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decree that an operator added, in force since yesterday."""
    file = tmp_path / "nghi-dinh-99-2027.toml"
    since = DECREE.replace("2027-01-01", "2026-10-12").replace("99/2027", "99/2026")
    file.write_text(since, "utf-8")
    monkeypatch.setattr(statutes, "load_book", lambda: read_book(Path("law/statutes"), [file]))


def test_it_begins_with_the_focal_points_place_and_tells_the_law_of_the_day(world: World) -> None:
    focal_point(world)
    made = begin_procedure(body_id=world.ward.pk, actor=world.officer(Role.FOCAL_POINT), now=NOW)
    own = Announcement.objects.get(pk=made).procedure
    assert (own.place, own.hours, own.statute) == ("Số 9 phố Mẫu", "8:00–17:00", "01/2026/QH16")
    assert {"part": "askers", "key": "citizen"}.items() <= own.law_lines[0].items()


def test_it_is_public_with_its_decision_once_a_leader_approves(world: World) -> None:
    focal_point(world)
    made = submitted(world, content(world, remark="Mang theo giấy tờ tùy thân."))
    address, version = f"/thu-tuc/{world.ward.slug}/", f"/thu-tuc/{world.ward.slug}/ban-{made}/"
    assert "chưa công bố" in page(address)
    assert Client().get(version).status_code == 404
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    for url in (address, version):
        shown = page(url)
        for words in (
            "Quyết định số 15/QĐ-UBND ngày 12/10/2026", PLACE, HOURS, "Mang theo giấy tờ tùy thân.", "0000 000 001",
            "12 ngày, từ ngày nhận được yêu cầu hợp lệ", "khoản 3 Điều 26 Luật 01/2026/QH16", "chưa kiểm chứng",
            "tạm áp dụng", "Tìm, tập hợp thông tin", "Cộng: 8 ngày làm việc",
        ):  # fmt: skip
            assert words in shown, (url, words)
    assert "15/QĐ-UBND" in page("/thu-tuc/?co=co")
    assert "15/QĐ-UBND" in page(f"/co-quan/{world.ward.slug}/")
    assert SearchEntry.objects.filter(kind="procedure", subject_id=made).exists()
    assert Event.objects.filter(kind="publication.approved", subject_kind="procedure", subject_id=made).exists()


def test_the_page_of_all_says_in_plain_words_what_the_law_of_the_day_says(world: World) -> None:
    shown = page("/thu-tuc/")
    assert "12 ngày" in shown
    assert "khoản 3 Điều 26 Luật 01/2026/QH16" in shown
    lacking = page("/thu-tuc/?co=chua")
    assert world.ward.name in lacking
    assert world.ward.name in Client().get("/thu-tuc/", {"dang": "csv"}).content.decode("utf-8-sig")


def test_a_later_version_takes_its_place_and_the_earlier_one_stays_to_be_cited(world: World) -> None:
    first = approved(world, content(world))
    second = approved(world, content(world, place="Số 2 phố Mẫu"), Heading("20/QĐ-UBND", TODAY))
    publication = publication_of("procedure", first)
    assert publication is not None
    assert publication.state == PublicationState.CORRECTED
    assert "đã được thay từ 13/10/2026" in page(f"/thu-tuc/{world.ward.slug}/ban-{first}/")
    assert PLACE in page(f"/thu-tuc/{world.ward.slug}/ban-{first}/")
    assert "Số 2 phố Mẫu" in page(f"/thu-tuc/{world.ward.slug}/")
    assert list(SearchEntry.objects.filter(kind="procedure").values_list("subject_id", flat=True)) == [second]


def test_the_next_version_begins_with_what_the_one_in_force_says(world: World) -> None:
    approved(world, content(world))
    made = begin_procedure(body_id=world.ward.pk, actor=world.officer(Role.FOCAL_POINT), now=NOW)
    own = Announcement.objects.get(pk=made).procedure
    assert own.place == PLACE
    assert [(one.title, one.days) for one in own.steps.all()][1] == ("Tìm, tập hợp thông tin", Decimal(6))


def test_what_is_withdrawn_is_read_and_found_by_nobody_outside(world: World) -> None:
    made = approved(world, content(world))
    withdraw_announcement(announcement_id=made, remark="Sai giờ", actor=world.officer(Role.LEADER), now=NOW)
    assert Client().get(f"/thu-tuc/{world.ward.slug}/ban-{made}/").status_code == 404
    assert "15/QĐ-UBND" not in page(f"/thu-tuc/{world.ward.slug}/")
    assert not SearchEntry.objects.filter(kind="procedure").exists()


@pytest.mark.parametrize(
    ("days", "place", "said"),
    [
        (("0.5", "6", "2"), PLACE, "8,5 ngày làm việc, quá 8 ngày"),
        (("1",), "", "nơi tiếp nhận và giờ"),
        ((), PLACE, "ít nhất một bước"),
        (("1",), "TUYỆT MẬT", "dấu chỉ mức mật"),
    ],
)
def test_what_is_not_whole_does_not_go_to_the_leader(
    world: World, days: tuple[str, ...], place: str, said: str
) -> None:
    with pytest.raises(PublicationRefused, match=said):
        submitted(world, ProcedureContent(place, HOURS, "", steps(world, *days)))


def test_only_agencies_that_answer_requests_themselves_announce_one(world: World) -> None:
    with pytest.raises(PublicationNotVisible):
        begin_procedure(body_id=world.office.pk, actor=world.officer(Role.LEADER, body=world.office), now=NOW)
    with pytest.raises(PublicationNotVisible):
        begin_procedure(body_id=world.other_ward.pk, actor=world.officer(Role.LEADER), now=NOW)
    with pytest.raises(PublicationRefused, match="không soạn"):
        begin_procedure(body_id=world.ward.pk, actor=world.officer(Role.SUPERVISOR), now=NOW)
    assert Client().get(f"/thu-tuc/{world.office.slug}/").status_code == 404


def test_steps_are_given_to_the_agencys_own_units_alone(world: World) -> None:
    foreign = ProcedureContent(PLACE, HOURS, "", (StepGiven("Tìm", world.other_ward.pk, Decimal(1)),))
    with pytest.raises(PublicationRefused, match="không thuộc cơ quan"):
        written(world, foreign)


def test_a_decree_that_comes_shows_what_the_public_procedure_says_otherwise(
    world: World, request: pytest.FixtureRequest
) -> None:
    made = approved(world, content(world))
    assert "Luật đã đổi" not in page(f"/thu-tuc/{world.ward.slug}/")
    request.getfixturevalue("decree")
    shown = page(f"/thu-tuc/{world.ward.slug}/")
    assert "Luật đã đổi:" in shown
    assert '<del lang="vi">Cơ quan, đơn vị tiếp nhận, hướng dẫn' in shown
    assert "Bộ phận một cửa tiếp nhận và cấp giấy hẹn (Điều 5 Nghị định 99/2026/NĐ-CP)" in shown
    officer = as_person(world.officer(Role.FOCAL_POINT))
    assert "Luật đã đổi" in officer.get(f"/lam-viec/cong-khai/thu-tuc/{made}/").content.decode()
    assert "Luật đã đổi" in officer.get("/lam-viec/cong-khai/thu-tuc/").content.decode()
    again = approved(world, content(world), Heading("21/QĐ-UBND", TODAY))
    assert "Bộ phận một cửa" in page(f"/thu-tuc/{world.ward.slug}/ban-{again}/")
    assert "Luật đã đổi" not in page(f"/thu-tuc/{world.ward.slug}/ban-{again}/")


def test_nobody_approves_what_tells_of_a_law_that_changed_meanwhile(
    world: World, request: pytest.FixtureRequest
) -> None:
    made = submitted(world, content(world))
    request.getfixturevalue("decree")
    with pytest.raises(PublicationRefused, match="Luật đã đổi"):
        approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    assert Announcement.objects.get(pk=made).is_draft


def test_it_comes_out_as_a_document(world: World) -> None:
    focal_point(world)
    made = approved(world, content(world))
    paper = procedure_paper(Announcement.objects.get(pk=made), ())
    assert paper.subject == "Thủ tục cung cấp thông tin theo yêu cầu của công dân"
    assert as_docx(paper)[:2] == b"PK"
    for ending, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        answer = Client().get(f"/thu-tuc/{world.ward.slug}/", {"dang": ending})
        assert answer.content.startswith(start)


def test_the_whole_way_over_the_pages(world: World) -> None:
    focal, leader = as_person(world.officer(Role.FOCAL_POINT)), as_person(world.officer(Role.LEADER))
    begun = focal.post("/lam-viec/cong-khai/thu-tuc/", {"body": world.ward.pk})
    address = begun["Location"]
    form = {
        "number": "15/QĐ-UBND", "decided_on": "12/10/2026", "place": PLACE, "hours": HOURS, "remark": "",
        "revision": "0", "rows": "5", "title_1": "Tiếp nhận", "unit_1": str(world.office.pk), "days_1": "0,5",
    }  # fmt: skip
    more = focal.post(address, {**form, "more": "1"})
    assert more.status_code == 200
    assert 'name="title_8"' in more.content.decode()
    assert "Tiếp nhận" in more.content.decode()
    wrong = focal.post(address, {**form, "days_1": "nửa ngày"})
    assert wrong.status_code == 422
    assert "ví dụ 2 hoặc 0,5" in wrong.content.decode()
    assert "nửa ngày" in wrong.content.decode()
    assert focal.post(address, {**form, "unit_1": ""}).status_code == 422
    assert focal.post(address, form).status_code == 302
    assert focal.post(address, form).status_code == 422
    made = Announcement.objects.get()
    assert "bản xem trước" in focal.get(f"{address}xem/").content.decode()
    act = f"/lam-viec/cong-bo/{made.pk}/"
    focal.post(act + "trinh/")
    assert focal.post(address, form).status_code == 404
    assert "Tiếp nhận" in leader.get(act + "duyet/").content.decode()
    assert leader.post(act + "duyet/", {"send_back": "1", "remark": "Thiếu bước duyệt"}).status_code == 302
    assert "Thiếu bước duyệt" in focal.get(address).content.decode()
    form |= {"revision": "1", "title_2": "Duyệt", "unit_2": str(world.ward.pk), "days_2": "1"}
    assert focal.post(address, form).status_code == 302
    focal.post(act + "trinh/")
    assert leader.post(act + "duyet/", {"seen": "on"})["Location"] == address
    assert "Cộng: 1,5 ngày làm việc" in page(f"/thu-tuc/{world.ward.slug}/")
    assert "Duyệt công bố" in focal.get(address).content.decode()


def test_pages_ask_few_questions_and_no_more_for_more_versions(
    world: World, django_assert_max_num_queries: Any
) -> None:
    made = approved(world, content(world))
    client = as_person(world.officer(Role.FOCAL_POINT))
    for url in ("/thu-tuc/", f"/thu-tuc/{world.ward.slug}/", f"/thu-tuc/{world.ward.slug}/ban-{made}/"):
        with django_assert_max_num_queries(14):
            Client().get(url)
    client.get("/lam-viec/cong-khai/thu-tuc/")
    with django_assert_max_num_queries(20) as few:
        client.get("/lam-viec/cong-khai/thu-tuc/")
    for number in range(3):
        approved(world, content(world), Heading(f"{number}/QĐ-UBND", TODAY))
    with django_assert_max_num_queries(len(few)):
        client.get("/lam-viec/cong-khai/thu-tuc/")


def test_the_search_finds_it_beside_information_and_the_map_of_the_site_names_it(world: World) -> None:
    approved(world, content(world))
    found = page("/tim-kiem/?q=thu+tuc+cung+cap+thong+tin")
    assert f'href="/thu-tuc/{world.ward.slug}/"' in found
    assert f"/thu-tuc/{world.ward.slug}/" in page("/sitemap-thu-tuc-1.xml")
