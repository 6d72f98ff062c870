"""The list of feedback: what it may be narrowed to, and in which order it comes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.feedback import OPEN, FeedbackState
from minhbach.domain.text import fold, squeeze
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.outreach.rules import READS_SENDERS
from minhbach.publication.queries import ids_to_approve
from minhbach.register.queries.visible import bodies_of_holders

LATE, IS_OPEN = "late", "open"
ORDERS = {"so": "number", "nhan": "received_on", "han": "due_on"}


@dataclass(frozen=True, slots=True)
class FeedbackFilters:
    """What a list of feedback is narrowed to; "" and None narrow nothing. `state` also takes LATE and IS_OPEN."""

    words: str = ""
    state: str = ""
    kind: str = ""
    body_id: int | None = None
    year: int | None = None
    group: str = ""
    handler_id: int | None = None


def narrowed(rows: QuerySet[Feedback], to: FeedbackFilters, *, on: date, actor: Actor) -> QuerySet[Feedback]:
    """Return what fits, as it stands on the day. Who reads no words finds by the number alone."""
    reads = bodies_of_holders(actor, READS_SENDERS)
    for word in fold(squeeze(to.words)).split():
        rows = rows.filter(Q(number__contains=word) | Q(search_text__contains=word, body_id__in=reads))
    if to.state == LATE:
        rows = rows.filter(state__in=OPEN, due_on__lt=on)
    elif to.state == IS_OPEN:
        rows = rows.filter(state__in=OPEN)
    elif to.state:
        rows = rows.filter(state=to.state)
    wanted = {"kind": to.kind, "body_id": to.body_id, "handler_id": to.handler_id, "group": squeeze(to.group)}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value})
    return rows.filter(received_on__range=year_of(to.year)) if to.year else rows


def year_of(year: int) -> tuple[date, date]:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def in_order(rows: QuerySet[Feedback], asked: str) -> QuerySet[Feedback]:
    """Return them in the order asked for; the newest first where none, or no such order, was asked for."""
    column = ORDERS.get(asked.removeprefix("-"))
    if column is None:
        return rows.order_by("-received_on", "-pk")
    down = asked.startswith("-")
    order = F(column).desc(nulls_last=True) if down else F(column).asc(nulls_last=True)
    return rows.order_by(order, "-pk" if down else "pk")


def for_today(actor: Actor) -> QuerySet[Feedback]:
    """Return what waits for the actor: new ones for the focal point, given ones for who was named, secret ones and
    answers on their way to the public for the leader; what is due first comes first."""
    focal = bodies_of_holders(actor, (Role.FOCAL_POINT,))
    led = bodies_of_holders(actor, (Role.LEADER,))
    new = Q(state=FeedbackState.RECEIVED, is_confidential=False, body_id__in=focal)
    mine = Q(state=FeedbackState.IN_WORK, is_confidential=False, handler_id=actor.person)
    secret = Q(state__in=OPEN, is_confidential=True, body_id__in=led)
    ready = Q(state=FeedbackState.ANSWERED, is_confidential=False, pk__in=ids_to_approve(FEEDBACK, actor=actor))
    rows = Feedback.objects.filter(new | mine | secret | ready).select_related("body")
    return rows.order_by(F("due_on").asc(nulls_last=True), "received_on", "pk")
