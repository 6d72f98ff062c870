"""Take a request back, as its requester asks (rút yêu cầu)."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import VISITOR
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.moving import move
from minhbach.requests.queries.cases import requesters_case_for_change


@transaction.atomic
def withdraw_by_requester(*, submission_id: int, reason: str, now: datetime) -> None:
    """Withdraw for who proved by number and secret to be the requester. Nobody has to say why.

    :param reason: what the requester wants to say about it; may be empty.
    :raises CaseNotVisible: if there is no such case.
    :raises MoveNotAllowed: if it has ended.
    """
    case = requesters_case_for_change(submission_id)
    move(case, RequestEvent.WITHDRAW, actor=VISITOR, now=now, words=reason)
