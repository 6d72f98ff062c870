"""Make a new one-time code for an answer that was handed over: who lost the code, or never saw it, is not shut out."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.rules import new_secret
from minhbach.requests.actions.send_answer import OPEN_FOR, code_hash
from minhbach.requests.contracts import CaseRefused, DeliveryWay
from minhbach.requests.models import DeliverySent
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.queries.cases import CASE, case_for_change


@transaction.atomic
def renew_code(*, case_id: int, delivery_id: int, actor: Actor, now: datetime) -> str:
    """Close the code of a delivery and return a new one, kept nowhere; it opens once, for so long as the first.

    The process may die between the row and the page that shows the code: this is the way on from there.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or the delivery has no code that waits to be used.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PROVIDE, actor=actor)
    row = DeliverySent.objects.select_for_update().filter(pk=delivery_id, answer__case=case).first()
    if row is None or row.way != DeliveryWay.CODE or row.opened_at is not None or row.went_wrong_on is not None:
        raise CaseRefused(_("Lần gửi này không có mã nào đang chờ dùng."))
    code = new_secret()
    row.code_hash, row.code_until = code_hash(code, case), timezone.localdate(now) + OPEN_FOR
    row.save(update_fields=["code_hash", "code_until"])
    record_event(
        chain=body_chain(case.body_id),
        kind="case.code_renewed",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "delivery": row.pk},
    )
    return code
