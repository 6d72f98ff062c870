"""A mail stands in the outbox with the change that it tells of, or not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from minhbach.domain.access import Actor, Post, Role
from minhbach.domain.lifecycles.mail import MAIL, TO_MEND, MailEvent, MailState
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import NotInTransaction, Subject
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.foundation.mail.queries import mails_about
from minhbach.foundation.mail.rules import MESSAGE_ID, pause_before_try
from minhbach.foundation.models import OutgoingMail

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
OFFICER = Actor(person=7, posts=(Post(Role.SPECIALIST, body=1),))
TEXT = "Kính gửi Ông/Bà,\n\nUBND phường Mẫu Một đã nhận yêu cầu.\n"


def queue(
    to: str = "thu@vidu.vn",
    subject: str = "[2026-00412] Đã nhận yêu cầu",
    body_id: int | None = 1,
    is_private: bool = False,
) -> int:
    """Queue a mail of body 1, as a room's action does."""
    with transaction.atomic():
        return queue_mail(
            to=to,
            subject=subject,
            body=TEXT,
            about=Subject("case", 412),
            actor=OFFICER,
            now=NOW,
            body_id=body_id,
            is_private=is_private,
        )


@pytest.mark.django_db
def test_mail_waits_with_a_message_id_of_its_own() -> None:
    first, second = (OutgoingMail.objects.get(pk=queue()) for _ in range(2))
    assert (first.state, first.next_at, first.queued_by) == ("queued", NOW, "person:7")
    assert MESSAGE_ID.fullmatch(first.message_id)
    assert first.message_id != second.message_id
    assert [mail.id for mail in mails_about(Subject("case", 412))] == [first.pk, second.pk]


@pytest.mark.django_db
def test_rollback_of_the_change_takes_the_mail_back() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        queue()
        raise RuntimeError
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_mail_outside_a_transaction_is_refused() -> None:
    with pytest.raises(NotInTransaction):
        queue_mail(to="thu@vidu.vn", subject="Thư", body="", about=Subject("case", 1), actor=OFFICER, now=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "to", ["", "thu", "thu@", "Thu <thu@vidu.vn>", "thu@vidu.vn\nBcc: la@vidu.vn", "a@b.vn,c@d.vn"]
)
def test_what_is_no_single_address_is_refused(to: str) -> None:
    with pytest.raises(MailRefused):
        queue(to=to)


@pytest.mark.django_db
@pytest.mark.parametrize("subject", ["", "  ", "a" * 121, "Gửi thu@vidu.vn"])
def test_subject_that_is_none_or_tells_an_address_is_refused(subject: str) -> None:
    with pytest.raises(MailRefused):
        queue(subject=subject)


@pytest.mark.django_db
def test_line_breaks_in_a_subject_make_no_header() -> None:
    assert OutgoingMail.objects.get(pk=queue(subject="Cần bổ sung\r\nBcc: la")).subject == "Cần bổ sung Bcc: la"


def test_pauses_double_and_end_at_six_hours() -> None:
    minutes = [pause_before_try(tries) / timedelta(minutes=1) for tries in (0, 1, 2, 3, 9, 10, 15, 90)]
    assert minutes == [1, 1, 2, 4, 256, 360, 360, 360]


def test_what_did_not_arrive_has_exactly_the_two_ways_on_and_the_rest_none_for_a_person() -> None:
    by_hand = {MailEvent.SEND_AGAIN, MailEvent.GIVE_UP}
    for state in MailState:
        assert bool(by_hand & set(MAIL.events(state))) == (state in TO_MEND), state
