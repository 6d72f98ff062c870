"""What requests hand in for the first page: to check, give, answer, approve, send; what is said against answers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act, Awaited, Group, Rest
from minhbach.desk.queries import soon_until
from minhbach.desk.sources import AT_MOST, first_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestState
from minhbach.intake.covering import covered
from minhbach.requests.labels import OFFICER_TAGS
from minhbach.requests.queries.today import cases_for_today, cases_with_others, reviews_for_today
from minhbach.requests.rules import MAY_RECEIVE, READS_SENDERS

_S = RequestState


def requests_today(actor: Actor, today: date) -> Iterator[Act | Rest | Awaited]:
    """Yield what waits for this officer; each line opens the act itself, filled in as far as is known."""
    if not actor.holds(*READS_SENDERS):
        return
    near = soon_until(today)
    rows, count = first_of(cases_for_today(actor, today=today, until=near))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('requests:cases')}?tinh_trang=open")
    for row in rows:
        yield _act(row, near)
    yield from _reviews(actor)
    if actor.holds(*MAY_RECEIVE):
        yield from _awaited(actor)


def _act(row: Any, near: date) -> Act:
    page, verb, due_on = _next(row, near)
    dated = due_on is not None and due_on <= near
    return Act(
        what=gettext("Yêu cầu %(number)s") % {"number": row.number},
        detail=covered(row.subject),
        verb=verb,
        url=reverse(page, args=[row.pk]),
        due_on=due_on if dated else None,
        state="" if dated else str(OFFICER_TAGS[RequestState(row.state)][1]),
    )


def _next(row: Any, near: date) -> tuple[str, str, date | None]:
    """Return the page of what comes next, its verb, and by when it must be done."""
    match row.state:
        case _S.RECEIVED:
            return "requests:case", gettext("Kiểm tra yêu cầu"), None
        case _S.PREPARED:
            return "requests:approve", gettext("Duyệt trả lời"), row.due_on
        case _S.APPROVED:
            return "requests:send_answer", gettext("Gửi trả lời"), row.due_on
        case _S.PAYMENT:
            return "requests:case", gettext("Xem khoản chưa thanh toán"), row.due_on
    if row.notice_due_on and row.notice_due_on <= near and not row.term_was_told:
        return "requests:notify_term", gettext("Báo thời hạn"), row.notice_due_on
    if row.handler_id is None:
        return "requests:assign", gettext("Giao việc"), row.due_on
    return "requests:prepare", gettext("Soạn trả lời"), row.due_on


def _reviews(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(reviews_for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, reverse("requests:cases"))
    for row in rows:
        yield Act(
            what=gettext("Ý kiến về trả lời %(number)s") % {"number": row.case.number},
            detail=covered(row.case.subject),
            verb=gettext("Giải quyết"),
            due_on=row.due_on,
            url=reverse("requests:case", args=[row.case_id]),
        )


def _awaited(actor: Actor) -> Iterator[Awaited]:
    for row in cases_with_others(actor)[:AT_MOST]:
        yield Awaited(
            who=row.handler.name if row.handler else "",
            what=gettext("Yêu cầu %(number)s") % {"number": row.number},
            since=row.valid_on or row.received_on,
            url=reverse("requests:case", args=[row.pk]),
        )
