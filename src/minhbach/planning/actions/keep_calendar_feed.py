"""Make, renew and end the address under which an officer's calendar program finds their limits (lịch hạn việc)."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.feeds.secrets import digest_of, new_secret
from minhbach.planning.models import CalendarFeed
from minhbach.planning.moving import person_of


@transaction.atomic
def open_calendar_feed(*, actor: Actor, now: dt.datetime) -> str:
    """Make a fresh address and end the one before; return its secret, which is told this once and kept nowhere.

    :raises WorkRefused: if the actor is no officer.
    """
    person = _officer(actor)
    _end(person, now)
    secret = new_secret()
    CalendarFeed.objects.create(person_id=person, digest=digest_of(secret), made_at=now)
    _note("calendar_feed.opened", person, actor, now)
    return secret


@transaction.atomic
def end_calendar_feed(*, actor: Actor, now: dt.datetime) -> None:
    """End the actor's address: programs that ask under it are answered as if it had never been.

    :raises WorkRefused: if there is none.
    """
    person = _officer(actor)
    if not _end(person, now):
        raise WorkRefused(_("Không có địa chỉ lịch nào đang dùng."))
    _note("calendar_feed.ended", person, actor, now)


def _officer(actor: Actor) -> int:
    if not actor.is_officer:
        raise WorkRefused(_("Lịch chỉ lập cho người đang giữ vị trí."))
    return person_of(actor)


def _end(person: int, now: dt.datetime) -> int:
    # Locked, so that of two windows one waits for the other, instead of both finding nothing to end.
    running = CalendarFeed.objects.select_for_update().filter(person_id=person, ended_at=None)
    return CalendarFeed.objects.filter(pk__in=[one.pk for one in running]).update(ended_at=now)


def _note(kind: str, person: int, actor: Actor, now: dt.datetime) -> None:
    chain = body_chain(min(actor.bodies()))
    record_event(chain=chain, kind=kind, subject=Subject("person", person), actor=actor, now=now)
