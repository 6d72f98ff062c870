"""Lengthen the term of an open case and tell the requester (gia hạn)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import FactRefused
from minhbach.domain.deadlines.requests import terms_of
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.statutes import ChannelKey, Complexity, Statute, Unit
from minhbach.domain.statutes.terms import Term
from minhbach.foundation.dates import written, written_with_weekday
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import answer_due, dues_of, law_of, settle
from minhbach.requests.models import Case
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import EXTENDED, News

UNITS = {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày"}


@transaction.atomic
def extend_deadline(*, case_id: int, by: int, reason: str, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Put the answer off; the notice is drafted and stands in the thread in the same act.

    :param by: in the unit of the case's statute (working days, or days), at least 1.
    :param reason: an everyday sentence: what takes longer, and why.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the term is over, it was put off before (see the reading
        `extension_times`), or the statute allows less: Law 01/2026 Art. 26(3), Law 104/2016 Art. 29–31.
    :raises MoveNotAllowed: if no clock runs, or the case is decided.
    """
    # The notice must go out inside the running term, so a late extension is refused, not backdated.
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.EXTEND, actor=actor)
    if sentence := why_not_extend(case, on=timezone.localdate(now)):
        raise CaseRefused(sentence)
    if not reason.strip():
        raise CaseRefused(_("Ghi vì sao cần thêm thời gian."), field="reason")
    before = case.due_on
    assert before is not None
    case.extension = (case.extension or 0) + by
    try:
        settle(case, calendar=calendar)
    except FactRefused as refused:
        words = str(refused)
        raise CaseRefused(f"{words[:1].upper()}{words[1:]}.", field="by") from refused
    due = answer_due(dues_of(case, calendar=calendar))
    assert due is not None and case.due_on is not None
    more = {
        "reason": reason.strip(),
        "extension": f"{by} {UNITS[due.unit]}",
        "due_before": written_with_weekday(before),
    }
    letter = draft(case, LetterKey.EXTENSION, more, calendar=calendar, actor=actor, now=now)
    tell_and_move(
        case,
        RequestEvent.EXTEND,
        letter,
        News(f"{EXTENDED.subject} đến {written(case.due_on)}", EXTENDED.sentence),
        actor=actor,
        now=now,
        ground=due.article,
        facts={"by": by, "reason": reason.strip()},
        told={"by": by, "before": before.isoformat(), "due": case.due_on.isoformat()},
    )


def why_not_extend(case: Case, *, on: date) -> str:
    """Return why the answer cannot be put off (any more), "" where it can."""
    law = law_of(case)
    if case.due_on is None:
        return _("Chưa tính thời hạn nên không có gì để gia hạn.")
    if not longest(case, law):
        return _("Thời hạn này luật không cho gia hạn.")
    if case.due_on < on:
        facts = {"day": written(case.due_on), "article": extension_article(case, law)}
        return _("Không gia hạn được: hạn %(day)s đã qua (%(article)s). Cần trả lời ngay.") % facts
    if case.extension and law.reading("extension_times").value == "once":
        return _("Đã gia hạn một lần; luật được hiểu là chỉ một lần.")
    if case.extension and case.extension >= longest(case, law):
        return _("Đã gia hạn hết mức luật cho.")
    return ""


def longest(case: Case, law: Statute) -> int:
    """Return the longest extension in the statute's unit; 0 where it allows none."""
    return max((term.amount for term in _terms(case, law)), default=0)


def unit_of(case: Case, law: Statute) -> Unit:
    """Return what an extension is counted in."""
    return next((term.unit for term in _terms(case, law)), Unit.DAY)


def extension_article(case: Case, law: Statute) -> str:
    """Return where the statute speaks of putting off: "khoản 3 Điều 26"."""
    return next((law.cite(term).removesuffix(f" {law.title}") for term in _terms(case, law)), law.title)


def _terms(case: Case, law: Statute) -> list[Term]:
    told = Complexity(case.complexity) if case.complexity else None
    held = terms_of(law, channel=ChannelKey(case.channel), complexity=told)
    return [term for term in held if term.what == "extended_answer"]
