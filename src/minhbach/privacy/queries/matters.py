"""Matters with their personal data: one for a given asker, and those whose time comes."""

from collections.abc import Collection, Iterator
from datetime import date

from minhbach.domain.access import Actor
from minhbach.intake.contracts import SubmissionKind, SubmissionNotVisible
from minhbach.intake.queries import submission
from minhbach.privacy.contracts import DueMatter, FinishedMatter, Matter, MatterNotVisible
from minhbach.privacy.queries.holds import held_among
from minhbach.privacy.registries import kept_matters
from minhbach.privacy.retention import ended_at_latest, erased_from
from minhbach.privacy.rules import SEES
from minhbach.register.queries.visible import bodies_of_holders, holds_for


def matter_of(submission_id: int) -> Matter:
    """Return the matter of a submission, for who proved to be its sender.

    :raises MatterNotVisible: if there is none, or no room looks after its kind.
    """
    try:
        row = submission(submission_id)
    except SubmissionNotVisible:
        raise MatterNotVisible from None
    kind = SubmissionKind(row.kind)
    if kind not in kept_matters():
        raise MatterNotVisible
    return Matter(row.pk, row.number, row.body_id, row.body.name, kind, row.received_on, row.erased_at)


def matter_visible_to(submission_id: int, *, actor: Actor) -> Matter:
    """Return a matter of the actor's bodies; where its own room shows it to the actor.

    :raises MatterNotVisible: if it is not there for the actor.
    """
    matter = matter_of(submission_id)
    if not holds_for(actor, SEES, matter.body_id) or not kept_matters()[matter.kind].address(submission_id, actor):
        raise MatterNotVisible
    return matter


def finished_matter(submission_id: int, kind: SubmissionKind, *, on: date) -> FinishedMatter | None:
    """Return a matter if it has ended up to a day and nothing of it is pending."""
    return next(iter(kept_matters()[kind].finished(on, submission_id=submission_id)), None)


def upcoming(actor: Actor, *, until: date, on: date) -> tuple[DueMatter, ...]:
    """Return the matters of the actor's bodies whose time is over up to a day, the nearest first; held ones too."""
    return tuple(due_matters(until=until, on=on, bodies=bodies_of_holders(actor, SEES)))


def due_matters(*, until: date, on: date, bodies: Collection[int] | None = None) -> list[DueMatter]:
    """Return the matters whose time is over up to a day, the nearest first; of all bodies for the sweep."""
    found = list(_due(until, bodies))
    held = held_among([one.submission_id for _kind, one, _day in found], on=on)
    found.sort(key=lambda line: (line[2], line[1].number))
    return [DueMatter(one, kind, day, one.submission_id in held) for kind, one, day in found]


def _due(until: date, bodies: Collection[int] | None) -> Iterator[tuple[SubmissionKind, FinishedMatter, date]]:
    for kind, kept in kept_matters().items():
        for one in kept.finished(ended_at_latest(kind, erased_by=until), bodies=bodies):
            day = erased_from(kind, ended_on=one.ended_on)
            if day <= until:
                yield kind, one, day
