"""Erase the personal data of a matter everywhere, and write minutes of it."""

from collections import Counter
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.erase_submission import erase_submission
from minhbach.intake.contracts import SubmissionKind, SubmissionNotVisible
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.queries.erasing import submission_for_change
from minhbach.privacy.contracts import ErasureCause, Matter
from minhbach.privacy.models import DataWish, Erasure
from minhbach.privacy.queries.holds import held_among
from minhbach.privacy.queries.matters import finished_matter, matter_of
from minhbach.privacy.registries import kept_matters
from minhbach.privacy.retention import erased_from


class NotErasable(Exception):
    """The matter is not finished, is held, is erased already, or its time is not over."""


@transaction.atomic
def erase_when_due(*, submission_id: int, actor: Actor, now: datetime) -> int:
    """Erase a matter whose time is over and return the id of its minutes. Looks again, whatever was looked at before.

    :raises NotErasable: if anything stops it.
    """
    matter, ended_on = _finished(submission_id, timezone.localdate(now))
    due_on = erased_from(matter.kind, ended_on=ended_on)
    if due_on > timezone.localdate(now):
        raise NotErasable
    return _erase_finished(matter, ended_on, ErasureCause.RETENTION, due_on, actor, now)


@transaction.atomic
def erase_as_wished(*, submission_id: int, actor: Actor, now: datetime) -> int:
    """Erase a finished matter before its time, as its sender asked and a leader decided; return the minutes' id.

    :raises NotErasable: if it is not finished, or is held.
    """
    matter, ended_on = _finished(submission_id, timezone.localdate(now))
    return _erase_finished(matter, ended_on, ErasureCause.WISH, None, actor, now)


@transaction.atomic
def erase_again(*, submission_id: int, actor: Actor, now: datetime) -> int:
    """Erase what came back with a backup; it was decided once, and neither time nor hold is asked again."""
    submission_for_change(submission_id)
    return _erase(matter_of(submission_id), timezone.localdate(now), ErasureCause.AGAIN, None, actor, now)


def _finished(submission_id: int, on: date) -> tuple[Matter, date]:
    # Locked first: whoever reopens, complains or holds meanwhile comes before or after, never in between.
    try:
        row = submission_for_change(submission_id)
    except SubmissionNotVisible:
        raise NotErasable from None
    finished = finished_matter(row.pk, SubmissionKind(row.kind), on=on) if row.erased_at is None else None
    if finished is None or held_among([row.pk], on=on):
        raise NotErasable
    return matter_of(row.pk), finished.ended_on


def _erase_finished(
    matter: Matter, ended_on: date, cause: ErasureCause, due_on: date | None, actor: Actor, now: datetime
) -> int:
    minutes = _erase(matter, ended_on, cause, due_on, actor, now)
    # By now its rows are locked: who complained or reopened it just before is seen, and everything is taken back.
    if kept_matters()[matter.kind].pending(matter.submission_id):
        raise NotErasable
    return minutes


def _erase(
    matter: Matter, ended_on: date, cause: ErasureCause, due_on: date | None, actor: Actor, now: datetime
) -> int:
    elsewhere = kept_matters()[matter.kind].erase(matter.submission_id, actor=actor, now=now)
    here = erase_submission(submission_id=matter.submission_id, actor=actor, now=now)
    DataWish.objects.filter(submission=matter.submission_id).update(words="", answer="")
    counts = Counter({"files": here.files, "messages": here.messages}) + Counter(elsewhere.counts)
    minutes = Erasure.objects.create(
        submission_id=matter.submission_id,
        number=matter.number,
        body_id=matter.body_id,
        cause=cause,
        ended_on=ended_on,
        due_on=due_on,
        erased_at=now,
        erased_by_id=actor.person,
        counts=dict(counts),
    )
    record_event(
        chain=body_chain(matter.body_id),
        kind="personal_data.erased",
        subject=Subject(SUBMISSION, matter.submission_id),
        actor=actor,
        now=now,
        facts={"number": matter.number, "cause": cause.value, "minutes": minutes.pk},
    )
    return minutes.pk
