"""Let go of a case that is no request at all, so that another room deals with what came in (tố cáo)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import ANSWERED, PASSED_ON
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE, case_for_change, reads_sender


@transaction.atomic
def let_go_of_case(*, case_id: int, actor: Actor, now: datetime) -> int:
    """Take a case out of this room, with its steps, and return the id of the submission that it was.

    Nothing of it stays here: no list, count, book, search or job finds it. That it was let go stands in the event log.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or others know of it already: it was answered, split, passed on, asked
        about elsewhere, paid for, or came through another portal.
    """
    case = case_for_change(case_id, actor=actor)
    reason = why_not_let_go(case, actor=actor)
    if reason:
        raise CaseRefused(reason)
    submission_id, body_id = case.submission_id, case.body_id
    record_event(
        chain=body_chain(body_id),
        kind="case.let_go",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number},
    )
    case.delete()
    return submission_id


def why_not_let_go(case: Case, *, actor: Actor) -> str:
    """Return why it cannot be let go of, or ""."""
    if not reads_sender(case, actor=actor):
        return _("Vai trò của người này không làm được việc này.")
    is_shared = case.whole_id is not None or case.parts.exists() or hasattr(case, "portal_case")
    told = case.answers.exists() or case.consultations.exists() or case.costs.exists()
    if is_shared or told or case.state in (*ANSWERED, *PASSED_ON):
        return _("Việc này đã có nơi khác biết: đã trả lời, tách, chuyển, hỏi ý kiến, báo chi phí hoặc qua cổng khác.")
    return ""
