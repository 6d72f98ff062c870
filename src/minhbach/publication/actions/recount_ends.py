"""Move the ends of petitions and postings after days off were changed."""

from collections.abc import Iterator
from datetime import date, datetime

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.petition import PetitionState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.publication.dues import due_of_petition, end_of_posting
from minhbach.publication.models import Channel, Petition
from minhbach.publication.queries.channels import HANGS
from minhbach.publication.queries.petitions import PETITION
from minhbach.register.queries import ITEM


def open_ends_moving(move: CalendarMove) -> int:
    """Return how many open days would move; changes nothing."""
    return sum(1 for _ in _petitions(move)) + sum(1 for _ in _postings(move))


def recount_ends(move: CalendarMove, *, actor: Actor, now: datetime) -> int:
    """Write the days anew, each with an event that says which days off moved it, and return how many moved."""
    moved = 0
    for petition in _petitions(move):
        was, due = petition.due_on, due_of_petition(petition.received_on, calendar=move.after)
        petition.due_on, petition.is_due_provisional = due.due_on, due.provisional
        petition.save(update_fields=["due_on", "is_due_provisional"])
        facts = {"was": was.isoformat(), "due": due.due_on.isoformat()}
        record_event(
            chain=body_chain(petition.body_id),
            kind="petition.due_moved",
            subject=Subject(PETITION, petition.pk),
            actor=actor,
            now=now,
            ground=move.ground,
            facts=facts,
        )
        moved += 1
    for channel in _postings(move):
        until = _end(channel, move.after)
        place: dict[str, Fact] = {"channel": channel.pk, "was": str(channel.stays_until), "due": until.isoformat()}
        channel.stays_until = until
        channel.save(update_fields=["stays_until"])
        record_event(
            chain=body_chain(channel.body_id),
            kind="publication.posting_end_moved",
            subject=Subject(ITEM, channel.item_id),
            actor=actor,
            now=now,
            ground=move.ground,
            facts=place,
        )
        moved += 1
    return moved


def _petitions(move: CalendarMove) -> Iterator[Petition]:
    rows = Petition.objects.filter(state=PetitionState.RECEIVED, due_on__gte=move.days[0]).order_by("pk")
    for row in rows:
        if due_of_petition(row.received_on, calendar=move.after).due_on != row.due_on:
            yield row


def _postings(move: CalendarMove) -> Iterator[Channel]:
    for row in Channel.objects.filter(HANGS, stays_until__gte=move.days[0]).order_by("pk"):
        if _end(row, move.after) != row.stays_until:
            yield row


def _end(row: Channel, calendar: Calendar) -> date:
    assert row.done_on is not None
    return end_of_posting(row.done_on, calendar=calendar).due_on
