"""Give a case to a unit, a person, or both (giao việc), and remind them."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.queries import addresses_of, held_posts
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.cases import CASE, case_for_change
from minhbach.requests.queries.people import workers_for
from minhbach.requests.rules import MAY_WORK

SUBJECT = "[{number}] Yêu cầu cung cấp thông tin được giao"
BODY = "Yêu cầu số {number} được giao, cần xong trước hết ngày {by}.\n\nXem ở trang Hôm nay của Minh Bạch.\n"


@transaction.atomic
def assign_case(
    *, case_id: int, handler_id: int | None, unit_id: int | None, by: date, note: str, actor: Actor, now: datetime
) -> None:
    """Say who looks for the information, and until when they bring it.

    :param by: the last day within the agency, not before today; the requester's own date does not move.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nobody is named, or who is named does no such work here.
    :raises MoveNotAllowed: if the case is decided or has ended.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASSIGN, actor=actor)
    today = timezone.localdate(now)
    _refuse_wrong(case, handler_id, unit_id, by, today)
    case.handler_id, case.unit_id = handler_id, unit_id
    move(
        case,
        RequestEvent.ASSIGN,
        actor=actor,
        now=now,
        note=note,
        facts={"handler": handler_id, "unit": unit_id, "by": by.isoformat()},
        told={"handler": handler_id, "unit": unit_id, "by": by.isoformat()},
    )
    _mail(case, by, today, actor, now)


def _refuse_wrong(case: Case, handler_id: int | None, unit_id: int | None, by: date, today: date) -> None:
    if handler_id is None and unit_id is None:
        raise CaseRefused(_("Chọn người hoặc đơn vị được giao."), field="handler")
    if handler_id is not None and handler_id not in workers_for(case.body_id, on=today):
        raise CaseRefused(_("Người này không giải quyết yêu cầu của cơ quan."), field="handler")
    if unit_id is not None and unit_id not in with_own_units([case.body_id]):
        raise CaseRefused(_("Đơn vị này không thuộc cơ quan."), field="unit")
    if by < today:
        raise CaseRefused(_("Ngày cần xong đã qua. Ghi hôm nay hoặc ngày sau."), field="by")


def _mail(case: Case, by: date, today: date, actor: Actor, now: datetime) -> None:
    people = {case.handler_id} if case.handler_id else _of_unit(case.unit_id, today)
    for person, address in sorted(addresses_of(people - {actor.person}).items()):
        try:
            queue_mail(
                to=address,
                subject=SUBJECT.format(number=case.number),
                body=BODY.format(number=case.number, by=written(by)),
                about=Subject(CASE, case.pk),
                actor=actor,
                now=now,
                body_id=case.body_id,
                person_id=person,
            )
        except MailRefused:  # The line on their first page says it all the same.
            continue


def _of_unit(unit_id: int | None, today: date) -> set[int]:
    posts = held_posts(roles=MAY_WORK, on=today, bodies=[unit_id] if unit_id else [])
    return {post.person_id for post in posts}
