"""Who below has announced nothing: seen by who leads or oversees a territory, as a file too, and urged by letter."""

from datetime import date, timedelta
from typing import Any

import pytest

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.extraction.tables.read import read_tables
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.models import Letter
from minhbach.papers.queries import paper_of
from minhbach.publication.actions.urge_to_announce import urge_to_announce
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.law_today import law_today
from minhbach.publication.queries.procedures import standing_of
from minhbach.publication.queries.watching import bodies_watched
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.publication.tests.test_procedures import approved, content
from minhbach.publication.tests.test_service_lists import as_person

PROCEDURE, LISTS = AnnouncementKind.PROCEDURE, AnnouncementKind.SERVICE_UNITS
WATCH = "/lam-viec/cong-khai/chua-cong-bo/thu-tuc/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def province(world: World) -> Body:
    """The province's committee."""
    return Body.objects.get(kind="committee", territory__key="thi-du")


def watched(kind: AnnouncementKind, actor: Actor) -> set[int]:
    return set(bodies_watched(kind, actor=actor, on=TODAY).values_list("pk", flat=True))


def urged(world: World, province: Body, actor: Actor, **more: Any) -> tuple[int, ...]:
    asked: dict[str, Any] = {
        "body_ids": [world.ward.pk, world.other_ward.pk], "answer_by": date(2026, 10, 20), "separately": False, **more,
    }  # fmt: skip
    return urge_to_announce(kind=PROCEDURE, from_body=province.pk, actor=actor, now=NOW, **asked)


def test_who_leads_or_oversees_a_territory_sees_all_in_it_and_others_their_own(world: World, province: Body) -> None:
    wards = {world.ward.pk, world.other_ward.pk}
    assert wards < watched(PROCEDURE, world.officer(Role.LEADER, body=province))
    department = Body.objects.filter(kind="department", territory__key="thi-du")[0]
    assert wards < watched(PROCEDURE, world.officer(Role.JUSTICE_COORDINATOR, body=department))
    assert wards & watched(PROCEDURE, world.officer(Role.LEADER, body=department)) == set()
    assert wards & watched(PROCEDURE, world.officer(Role.LEADER)) == {world.ward.pk}
    assert watched(PROCEDURE, world.officer(Role.SPECIALIST, body=province)) == set()
    # Departments announce a procedure too; lists of service units are the committees'.
    assert department.pk in watched(PROCEDURE, world.officer(Role.LEADER, body=province))
    assert watched(LISTS, world.officer(Role.LEADER, body=province)) == {*wards, province.pk}


def test_the_list_says_how_each_stands_and_comes_as_files(world: World, province: Body) -> None:
    approved(world, content(world))
    client = as_person(world.officer(Role.LEADER, body=province))
    lacking = client.get(WATCH, {"co": "chua"}).content.decode()
    assert world.other_ward.name in lacking
    assert world.ward.name not in lacking
    announced = client.get(WATCH, {"co": "co"}).content.decode()
    assert world.ward.name in announced
    assert "Quyết định số 15/QĐ-UBND" in announced
    assert world.ward.name not in client.get(WATCH, {"co": "luat-doi"}).content.decode()
    sheet = client.get(WATCH, {"dang": "csv", "co": "chua"}).content.decode("utf-8-sig")
    assert f"{world.other_ward.name}," in sheet
    book = client.get(WATCH, {"dang": "xlsx"}).content
    rows = read_tables(book).sheets[0].rows
    said = {row[0].text: row[2].text for row in rows if len(row) > 2}
    assert (said[world.ward.name], said[world.other_ward.name]) == ("đã công bố", "chưa công bố")
    assert as_person(world.officer(Role.SPECIALIST)).get(WATCH).status_code == 404


def test_one_letter_urges_those_that_lack_it_and_names_the_article(world: World, province: Body) -> None:
    approved(world, content(world))
    (letter,) = urged(world, province, world.officer(Role.LEADER, body=province), more="Gửi kèm quyết định.")
    paper = paper_of(Letter.objects.get(pk=letter))
    # The ward has announced it meanwhile and is left out.
    assert paper.addressees == (str(world.other_ward) + ", tỉnh Thí Dụ",)
    text = " ".join(block.text for block in paper.blocks if hasattr(block, "text"))
    assert "khoản 5 Điều 11 Luật Tiếp cận thông tin số 01/2026/QH16" in text
    assert "Gửi kèm quyết định." in text
    assert "chậm nhất ngày 20/10/2026" in text
    (event,) = (one for one in events_about(Subject("body", province.pk)) if one.kind == "announcement.urged")
    assert (event.facts["bodies"], event.facts["first_letter"]) == (1, letter)


def test_the_urged_agency_reads_of_the_letter_once_it_bears_a_number(world: World, province: Body) -> None:
    leader = world.officer(Role.LEADER, body=province)
    (letter,) = urged(world, province, leader)
    own = as_person(world.officer(Role.LEADER))
    today_page = own.get("/lam-viec/").content.decode()
    assert f"Chưa công bố thủ tục cung cấp thông tin: {world.ward.name}" in today_page
    assert "Được đôn đốc" not in today_page
    assert "chưa cấp số" in as_person(leader).get(WATCH).content.decode()
    give_number(letter_id=letter, issued_on=TODAY, symbol="UBND-VP", actor=leader, now=NOW)
    assert "Được đôn đốc bằng Công văn 01/UBND-VP" in own.get("/lam-viec/").content.decode()
    listed = as_person(leader).get(WATCH).content.decode()
    assert "Công văn 01/UBND-VP</span>, 13/10/2026" in listed


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"body_ids": []}, "ít nhất một cơ quan"),
        ({"answer_by": TODAY - timedelta(days=1)}, "đã qua"),
    ],
)
def test_what_cannot_be_asked_is_refused(world: World, province: Body, more: dict[str, Any], said: str) -> None:
    with pytest.raises(PublicationRefused, match=said):
        urged(world, province, world.officer(Role.LEADER, body=province), **more)


def test_only_who_leads_or_coordinates_urges_and_only_below(world: World, province: Body) -> None:
    for actor in (world.officer(Role.SPECIALIST, body=province), world.officer(Role.LEADER)):
        with pytest.raises(PublicationNotVisible):
            urged(world, province, actor)
    with pytest.raises(PublicationRefused, match="ít nhất một"):
        urge_to_announce(
            kind=PROCEDURE, from_body=world.ward.pk, body_ids=[world.other_ward.pk], answer_by=TODAY, separately=False,
            actor=world.officer(Role.LEADER), now=NOW,
        )  # fmt: skip


def test_urging_over_the_pages(world: World, province: Body) -> None:
    client = as_person(world.officer(Role.LEADER, body=province))
    page = client.get(WATCH + "don-doc/").content.decode()
    assert world.ward.name in page
    form = {"bodies": [world.ward.pk], "from_body": province.pk, "separately": "chung", "answer_by": "20/10/2026"}
    assert client.post(WATCH + "don-doc/", {**form, "bodies": []}).status_code == 422
    assert client.post(WATCH + "don-doc/", {**form, "answer_by": "1/1/2026"}).status_code == 422
    answer = client.post(WATCH + "don-doc/", form)
    assert answer["Location"] == f"/lam-viec/cong-van/{Letter.objects.get().pk}/"
    apart = client.post(
        WATCH + "don-doc/", {**form, "bodies": [world.ward.pk, world.other_ward.pk], "separately": "rieng"}
    )
    assert apart["Location"] == WATCH
    assert Letter.objects.count() == 3


def test_own_agencies_stand_so(world: World) -> None:
    digest = law_today(TODAY).digest
    own = [world.ward.pk, world.office.pk]
    (ward,) = standing_of(own, digest=digest, on=TODAY)
    assert (ward.body_id, ward.procedure, ward.service_list) == (world.ward.pk, Lack.NONE, Lack.NONE)
    approved(world, content(world))
    assert standing_of(own, digest=digest, on=TODAY)[0].procedure is None
    assert standing_of(own, digest="another", on=TODAY)[0].procedure is Lack.OUTDATED
