"""Ask another body for its opinion, or a third person for consent, and write down what came of it. The clock runs."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.secrets_at_rest import seal
from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body
from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.contracts import Fact
from minhbach.foundation.dates import written
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import Asked, CaseRefused, Heard
from minhbach.requests.models import Case, Consultation
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.cases import case_for_change


@transaction.atomic
def ask_opinion(
    *, case_id: int, body_id: int, question: str, by: date, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Draft the letter that asks a body and return the consultation's id.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, there is no such body, no question, or the day is over.
    :raises MoveNotAllowed: if no clock runs, or the case is decided.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASK_OPINION, actor=actor)
    if body_id == case.body_id:
        raise CaseRefused(_("Chọn cơ quan khác."), field="body")
    try:
        name = body(body_id).name
    except BodyNotVisible as error:
        raise CaseRefused(_("Chọn cơ quan cần hỏi."), field="body") from error
    _refuse_wrong(question, by, timezone.localdate(now))
    more = {"asked_body": name, "question": question, "by": written(by)}
    letter = draft(case, LetterKey.OPINION, more, calendar=calendar, actor=actor, now=now)
    row = _asked(case, Asked.OPINION, question, by, letter.id, actor, now)
    row.body_id = body_id
    row.save()
    told: dict[str, Fact] = {"consultation": row.pk, "body": body_id, "by": by.isoformat(), "letter": letter.id}
    move(case, RequestEvent.ASK_OPINION, actor=actor, now=now, facts=told, told=told)
    return row.pk


@transaction.atomic
def ask_third_person(
    *, case_id: int, who: str, question: str, by: date, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Draft the letter that asks a person or organisation for consent (Law 01/2026 Art. 16; 104/2016 Art. 7).

    :param who: name and address, sealed at rest.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nobody or nothing is named, or the day is over.
    :raises MoveNotAllowed: if no clock runs, or the case is decided.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASK_THIRD_PERSON, actor=actor)
    who = squeeze(nfc(who))[:300]
    if not who:
        raise CaseRefused(_("Ghi tên và địa chỉ người được hỏi."), field="who")
    _refuse_wrong(question, by, timezone.localdate(now))
    more = {"third_person": who, "question": question, "by": written(by)}
    letter = draft(case, LetterKey.THIRD_PERSON, more, calendar=calendar, actor=actor, now=now)
    row = _asked(case, Asked.THIRD_PERSON, question, by, letter.id, actor, now)
    row.sealed_who = seal(who)
    row.save()
    told: dict[str, Fact] = {"consultation": row.pk, "by": by.isoformat(), "letter": letter.id}
    move(case, RequestEvent.ASK_THIRD_PERSON, actor=actor, now=now, facts=told, told=told)
    return row.pk


@transaction.atomic
def hear(
    *, case_id: int, consultation_id: int, outcome: Heard, words: str, on: date, actor: Actor, now: datetime
) -> None:
    """Write down what an asked one answered, or that nobody waits any longer. The last one lets work go on.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nothing is out under this id, or the day cannot be.
    :raises MoveNotAllowed: if the case does not wait for anybody.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.HEAR, actor=actor)
    out = case.consultations.filter(answered_on__isnull=True)
    row = out.filter(pk=consultation_id).first()
    if row is None:
        raise CaseRefused(_("Chọn nơi đã trả lời."), field="consultation")
    if not row.asked_on <= on <= timezone.localdate(now):
        raise CaseRefused(_("Ngày trả lời phải từ ngày hỏi đến hôm nay."), field="on")
    row.answered_on, row.outcome, row.words = on, outcome, nfc(words).strip()
    row.save()
    event = RequestEvent.HEAR if out.exists() else RequestEvent.GO_ON
    move(
        case, event, actor=actor, now=now, on=on, note=words,
        facts={"consultation": row.pk}, told={"consultation": row.pk, "outcome": outcome.value},
    )  # fmt: skip


def _refuse_wrong(question: str, by: date, today: date) -> None:
    if not question.strip():
        raise CaseRefused(_("Ghi điều cần hỏi."), field="question")
    if by < today:
        raise CaseRefused(_("Ngày cần trả lời đã qua. Ghi hôm nay hoặc ngày sau."), field="by")


def _asked(case: Case, kind: Asked, question: str, by: date, letter: int, actor: Actor, now: datetime) -> Consultation:
    return Consultation(
        case=case,
        kind=kind,
        question=nfc(question).strip(),
        asked_on=timezone.localdate(now),
        asked_by_id=actor.person,
        by=by,
        letter_id=letter,
    )
