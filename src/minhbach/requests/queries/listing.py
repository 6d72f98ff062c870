"""The list of cases: what it may be narrowed to, and in which order it comes."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
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


def page_of(rows: QuerySet[Case], asked: str | None, *, size: int) -> Page[Case]:
    """Return one page of cases, with what `rows` brings along; a page that is not there is the first or the last.

    Only ids are put in order: with the bodies and people of all of them, 200,000 take ten times as long.
    """
    pages = Paginator(rows.select_related(None).values_list("pk", flat=True), size)
    page = pages.get_page(asked)
    wanted = list(page.object_list)
    found = rows.order_by().in_bulk(wanted)
    return Page([found[pk] for pk in wanted if pk in found], page.number, pages)  # type: ignore[arg-type]
