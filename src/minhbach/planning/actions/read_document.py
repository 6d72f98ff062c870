"""Let the machine read a received document and propose its tasks."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from minhbach.agencies.queries import find_issuing_body
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.domain.reading.results import Problem, Reading, as_json
from minhbach.extraction.contracts import CannotRead, Extraction
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_apart
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import FileInfected, Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.looking import look_at
from minhbach.planning.drafting import drafts_of, source_lines, written_names
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.naming import apply_names, name_bodies

# Kept with the import as the machine's own sentences; pages in other languages go by the code (machine_words.py).
LOST = "Tệp chờ đọc không còn. Nhập lại văn bản."
SECRET = "Văn bản có dấu “{mark}”, không được đưa vào hệ thống này. Tệp không được lưu."  # noqa: S105


def read_received_document(*, import_id: int, actor: Actor, now: datetime) -> ImportState:
    """Read the file that waits, and leave the import in review, unreadable or refused. Safe to call again."""
    row = PlanImport.objects.get(pk=import_id)
    if row.state != ImportState.WAITING:
        return ImportState(row.state)
    try:
        content = quarantine.waiting(row.file_sha256)
        look_at(content, now=now)
        extraction = extract_bytes(content, row.file_name, progress=_progress_of(import_id))
        reading = read_apart(extraction.source)
    except FileNotFoundError:
        return _give_up(import_id, ImportEvent.FAIL, Problem("no_file", LOST), actor, now)
    except FileInfected as infected:
        return _give_up(import_id, ImportEvent.FAIL, Problem("virus", infected.sentence), actor, now)
    except CannotRead as error:
        return _give_up(import_id, ImportEvent.FAIL, Problem(error.code, error.message), actor, now)
    if reading.head.secrecy:
        secret = Problem("secrecy_mark", SECRET.format(mark=reading.head.secrecy))
        return _give_up(import_id, ImportEvent.REFUSE, secret, actor, now)
    return _propose(import_id, content, extraction, reading, actor, now)


def _progress_of(import_id: int) -> Callable[[int, int], None]:
    def note(done: int, total: int) -> None:
        PlanImport.objects.filter(pk=import_id).update(pages_done=done, pages_total=total)

    return note


@transaction.atomic
def _propose(
    import_id: int, content: bytes, extraction: Extraction, reading: Reading, actor: Actor, now: datetime
) -> ImportState:
    row = PlanImport.objects.select_for_update().get(pk=import_id)
    if row.state != ImportState.WAITING:
        # Somebody dropped it, or another worker was quicker, while this one was reading.
        return ImportState(row.state)
    row.state = PLAN_IMPORT.next(ImportState.WAITING, ImportEvent.READ)
    subject = Subject("plan_import", import_id)
    row.stored_file_id = store_file(content=content, name=row.file_name, subject=subject, actor=actor, now=now).id
    printed = as_json(reading)
    row.head = printed["document"]
    row.reading = {key: printed[key] for key in ("responsibilities", "budget", "statistic_fields")}
    row.source_lines = source_lines(extraction.source)
    row.problems = [_problem(problem) for problem in (*extraction.problems, *reading.problems)]
    row.issuing_body_id = find_issuing_body(
        reading.head.issuing_body or "", place=reading.head.place or "", on=reading.head.date
    ) or _own_body_if_it_issued(row, reading)
    row.save()
    drafts = list(drafts_of(reading))
    for draft in drafts:
        draft.plan_import = row
    row.bodies_note = _resolve(drafts, row, on=reading.head.date)
    row.save(update_fields=["bodies_note"])
    DraftTask.objects.bulk_create(drafts, batch_size=200)
    record_event(
        chain=f"body:{row.body_id}",
        kind="plan_import.read",
        subject=subject,
        actor=actor,
        now=now,
        facts={"drafts": len(drafts), "problems": len(row.problems)},
    )
    transaction.on_commit(lambda: quarantine.remove(row.file_sha256))
    return ImportState.IN_REVIEW


def _resolve(drafts: list[DraftTask], row: PlanImport, *, on: date | None) -> str:
    if row.issuing_body_id is None:
        return ""
    named = name_bodies(written_names(drafts), issuing_body_id=row.issuing_body_id, on=on)
    for draft in drafts:
        apply_names(draft, named.answers)
    return named.note


def _own_body_if_it_issued(row: PlanImport, reading: Reading) -> int | None:
    # A ward's draft often lacks its letterhead; who imports it is then the likeliest issuer, and the page asks.
    return row.body_id if reading.head.issuing_body is None else None


@transaction.atomic
def _give_up(import_id: int, event: ImportEvent, reason: Problem, actor: Actor, now: datetime) -> ImportState:
    row = PlanImport.objects.select_for_update().get(pk=import_id)
    if row.state != ImportState.WAITING:
        return ImportState(row.state)
    row.state = PLAN_IMPORT.next(ImportState.WAITING, event)
    row.refusal = reason.message[:500]
    row.problems = [_problem(reason)]
    if event == ImportEvent.REFUSE:
        # The name of a secret document is kept no more than the document.
        row.file_name = ""
    row.save()
    record_event(
        chain=f"body:{row.body_id}",
        kind=f"plan_import.{row.state}",
        subject=Subject("plan_import", import_id),
        actor=actor,
        now=now,
    )
    transaction.on_commit(lambda: quarantine.remove(row.file_sha256))
    return ImportState(row.state)


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "line": problem.line, "page": problem.page}
