"""`verify-log` finds whatever was done to the log behind its back, each fault planted directly in the database."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from minhbach.foundation.actions.write_checkpoint import write_checkpoint
from minhbach.foundation.eventlog.checkpoints import read_checkpoints
from minhbach.foundation.eventlog.hashing import content_of, digest, link
from minhbach.foundation.eventlog.rows import as_record
from minhbach.foundation.eventlog.triggers import drop_triggers
from minhbach.foundation.eventlog.verifying import verify_log
from minhbach.foundation.models import Event
from minhbach.foundation.tests.rows import AT, record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.CHECKPOINTS_ROOT = tmp_path / "checkpoints"
    return tmp_path / "checkpoints"


@pytest.fixture
def log(folder: Path) -> None:
    """Two chains, of five and three entries, with a checkpoint after the first three of body 1 and one at the end."""
    for number in range(1, 4):
        record(body=1, subject=number, tasks=number)
    write_checkpoint(now=AT)
    for number in range(4, 6):
        record(body=1, subject=number, tasks=number)
    for number in range(1, 4):
        record(body=2, subject=number)


def sql(*statements: str) -> None:
    """Do what somebody with the database's password would."""
    with transaction.atomic():
        drop_triggers(connection)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def faults(folder: Path) -> set[tuple[str, str]]:
    return {(p.chain, p.fault) for p in verify_log(folder).problems}


def rewrite_from(chain: str, sequence: int) -> None:
    """Make a chain consistent again after an alteration, its head included."""
    previous = Event.objects.get(chain=chain, sequence=sequence - 1).hash if sequence > 1 else "0" * 64
    for row in Event.objects.filter(chain=chain, sequence__gte=sequence).order_by("sequence"):
        new = link(previous, digest(content_of(as_record(row))))
        sql(f"UPDATE foundation_event SET previous_hash = '{previous}', hash = '{new}' WHERE id = {row.pk}")
        previous = new
    sql(f"UPDATE foundation_eventchain SET head = '{previous}' WHERE name = '{chain}'")


def test_untouched_log_is_whole(log: None, folder: Path) -> None:
    write_checkpoint(now=AT)
    verdict = verify_log(folder)
    assert verdict.is_whole
    assert (verdict.chains, verdict.entries, verdict.checkpoints) == (2, 8, 3)


@pytest.mark.parametrize(
    "column", ["kind", "subject_kind", "subject_id", "actor", "ground", "facts", "hash", "previous_hash"]
)
def test_any_altered_column_is_found(log: None, folder: Path, column: str) -> None:
    sql(f"UPDATE foundation_event SET {column} = '{{\"tasks\":9}}' WHERE chain = 'body:1' AND sequence = 4")
    assert ("body:1", "altered") in faults(folder)


def test_altered_moment_is_found(log: None, folder: Path) -> None:
    sql("UPDATE foundation_event SET at = '2026-10-20 02:30:00.123456+00' WHERE chain = 'body:2' AND sequence = 3")
    assert ("body:2", "altered") in faults(folder)


def test_facts_that_were_only_written_differently_are_found(log: None, folder: Path) -> None:
    sql("UPDATE foundation_event SET facts = '{ \"tasks\": 2 }' WHERE chain = 'body:1' AND sequence = 2")
    assert ("body:1", "altered") in faults(folder)


def test_removed_row_is_found(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence = 2")
    assert ("body:1", "removed") in faults(folder)


def test_removed_first_row_is_found(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:2' AND sequence = 1")
    assert ("body:2", "removed") in faults(folder)


def test_removed_row_whose_followers_moved_up_is_found(log: None, folder: Path) -> None:
    sql(
        "DELETE FROM foundation_event WHERE chain = 'body:2' AND sequence = 2",
        "UPDATE foundation_event SET sequence = 2 WHERE chain = 'body:2' AND sequence = 3",
    )
    assert {("body:2", "unlinked"), ("body:2", "altered"), ("body:2", "cut_off")} <= faults(folder)


def test_reordered_rows_are_found(log: None, folder: Path) -> None:
    sql(
        "UPDATE foundation_event SET sequence = 99 WHERE chain = 'body:2' AND sequence = 2",
        "UPDATE foundation_event SET sequence = 2 WHERE chain = 'body:2' AND sequence = 3",
        "UPDATE foundation_event SET sequence = 3 WHERE chain = 'body:2' AND sequence = 99",
    )
    assert ("body:2", "unlinked") in faults(folder)


def test_cut_off_end_is_found(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence > 4")
    assert faults(folder) == {("body:1", "cut_off")}


def test_cut_off_end_with_its_head_put_back_is_found_by_the_checkpoint(log: None, folder: Path) -> None:
    write_checkpoint(now=AT)
    second = Event.objects.get(chain="body:1", sequence=2).hash
    sql(
        "DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence > 2",
        f"UPDATE foundation_eventchain SET count = 2, head = '{second}' WHERE name = 'body:1'",
    )
    assert faults(folder) == {("body:1", "cut_off")}


def test_removed_whole_chain_is_found_by_the_checkpoint(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:1'")
    sql("DELETE FROM foundation_eventchain WHERE name = 'body:1'")
    assert faults(folder) == {("body:1", "cut_off")}


def test_removed_rows_of_a_chain_without_checkpoint_are_found_by_its_head(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:2'")
    assert faults(folder) == {("body:2", "cut_off")}


def test_chain_recomputed_after_an_alteration_differs_from_the_checkpoint(log: None, folder: Path) -> None:
    sql("UPDATE foundation_event SET kind = 'plan.refused' WHERE chain = 'body:1' AND sequence = 2")
    rewrite_from("body:1", 2)
    assert faults(folder) == {("body:1", "rewritten")}


def test_row_moved_to_another_chain_is_found(log: None, folder: Path) -> None:
    sql("UPDATE foundation_event SET chain = 'body:2', sequence = 4 WHERE chain = 'body:1' AND sequence = 5")
    assert {("body:1", "cut_off"), ("body:2", "altered")} <= faults(folder)


def test_checkpoints_of_a_second_day_hold_every_chain_again(log: None, folder: Path) -> None:
    assert write_checkpoint(now=AT) == 2
    assert write_checkpoint(now=AT + timedelta(hours=1)) == 0
    assert write_checkpoint(now=AT + timedelta(days=1)) == 2
    assert [p.name for p in sorted(folder.iterdir())] == ["2026-10-19.jsonl", "2026-10-20.jsonl"]


def test_day_of_a_checkpoint_is_the_local_one(log: None, folder: Path) -> None:
    write_checkpoint(now=AT.replace(hour=17, minute=30))
    assert (folder / "2026-10-20.jsonl").exists()


def test_line_torn_by_a_loss_of_power_is_a_warning_and_spoils_no_other(log: None, folder: Path) -> None:
    path = folder / "2026-10-19.jsonl"
    path.write_bytes(path.read_bytes() + b'{"at":"2026-10-19T0')
    write_checkpoint(now=AT)
    found = read_checkpoints(folder)
    assert len(found.lines) == 3
    assert found.damaged == ("2026-10-19.jsonl:2",)
    assert verify_log(folder).is_whole


def test_command_says_in_one_sentence_and_exit_status_whether_the_log_is_whole(log: None) -> None:
    out = StringIO()
    call_command("verify_log", "--checkpoint", stdout=out, stderr=StringIO())
    assert out.getvalue() == "Nguyên vẹn: 8 mục, 2 chuỗi, 1 điểm kiểm.\n"
    sql("DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence = 2")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_log", "--json", stdout=out, stderr=StringIO())
    assert json.loads(out.getvalue())["whole"] is False


def test_broken_log_gets_no_new_checkpoint(log: None, folder: Path) -> None:
    sql("DELETE FROM foundation_event WHERE chain = 'body:1' AND sequence = 2")
    before = read_checkpoints(folder)
    with pytest.raises(CommandError):
        call_command("verify_log", "--checkpoint", stdout=StringIO(), stderr=StringIO())
    assert read_checkpoints(folder) == before


@pytest.fixture
def proof(log: None) -> Iterator[dict]:
    write_checkpoint(now=AT)
    out = StringIO()
    call_command("verify_log", "--prove", str(Event.objects.get(chain="body:1", sequence=4).pk), stdout=out)
    return json.loads(out.getvalue())


def test_proof_of_one_entry_shows_no_other_and_holds_without_the_database(proof: dict, tmp_path: Path) -> None:
    assert proof["entry"]["subject"] == "plan:4"
    assert "plan:5" not in json.dumps(proof)
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(proof))
    sql("DELETE FROM foundation_event", "DELETE FROM foundation_eventchain")
    out = StringIO()
    call_command("verify_log", "--check-proof", str(path), stdout=out)
    assert "Chứng minh đúng" in out.getvalue()


@pytest.mark.parametrize("change", ["entry", "digests_after", "checkpoint"])
def test_altered_proof_does_not_hold(proof: dict, tmp_path: Path, change: str) -> None:
    altered = {
        "entry": {**proof, "entry": {**proof["entry"], "kind": "plan.refused"}},
        "digests_after": {**proof, "digests_after": []},
        "checkpoint": {**proof, "checkpoint": {**proof["checkpoint"], "head": "0" * 64}},
    }[change]
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(altered))
    with pytest.raises(CommandError):
        call_command("verify_log", "--check-proof", str(path), stdout=StringIO())
