"""The nightly sweep: erases what is due, notes it outside the database, and erases anew what a backup brought back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import Actor, system_actor
from minhbach.intake.queries.erasing import not_erased_among
from minhbach.privacy.actions.erase import NotErasable, erase_again, erase_when_due
from minhbach.privacy.journal import Line, line_of, read_lines, write_lines
from minhbach.privacy.models import Erasure
from minhbach.privacy.queries.matters import due_matters

SWEEPER: Actor = system_actor("eraser")
AT_ONCE = 500


def sweep(*, now: datetime) -> tuple[int, int]:
    """Erase and return how many were due, and how many had come back. Each in a transaction of its own."""
    again = erase_what_came_back(now=now)
    today, due = timezone.localdate(now), 0
    for matter in due_matters(until=today, on=today):
        if not matter.is_held:
            due += _erase(matter.finished.submission_id, now)
    note_outside()
    return due, again


def _erase(submission_id: int, now: datetime) -> int:
    try:
        erase_when_due(submission_id=submission_id, actor=SWEEPER, now=now)
    except NotErasable:  # Held, reopened or complained about since it was looked up.
        return 0
    return 1


def erase_what_came_back(*, now: datetime) -> int:
    """Erase what stands in the list outside the database and is there all the same; return how many."""
    listed = sorted(set(read_lines()))
    came_back = [one for start in range(0, len(listed), AT_ONCE) for one in _there(listed[start : start + AT_ONCE])]
    for submission_id in came_back:
        erase_again(submission_id=submission_id, actor=SWEEPER, now=now)
    return len(came_back)


def _there(lines: Sequence[Line]) -> list[int]:
    rows = not_erased_among([number for number, _moment in lines])
    return [row.pk for row in rows if line_of(row.number, row.received_at) in lines]


def note_outside() -> None:
    """Write into the list what is not in it yet; whoever dies in between writes a line twice, never none."""
    rows = list(Erasure.objects.filter(is_journaled=False).select_related("submission"))
    write_lines(line_of(row.number, row.submission.received_at) for row in rows)
    with transaction.atomic():
        Erasure.objects.filter(pk__in=[row.pk for row in rows]).update(is_journaled=True)
