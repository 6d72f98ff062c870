"""Bring an answer to the register without its requester, so that the gate may publish it (sổ trả lời công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.queries import file_content
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import ItemFacts, NewFile
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.queries.answers import files_of_answer, latest_answer
from minhbach.requests.queries.cases import CASE, case_for_change

KIND, SUMMARY = "Trả lời yêu cầu", "tra-loi.txt"


@transaction.atomic
def publish_answer(*, case_id: int, title: str, summary: str, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Register the answer with its files and return the item's id; it is public once the gate let it through.

    :param title: what was asked, written anew without the person; never the requester's own words.
    :param summary: the answer in short, likewise.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, no information went out, it was brought there, or a part is empty.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PREPARE, actor=actor)
    answer = latest_answer(case)
    if answer is None or answer.sent_on is None or answer.outcome == RequestEvent.REFUSE:
        raise CaseRefused(_("Chưa cung cấp thông tin nên chưa có gì để công khai."))
    if answer.item_id is not None:
        raise CaseRefused(_("Trả lời này đã được đưa vào kho thông tin."))
    title, summary = squeeze(nfc(title)), nfc(summary).strip()
    if not title or not summary:
        raise CaseRefused(_("Ghi tên và tóm tắt, không có thông tin về người yêu cầu."), field="title")
    files = tuple(
        NewFile(file.name, file_content(file.file_id)) for file in files_of_answer(case) if file.file_id is not None
    )
    item_id = register_item(
        facts=ItemFacts(title=title, kind=KIND, created_on=answer.sent_on),
        body_id=case.body_id,
        files=(NewFile(SUMMARY, summary.encode()), *files),
        calendar=calendar,
        actor=actor,
        now=now,
    )
    answer.item_id = item_id
    answer.save(update_fields=["item"])
    record_event(
        chain=body_chain(case.body_id),
        kind="case.brought_to_register",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "item": item_id, "on": timezone.localdate(now).isoformat()},
    )
    return item_id
