"""Read a file that came from outside, and keep it unless it carries a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.intake.models import FileState, SubmissionFile
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.screening import LOST, Problem, problem_with


def check_file(*, file_id: int, actor: Actor, now: datetime) -> None:
    """Keep the file that waits, or remove it and say why. Safe to call again, late, or twice at a time."""
    row = SubmissionFile.objects.filter(pk=file_id, state=FileState.WAITING).first()
    if row is None:
        return
    try:
        content = quarantine.waiting(row.place)
    except FileNotFoundError:
        _settle(file_id, LOST, b"", actor, now)
    else:
        _settle(file_id, problem_with(content, now=now), content, actor, now)


@transaction.atomic
def _settle(file_id: int, problem: Problem | None, content: bytes, actor: Actor, now: datetime) -> None:
    rows = SubmissionFile.objects.select_for_update(of=("self",)).select_related("submission")
    row = rows.filter(pk=file_id, state=FileState.WAITING).first()
    if row is None:  # Another worker was quicker while this one was reading.
        return
    place, row.place = row.place, ""
    facts: dict[str, str | int] = {"number": row.submission.number, "file": row.pk}
    if problem is None:
        facts["sha256"] = _keep(row, content, actor, now)
    else:
        # The name of a secret document is kept no more than the document; neither stands in the log.
        row.state = FileState.REFUSED if problem.is_secret else FileState.UNREADABLE
        row.code, row.sentence = problem.code, problem.sentence[:500]
        row.name = "" if problem.is_secret else row.name
    row.save()
    record_event(
        chain=body_chain(row.submission.body_id),
        kind=f"submission.file_{row.state}",
        subject=Subject(SUBMISSION, row.submission_id),
        actor=actor,
        now=now,
        facts=facts,
    )
    transaction.on_commit(lambda: quarantine.remove(place))


def _keep(row: SubmissionFile, content: bytes, actor: Actor, now: datetime) -> str:
    subject = Subject(SUBMISSION, row.submission_id)
    stored = store_file(content=content, name=row.name, subject=subject, actor=actor, now=now)
    row.state, row.file_id = FileState.KEPT, stored.id
    return stored.sha256
