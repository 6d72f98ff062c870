"""Write to and fro while a request is dealt with: the requester asks, the focal point replies. It moves no clock."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.write_message import write_message
from minhbach.intake.contracts import WaitingFile
from minhbach.register.queries.visible import holds_for
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE, case_for_change, requesters_case_for_change
from minhbach.requests.rules import MAY_WORK
from minhbach.requests.telling import REPLY, tell

QUESTION, REPLIED = "question", "reply"
MOST_UNANSWERED = 5
"""Questions that wait at a time; more would only bury them."""


@transaction.atomic
def ask_focal_point(
    *, submission_id: int, text: str, now: datetime, files: Sequence[WaitingFile] = (), message_id: str = ""
) -> None:
    """Let a requester ask something about the request.

    :param files: that came with it, waiting in quarantine.
    :param message_id: of the e-mail that it came by.
    :raises CaseNotVisible: if there is no such case.
    :raises CaseRefused: if it says nothing, or several questions wait already.
    """
    case = requesters_case_for_change(submission_id)
    if not text.strip():
        raise CaseRefused(_("Ghi điều muốn hỏi."), field="text")
    if _waiting(case) >= MOST_UNANSWERED:
        raise CaseRefused(_("Đang có nhiều câu hỏi chờ trả lời. Gọi đầu mối, hoặc chờ trả lời rồi hỏi tiếp."))
    write_message(
        submission_id=submission_id,
        kind=QUESTION,
        text=text,
        files=files,
        actor=VISITOR,
        now=now,
        message_id=message_id,
    )
    if case.unanswered_since is None:
        case.unanswered_since = now
        case.save(update_fields=["unanswered_since"])
    _note(case, "asked", VISITOR, now)


@transaction.atomic
def reply(*, case_id: int, text: str, actor: Actor, now: datetime) -> None:
    """Reply to the requester, or write of one's own accord.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or it says nothing.
    """
    case = case_for_change(case_id, actor=actor)
    if not holds_for(actor, MAY_WORK, case.body_id):
        raise CaseRefused(_("Vai trò của người này không làm được việc này."))
    if not text.strip():
        raise CaseRefused(_("Ghi lời gửi người yêu cầu."), field="text")
    write_message(submission_id=case.submission_id, kind=REPLIED, text=text, actor=actor, now=now)
    case.unanswered_since = None
    case.save(update_fields=["unanswered_since"])
    _note(case, "replied", actor, now)
    tell(case, REPLY, actor=actor, now=now)


def _waiting(case: Case) -> int:
    if case.unanswered_since is None:
        return 0
    return case.submission.messages.filter(kind=QUESTION, at__gte=case.unanswered_since).count()


def _note(case: Case, kind: str, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(case.body_id),
        kind=f"case.{kind}",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number},
    )
