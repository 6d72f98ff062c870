"""Agencies that are added after a document was read: what was open is found, what a person said stays."""

from datetime import date

import pytest
from django.test import Client

from minhbach.agencies.actions.add_body import add_body
from minhbach.agencies.actions.load_province import load_province
from minhbach.domain.access import Role, system_actor
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.contracts import Subject
from minhbach.foundation.jobs import run_due_jobs
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.choose_bodies import choose_bodies, keep_words
from minhbach.planning.actions.look_bodies_up import LookedUp, look_bodies_up
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.tests.conftest import NOW, PLAN_TEXT, World
from minhbach.planning.tests.test_pages import LIST, logged_in, upload, words
from minhbach.planning.tests.test_review_and_confirm import read

SETTER_UP = system_actor("test")
STATION = "Trạm Quan trắc Mẫu"
UNKNOWN = PLAN_TEXT.replace("Cơ quan chủ trì: Phòng Văn hóa - Xã hội", f"Cơ quan chủ trì: {STATION}")
FOREIGN = (
    PLAN_TEXT.replace("XÃ MẪU MỘT", "PHƯỜNG LÊ CHÂN")
    .replace("Mẫu Một, ngày", "Lê Chân, ngày")
    .replace("UBND xã", "UBND phường")
)


def add_the_station() -> int:
    return add_body(
        name=STATION, kind=Kind.SERVICE_UNIT, territory_key="mau-mot", parent_id=None, actor=SETTER_UP, now=NOW
    ).id


def lead(position: int) -> tuple[str, list[int]]:
    (name,) = DraftTask.objects.get(position=position).lead
    return name["how"], name["bodies"]


def kinds(import_id: int) -> list[str]:
    return [event.kind for event in events_about(Subject("plan_import", import_id))]


def test_a_body_that_is_added_later_is_found_by_the_job_without_anybody_s_act(world: World) -> None:
    import_id = read(world, UNKNOWN)
    assert lead(2) == ("asked", [])
    station = add_the_station()
    run_due_jobs()
    assert lead(2) == ("found", [station])
    assert kinds(import_id).count("plan_import.bodies_found") == 1


def test_an_issuer_whose_province_is_loaded_later_is_found_and_its_names_with_it(world: World) -> None:
    upload(logged_in(world, Role.SPECIALIST), world, FOREIGN)
    run_due_jobs()
    row = PlanImport.objects.get()
    assert row.issuing_body_id is None
    assert lead(1)[0] == "asked"
    load_province(name_or_code="Hải Phòng", on=date(2026, 10, 13), actor=SETTER_UP, now=NOW)
    run_due_jobs()
    row.refresh_from_db()
    assert row.issuing_body is not None
    assert row.issuing_body.slug == "ubnd-phuong-le-chan-hai-phong"
    assert [lead(1)[0], lead(2)[0]] == ["found", "found"]


def test_what_a_person_said_stays(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world, UNKNOWN)
    choose_bodies(import_id=import_id, name=STATION, body_ids=[world.economy.pk], actor=actor, now=NOW)
    keep_words(import_id=import_id, name="Phòng Kinh tế", actor=actor, now=NOW)
    add_the_station()
    run_due_jobs()
    assert lead(2) == ("chosen", [world.economy.pk])
    assert "kept" in [name["how"] for name in DraftTask.objects.get(position=1).coordinating]


def test_looking_in_vain_writes_nothing(world: World) -> None:
    import_id = read(world, UNKNOWN)
    before = kinds(import_id)
    for _turn in range(3):
        assert look_bodies_up(import_id=import_id, actor=SETTER_UP, now=NOW) == LookedUp()
    assert kinds(import_id) == before


@pytest.fixture
def client(world: World) -> Client:
    return logged_in(world, Role.SPECIALIST)


def test_the_button_looks_at_once_and_says_what_it_found(world: World, client: Client) -> None:
    where = f"{LIST}nhap/{read(world, UNKNOWN)}/"
    assert "Tìm lại cơ quan trong danh bạ" in words(client.get(where))
    assert "Chưa tìm thấy thêm cơ quan nào" in words(client.post(where + "tim-lai-co-quan/", follow=True))
    add_the_station()
    page = words(client.post(where + "tim-lai-co-quan/", follow=True))
    assert "Đã rõ thêm 1 tên." in page
    assert "Tìm lại cơ quan trong danh bạ" not in page, "nothing is open any more"
    assert "Tìm lại trong danh bạ, rõ thêm 1 tên cơ quan" in page, "the history says it"
