"""Add to a request what lacked, or what its sender thought of later (bổ sung)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.intake.actions.write_message import write_message
from minhbach.intake.contracts import WaitingFile
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case
from minhbach.requests.moving import move
from minhbach.requests.queries.cases import case_for_change, requesters_case_for_change


@transaction.atomic
def supplement_by_requester(
    *, submission_id: int, text: str, files: Sequence[WaitingFile] = (), now: datetime, message_id: str = ""
) -> None:
    """Add what a requester sent who proved by number and secret, or by their own e-mail thread, to be the one.

    :param message_id: of the e-mail that it came by.
    :raises CaseNotVisible: if there is no such case.
    :raises CaseRefused: if it says nothing.
    :raises MoveNotAllowed: if the case is decided or has ended.
    """
    _add(requesters_case_for_change(submission_id), text, files, VISITOR, now, message_id)


@transaction.atomic
def supplement_by_officer(
    *, case_id: int, text: str, files: Sequence[WaitingFile] = (), actor: Actor, now: datetime
) -> None:
    """Write down what a requester brought to the counter or sent by post.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or it says nothing.
    :raises MoveNotAllowed: if the case is decided or has ended.
    """
    _add(case_for_change(case_id, actor=actor), text, files, actor, now, "")


def _add(case: Case, text: str, files: Sequence[WaitingFile], actor: Actor, now: datetime, message_id: str) -> None:
    if not text.strip() and not files:
        raise CaseRefused(_("Ghi điều cần bổ sung, hoặc gửi tệp."), field="text")
    message = write_message(
        submission_id=case.submission_id,
        kind="supplement",
        text=text,
        files=files,
        actor=actor,
        now=now,
        message_id=message_id,
    )
    move(case, RequestEvent.SUPPLEMENT, actor=actor, now=now, told={"files": len(files)}, message_id=message)
