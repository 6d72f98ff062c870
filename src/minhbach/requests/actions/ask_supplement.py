"""Ask the requester for what lacks (đề nghị bổ sung). No clock runs until it is there."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.intake.actions.write_message import write_message
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import SUPPLEMENT, tell

OTHER = "other"
"""What lacks is none of the statute's fields; the words say what."""


@transaction.atomic
def ask_supplement(
    *, case_id: int, lacks: Collection[str], words: str, actor: Actor, now: datetime, by: date | None = None
) -> None:
    """Tell the requester what lacks and how to add it.

    :param lacks: keys of the statute's fields (`request_fields`), or `OTHER`; at least one.
    :param words: what the requester reads: what lacks, and how to mend it.
    :param by: until when it is wanted; without such a day the request is never closed for want of it.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nothing lacks, or the day is over.
    :raises MoveNotAllowed: once the clock runs: what is missing then is asked for without stopping it.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASK_SUPPLEMENT, actor=actor)
    known = {one.key for one in law_of(case).request_fields} | {OTHER}
    named = [key for key in dict.fromkeys(lacks) if key in known]
    if not named:
        raise CaseRefused(_("Chọn ít nhất một điều còn thiếu."), field="lacks")
    if not words.strip():
        raise CaseRefused(_("Ghi cho người yêu cầu biết: thiếu gì, bổ sung thế nào."), field="words")
    if by is not None and by <= timezone.localdate(now):
        raise CaseRefused(_("Ngày bổ sung phải sau hôm nay."), field="by")
    message = write_message(submission_id=case.submission_id, kind="supplement_asked", text=words, actor=actor, now=now)
    move(
        case,
        RequestEvent.ASK_SUPPLEMENT,
        actor=actor,
        now=now,
        words=words,
        facts={"lacks": named, "by": by.isoformat() if by else None},
        told={"lacks": ",".join(named)},
        message_id=message,
    )
    tell(case, SUPPLEMENT, actor=actor, now=now)
