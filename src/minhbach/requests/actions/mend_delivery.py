"""An answer that went to somebody else: written down, its code closed, and dealt with (gửi nhầm)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import written
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, DeliverySent
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.queries.cases import CASE, case_for_change


@transaction.atomic
def note_mis_sent(
    *, case_id: int, delivery_id: int, wrong_recipient: str, what: str, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Close the code of a delivery that went to somebody else, draft the letter that asks it back, return its id.

    :param wrong_recipient: who has it, for the letter alone; kept nowhere else.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, there is no such delivery, or it was noted before.
    """
    case, row = _delivery(case_id, delivery_id, actor)
    if row.went_wrong_on is not None:
        raise CaseRefused(_("Lần gửi này đã được ghi là gửi nhầm."))
    more = {
        "wrong_recipient": squeeze(nfc(wrong_recipient)),
        "sent_words": squeeze(nfc(what)),
        "mis_sent_on": written(row.on),
    }
    letter = draft(case, LetterKey.MIS_SENT, more, calendar=calendar, actor=actor, now=now)
    row.went_wrong_on, row.code_hash, row.letter_id = timezone.localdate(now), "", letter.id
    row.save()
    _record(case, row, "mis_sent", actor, now, letter=letter.id)
    return letter.id


@transaction.atomic
def put_delivery_right(*, case_id: int, delivery_id: int, words: str, actor: Actor, now: datetime) -> None:
    """Write down what was done: returned, erased, the one concerned told, sent anew.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, it did not go wrong, was dealt with, or nothing is said.
    """
    case, row = _delivery(case_id, delivery_id, actor)
    if row.went_wrong_on is None or row.put_right_on is not None:
        raise CaseRefused(_("Không có lần gửi nhầm nào chờ xử lý."))
    if not words.strip():
        raise CaseRefused(_("Ghi đã làm gì: thu lại, xóa, báo người bị lộ, gửi lại."), field="words")
    row.put_right_on, row.put_right = timezone.localdate(now), nfc(words).strip()
    row.save()
    _record(case, row, "mis_sent_dealt_with", actor, now)


def _delivery(case_id: int, delivery_id: int, actor: Actor) -> tuple[Case, DeliverySent]:
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PROVIDE, actor=actor)
    row = DeliverySent.objects.select_for_update().filter(pk=delivery_id, answer__case=case).first()
    if row is None:
        raise CaseRefused(_("Không có lần gửi này."))
    return case, row


def _record(case: Case, row: DeliverySent, what: str, actor: Actor, now: datetime, **facts: Fact) -> None:
    record_event(
        chain=body_chain(case.body_id),
        kind=f"case.{what}",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "delivery": row.pk, **facts},
    )
