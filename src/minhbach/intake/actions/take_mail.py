"""Take in a mail: number, words, files, receipt in one transaction. What was read before is not taken again."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from minhbach.agencies.queries import body
from minhbach.domain.access import Actor
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.intake.actions.receive_submission import receive_submission
from minhbach.intake.contracts import (
    Delivery,
    FileRole,
    Given,
    Sender,
    SubmissionKind,
    SubmissionRefused,
    WaitingFile,
    Way,
)
from minhbach.intake.holding import MOST_FILES, put_aside
from minhbach.intake.mail.keeping import key_of, opened_words, sealed_words
from minhbach.intake.mail.values import Attached, ReadMail
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.throttling import MAIL_RECEIPTS, comes_through

EMPTY = "(Thư không có chữ.)"
RECEIPT = """{body} đã nhận thư của Ông/Bà lúc {time}. Số biên nhận {number}.

Cán bộ đầu mối xem thư, thiếu gì sẽ báo. Muốn nói thêm: trả lời thư này, giữ nguyên tiêu đề.
"""


@transaction.atomic
def take_new_mail(*, mail: ReadMail, body_id: int, actor: Actor, now: datetime) -> int:
    """Take in a mail that answers nothing of ours; it waits for a person. Return the id of its submission.

    People get a receipt, machines none, and nobody more than some in a day: two machines never write each other.
    """
    files = list(waiting_files(mail))
    sender = Sender(name=mail.sender_name, email=mail.sender_address)
    given = _given(mail.subject, mail.text, sender, _arrived_on(mail, now), tuple(files))
    receipt = receive_submission(
        given=given, kind=SubmissionKind.MAIL, body_id=body_id, statute=None, actor=actor, now=now
    )
    row = keep_mail(
        mail=mail,
        body_id=body_id,
        submission_id=receipt.submission_id,
        state=MailState.WAITING,
        kept=len(files),
        now=now,
    )
    if mail.machine is None:
        _tell(mail.sender_address, receipt.number, row, actor, now)
    return receipt.submission_id


@transaction.atomic
def give_own_number(*, mail: TakenMail, actor: Actor, now: datetime) -> None:
    """Let a mail that the machine wrote into a thread be as one that a person wrote there, with a number of its own.

    Its sender gets a receipt, as who writes anew. The mail's words must not be erased.
    """
    words = opened_words(mail.content)
    assert words is not None
    sender = Sender(name=words.name, email=words.address)
    receipt = receive_submission(
        given=_given(words.subject, words.text, sender, mail.arrived_on), kind=SubmissionKind.MAIL,
        body_id=mail.body_id, statute=None, actor=actor, now=now,
    )  # fmt: skip
    mail.into_id, mail.submission_id = mail.submission_id, receipt.submission_id
    mail.save(update_fields=["into", "submission"])
    if not mail.machine:
        _tell(words.address, receipt.number, mail, actor, now)


def _given(subject: str, text: str, sender: Sender, arrived_on: date, files: tuple[WaitingFile, ...] = ()) -> Given:
    return Given(
        text="\n\n".join(part for part in (subject, text) if part.strip()) or EMPTY,
        sender=sender,
        delivery=Delivery.EMAIL,
        way=Way.EMAIL,
        sent_on=arrived_on,
        received_on=arrived_on,
        files=files,
    )


@transaction.atomic
def keep_mail(
    *, mail: ReadMail, body_id: int, submission_id: int, state: MailState, kept: int, now: datetime
) -> TakenMail:
    """Write down that a mail was taken in, as part of what it led to.

    :param kept: how many of its files were put aside.
    """
    return TakenMail.objects.create(
        key=key_of(mail, body_id=body_id),
        body_id=body_id,
        submission_id=submission_id,
        content=sealed_words(mail),
        state=state,
        machine=mail.machine or "",
        left_out=len(mail.files) - kept,
        sent_at=mail.sent_at,
        arrived_on=_arrived_on(mail, now),
        taken_at=now,
    )


def waiting_files(mail: ReadMail) -> Iterator[WaitingFile]:
    """Put a mail's files aside, flushed, and yield them; those too many, too large or empty are left out."""
    for file in mail.files[:MOST_FILES]:
        waiting = _aside(file)
        if waiting is not None:
            yield waiting


def _aside(file: Attached) -> WaitingFile | None:
    try:
        return put_aside(name=file.name, content=file.content, role=FileRole.ATTACHMENT)
    except SubmissionRefused:
        return None


def _arrived_on(mail: ReadMail, now: datetime) -> date:
    """Return the local day on which our own mail server had it; the sender's own date proves nothing."""
    return timezone.localdate(min(mail.arrived_at or now, now))


def _tell(address: str, number: str, row: TakenMail, actor: Actor, now: datetime) -> None:
    if not comes_through(MAIL_RECEIPTS, address.lower()):
        return
    moment = timezone.localtime(row.taken_at)
    time = f"{moment:%H:%M} ngày {written(moment.date())}"
    try:
        queue_mail(
            to=address,
            subject=f"[{number}] Đã nhận thư",
            body=RECEIPT.format(body=body(row.body_id).name, time=time, number=number),
            about=Subject(SUBMISSION, row.submission_id),
            actor=actor,
            now=now,
            body_id=row.body_id,
            is_private=True,
        )
    except MailRefused:
        return
    row.is_receipt_sent = True
    row.save(update_fields=["is_receipt_sent"])
