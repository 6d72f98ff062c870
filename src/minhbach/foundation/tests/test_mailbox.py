"""The mailbox of a real IMAP server: what is understood is put away after its commit, the rest stays as it lies."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction
from imap_tools import MailBoxUnencrypted
from pytest_django import Settings

from minhbach.foundation.mail import jobs
from minhbach.foundation.mail.contracts import Incoming, MailboxAddress, MailboxUnreachable
from minhbach.foundation.mail.mailbox import DONE_FOLDER, Reading, work_through
from minhbach.foundation.mail.queries import left_in_mailbox
from minhbach.foundation.models import LeftInMailbox, OutgoingMail
from minhbach.foundation.tests.mail_servers import imap_server
from minhbach.foundation.tests.process_tree import free_port
from minhbach.foundation.tests.test_mail_bounces import ANSWER, OURS, quoted, report, sent
from minhbach.foundation.tests.test_mail_outbox import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server() -> Iterator[MailboxAddress]:
    with imap_server() as address:
        yield address


@pytest.fixture
def address(server: MailboxAddress) -> MailboxAddress:
    """The mailbox, emptied."""
    with box_of(server) as box:
        for folder in [one.name for one in box.folder.list()]:
            box.folder.set(folder)
            box.delete(box.uids())
    return server


def box_of(address: MailboxAddress) -> MailBoxUnencrypted:
    return MailBoxUnencrypted(address.host, address.port, timeout=10).login(address.user, address.password)


def put(address: MailboxAddress, *contents: bytes) -> None:
    with box_of(address) as box:
        for content in contents:
            box.append(content, "INBOX")


def lying(address: MailboxAddress, folder: str = "INBOX") -> list[tuple[str, bool]]:
    """Return subject and whether it is read, of every message in a folder."""
    with box_of(address) as box:
        if not box.folder.exists(folder):
            return []
        box.folder.set(folder)
        return [(found.subject, "\\Seen" in found.flags) for found in box.fetch(mark_seen=False, headers_only=True)]


def take_all(_incoming: Incoming) -> bool:
    return True


def test_mail_that_came_back_is_marked_and_its_message_put_away(address: MailboxAddress, settings: Settings) -> None:
    settings.MAILBOX = address
    first, second = sent(), sent()
    put(address, report(first.message_id).as_bytes(), quoted(message_id=second.message_id).as_bytes())
    assert jobs.read_returned_mail()["numbers"] == {"handled": 2, "left": 0}
    states = list(OutgoingMail.objects.order_by("pk").values_list("state", "said"))
    assert [state for state, _ in states] == ["bounced", "bounced"]
    assert "User unknown" in states[0][1]
    assert lying(address) == []
    assert sorted(lying(address, DONE_FOLDER)) == [
        ("Undelivered Mail Returned to Sender", True),
        ("failure notice", True),
    ]
    assert jobs.read_returned_mail()["numbers"] == {"handled": 0, "left": 0}


def test_what_is_not_understood_stays_unread_is_noted_and_not_looked_at_again(
    address: MailboxAddress, settings: Settings
) -> None:
    settings.MAILBOX = address
    put(address, ANSWER.format(message_id=OURS).encode(), report().as_bytes())
    assert jobs.read_returned_mail()["numbers"] == {"handled": 0, "left": 2}
    assert jobs.read_returned_mail()["numbers"] == {"handled": 0, "left": 0}
    assert left_in_mailbox() == 2
    assert lying(address) == [("Re: Cần bổ sung", False), ("Undelivered Mail Returned to Sender", False)]
    with box_of(address) as box:
        box.delete(box.uids()[:1])
    jobs.read_returned_mail()
    assert left_in_mailbox() == 1, "what a person has taken out is forgotten"


def test_message_is_put_away_only_after_the_commit_and_comes_again_otherwise(address: MailboxAddress) -> None:
    put(address, b"Subject: mot\n\nx\n")
    seen: list[str] = []

    def broken_database(incoming: Incoming) -> bool:
        seen.append(incoming.uid)
        raise DatabaseError

    for _ in range(2):
        with pytest.raises(DatabaseError):
            work_through(address, take=broken_database, now=NOW)
    assert len(seen) == 2
    assert lying(address) == [("mot", False)]
    assert work_through(address, take=take_all, now=NOW) == Reading(1, 0)


def test_take_works_in_a_transaction_of_its_own_that_a_failure_undoes(address: MailboxAddress) -> None:
    put(address, b"Subject: hong\n\nx\n", b"Subject: lanh\n\nx\n")

    def take(incoming: Incoming) -> bool:
        assert transaction.get_connection().in_atomic_block
        LeftInMailbox.objects.create(mailbox=incoming.message["Subject"], validity=0, uid=0, why="", noted_at=NOW)
        if incoming.message["Subject"] == "hong":
            raise ValueError
        return True

    assert work_through(address, take=take, now=NOW) == Reading(1, 1)
    written = LeftInMailbox.objects.filter(validity=0).values_list("mailbox", flat=True)
    assert list(written) == ["lanh"]
    assert LeftInMailbox.objects.exclude(validity=0).get().why == "broken"


def test_hostile_messages_are_left_and_keep_nobody_else_from_being_read(address: MailboxAddress) -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    large = b"Subject: lon\n\n" + b"x" * 70_000
    put(address, b"Subject: long\n" + nested, large, b"Subject: lanh\n\nx\n")
    read: list[str] = []

    def take(incoming: Incoming) -> bool:
        read.append(str(incoming.message["Subject"]))
        return len(list(incoming.message.walk())) < 50

    assert work_through(address, take=take, now=NOW, largest=200_000) == Reading(2, 1)
    assert read[-1] == "lanh"
    assert sorted(LeftInMailbox.objects.values_list("why", flat=True)) in (["broken"], ["not_understood"])
    assert [subject for subject, _ in lying(address)] == ["long"]


def test_message_over_the_limit_is_never_fetched(address: MailboxAddress) -> None:
    put(address, b"Subject: lon\n\n" + b"x" * 70_000, b"Subject: be\n\nx\n")
    read: list[str] = []

    def take(incoming: Incoming) -> bool:
        read.append(str(incoming.message["Subject"]))
        return True

    assert work_through(address, take=take, now=NOW, largest=50_000) == Reading(1, 1)
    assert read == ["be"]
    assert LeftInMailbox.objects.get().why == "too_large"


def test_no_more_than_the_limit_at_once_and_the_rest_next_time(address: MailboxAddress) -> None:
    put(address, *(b"Subject: %d\n\nx\n" % number for number in range(5)))
    assert [work_through(address, take=take_all, now=NOW, limit=3).handled for _ in range(3)] == [3, 2, 0]


def test_messages_that_people_marked_as_deleted_are_neither_read_nor_purged(address: MailboxAddress) -> None:
    put(address, b"Subject: xoa\n\nx\n", b"Subject: con\n\nx\n")
    with box_of(address) as box:
        box.client.uid("STORE", box.uids()[0], "+FLAGS", "(\\Deleted)")
    assert work_through(address, take=take_all, now=NOW) == Reading(1, 0)
    assert [subject for subject, _ in lying(address)] == ["xoa"]


@pytest.mark.parametrize("what", ["password", "port", "folder"])
def test_mailbox_that_does_not_let_us_in_is_said(address: MailboxAddress, what: str) -> None:
    wrong = {"password": {"password": "sai"}, "port": {"port": free_port()}, "folder": {"folder": "khong-co"}}[what]
    with pytest.raises(MailboxUnreachable):
        work_through(replace(address, **wrong), take=take_all, now=NOW)  # type: ignore[arg-type]


def test_without_a_mailbox_the_job_says_so(settings: Settings) -> None:
    settings.MAILBOX = None
    assert jobs.read_returned_mail()["words"] == "Chưa đặt hộp thư."
