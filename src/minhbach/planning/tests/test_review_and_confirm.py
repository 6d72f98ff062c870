"""From a waiting document to tasks of bodies. Expected values are written by hand from the sample plan."""

from datetime import date
from pathlib import Path

import pytest

from minhbach.agencies.queries import body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.add_missing_body import add_missing_body
from minhbach.planning.actions.choose_bodies import (
    choose_bodies,
    keep_vague_coordinators,
    keep_words,
    restate_name,
)
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.discard_import import discard_import, take_back_import
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.actions.review_draft import Corrections, add_draft, correct_draft, leave_out_draft
from minhbach.planning.contracts import ImportRefused, PlanNotVisible
from minhbach.planning.models import Assignment, Plan, PlanImport, Task
from minhbach.planning.queries import TaskFilters, assignments_of, doubts_of
from minhbach.planning.tests.conftest import NOW, PLAN_TEXT, World

OFFICE = "Văn phòng HĐND và UBND xã"
CULTURE = "Phòng Văn hóa - Xã hội"
ECONOMY = "Phòng Kinh tế"


def read(world: World, text: str = PLAN_TEXT) -> int:
    import_id = receive_document(
        content=text.encode(), name="kh-15.txt", body_id=world.ward.pk, actor=system_actor("test"), now=NOW
    )
    read_received_document(import_id=import_id, actor=system_actor("reader"), now=NOW)
    PlanImport.objects.filter(pk=import_id).update(issuing_body_id=world.ward.pk)
    return import_id


def answer_names(world: World, import_id: int, actor: Actor) -> None:
    for name, unit in ((OFFICE, world.office), (CULTURE, world.culture), (ECONOMY, world.economy)):
        choose_bodies(import_id=import_id, name=name, body_ids=[unit.pk], actor=actor, now=NOW)


def test_reading_proposes_the_two_tasks_with_deadline_and_product(world: World) -> None:
    import_id = read(world)
    row = PlanImport.objects.get(pk=import_id)
    assert row.state == ImportState.IN_REVIEW
    assert (row.head["number"], row.head["symbol"], row.head["date"]) == ("15", "KH-UBND", "2026-10-05")
    first, second = row.draft_tasks.all()
    assert first.title == "Xây dựng quy chế nội bộ về cung cấp thông tin"
    assert [name["text"] for name in first.coordinating] == [ECONOMY, CULTURE]
    assert (first.deadline_kind, first.deadline_end) == (DeadlineKind.QUARTER, date(2026, 12, 31))
    assert first.product == "Quy chế được ban hành"
    assert second.deadline_kind == DeadlineKind.ONGOING
    assert Task.objects.count() == 0, "nothing is a task before a person confirms"


def test_reading_twice_proposes_once(world: World) -> None:
    import_id = read(world)
    read_received_document(import_id=import_id, actor=system_actor("reader"), now=NOW)
    assert PlanImport.objects.get(pk=import_id).draft_tasks.count() == 2


def test_a_document_with_a_secrecy_mark_is_refused_and_not_kept(world: World, tmp_path: Path) -> None:
    import_id = receive_document(
        content=("MẬT\n" + PLAN_TEXT).encode(),
        name="ke-hoach-mat.txt",
        body_id=world.ward.pk,
        actor=system_actor("test"),
        now=NOW,
    )
    with_callbacks_run = read_received_document(import_id=import_id, actor=system_actor("reader"), now=NOW)
    row = PlanImport.objects.get(pk=import_id)
    assert with_callbacks_run == ImportState.REFUSED
    assert (row.file_name, row.head, row.source_lines, row.stored_file_id) == ("", {}, [], None)
    assert "Mật" in row.refusal
    assert "không được lưu" in row.refusal
    event = events_about(Subject("plan_import", import_id))[-1]
    assert "ke-hoach-mat" not in str(event)


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_refused_document_is_gone_from_the_disk(world: World, tmp_path: Path) -> None:
    import_id = receive_document(
        content=("TỐI MẬT\n" + PLAN_TEXT).encode(),
        name="x.txt",
        body_id=world.ward.pk,
        actor=system_actor("test"),
        now=NOW,
    )
    read_received_document(import_id=import_id, actor=system_actor("reader"), now=NOW)
    assert PlanImport.objects.get(pk=import_id).state == ImportState.REFUSED
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_that_gives_no_text_says_why(world: World) -> None:
    import_id = receive_document(
        content=b"\x00\x01\x02" * 50, name="x.bin", body_id=world.ward.pk, actor=system_actor("test"), now=NOW
    )
    assert read_received_document(import_id=import_id, actor=system_actor("r"), now=NOW) == ImportState.UNREADABLE
    assert len(PlanImport.objects.get(pk=import_id).refusal) > 20


def test_confirming_gives_each_body_its_part_and_the_event_counts(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world)
    answer_names(world, import_id, actor)
    plan_id = confirm_plan(import_id=import_id, actor=actor, now=NOW)
    parts = {(part.task.position, part.body_id, part.role) for part in Assignment.objects.select_related("task")}
    assert parts == {
        (1, world.office.pk, "lead"),
        (1, world.economy.pk, "coordinating"),
        (1, world.culture.pk, "coordinating"),
        (2, world.culture.pk, "lead"),
    }
    dues = [row.task.due_on for row in assignments_of({world.culture.pk}, TaskFilters())]
    assert dues == [date(2026, 12, 31), None]
    event = events_about(Subject("plan", plan_id))[0]
    assert event.facts == {"import": import_id, "tasks": 2, "assignments": 4, "told": 0}


def test_a_name_that_nobody_answered_blocks_the_confirmation(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world)
    draft = PlanImport.objects.get(pk=import_id).draft_tasks.get(position=1)
    draft.lead = [{"text": "Phòng Không Có", "bodies": [], "how": "asked", "note": ""}]
    draft.save()
    with pytest.raises(ImportRefused, match="chưa rõ"):
        confirm_plan(import_id=import_id, actor=actor, now=NOW)
    assert Plan.objects.count() == 0
    keep_words(import_id=import_id, name="Phòng Không Có", actor=actor, now=NOW)
    answer_names(world, import_id, actor)
    confirm_plan(import_id=import_id, actor=actor, now=NOW)
    assert Plan.objects.count() == 1


def test_an_unclear_deadline_blocks_until_a_person_settles_it(world: World) -> None:
    actor = world.officer(Role.LEADER)
    import_id = read(world)
    answer_names(world, import_id, actor)
    draft = PlanImport.objects.get(pk=import_id).draft_tasks.get(position=1)
    draft.deadline_kind = DeadlineKind.UNCLEAR
    draft.save()
    assert [doubt.field for doubt in doubts_of(draft) if doubt.blocks] == ["deadline_text"]
    with pytest.raises(ImportRefused):
        confirm_plan(import_id=import_id, actor=actor, now=NOW)


def corrections(**changes: object) -> Corrections:
    values: dict[str, object] = {
        "number": "1",
        "title": "Tên đã sửa",
        "scope": "",
        "lead": [OFFICE],
        "coordinating": [],
        "deadline": Deadline(text="31/12/2026", kind=DeadlineKind.DATE, end=date(2026, 12, 31)),
        "product": "",
        "report_to": [],
    }
    return Corrections(**(values | changes))  # type: ignore[arg-type]


def test_a_correction_keeps_the_chosen_body_of_an_unchanged_name(world: World) -> None:
    actor = world.officer(Role.SPECIALIST)
    import_id = read(world)
    answer_names(world, import_id, actor)
    draft = correct_draft(import_id=import_id, position=1, corrections=corrections(), actor=actor, now=NOW)
    assert (draft.title, draft.checked) == ("Tên đã sửa", True)
    assert draft.lead[0]["bodies"] == [world.office.pk]


def test_what_was_left_out_becomes_no_task_and_what_was_added_does(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world)
    answer_names(world, import_id, actor)
    leave_out_draft(import_id=import_id, position=2, actor=actor, now=NOW)
    added = add_draft(import_id=import_id, corrections=corrections(title="Việc sót"), actor=actor, now=NOW)
    answer_names(world, import_id, actor)
    confirm_plan(import_id=import_id, actor=actor, now=NOW)
    assert list(Task.objects.values_list("position", "title")) == [
        (1, "Xây dựng quy chế nội bộ về cung cấp thông tin"),
        (added.position, "Việc sót"),
    ]


def test_a_specialist_corrects_but_does_not_confirm(world: World) -> None:
    import_id = read(world)
    with pytest.raises(ImportRefused, match="Người xác nhận"):
        confirm_plan(import_id=import_id, actor=world.officer(Role.SPECIALIST), now=NOW)


def test_a_stranger_meets_nothing(world: World) -> None:
    import_id = read(world)
    stranger = world.officer(Role.LEADER, body=world.other_ward)
    with pytest.raises(PlanNotVisible):
        confirm_plan(import_id=import_id, actor=stranger, now=NOW)
    with pytest.raises(PlanNotVisible):
        discard_import(import_id=import_id, actor=stranger, now=NOW)


def test_a_dropped_import_comes_back_with_what_was_corrected(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world)
    correct_draft(import_id=import_id, position=1, corrections=corrections(), actor=actor, now=NOW)
    discard_import(import_id=import_id, actor=actor, now=NOW)
    with pytest.raises(ImportRefused):
        correct_draft(import_id=import_id, position=1, corrections=corrections(), actor=actor, now=NOW)
    take_back_import(import_id=import_id, actor=actor, now=NOW)
    row = PlanImport.objects.get(pk=import_id)
    assert row.state == ImportState.IN_REVIEW
    assert row.draft_tasks.get(position=1).title == "Tên đã sửa"


def test_a_file_lost_while_waiting_is_said_and_not_guessed(world: World) -> None:
    import_id = receive_document(
        content=PLAN_TEXT.encode(), name="x.txt", body_id=world.ward.pk, actor=system_actor("test"), now=NOW
    )
    quarantine.remove(PlanImport.objects.get(pk=import_id).file_sha256)
    assert read_received_document(import_id=import_id, actor=system_actor("r"), now=NOW) == ImportState.UNREADABLE


UNKNOWN = PLAN_TEXT.replace("Cơ quan chủ trì: Phòng Văn hóa - Xã hội", "Cơ quan chủ trì: Ban Thử nghiệm")


def test_a_body_that_the_tree_lacks_is_added_and_gets_the_task(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world, UNKNOWN)
    draft = PlanImport.objects.get(pk=import_id).draft_tasks.get(position=2)
    assert draft.lead[0]["how"] == "asked"
    added = add_missing_body(
        import_id=import_id,
        written="Ban Thử nghiệm",
        name="Ban Thử nghiệm",
        kind=Kind.OTHER,
        parent=body(world.ward.pk),
        actor=actor,
        now=NOW,
    )
    draft.refresh_from_db()
    assert (draft.lead[0]["how"], draft.lead[0]["bodies"]) == ("chosen", [added.id])
    assert not added.is_confirmed
    assert added.source == "Kế hoạch 15/KH-UBND ngày 05/10/2026"


def test_a_name_said_in_clearer_words_means_all_bodies_of_these(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    import_id = read(world, UNKNOWN)
    with pytest.raises(ImportRefused, match="vẫn chưa rõ"):
        restate_name(import_id=import_id, name="Ban Thử nghiệm", clearer=["Ban Nào Đó"], actor=actor, now=NOW)
    restate_name(import_id=import_id, name="Ban Thử nghiệm", clearer=[CULTURE, ECONOMY], actor=actor, now=NOW)
    draft = PlanImport.objects.get(pk=import_id).draft_tasks.get(position=2)
    assert set(draft.lead[0]["bodies"]) == {world.culture.pk, world.economy.pk}


def test_vague_coordinators_stay_words_and_vague_leads_stay_asked(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    vague = UNKNOWN.replace("phối hợp: Phòng Kinh tế;", "phối hợp: các đơn vị có liên quan;")
    import_id = read(world, vague)
    assert keep_vague_coordinators(import_id=import_id, actor=actor, now=NOW) == 1
    first, second = PlanImport.objects.get(pk=import_id).draft_tasks.all()
    assert [name["how"] for name in first.coordinating] == ["kept", "found"]
    assert second.lead[0]["how"] == "asked"
