"""What servers write back is understood, whoever sends it, and nothing else is touched."""

import time
from base64 import encodebytes
from email import message_from_bytes
from email.message import Message
from uuid import UUID

import pytest

from minhbach.domain.access import system_actor
from minhbach.foundation.actions.mark_bounced import mark_bounced
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.bounces import Bounce, read_bounce
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.test_mail_outbox import NOW, queue

KEY = UUID("0123456789abcdef0123456789abcdef")
OURS = f"<{KEY.hex}.1@vidu.vn>"
MAILER = system_actor("mail")

REPORT = """Return-Path: <>
From: MAILER-DAEMON@mx.vidu.vn (Mail Delivery System)
To: tin@vidu.vn
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.vidu.vn.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.vidu.vn

Final-Recipient: rfc822; khong-co@vidu.vn
Original-Recipient: rfc822;khong-co@vidu.vn
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <khong-co@vidu.vn>: Recipient address
    rejected: User unknown

--b1
Content-Type: {original}

From: =?utf-8?q?Minh_B=E1=BA=A1ch?= <tin@vidu.vn>
To: khong-co@vidu.vn
Subject: =?utf-8?q?C=E1=BA=A7n_b=E1=BB=95_sung?=
Message-ID: {message_id}

--b1--
"""

# As qmail writes: no report, the original quoted below a line.
QUOTED = """Return-Path: <>
From: MAILER-DAEMON@mx2.vidu.vn
To: tin@vidu.vn
Subject: failure notice

Hi. This is the program at mx2.vidu.vn.
I'm afraid I wasn't able to deliver your message to the following addresses.

<khong-co@vidu.vn>:
{sentence}

--- Below this line is a copy of the message.

From: tin@vidu.vn
To: khong-co@vidu.vn
Message-ID: {message_id}

Kính gửi Ông/Bà
"""
REFUSED = "Sorry, no mailbox here by that name. (#5.1.1)"

# A person who answers quotes us too, and may well write a number that looks like a code.
ANSWER = """From: Trần Thị Thử <thu@vidu.vn>
To: tin@vidu.vn
Subject: Re: Cần bổ sung
In-Reply-To: {message_id}

Tôi ở số 550 phố Mẫu, mục 5.1.1 của kế hoạch. Trả lời thư {message_id}.
"""


def report(
    message_id: str = OURS, action: str = "failed", status: str = "5.1.1", original: str = "message/rfc822"
) -> Message:
    return read(REPORT.format(message_id=message_id, action=action, status=status, original=original))


def quoted(sentence: str = REFUSED, message_id: str = OURS) -> Message:
    return read(QUOTED.format(sentence=sentence, message_id=message_id))


def read(text: str) -> Message:
    return message_from_bytes(text.encode())


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers"])
def test_report_names_mail_status_and_words(original: str) -> None:
    found = read_bounce(report(original=original))
    assert found is not None
    assert (found.key, found.round, found.status, found.is_final) == (KEY, 1, "5.1.1", True)
    assert found.said == ("smtp; 550 5.1.1 <khong-co@vidu.vn>: Recipient address rejected: User unknown")


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_delay_or_delivery_is_understood_and_not_final(action: str) -> None:
    found = read_bounce(report(action=action, status="4.4.1" if action == "delayed" else "2.0.0"))
    assert found is not None
    assert not found.is_final


def test_bounce_that_only_quotes_the_original_is_understood() -> None:
    found = read_bounce(quoted())
    assert found is not None
    assert (found.key, found.status, found.said) == (KEY, "5.1.1", REFUSED)


def test_bounce_encoded_for_transport_is_understood() -> None:
    head, _, body = QUOTED.format(sentence=REFUSED, message_id=OURS).partition("\n\n")
    encoded = encodebytes(body.encode()).decode()
    assert read_bounce(read(f"{head}\nContent-Transfer-Encoding: base64\n\n{encoded}")) is not None


@pytest.mark.parametrize(
    "message",
    [
        read(ANSWER.format(message_id=OURS)),
        quoted(sentence="Delivery is delayed; we will keep trying for four days."),
        report(message_id="<somebody-elses@vidu.vn>"),
        read("From: MAILER-DAEMON@vidu.vn\n\n550 5.1.1 no such user\n"),
        read(""),
    ],
    ids=["answer", "warning", "not ours", "names nothing", "empty"],
)
def test_what_is_no_bounce_of_ours_is_not_taken(message: Message) -> None:
    assert read_bounce(message) is None


@pytest.mark.parametrize(
    "content",
    [
        b"Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n"
        + b"--b\nContent-Type: text/plain\n\nx\n" * 20_000,
        b"Return-Path: <>\nReferences: " + b"<a@b> " * 200_000 + b"\n\n",
        b"Return-Path: <>\n\n" + b"5" * 3_000_000,
        b"Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
        + b"Action: failed\n\n" * 50_000,
        b"Return-Path: <>\n\n" + b"<0123456789abcdef" * 100_000,
    ],
    ids=["many parts", "long header", "long text", "many readers", "almost ours"],
)
def test_hostile_message_costs_little(content: bytes) -> None:
    message = message_from_bytes(content)
    began = time.process_time()
    read_bounce(message)
    assert time.process_time() - began < 1.0


@pytest.mark.django_db
def test_bounce_is_written_down_once_with_its_code_and_no_address_in_the_log() -> None:
    mail = sent()
    for _ in range(2):
        assert mark_bounced(bounce=bounce_of(mail), actor=MAILER, now=NOW)
    mail.refresh_from_db()
    assert (mail.state, mail.trouble, mail.said) == ("bounced", "bounced", "550 no such user")
    (event,) = events_about(Subject("mail", mail.pk))
    assert (event.kind, event.facts) == ("mail.bounced", {"about": "case:412", "status": "5.1.1"})


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"is_final": False}, {"round": 2}])
def test_delay_or_answer_to_another_sending_changes_nothing(change: dict[str, bool | int]) -> None:
    mail = sent()
    given = {"round": mail.round, "is_final": True, **change}
    bounce = Bounce(mail.key, status="4.4.1", said="", **given)  # type: ignore[arg-type]
    assert mark_bounced(bounce=bounce, actor=MAILER, now=NOW), "understood all the same"
    mail.refresh_from_db()
    assert mail.state == "sent"


@pytest.mark.django_db
def test_bounce_of_a_mail_that_is_not_here_is_left() -> None:
    assert not mark_bounced(bounce=Bounce(KEY, 1, "5.1.1", "", is_final=True), actor=MAILER, now=NOW)


@pytest.mark.django_db
def test_mail_that_comes_back_while_its_sending_was_not_yet_written_down_is_not_sent_again() -> None:
    mail = OutgoingMail.objects.get(pk=queue())
    mark_bounced(bounce=bounce_of(mail), actor=MAILER, now=NOW)
    mail.refresh_from_db()
    assert mail.state == "bounced"


def sent() -> OutgoingMail:
    mail = OutgoingMail.objects.get(pk=queue())
    mail.state = "sent"
    mail.save()
    return mail


def bounce_of(mail: OutgoingMail) -> Bounce:
    return Bounce(mail.key, mail.round, "5.1.1", "550 no such user", is_final=True)
