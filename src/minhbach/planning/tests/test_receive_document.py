"""Taking a document in."""

from dataclasses import replace

import pytest

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.extraction.limits import MAX_FINDINGS
from minhbach.extraction.sandbox.tasks import TASKS
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.models import PlanImport
from minhbach.planning.tests.conftest import NOW, PLAN_TEXT, World

CONTENT = PLAN_TEXT.encode()


def test_a_received_document_waits_unserved_and_leaves_an_event(world: World) -> None:
    actor = world.officer(Role.SPECIALIST)
    import_id = receive_document(content=CONTENT, name="kh.txt", body_id=world.ward.pk, actor=actor, now=NOW)
    row = PlanImport.objects.get(pk=import_id)
    assert row.state == ImportState.WAITING
    assert row.stored_file_id is None
    assert quarantine.waiting(row.file_sha256) == CONTENT
    assert [event.kind for event in events_about(Subject("plan_import", import_id))] == ["plan_import.received"]


def test_the_same_document_again_says_so_and_changes_nothing(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    first = receive_document(content=CONTENT, name="kh.txt", body_id=world.ward.pk, actor=actor, now=NOW)
    with pytest.raises(AlreadyImported) as known:
        receive_document(content=CONTENT, name="ten-khac.txt", body_id=world.ward.pk, actor=actor, now=NOW)
    assert known.value.import_id == first
    assert PlanImport.objects.count() == 1


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_does_not_work_with_plans_may_not_import(world: World, role: Role) -> None:
    with pytest.raises(ImportRefused):
        receive_document(content=CONTENT, name="x", body_id=world.ward.pk, actor=world.officer(role), now=NOW)


def test_an_officer_of_another_ward_may_not_import_for_this_one(world: World) -> None:
    stranger = world.officer(Role.LEADER, body=world.other_ward)
    with pytest.raises(ImportRefused):
        receive_document(content=CONTENT, name="x", body_id=world.ward.pk, actor=stranger, now=NOW)


def test_an_empty_file_and_a_heavy_one_are_refused_with_what_to_do(world: World, settings: object) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024  # type: ignore[attr-defined]
    actor = world.officer(Role.SPECIALIST)
    with pytest.raises(ImportRefused, match="Tệp rỗng"):
        receive_document(content=b"", name="x", body_id=world.ward.pk, actor=actor, now=NOW)
    with pytest.raises(ImportRefused, match="nặng hơn 1 MB"):
        receive_document(content=b"a" * 1024 * 1025, name="x", body_id=world.ward.pk, actor=actor, now=NOW)


def test_a_text_that_would_hold_the_worker_is_given_up_with_a_sentence(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = world.officer(Role.SPECIALIST)
    import_id = receive_document(content=CONTENT, name="kh.txt", body_id=world.ward.pk, actor=actor, now=NOW)
    monkeypatch.setitem(TASKS, "reading", replace(TASKS["reading"], seconds=0.01))
    assert read_received_document(import_id=import_id, actor=actor, now=NOW) == ImportState.UNREADABLE
    row = PlanImport.objects.get(pk=import_id)
    assert row.problems[0]["code"] == "too_slow"
    assert "tách nhỏ" in row.refusal


def test_more_tasks_than_a_person_can_check_are_given_up_with_a_sentence(world: World) -> None:
    actor = world.officer(Role.SPECIALIST)
    tasks = "".join(f"{n}. Xây dựng quy chế\n- Cơ quan chủ trì: Văn phòng.\n" for n in range(1, MAX_FINDINGS + 2))
    content = PLAN_TEXT.replace("II. NỘI DUNG\n", f"II. NỘI DUNG\n{tasks}").encode()
    import_id = receive_document(content=content, name="kh.txt", body_id=world.ward.pk, actor=actor, now=NOW)
    assert read_received_document(import_id=import_id, actor=actor, now=NOW) == ImportState.UNREADABLE
    assert "quá nhiều nhiệm vụ" in PlanImport.objects.get(pk=import_id).refusal
