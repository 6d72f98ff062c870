"""What an agency still has to do: one screen, each line one click from the act, and nothing of other agencies."""

from datetime import date
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import FocalPoint
from minhbach.domain.access import Role
from minhbach.lawbook.monitoring import load_expectations
from minhbach.publication.queries.to_do import LINES, Need, work_of
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.register.law import statute_of_register
from minhbach.register.models import Item, VersionFile
from minhbach.register.tests.test_pages import client_of

LAW = statute_of_register(TODAY)
OVERDUE = date(2026, 10, 1)


def test_screen_names_what_is_overdue_broken_unread_missing(world: World, item: Any) -> None:
    overdue = item(title="Báo cáo quá hạn", created_on=OVERDUE)
    actor = world.officer(Role.SPECIALIST)
    work = work_of(actor, law=LAW, on=TODAY)
    assert [(one.need, one.item and one.item.pk, one.letter) for one in work.lines] == [
        (Need.PUBLISH, overdue.pk, ""),
        (Need.FOCAL_POINT, None, "u"),
        (Need.BEGIN, None, "b"),
        (Need.BEGIN, None, "c"),
    ]
    # 01/10/2026 is a Thursday: 02, 05, 06, 07, 08/10 are its five working days.
    assert Item.objects.get(pk=overdue.pk).publish_due_on == date(2026, 10, 8)


def test_public_items_that_machines_cannot_open_or_read_are_named(world: World, item: Any) -> None:
    broken, unread = item(letter="b"), item(letter="c")
    for row in (broken, unread):
        version = row.versions.get()
        Item.objects.filter(pk=row.pk).update(public_version=version, published_on=TODAY)
    VersionFile.objects.filter(version__item=broken).update(is_whole=False)
    VersionFile.objects.filter(version__item=unread).update(characters=0)
    work = work_of(world.officer(Role.SPECIALIST), law=LAW, on=TODAY)
    assert [(one.need, one.item.pk) for one in work.lines if one.item] == [
        (Need.MEND, broken.pk),
        (Need.READABLE, unread.pk),
    ]


def test_there_is_never_more_than_a_screen_and_the_rest_is_counted(world: World, item: Any) -> None:
    for number in range(14):
        item(title=f"Quá hạn {number}", created_on=OVERDUE)
    actor = world.officer(Role.SPECIALIST)
    with CaptureQueriesContext(connection) as many:
        work = work_of(actor, law=LAW, on=TODAY)
    assert len(work.lines) == LINES
    # Ten lines: a focal point, two letters, and what room is left for the fourteen.
    assert work.more == {Need.PUBLISH: 7}
    Item.objects.filter(title__startswith="Quá hạn 1").delete()
    with CaptureQueriesContext(connection) as few:
        work_of(actor, law=LAW, on=TODAY)
    assert len(many) == len(few)


def test_page_leads_to_the_acts_and_an_agency_without_work_is_told_so(world: World, item: Any, client: Client) -> None:
    row = item(created_on=OVERDUE)
    shown = client_of(world.officer(Role.SPECIALIST)).get("/lam-viec/cong-khai/viec-can-lam/").content.decode()
    assert f'href="/lam-viec/cong-khai/{row.pk}/"' in shown
    assert f'href="/lam-viec/co-quan/{world.ward.pk}/dau-moi-moi/"' in shown
    assert 'href="/lam-viec/kho-thong-tin/moi/"' in shown
    other = client_of(world.officer(Role.SPECIALIST, body=world.other_ward)).get("/lam-viec/cong-khai/viec-can-lam/")
    assert f"/lam-viec/cong-khai/{row.pk}/" not in other.content.decode()
    FocalPoint.objects.create(body=world.ward, name="A", from_on=OVERDUE, recorded_at=NOW)
    for letter in load_expectations()[0].letters:
        made = item(letter=letter, title=f"Mục {letter}")
        Item.objects.filter(pk=made.pk).update(public_version=made.versions.get(), published_on=made.created_on)
    Item.objects.filter(pk=row.pk).delete()
    assert work_of(world.officer(Role.SPECIALIST), law=LAW, on=TODAY).lines == ()


def test_supervisor_reads_and_is_offered_no_act(world: World, item: Any) -> None:
    item(created_on=OVERDUE)
    shown = client_of(world.officer(Role.SUPERVISOR)).get("/lam-viec/cong-khai/viec-can-lam/").content.decode()
    assert "Quá hạn công khai" in shown
    assert "dau-moi-moi" not in shown
