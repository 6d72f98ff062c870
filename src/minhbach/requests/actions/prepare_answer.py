"""Draft the answer and lay it before the leader (trình duyệt trả lời)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.requests.answering.drafting import paper_about
from minhbach.requests.answering.redaction import not_told, removed_from
from minhbach.requests.answering.values import GIVES, LETTERS, AnswerGiven, answer_places
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.models import Answer, AnswerFile, Case, RemovedPart
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.answers import files_of_answer, why_unfit
from minhbach.requests.queries.cases import case_for_change


@transaction.atomic
def prepare_answer(*, case_id: int, given: AnswerGiven, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Keep the answer and return its id. Its letter must say all that its statute and form demand.

    The officer says what is answered; nothing is inferred from the words of the request.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not; if a refusal lacks ground, reason, what is given all the same (or why
        nothing is), remedy, limit or who explains; if a removed part lacks its ground or reason; if a file was not
        looked through, or holds personal data that nobody answered for.
    :raises MoveNotAllowed: if no clock runs, or an answer lies before the leader already.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PREPARE, actor=actor)
    files = list(files_of_answer(case)) if given.outcome in GIVES else []
    _refuse_lacking(given, files)
    if reason := why_unfit(files):
        raise CaseRefused(reason, field="files")
    _refuse_untold(case, given, files)
    places = answer_places(given, files, law_of(case))
    paper_about(case, LETTERS[given.outcome], places, calendar=calendar, actor=actor, now=now)
    row = _keep(case, given, actor, now)
    told = {"answer": row.pk, "outcome": given.outcome.value, "ground": given.ground, "removed": len(given.removed)}
    move(case, RequestEvent.PREPARE, actor=actor, now=now, facts={"answer": row.pk}, told=told)
    return row.pk


def _refuse_lacking(given: AnswerGiven, files: list[AnswerFile]) -> None:
    if given.outcome not in LETTERS:
        raise CaseRefused(_("Chọn cách trả lời."), field="outcome")
    if given.outcome is RequestEvent.REFUSE and not given.ground:
        raise CaseRefused(_("Chọn căn cứ từ chối."), field="ground")
    if given.outcome in GIVES and not given.given.strip() and not files:
        raise CaseRefused(_("Ghi thông tin được cung cấp, hoặc thêm tệp."), field="given")
    if given.outcome is RequestEvent.PROVIDE_IN_PART and not given.removed:
        raise CaseRefused(_("Cung cấp một phần thì ghi từng phần không cung cấp, với lý do."), field="removed")
    if any(not (one.place.strip() and one.ground and one.reason.strip()) for one in given.removed):
        raise CaseRefused(_("Mỗi phần không cung cấp cần chỗ, căn cứ và lý do."), field="removed")


def _refuse_untold(case: Case, given: AnswerGiven, files: list[AnswerFile]) -> None:
    """Refuse an answer that does not say what was taken out of its files (Law 01/2026, Article 10(4))."""
    removed = removed_from(case, files)
    if removed and given.outcome is RequestEvent.PROVIDE:
        sentence = _("Có tệp đã che một phần: chọn “Cung cấp một phần”, nêu lý do từng phần.")
        raise CaseRefused(sentence, field="outcome")
    if untold := not_told(removed, given.removed):
        sentence = _("Chưa nêu lý do của phần đã che: %(place)s.") % {"place": untold[0].place}
        raise CaseRefused(sentence, field="removed")


def _keep(case: Case, given: AnswerGiven, actor: Actor, now: datetime) -> Answer:
    row = Answer.objects.create(
        case=case,
        outcome=given.outcome,
        ground=given.ground if given.outcome is RequestEvent.REFUSE else "",
        drafted_by_id=actor.person,
        drafted_at=now,
        submitted_at=now,
        **given.words(),
    )
    RemovedPart.objects.bulk_create(
        RemovedPart(
            answer=row,
            place=squeeze(nfc(one.place))[:300],
            ground=one.ground,
            reason=squeeze(nfc(one.reason))[:1000],
        )
        for one in given.removed
    )
    return row
