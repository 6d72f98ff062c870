"""Taking a document in."""

import pytest

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning import quarantine
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
