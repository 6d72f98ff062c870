"""The list of cases: what it may be narrowed to, and in which order it comes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from minhbach.domain.lifecycles.request import ANSWERED, OPEN, RUNNING, RequestState
from minhbach.domain.text import fold, squeeze
from minhbach.requests.models import Case

LATE, IS_OPEN, IS_ANSWERED, TO_CHECK = "late", "open", "answered", "to_check"
ORDERS = {"so": "number", "nhan": "received_on", "han": "due_on"}


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What a list of cases is narrowed to; "" and None narrow nothing. `state` also takes LATE, IS_OPEN …"""

    words: str = ""
    state: str = ""
    body_id: int | None = None
    year: int | None = None
    statute: str = ""
    handler_id: int | None = None


def narrowed(rows: QuerySet[Case], to: CaseFilters, *, on: date, reads_words: bool = True) -> QuerySet[Case]:
    """Return the cases that fit, as they stand on the day.

    :param reads_words: the asker may read what people wrote; else only the number is looked for.
    """
    for word in fold(squeeze(to.words)).split():
        rows = rows.filter(search_text__contains=word) if reads_words else rows.filter(number__contains=word)
    rows = _in_state(rows, to.state, on)
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    rows = rows.filter(statute=to.statute) if to.statute else rows
    rows = rows.filter(handler_id=to.handler_id) if to.handler_id else rows
    if to.year:
        rows = rows.filter(received_on__range=(date(to.year, 1, 1), date(to.year, 12, 31)))
    return rows


def _in_state(rows: QuerySet[Case], state: str, on: date) -> QuerySet[Case]:
    if state == LATE:
        return rows.filter(state__in=RUNNING, due_on__lt=on)
    if state == IS_OPEN:
        return rows.filter(state__in=OPEN)
    if state == IS_ANSWERED:
        return rows.filter(state__in=ANSWERED)
    if state == TO_CHECK:
        return rows.filter(state=RequestState.RECEIVED)
    return rows.filter(state=state) if state else rows


def in_order(rows: QuerySet[Case], asked: str) -> QuerySet[Case]:
    """Return the cases in the order asked for; the newest first where none, or no such order, was asked for."""
    column = ORDERS.get(asked.removeprefix("-"))
    if column is None:
        return rows.order_by("-received_on", "-pk")
    # Cases without a day come last in either order.
    down = asked.startswith("-")
    order = F(column).desc(nulls_last=True) if down else F(column).asc(nulls_last=True)
    return rows.order_by(order, "-pk" if down else "pk")
