"""What was done about a mail, from the event log, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from minhbach.foundation.mail.journal import mail_subject
from minhbach.foundation.mail.words import EVENTS
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.foundation.registries import names_of_actors


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line of a history: when, who, what. `ground` is what the server gave as its code, where it gave one."""

    moment: datetime
    who: str
    what: str
    ground: str = ""


def history(mail: OutgoingMail) -> tuple[HistoryLine, ...]:
    """Return what was done, the latest first, down to its being written."""
    events = events_about(mail_subject(mail.pk))
    names = names_of_actors(frozenset((mail.queued_by, *(event.actor for event in events))))
    told = [
        HistoryLine(
            event.at,
            names.get(event.actor, _system(event.actor)),
            str(EVENTS.get(event.kind, event.kind)),
            str(event.facts.get("status") or event.facts.get("code") or ""),
        )
        for event in reversed(events)
    ]
    writer = names.get(mail.queued_by, _system(mail.queued_by))
    first = HistoryLine(mail.queued_at, writer, _("Viết thư, đưa vào hàng chờ"))
    return (*told, first)


def _system(reference: str) -> str:
    return _("hệ thống") if reference.startswith("system:") else ""
