"""Hand an approved answer to its requester (cung cấp, từ chối): what was approved goes out, and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.intake.rules import new_secret
from minhbach.intake.sealing import secret_hash
from minhbach.requests.answering.drafting import DraftedLetter, as_message, paper_about
from minhbach.requests.answering.values import GIVES, LETTERS, answer_places, as_given
from minhbach.requests.contracts import CaseRefused, DeliveryWay
from minhbach.requests.dues import law_of
from minhbach.requests.models import Answer, Case, DeliverySent
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.queries.answers import digest_of, files_of_answer, latest_answer, why_unfit
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import READY, REFUSED

OPEN_FOR = timedelta(days=30)
"""So long a one-time code opens the files; both laws leave the time to the agency."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A delivery; `code` is known here alone, "" where none was made."""

    delivery_id: int
    code: str


@transaction.atomic
def send_answer(
    *, case_id: int, way: DeliveryWay, words: str, calendar: Calendar, actor: Actor, now: datetime
) -> Handed:
    """End the case with its approved answer and write down how it went out.

    :param words: to whom it was handed, which number the post gave, where it may be read.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, a file is not fit, or it is not what was approved any more.
    :raises MoveNotAllowed: if no answer is approved, or a cost that was told is not paid.
    """
    case = case_for_change(case_id, actor=actor)
    row = latest_answer(case)
    event = RequestEvent(row.outcome) if row else RequestEvent.PROVIDE
    refuse_other_roles(case, event, actor=actor)
    if row is None or row.approved_at is None:
        raise CaseRefused(_("Chưa có trả lời nào được duyệt."))
    files = list(files_of_answer(case)) if event in GIVES else []
    if reason := why_unfit(files):
        raise CaseRefused(reason)
    if digest_of(row, files) != row.digest:
        raise CaseRefused(_("Nội dung đã khác bản được duyệt. Trình duyệt lại."))
    paper = paper_about(
        case, LETTERS[row.outcome], answer_places(as_given(row), files, law_of(case)),
        calendar=calendar, actor=actor, now=now,
    )  # fmt: skip
    delivery, code = _deliver(case, row, way, words, actor, now)
    tell_and_move(
        case,
        event,
        DraftedLetter(row.letter_id or 0, as_message(paper)),
        REFUSED if event is RequestEvent.REFUSE else READY,
        actor=actor,
        now=now,
        ground=_ground(case, row),
        facts={"answer": row.pk, "delivery": delivery.pk},
        told={"answer": row.pk, "delivery": delivery.pk, "way": way.value, "files": len(files)},
    )
    row.sent_on = timezone.localdate(now)
    row.save(update_fields=["sent_on"])
    return Handed(delivery.pk, code)


def code_hash(code: str, case: Case) -> str:
    """Return what is kept of a one-time code of a case."""
    return secret_hash(code, number=f"{case.number} code")


def _deliver(
    case: Case, row: Answer, way: DeliveryWay, words: str, actor: Actor, now: datetime
) -> tuple[DeliverySent, str]:
    today, code = timezone.localdate(now), new_secret() if way is DeliveryWay.CODE else ""
    delivery = DeliverySent.objects.create(
        answer=row,
        way=way,
        on=today,
        at=now,
        by_id=actor.person,
        words=squeeze(nfc(words))[:500],
        code_hash=code_hash(code, case) if code else "",
        code_until=today + OPEN_FOR if code else None,
    )
    return delivery, code


def _ground(case: Case, row: Answer) -> str:
    ground = next((one for one in law_of(case).refusal_grounds if one.key == row.ground), None)
    return law_of(case).cite(ground) if ground else ""
