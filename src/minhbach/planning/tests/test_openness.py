"""What bodies that share a task learn of each other: each its own part, helpers what they help with, the lead all."""

import pytest

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.contracts import FileNotStored
from minhbach.foundation.models import StoredFile
from minhbach.foundation.queries import readable_file
from minhbach.planning.actions.report_work import report_progress
from minhbach.planning.actions.write_remark import write_inspection, write_remark
from minhbach.planning.contracts import Evidence
from minhbach.planning.models import Assignment
from minhbach.planning.queries.work import reads_reports, works_open_to
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.province_plan import AHEAD, Province, client_of, confirmed, make_province

JOINT, LED = 2, 3
"""Places in the province's plan: both communes lead and a department helps; a department leads and both help."""
TEXT, FILE = "Đã rà soát xong khu phố 3", "bien-ban-khu-pho-3.txt"


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


def reported(part: Assignment, by: Actor) -> int:
    """Report with a file, and return the file's id."""
    evidence = [Evidence(FILE, "Biên bản".encode())]
    report = report_progress(assignment_id=part.pk, percent=37, text=TEXT, evidence=evidence, actor=by, now=NOW)
    return StoredFile.objects.get(subject_kind="work_report", subject_id=str(report)).pk


def opens(file: int, reader: Actor) -> bool:
    try:
        return bool(readable_file(file, actor=reader))
    except FileNotStored:
        return False


def level(part: Assignment, file: int, reader: Actor) -> str:
    """Return how far the reader sees into the part, by its page, and hold the file to the page."""
    answer = client_of(reader).get(f"/lam-viec/viec/{part.pk}/")
    shown = answer.content.decode()
    reads, sees = reads_reports(part, actor=reader), part.pk in works_open_to(reader, [part.pk])
    assert opens(file, reader) == reads == (TEXT in shown and FILE in shown)
    assert (answer.status_code == 200) == sees == ("37%" in shown)
    return "reads" if reads else "progress" if sees else "state"


def officer(world: World, body: Body) -> Actor:
    return world.officer(Role.SPECIALIST, body=body)


def test_of_wards_that_each_do_their_own_none_sees_into_the_other(province: Province) -> None:
    world = province.world
    part = province.part(JOINT, world.ward)
    file = reported(part, officer(world, world.ward))
    sibling, helper = officer(world, world.other_ward), officer(world, province.justice)
    assert level(part, file, sibling) == "state"
    assert level(part, file, helper) == "progress", "who coordinates sees how far it is"
    assert level(part, file, province.actor) == "reads", "who keeps the plan"
    assert level(part, file, officer(world, world.ward)) == "reads"
    page = client_of(sibling).get(f"/lam-viec/ke-hoach/{province.plan.pk}/nhiem-vu/{part.task_id}/").content.decode()
    assert str(world.ward) in page
    assert "Trong hạn" in page or "Còn" in page
    assert f"/lam-viec/viec/{part.pk}/" not in page
    assert f"/lam-viec/viec/{province.part(JOINT, world.other_ward).pk}/" in page, "the own part is open"


def test_the_only_lead_reads_its_helpers_and_helpers_in_their_own_name_read_it(province: Province) -> None:
    world, lead = province.world, province.part(LED, province.justice)
    helping = province.part(LED, world.ward, "coordinating")
    leads_file = reported(lead, officer(world, province.justice))
    helps_file = reported(helping, officer(world, world.ward))
    assert level(helping, helps_file, officer(world, province.justice)) == "reads"
    assert level(lead, leads_file, officer(world, world.ward)) == "reads"
    assert level(helping, helps_file, officer(world, world.other_ward)) == "progress", "both help, each in its name"


def test_who_helps_as_one_of_many_sees_how_far_the_lead_is_and_nothing_of_the_others(province: Province) -> None:
    world, lead = province.world, province.part(LED, province.justice)
    Assignment.objects.filter(task=lead.task, role="coordinating").update(as_written="UBND các xã, phường")
    helping = province.part(LED, world.ward, "coordinating")
    leads_file = reported(lead, officer(world, province.justice))
    helps_file = reported(helping, officer(world, world.ward))
    assert level(lead, leads_file, officer(world, world.ward)) == "progress"
    assert level(helping, helps_file, officer(world, world.other_ward)) == "state"
    assert level(helping, helps_file, officer(world, province.justice)) == "reads"


def test_a_body_above_reads_what_stands_beneath_it_and_not_the_reverse(province: Province) -> None:
    world, of_office = province.world, province.part(JOINT, province.world.office)
    file = reported(of_office, officer(world, world.office))
    assert level(of_office, file, world.officer(Role.SUPERVISOR)) == "reads", "the ward, of which the office is a part"
    of_ward = province.part(LED, world.ward, "coordinating")
    assert level(of_ward, reported(of_ward, officer(world, world.ward)), officer(world, world.office)) == "state"


def test_who_keeps_the_plan_reads_all(province: Province) -> None:
    world = province.world
    clerk = world.officer(Role.FOCAL_POINT)
    own = confirmed(world.ward, clerk, number="7", tasks=[("Việc chung", [world.ward, world.other_ward], [], AHEAD)])
    part = Assignment.objects.get(task__plan=own, body=world.other_ward)
    file = reported(part, officer(world, world.other_ward))
    assert level(part, file, clerk) == "reads"
    assert level(part, file, officer(world, world.office)) == "state", "a division sees what it has a part in"


def test_what_is_written_about_one_body_is_not_for_its_siblings(province: Province) -> None:
    world, part = province.world, province.part(JOINT, province.world.ward)
    write_inspection(
        task_id=part.task_id, about_id=world.ward.pk, inspected_on=TODAY, text="Thiếu sổ theo dõi",
        actor=province.actor, now=NOW,
    )  # fmt: skip
    write_remark(
        task_id=part.task_id, body_id=province.committee.pk, text="Đề nghị các xã gửi trước ngày 20",
        actor=province.actor, now=NOW,
    )  # fmt: skip
    url = f"/lam-viec/ke-hoach/{province.plan.pk}/nhiem-vu/{part.task_id}/"
    for reader, finds in (
        (officer(world, world.ward), True),
        (province.actor, True),
        (officer(world, world.other_ward), False),
        (officer(world, province.justice), False),
    ):
        shown = client_of(reader).get(url).content.decode()
        assert "Đề nghị các xã" in shown
        assert ("Thiếu sổ theo dõi" in shown) == finds
        assert ("Ghi kết quả kiểm tra · " in shown) == finds, "nor does its history tell of it"
