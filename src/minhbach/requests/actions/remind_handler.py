"""Remind who has a case, once a day (nhắc)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.accounts.queries import addresses_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import OPEN, RequestEvent
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.foundation.queries import events_about
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.queries.cases import CASE, case_for_change

KIND = "case.reminded"
SUBJECT = "[{number}] Nhắc: yêu cầu cung cấp thông tin đang chờ"
BODY = "Yêu cầu số {number} đang chờ người được giao.\n\nXem ở trang Hôm nay của Minh Bạch.\n"


@transaction.atomic
def remind_handler(*, case_id: int, actor: Actor, now: datetime) -> None:
    """Mail who has the case that it waits for them.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nobody has it, they were reminded today, or have no address.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASSIGN, actor=actor)
    about = Subject(CASE, case.pk)
    if case.handler_id is None or case.state not in OPEN:
        raise CaseRefused(_("Yêu cầu này không chờ ai được giao."))
    if any(event.kind == KIND and local_date(event.at) == local_date(now) for event in events_about(about)):
        raise CaseRefused(_("Hôm nay đã nhắc rồi. Ngày mai nhắc lại được."))
    address = addresses_of({case.handler_id}).get(case.handler_id)
    if not address:
        raise CaseRefused(_("Người này chưa có thư điện tử; việc đang hiện ở trang Hôm nay của họ."))
    queue_mail(
        to=address,
        subject=SUBJECT.format(number=case.number),
        body=BODY.format(number=case.number),
        about=about,
        actor=actor,
        now=now,
        body_id=case.body_id,
        person_id=case.handler_id,
    )
    record_event(
        chain=body_chain(case.body_id),
        kind=KIND,
        subject=about,
        actor=actor,
        now=now,
        facts={"person": case.handler_id},
    )
