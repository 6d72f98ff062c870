"""Say how content one is with how a request was dealt with, after its answer."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR
from minhbach.domain.lifecycles.request import ANSWERED, PASSED_ON
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.requests.contracts import CaseRefused, Content
from minhbach.requests.models import Contentment
from minhbach.requests.queries.cases import CASE, requesters_case_for_change

LONGEST = 2000


@transaction.atomic
def say_contentment(*, submission_id: int, content: Content, words: str, now: datetime) -> None:
    """Keep what the requester says. Said anew, the last word counts.

    :raises CaseNotVisible: if there is no such case.
    :raises CaseRefused: before the answer.
    """
    case = requesters_case_for_change(submission_id)
    if case.state not in (*ANSWERED, *PASSED_ON):
        raise CaseRefused(_("Chưa có trả lời, nên chưa hỏi mức độ hài lòng."))
    said = {"content": content, "words": nfc(words).strip()[:LONGEST], "said_at": now}
    Contentment.objects.update_or_create(case=case, defaults=said)
    record_event(
        chain=body_chain(case.body_id),
        kind="case.contentment_said",
        subject=Subject(CASE, case.pk),
        actor=VISITOR,
        now=now,
        facts={"number": case.number, "content": content.value},
    )
