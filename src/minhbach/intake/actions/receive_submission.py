"""Take in what came from outside. Once this returns and its transaction is committed, no loss of power loses it."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.statutes import Statute
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.renew_secret import keep_fresh_secret
from minhbach.intake.cleaning import clean_sender
from minhbach.intake.contracts import Given, Receipt, SubmissionKind, SubmissionRefused
from minhbach.intake.models import SealedSender, Submission, SubmissionFile, SubmissionSeries
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.rules import CHANNELS, number_of
from minhbach.intake.sealing import identity_hash, sealed

LONGEST_TEXT = 20_000


@transaction.atomic
def receive_submission(
    *,
    given: Given,
    kind: SubmissionKind,
    body_id: int,
    statute: Statute | None,
    actor: Actor,
    now: datetime,
    form_key: str = "",
) -> Receipt:
    """Take something in, with number and secret; its files lie in quarantine already, flushed with their folder.

    The receipt may be shown once the outermost transaction is committed, never before.

    :param statute: the law of the day on which it was sent; None for what no statute of channels is about.
    :param form_key: of the form; the same form sent again gives the same number and a fresh secret.
    :raises SubmissionRefused: if it says nothing, its day is not there yet, or the statute has no such channel.
    """
    known = Submission.objects.filter(form_key=form_key).first() if form_key else None
    if known is not None:
        return keep_fresh_secret(known, is_new=False)
    _commit_to_disk()
    row = Submission(
        number=next_number(timezone.localdate(now).year),
        kind=kind,
        body_id=body_id,
        received_at=now,
        entered_by_id=actor.person,
        form_key=form_key,
        **described(given, statute, now),
    )
    receipt = keep_fresh_secret(row)
    _keep_sender(row, given)
    _name_files(row, given)
    record_event(
        chain=body_chain(body_id),
        kind="submission.received",
        subject=Subject(SUBMISSION, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "way": row.way, "statute": row.statute, "files": len(given.files)},
    )
    return receipt


def described(given: Given, statute: Statute | None, now: datetime) -> dict[str, Any]:
    """Return the columns that what was given fills.

    :raises SubmissionRefused: if it says nothing, its day is not there yet, or the statute has no such channel.
    """
    text, today = _said(given.text), timezone.localdate(now)
    _refuse_what_cannot_be(given, statute, now)
    return {
        "statute": statute.number if statute else "",
        "channel": CHANNELS[given.way],
        "way": given.way,
        "sent_on": given.sent_on or today,
        "received_on": given.received_on or today,
        "behalf": given.behalf,
        "delivery": given.delivery,
        "is_elsewhere": given.is_elsewhere,
        "is_agency_unsure": given.is_agency_unsure,
        "text": text,
    }


def next_number(year: int) -> str:
    """Return the next number of a year; its row is held until the end, so that a rollback leaves no gap."""
    SubmissionSeries.objects.get_or_create(year=year)
    series = SubmissionSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return number_of(year, series.last)


def _commit_to_disk() -> None:
    """Have this commit reach the disk, whatever the server is set to; SQLite is opened with `synchronous=FULL`."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = on")


def _said(text: str) -> str:
    said = nfc(text).replace("\r\n", "\n").replace("\x00", "").strip()[:LONGEST_TEXT]
    if not said:
        raise SubmissionRefused(_("Ghi thông tin cần tìm, ví dụ tên hoặc số văn bản."), field="text")
    return said


def _refuse_what_cannot_be(given: Given, statute: Statute | None, now: datetime) -> None:
    today = timezone.localdate(now)
    sent_on, received_on = given.sent_on or today, given.received_on or today
    if sent_on > today:
        raise SubmissionRefused(_("Ngày này chưa tới. Xem lại ngày, tháng, năm."), field="sent_on")
    if not sent_on <= received_on <= today:
        raise SubmissionRefused(_("Ngày nhận phải từ ngày gửi đến hôm nay."), field="received_on")
    if statute and CHANNELS[given.way] not in {channel.key for channel in statute.channels}:
        sentence = _("%(law)s không có hình thức yêu cầu này.") % {"law": statute.title}
        raise SubmissionRefused(sentence, field="way")


def _keep_sender(row: Submission, given: Given) -> None:
    sender = clean_sender(given.sender)
    SealedSender.objects.create(
        submission=row, content=sealed(sender), identity_hash=identity_hash(sender.identity_number)
    )


def _name_files(row: Submission, given: Given) -> None:
    SubmissionFile.objects.bulk_create(
        SubmissionFile(submission=row, role=file.role, name=file.name, size=file.size, place=file.place)
        for file in given.files
    )
