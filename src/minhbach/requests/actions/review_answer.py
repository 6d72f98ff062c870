"""What is said against an answer: taken in, accepted, decided by somebody else than who decided the answer."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import ANSWERED
from minhbach.domain.lifecycles.review import COMPLAINTS, ReviewEvent, ReviewKind, ReviewState, review_lifecycle
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import written, written_with_weekday
from minhbach.intake.actions.write_message import write_message
from minhbach.register.queries.visible import holds_for
from minhbach.requests.answering.drafting import draft
from minhbach.requests.answering.letter_values import explainer_of
from minhbach.requests.complaints.deciding import ReviewDue, due_of_review
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, Review
from minhbach.requests.queries.cases import CASE, case_for_change
from minhbach.requests.rules import MAY_DECIDE, MAY_RECEIVE
from minhbach.requests.telling import REVIEWED, tell

ROUNDS = {ReviewKind.COMPLAINT: "lần đầu", ReviewKind.SECOND_COMPLAINT: "lần hai"}


@transaction.atomic
def take_in_review(
    *, case_id: int, kind: ReviewKind, on: date, words: str, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Write down what is said against an answer, with its own date, and return its id.

    :param on: the day of receipt; of an own error the day on which it was found.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the case is not answered, the day cannot be, it says nothing, or a
        second complaint has no first one that was decided.
    """
    case = _for_review(case_id, MAY_RECEIVE, actor)
    if case.state not in ANSWERED:
        raise CaseRefused(_("Yêu cầu chưa có trả lời để xem lại."))
    if not (case.ended_on or on) <= on <= timezone.localdate(now):
        raise CaseRefused(_("Ngày phải từ ngày trả lời đến hôm nay."), field="on")
    if not words.strip():
        raise CaseRefused(_("Ghi điều được nêu."), field="words")
    if kind is ReviewKind.SECOND_COMPLAINT and not _first_decided(case):
        raise CaseRefused(_("Chưa có quyết định giải quyết khiếu nại lần đầu."), field="kind")
    row = Review(
        case=case,
        kind=kind,
        state=ReviewState.RECEIVED,
        begun_on=on,
        words=nfc(words).strip(),
        entered_by_id=actor.person,
    )
    _set_due(row, due_of_review(row, calendar=calendar))
    row.save()
    _record(row, "review.received", actor, now, due=row.due_on.isoformat() if row.due_on else None)
    return row.pk


@transaction.atomic
def accept_complaint(
    *, review_id: int, case_id: int, is_complex: bool, calendar: Calendar, actor: Actor, now: datetime
) -> None:
    """Begin to settle a complaint: its term runs from today, and its sender is told so.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or decided what is complained about.
    :raises MoveNotAllowed: if it is no complaint, or stands elsewhere.
    """
    case, row = _open(case_id, review_id, actor)
    _refuse_same_decider(case, row, actor)
    row.state = review_lifecycle(ReviewKind(row.kind)).next(ReviewState(row.state), ReviewEvent.ACCEPT)
    row.accepted_on, row.is_complex = timezone.localdate(now), is_complex
    _set_due(row, due_of_review(row, calendar=calendar))
    more = {
        "complaint_round": ROUNDS[ReviewKind(row.kind)],
        "received": written(row.begun_on),
        "due": written_with_weekday(row.due_on) if row.due_on else "",
        "term_article": row.article,
    }
    letter = draft(case, LetterKey.COMPLAINT_ACCEPTED, more, calendar=calendar, actor=actor, now=now)
    row.save()
    _tell(case, "complaint_accepted", letter.words, actor, now)
    _record(row, "review.accepted", actor, now, due=row.due_on.isoformat() if row.due_on else None, letter=letter.id)


@transaction.atomic
def decide_review(
    *, review_id: int, case_id: int, is_right: bool, decision: str, given: str, calendar: Calendar, actor: Actor,
    now: datetime,
) -> None:  # fmt: skip
    """Decide: it is right (what was provided is provided anew, or the case is to be reopened), or it is not.

    :param decision: an everyday sentence: what was found, and why.
    :param given: of a correction that is right, what is provided now.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, decided what is complained about, or says nothing.
    :raises MoveNotAllowed: if it is decided, or a complaint that was not accepted.
    """
    case, row = _open(case_id, review_id, actor)
    if row.kind in COMPLAINTS:
        _refuse_same_decider(case, row, actor)
    if not decision.strip():
        raise CaseRefused(_("Ghi đã xem lại và thấy gì."), field="decision")
    event = ReviewEvent.UPHOLD if is_right else ReviewEvent.REJECT
    row.state = review_lifecycle(ReviewKind(row.kind)).next(ReviewState(row.state), event)
    key, more = _letter(row, is_right, decision, given)
    more["explainer"] = explainer_of(case.body_id, timezone.localdate(now)) or case.body.name
    letter = draft(case, key, more, calendar=calendar, actor=actor, now=now)
    row.decided_by_id, row.decided_on, row.decision = actor.person, timezone.localdate(now), nfc(decision).strip()
    row.letter_id = letter.id
    row.save()
    _tell(case, key.value, letter.words, actor, now)
    tell(case, REVIEWED, actor=actor, now=now)
    late = bool(row.due_on and row.decided_on > row.due_on)
    _record(row, f"review.{row.state}", actor, now, late=late, letter=letter.id)


def _letter(row: Review, is_right: bool, decision: str, given: str) -> tuple[LetterKey, dict[str, str]]:
    if row.kind in COMPLAINTS:
        outcome = "Khiếu nại đúng" if is_right else "Khiếu nại không đúng"
        further = (
            "Không đồng ý thì khiếu nại lần hai, hoặc khởi kiện tại Tòa án theo quy định của pháp luật."
            if row.kind == ReviewKind.COMPLAINT
            else "Không đồng ý thì khởi kiện tại Tòa án theo quy định của pháp luật."
        )
        more = {
            "complaint_round": ROUNDS[ReviewKind(row.kind)],
            "received": written(row.begun_on),
            "outcome": f"{outcome}. {given}".strip(),
            "reason": decision,
            "further": further,
        }
        return LetterKey.COMPLAINT_DECISION, more
    if is_right:
        if not given.strip():
            raise CaseRefused(_("Ghi thông tin được cung cấp lại."), field="given")
        return LetterKey.CORRECTION, {"found": decision, "given": given}
    return LetterKey.CORRECTION_KEPT, {"found": decision}


def _refuse_same_decider(case: Case, row: Review, actor: Actor) -> None:
    deciders = set(case.answers.filter(approved_by__isnull=False).values_list("approved_by_id", flat=True))
    earlier = case.reviews.filter(kind__in=COMPLAINTS, decided_by__isnull=False).exclude(pk=row.pk)
    if row.kind == ReviewKind.SECOND_COMPLAINT:
        deciders |= set(earlier.values_list("decided_by_id", flat=True))
    if actor.person in deciders:
        raise CaseRefused(_("Người đã quyết định việc bị khiếu nại không giải quyết khiếu nại ấy."))


def _first_decided(case: Case) -> bool:
    return case.reviews.filter(kind=ReviewKind.COMPLAINT, decided_on__isnull=False).exists()


def _open(case_id: int, review_id: int, actor: Actor) -> tuple[Case, Review]:
    case = _for_review(case_id, MAY_DECIDE, actor)
    row = case.reviews.select_for_update().filter(pk=review_id).first()
    if row is None:
        raise CaseRefused(_("Không có ý kiến này."))
    return case, row


def _for_review(case_id: int, roles: Any, actor: Actor) -> Case:
    case = case_for_change(case_id, actor=actor)
    if not holds_for(actor, roles, case.body_id):
        raise CaseRefused(_("Vai trò của người này không làm được việc này."))
    return case


def _set_due(row: Review, due: ReviewDue) -> None:
    row.due_on, row.article, row.is_due_provisional = due.due_on, due.article[:200], due.is_provisional


def _tell(case: Case, kind: str, words: str, actor: Actor, now: datetime) -> None:
    write_message(submission_id=case.submission_id, kind=kind, text=words, actor=actor, now=now)


def _record(row: Review, kind: str, actor: Actor, now: datetime, **facts: Fact) -> None:
    record_event(
        chain=body_chain(row.case.body_id),
        kind=f"case.{kind}",
        subject=Subject(CASE, row.case_id),
        actor=actor,
        now=now,
        facts={"number": row.case.number, "review": row.pk, "what": row.kind, **facts},
    )
