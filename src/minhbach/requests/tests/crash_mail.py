"""Reads a mailbox in processes that are killed at random moments, and says what became of each mail.

Run inside an installation of its own, whose settings name one mailbox on this machine:
`python -m minhbach.requests.tests.crash_mail KILLS SEED`.
"""

import json
import os
import random
import signal
import sys
import time
from email.message import EmailMessage
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from imap_tools import MailBoxUnencrypted  # noqa: E402

from minhbach.agencies.models import Body  # noqa: E402
from minhbach.foundation.files import quarantine  # noqa: E402
from minhbach.foundation.mail.contracts import Incoming  # noqa: E402
from minhbach.foundation.mail.mailbox import DONE_FOLDER  # noqa: E402
from minhbach.foundation.models import OutgoingMail  # noqa: E402
from minhbach.intake.models import Submission, SubmissionFile, SubmissionSeries, TakenMail  # noqa: E402
from minhbach.requests.mail import jobs as mail_jobs  # noqa: E402
from minhbach.requests.tests.crash_submissions import NOW, a_commune  # noqa: E402

MAILS_A_KILL, LONGEST = 2, 3
"""Mails that come before each kill; how long a process lives at the most once it has one, in times of one mail."""


def main(kills: int, seed: int) -> None:
    """Kill so many readers, let the last one finish, and print what is there and what is wrong, as JSON."""
    commune = Body.objects.get(pk=a_commune())
    settings.REQUEST_MAILBOXES = tuple((commune.slug, address) for _name, address in settings.REQUEST_MAILBOXES)
    chance, pace = random.Random(seed), _seconds_a_mail()
    for kill in range(kills):
        _deliver(kill)
        _read_until_killed(chance.uniform(0, LONGEST * pace))
    killed_with = Submission.objects.count() - MAILS_A_KILL
    mail_jobs.read_mailboxes(now=NOW)
    print(json.dumps({"sent": (kills + 1) * MAILS_A_KILL, "before_the_last": killed_with, **_what_is_there()}))  # noqa: T201


def _seconds_a_mail() -> float:
    """Read the first mails undisturbed, and return how long one takes on this machine as it is."""
    _deliver(-1)
    began = time.monotonic()
    mail_jobs.read_mailboxes(now=NOW)
    return (time.monotonic() - began) / MAILS_A_KILL


def _mailbox() -> MailBoxUnencrypted:
    _body, address = settings.REQUEST_MAILBOXES[0]
    return MailBoxUnencrypted(address.host, address.port, timeout=20).login(address.user, address.password)


def _deliver(kill: int) -> None:
    with _mailbox() as box:
        for place in range(MAILS_A_KILL):
            key = f"{kill}-{place}"
            message = EmailMessage()
            message["From"], message["Subject"] = f"thu{key}@vidu.vn", f"Thư {key}"
            message["Message-ID"] = f"<{key}@vidu.vn>"
            message.set_content(f"Xin bảng giá đất {key}")
            message.add_attachment(f"đơn {key}".encode(), maintype="text", subtype="plain", filename="don.txt")
            box.append(message.as_bytes(), "INBOX")


def _read_until_killed(seconds: float) -> None:
    """Let a process read, and kill it so many seconds after it has the first mail in its hands, however slow it is."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _read_and_say_when(writing)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _read_and_say_when(writing: int) -> None:
    take = mail_jobs.take_mail_in

    def take_and_say(incoming: Incoming, **given: Any) -> bool:
        os.write(writing, b".")
        return take(incoming, **given)

    mail_jobs.take_mail_in = take_and_say
    mail_jobs.read_mailboxes(now=NOW)
    os._exit(0)


def _what_is_there() -> dict[str, object]:
    rows = list(Submission.objects.all())
    last = SubmissionSeries.objects.values_list("last", flat=True).first() or 0
    keys = sorted(row.text.rpartition(" ")[2] for row in rows)
    damaged = [
        file.submission.number
        for file in SubmissionFile.objects.select_related("submission")
        if quarantine.waiting(file.place).decode().rpartition(" ")[2] != file.submission.text.rpartition(" ")[2]
    ]
    with _mailbox() as box:
        lying = len(box.uids())
        box.folder.set(DONE_FOLDER)
        put_away = len(box.uids())
    return {
        "there": len(rows), "different": len(set(keys)), "mails": TakenMail.objects.count(), "damaged": damaged,
        "receipts": OutgoingMail.objects.count(), "files": SubmissionFile.objects.count(),
        "gaps": sorted({f"2026-{place:05}" for place in range(1, last + 1)} ^ {row.number for row in rows}),
        "lying": lying, "put_away": put_away,
    }  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
