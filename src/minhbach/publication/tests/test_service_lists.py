"""Lists of public service units (Law 01/2026, Article 11(5)): made, approved, public, replaced, withdrawn."""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body, Succession
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.extraction.tables.read import read_tables
from minhbach.foundation import clock
from minhbach.foundation.models import Event
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import (
    send_announcement_back,
    take_announcement_back,
    withdraw_announcement,
)
from minhbach.publication.announcements.announced import Heading, ListedService
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import announcements_for_today
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.register.tests.test_pages import client_of

DECISION = Heading("12/QĐ-UBND", date(2026, 10, 12))
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def station(world: World) -> Body:
    """The commune's health station."""
    return Body.objects.get(kind="service_unit", territory=world.ward.territory)


def written(world: World, units: list[ListedService], *, heading: Heading = DECISION, remark: str = "") -> int:
    actor = world.officer(Role.SPECIALIST)
    made = begin_service_list(body_id=world.ward.pk, actor=actor, now=NOW)
    revision = Announcement.objects.get(pk=made).revision
    write_service_list(
        announcement_id=made, heading=heading, units=units, remark=remark, seen_revision=revision, actor=actor, now=NOW
    )
    return made


def submitted(world: World, units: list[ListedService], **more: Any) -> int:
    made = written(world, units, **more)
    submit_announcement(announcement_id=made, actor=world.officer(Role.SPECIALIST), now=NOW)
    return made


def approved(world: World, units: list[ListedService], **more: Any) -> int:
    made = submitted(world, units, **more)
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    return made


def served(unit: Body) -> list[ListedService]:
    return [ListedService(unit.pk, "Tiêm chủng mở rộng, khám bệnh ban đầu")]


def page(url: str) -> str:
    return Client().get(url).content.decode()


def workbook(url: str) -> list[list[str]]:
    content = Client().get(url, {"dang": "xlsx"}).content
    return [[cell.text for cell in line] for line in read_tables(content).sheets[0].rows]


def document(url: str) -> str:
    content = Client().get(url, {"dang": "docx"}).content
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def as_person(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def test_a_list_is_public_with_its_decision_once_a_leader_approves(world: World, station: Body) -> None:
    made = submitted(world, served(station))
    address = f"/don-vi-su-nghiep/danh-muc/{made}/"
    assert Client().get(address).status_code == 404
    assert "chưa có danh mục được công bố" in page(f"/co-quan/{world.ward.slug}/")
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    for url in (address, "/don-vi-su-nghiep/danh-muc/?co=co", f"/co-quan/{world.ward.slug}/", "/don-vi-su-nghiep/"):
        assert "Quyết định số 12/QĐ-UBND ngày 12/10/2026" in page(url), url
    assert "Tiêm chủng mở rộng" in page(address)
    sheet = Client().get(address, {"dang": "csv"}).content.decode("utf-8-sig")
    assert station.name in sheet
    assert Event.objects.filter(kind="publication.approved", subject_kind="service_units", subject_id=made).exists()


def test_who_has_none_yet_is_told(world: World, station: Body) -> None:
    approved(world, served(station))
    lacking = page("/don-vi-su-nghiep/danh-muc/?co=chua")
    assert world.other_ward.name in lacking
    assert world.ward.name not in lacking
    sheet = Client().get("/don-vi-su-nghiep/danh-muc/", {"dang": "csv"}).content.decode("utf-8-sig")
    assert f"{world.ward.name}," in sheet
    assert "12/QĐ-UBND" in sheet
    assert "chưa công bố" in sheet


def test_being_named_marks_the_unit_and_the_next_list_may_leave_it_out(world: World, station: Body) -> None:
    first = approved(world, served(station))
    station.refresh_from_db()
    assert station.essential_service
    second = approved(
        world, [], heading=Heading("30/QĐ-UBND", TODAY), remark="Xã không quản lý đơn vị nào cung ứng dịch vụ này."
    )
    station.refresh_from_db()
    assert not station.essential_service
    publication = publication_of("service_units", first)
    assert publication is not None
    assert publication.state == PublicationState.CORRECTED
    assert "đã được thay từ 13/10/2026" in page(f"/don-vi-su-nghiep/danh-muc/{first}/")
    assert "Xã không quản lý đơn vị nào" in page(f"/don-vi-su-nghiep/danh-muc/{second}/")
    assert "30/QĐ-UBND" in page("/don-vi-su-nghiep/danh-muc/?co=co")


def test_what_is_withdrawn_is_read_by_nobody_outside(world: World, station: Body) -> None:
    made = approved(world, served(station))
    with pytest.raises(PublicationRefused, match="lãnh đạo"):
        withdraw_announcement(announcement_id=made, remark="Sai", actor=world.officer(Role.SPECIALIST), now=NOW)
    withdraw_announcement(announcement_id=made, remark="Sai", actor=world.officer(Role.LEADER), now=NOW)
    assert Client().get(f"/don-vi-su-nghiep/danh-muc/{made}/").status_code == 404
    assert "12/QĐ-UBND" not in page("/don-vi-su-nghiep/")
    with pytest.raises(PublicationRefused, match="Lập bản mới"):
        submit_announcement(announcement_id=made, actor=world.officer(Role.SPECIALIST), now=NOW)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"heading": Heading("", None)}, "số, ký hiệu và ngày"),
        ({"heading": Heading("12/QĐ-UBND", TODAY + timedelta(days=1))}, "chưa tới"),
        ({"units": [], "remark": ""}, "chưa có đơn vị nào"),
        ({"remark": "MẬT"}, "dấu chỉ mức mật"),
    ],
)
def test_what_is_not_whole_does_not_go_to_the_leader(
    world: World, station: Body, change: dict[str, Any], said: str
) -> None:
    given = {"units": served(station), **change}
    with pytest.raises(PublicationRefused, match=said):
        submitted(world, **given)


def test_each_unit_says_what_it_renders(world: World, station: Body) -> None:
    with pytest.raises(PublicationRefused, match=station.name):
        submitted(world, [ListedService(station.pk, " ")])


def test_only_units_of_the_committee_itself_are_named(world: World, station: Body) -> None:
    foreign = Body.objects.get(kind="service_unit", territory=world.other_ward.territory)
    with pytest.raises(PublicationRefused, match="phạm vi quản lý"):
        written(world, served(foreign))
    with pytest.raises(PublicationNotVisible):
        begin_service_list(body_id=world.office.pk, actor=world.officer(Role.SPECIALIST, body=world.office), now=NOW)


def test_who_submits_does_not_approve_while_another_leader_may(world: World, station: Body) -> None:
    made, other = written(world, served(station)), world.officer(Role.LEADER)
    leader = world.officer(Role.LEADER)
    submit_announcement(announcement_id=made, actor=leader, now=NOW)
    with pytest.raises(PublicationRefused, match="người khác"):
        approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    with pytest.raises(PublicationNotVisible):
        approve_announcement(
            announcement_id=made, seen_with_own_eyes=True, actor=world.officer(*Role, body=world.other_ward), now=NOW
        )
    assert announcements_for_today(other).filter(pk=made).exists()
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=other, now=NOW)
    assert not announcements_for_today(other).exists()


def test_what_waits_or_changed_meanwhile_is_not_written_over(world: World, station: Body) -> None:
    made, actor = written(world, served(station)), world.officer(Role.SPECIALIST)

    def write(revision: int) -> None:
        write_service_list(
            announcement_id=made, heading=DECISION, units=served(station), remark="", seen_revision=revision,
            actor=actor, now=NOW,
        )  # fmt: skip

    with pytest.raises(PublicationRefused, match="vừa sửa"):
        write(0)
    submit_announcement(announcement_id=made, actor=actor, now=NOW)
    with pytest.raises(PublicationRefused, match="chờ duyệt"):
        write(1)
    send_announcement_back(announcement_id=made, remark="Thiếu trạm", actor=world.officer(Role.LEADER), now=NOW)
    assert announcements_for_today(actor).filter(pk=made).exists()
    write(1)


def test_the_whole_way_over_the_pages(world: World, station: Body) -> None:
    specialist, leader = as_person(world.officer(Role.SPECIALIST)), as_person(world.officer(Role.LEADER))
    begun = specialist.post("/lam-viec/don-vi-su-nghiep/", {"body": world.ward.pk})
    address = begun["Location"]
    form = {
        "number": "12/QĐ-UBND", "decided_on": "12/10/2026", "remark": "", "revision": "0",
        f"named_{station.pk}": "on", f"services_{station.pk}": "Khám bệnh ban đầu",
    }  # fmt: skip
    assert specialist.post(address, form).status_code == 302
    made = Announcement.objects.get()
    assert specialist.post(address, form).status_code == 422
    act = f"/lam-viec/cong-bo/{made.pk}/"
    specialist.post(act + "trinh/")
    assert "Khám bệnh ban đầu" in leader.get(act + "duyet/").content.decode()
    assert leader.post(act + "duyet/", {}).status_code == 422
    assert leader.post(act + "duyet/", {"seen": "on"}).status_code == 302
    assert "Khám bệnh ban đầu" in page(f"/don-vi-su-nghiep/danh-muc/{made.pk}/")
    assert "Công khai" in specialist.get("/lam-viec/don-vi-su-nghiep/").content.decode()


def test_pages_ask_few_questions_and_no_more_for_more_lists(
    world: World, station: Body, django_assert_max_num_queries: Any
) -> None:
    made, client = approved(world, served(station)), as_person(world.officer(Role.SPECIALIST))
    urls = ("/don-vi-su-nghiep/danh-muc/", f"/don-vi-su-nghiep/danh-muc/{made}/", "/don-vi-su-nghiep/")
    for url in urls:
        with django_assert_max_num_queries(12):
            Client().get(url)
    with django_assert_max_num_queries(20) as few:
        client.get("/lam-viec/don-vi-su-nghiep/")
    for number in range(3):
        approved(world, served(station), heading=Heading(f"{number}/QĐ-UBND", TODAY))
    with django_assert_max_num_queries(len(few)):
        client.get("/lam-viec/don-vi-su-nghiep/")


def test_the_list_goes_out_as_workbook_and_document_with_its_decision(world: World, station: Body) -> None:
    Body.objects.filter(pk=station.pk).update(telephone="0000 000 001")
    address = f"/don-vi-su-nghiep/danh-muc/{approved(world, served(station))}/"
    lines = workbook(address)
    assert lines[0][0] == "Danh mục đơn vị sự nghiệp công lập"
    assert lines[1][0] == "Ủy ban nhân dân xã Mẫu Một. Quyết định số 12/QĐ-UBND ngày 12/10/2026"
    assert lines[3][:2] == ["Đơn vị", "Dịch vụ cơ bản, thiết yếu"]
    assert lines[4][:2] == [station.name, "Tiêm chủng mở rộng, khám bệnh ban đầu"]
    assert lines[4][3] == "0000 000 001"
    words = document(address)
    for said in ("Công bố bằng Quyết định số 12/QĐ-UBND ngày 12/10/2026", station.name, "Tiêm chủng mở rộng"):
        assert said in words, said
    printed = Client().get(address, {"dang": "pdf"})
    assert printed.content.startswith(b"%PDF")
    assert printed.headers["Content-Disposition"].startswith("inline")
    every = workbook("/don-vi-su-nghiep/danh-muc/")
    assert [world.ward.name, "tỉnh Thí Dụ", "12/QĐ-UBND", "12/10/2026"] in every
    assert [world.other_ward.name, "tỉnh Thí Dụ", "chưa công bố", ""] in every


def test_a_list_without_units_goes_out_with_why(world: World) -> None:
    made = approved(world, [], remark="Xã không quản lý đơn vị nào cung ứng dịch vụ này.")
    words = document(f"/don-vi-su-nghiep/danh-muc/{made}/")
    assert "Xã không quản lý đơn vị nào" in words
    assert "Liên hệ" not in words, "no table without lines"


def test_lists_of_a_body_that_ended_stand_on_its_successors_page(world: World, station: Body) -> None:
    made = approved(world, served(station))
    address = f"/don-vi-su-nghiep/danh-muc/{made}/"
    assert "Không còn hoạt động" not in page(address)
    Body.objects.filter(pk=world.ward.pk).update(exists_until=TODAY)
    Succession.objects.create(older=world.ward, newer=world.other_ward, on=TODAY, extent="whole", main=True)
    successor = page(f"/co-quan/{world.other_ward.slug}/")
    assert f'href="{address}"' in successor
    assert "Quyết định số 12/QĐ-UBND ngày 12/10/2026" in successor
    assert "(cơ quan hoạt động đến hết 12/10/2026)" in successor
    shown = page(address)
    assert "từ ngày 13/10/2026" in shown
    assert f'href="/co-quan/{world.other_ward.slug}/"' in shown


class TestPagesThatStoodOpen:
    """Two leaders have a page open; the one acts, the other is told how it stands and can act on that."""

    @pytest.fixture
    def leaders(self, world: World) -> list[Client]:
        return [client_of(world.officer(Role.LEADER)) for _ in range(2)]

    def hidden(self, client: Client, url: str) -> dict[str, str]:
        """What the page itself sends with its form."""
        found = re.findall(r'name="(revision|in_force)" value="(\d+)"', client.get(url).content.decode())
        return dict(found)

    def test_who_approves_second_is_sent_to_the_page_and_told(
        self, world: World, station: Body, leaders: list[Client]
    ) -> None:
        url = f"/lam-viec/cong-bo/{submitted(world, served(station))}/duyet/"
        forms = [{**self.hidden(one, url), "seen": "on"} for one in leaders]
        assert [one.post(url, form).status_code for one, form in zip(leaders, forms, strict=True)] == [302, 302]
        told = leaders[1].get(f"/lam-viec/don-vi-su-nghiep/{Announcement.objects.get().pk}/").content.decode()
        assert "Người khác đã làm trước trong lúc trang mở. Tình trạng hiện nay: Công khai." in told
        assert leaders[1].get(url).status_code == 404

    def test_a_withdrawal_of_what_was_replaced_meanwhile_comes_back_with_its_words(
        self, world: World, station: Body, leaders: list[Client]
    ) -> None:
        first = approved(world, served(station))
        url = f"/lam-viec/cong-bo/{first}/rut/"
        form = {**self.hidden(leaders[0], url), "remark": "Sai dịch vụ"}
        second = approved(world, served(station))
        answer = leaders[0].post(url, form)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "người khác đã công bố hoặc rút một bản" in page
        assert "Sai dịch vụ" in page
        assert f'name="in_force" value="{second}"' in page
        assert leaders[0].post(url, {**form, "in_force": str(second)}).status_code == 302
        assert Announcement.objects.get(pk=first).withdrawn_on

    def test_a_text_that_was_written_anew_meanwhile_is_looked_at_anew(
        self, world: World, station: Body, leaders: list[Client]
    ) -> None:
        made = submitted(world, served(station))
        url = f"/lam-viec/cong-bo/{made}/duyet/"
        form = {**self.hidden(leaders[0], url), "seen": "on"}
        take_announcement_back(announcement_id=made, actor=world.officer(Role.SPECIALIST), now=NOW)
        submitted(world, served(station))
        answer = leaders[0].post(url, form)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "đã được sửa và trình lại" in page
        assert "checked" not in page.split('name="seen"')[1].split(">")[0]
        assert leaders[0].post(url, {**self.hidden(leaders[0], url), "seen": "on"}).status_code == 302
        assert Announcement.objects.get(pk=made).public_from
