"""Write an e-mail that answers ours into its thread: what lacked, a question, or a machine's notice."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from minhbach.domain.access import VISITOR
from minhbach.domain.lifecycles.request import RequestEvent, RequestState, request_lifecycle
from minhbach.intake.actions.take_mail import keep_mail, waiting_files
from minhbach.intake.actions.write_message import write_message
from minhbach.intake.contracts import WaitingFile
from minhbach.intake.holding import drop
from minhbach.intake.mail.keeping import key_of
from minhbach.intake.mail.quoting import without_quoted
from minhbach.intake.mail.values import ReadMail
from minhbach.intake.models import MailState
from minhbach.requests.actions.supplement import supplement_by_requester
from minhbach.requests.actions.write_in_thread import ask_focal_point
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.models import Case

MAIL, AUTOMATIC = "mail", "automatic"
"""Kinds of messages: of a mail that nobody has sorted yet; written by a machine, which asks nothing."""
NO_WORDS = "(Thư không có chữ, chỉ có tệp.)"


def file_answering_mail(*, mail: ReadMail, submission_id: int, body_id: int, now: datetime) -> bool:
    """Write a mail into a thread, in the caller's transaction; False where it cannot stand there: a person looks."""
    files = tuple(waiting_files(mail))
    text = without_quoted(mail.text) or mail.subject or NO_WORDS
    try:
        with transaction.atomic():
            _write(mail, submission_id, text, files, key_of(mail, body_id=body_id), now)
            keep_mail(
                mail=mail,
                body_id=body_id,
                submission_id=submission_id,
                state=MailState.IN_CASE,
                kept=len(files),
                now=now,
            )
    except CaseRefused:
        for file in files:
            drop(file)
        return False
    return True


def _write(
    mail: ReadMail, submission_id: int, text: str, files: Sequence[WaitingFile], key: str, now: datetime
) -> None:
    case = Case.objects.filter(submission=submission_id, whole__isnull=True).first()
    if case is None or mail.machine is not None:
        kind = AUTOMATIC if mail.machine is not None else MAIL
        write_message(
            submission_id=submission_id, kind=kind, text=text, files=files, actor=VISITOR, now=now, message_id=key
        )
    else:
        write_into_thread(case=case, text=text, files=files, key=key, now=now)


def write_into_thread(*, case: Case, text: str, files: Sequence[WaitingFile], key: str, now: datetime) -> None:
    """Write what a requester sent by mail into the case's thread: what lacked, else a question. Part of an act.

    :raises CaseRefused: if so many questions wait that one more would only bury them.
    """
    write = supplement_by_requester if _is_supplement(case, files) else ask_focal_point
    write(submission_id=case.submission_id, text=text, files=files, now=now, message_id=key)


def _is_supplement(case: Case, files: Sequence[WaitingFile]) -> bool:
    """True where something was asked for, or where papers come that the case can still take."""
    state = RequestState(case.state)
    takes = RequestEvent.SUPPLEMENT in request_lifecycle(law_of(case)).events(state)
    return takes and (state is RequestState.LACKING or bool(files))
