"""The outbox empties itself over a real server: once, in time, and never because it was down for a while."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from minhbach.foundation.contracts import INSTALLATION, Subject, body_chain
from minhbach.foundation.mail import jobs, sending
from minhbach.foundation.mail.attempts import HELD, take_up
from minhbach.foundation.mail.queries import is_server_silent
from minhbach.foundation.mail.rules import TRIES, pause_before_try
from minhbach.foundation.mail.sending import send_due_mails
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.mail_servers import Postman, smtp_server
from minhbach.foundation.tests.process_tree import free_port
from minhbach.foundation.tests.test_mail_outbox import NOW, TEXT, queue

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _own_server(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    settings.DEFAULT_FROM_EMAIL = "Minh Bạch tỉnh Thí Dụ <tin@vidu.vn>"


@contextmanager
def postman(settings: Settings, **answers: object) -> Iterator[Postman]:
    """Run a server that answers so, and let the settings name it."""
    man = Postman(**answers)  # type: ignore[arg-type]
    with smtp_server(man) as port:
        settings.EMAIL_PORT = port
        yield man


def sweep(at: datetime = LATER) -> sending.Sweep:
    return send_due_mails(clock=lambda: at)


def mail(pk: int) -> OutgoingMail:
    return OutgoingMail.objects.get(pk=pk)


def kinds(pk: int) -> list[str]:
    return [event.kind for event in events_about(Subject("mail", pk))]


def refusing(answer: str) -> Callable[[str], str]:
    return lambda _address: answer


def test_mail_goes_out_once_and_says_what_it_is(settings: Settings) -> None:
    pk = queue()
    with postman(settings) as man:
        assert sweep().sent == 1
        assert sweep(LATER + timedelta(days=7)).sent == 0
    (envelope,) = man.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == ("tin@vidu.vn", ["thu@vidu.vn"])
    content = envelope.content
    assert isinstance(content, bytes)
    assert max(content) < 128, "it passes servers that know seven bits alone"
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == "[2026-00412] Đã nhận yêu cầu"
    assert message["From"] == "Minh Bạch tỉnh Thí Dụ <tin@vidu.vn>"
    assert message["Message-ID"] == mail(pk).message_id
    assert message["Message-ID"].endswith("@vidu.vn>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == LATER
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == TEXT
    assert (mail(pk).state, mail(pk).sent_at, mail(pk).attempts) == ("sent", LATER, 1)


def test_the_log_tells_what_it_was_about_and_nothing_of_the_reader(settings: Settings) -> None:
    mine, nobodys = queue(), queue(body_id=None)
    with postman(settings):
        sweep()
    (event,), (other,) = events_about(Subject("mail", mine)), events_about(Subject("mail", nobodys))
    assert (event.kind, event.chain, event.actor) == ("mail.sent", body_chain(1), "system:mail")
    assert event.facts == {"about": "case:412", "attempts": 1}
    assert other.chain == INSTALLATION


def test_without_a_server_mail_waits_and_the_job_says_so(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    pk = queue()
    assert jobs.send_waiting_mail()["words"] == "Chưa đặt máy chủ thư. Thư đang chờ: %(waiting)s"
    assert (mail(pk).state, mail(pk).attempts) == ("queued", 0)


def test_dead_server_costs_no_try_and_mail_goes_as_soon_as_it_lives(settings: Settings) -> None:
    settings.EMAIL_PORT = free_port()
    pk = queue()
    for minutes in range(1, 40):
        assert sweep(NOW + timedelta(minutes=minutes)).answered is False
    assert is_server_silent()
    assert (mail(pk).state, mail(pk).attempts, mail(pk).trouble) == ("queued", 0, "unreachable")
    with postman(settings) as man:
        sweep(NOW + timedelta(minutes=41))
    assert len(man.taken) == 1
    assert not is_server_silent()


def test_reader_whom_the_server_refuses_is_final_and_others_get_their_mail(settings: Settings) -> None:
    lost, fine = queue(to="khong-co@vidu.vn"), queue(to="thu@vidu.vn")
    unknown = "550 5.1.1 User khong-co@vidu.vn unknown"
    with postman(settings, at_reader=lambda to: unknown if to == "khong-co@vidu.vn" else "250 OK") as man:
        assert sweep().sent == 1
        sweep(LATER + timedelta(days=1))
    assert [envelope.rcpt_tos for envelope in man.taken] == [["thu@vidu.vn"]]
    assert (mail(lost).state, mail(lost).trouble, mail(lost).attempts) == ("failed", "refused", 1)
    assert "5.1.1" in mail(lost).said
    assert mail(fine).state == "sent"
    (event,) = events_about(Subject("mail", lost))
    assert event.facts == {"about": "case:412", "trouble": "refused", "code": 550}


def test_text_that_the_server_refuses_is_final(settings: Settings) -> None:
    pk = queue()
    with postman(settings, at_text=lambda _count: "554 5.7.1 Looks like spam"):
        sweep()
    assert (mail(pk).state, mail(pk).trouble) == ("failed", "refused")


def test_not_now_is_tried_again_with_growing_pauses_until_it_means_no(settings: Settings) -> None:
    pk, at = queue(), NOW
    with postman(settings, at_reader=refusing("451 4.3.2 Greylisted")) as man:
        for tries in range(1, TRIES):
            sweep(at)
            assert (mail(pk).state, mail(pk).attempts, mail(pk).trouble) == ("queued", tries, "put_off")
            pause = pause_before_try(tries)
            assert mail(pk).next_at == at + pause
            sweep(at + pause - timedelta(seconds=1))
            assert mail(pk).attempts == tries, "not before the pause is over"
            at += pause
        sweep(at)
    assert (mail(pk).state, mail(pk).trouble) == ("failed", "too_often")
    assert timedelta(days=1) < at - NOW < timedelta(days=3)
    assert kinds(pk) == ["mail.failed"]
    assert not man.taken


def test_server_that_refuses_our_own_address_is_not_the_readers_fault(settings: Settings) -> None:
    pks = [queue() for _ in range(5)]
    with postman(settings, at_sender="550 5.7.1 Sender not allowed"):
        sweep()
    assert {mail(pk).state for pk in pks} == {"queued"}
    assert [mail(pk).attempts for pk in pks] == [1, 1, 1, 0, 0], "after three in a row the rest waits untouched"


def test_connection_cut_before_the_text_is_simply_tried_again(settings: Settings) -> None:
    pk = queue()
    with postman(settings, at_reader=lambda _address: None) as man:
        sweep()
        assert (mail(pk).unclear, mail(pk).trouble) == (0, "put_off")
        man.at_reader = refusing("250 OK")
        sweep(LATER + timedelta(minutes=1))
    assert mail(pk).state == "sent"


def test_answer_lost_after_the_text_means_one_more_copy_at_most_and_then_a_person(settings: Settings) -> None:
    pk = queue()
    with postman(settings, at_text=lambda _count: None) as man:
        sweep()
        assert (mail(pk).state, mail(pk).unclear) == ("queued", 1)
        for days in range(1, 4):
            sweep(LATER + timedelta(days=days))
    assert (mail(pk).state, mail(pk).trouble) == ("failed", "unclear")
    assert len(man.taken) == 2
    assert len({message_from_bytes(one.content)["Message-ID"] for one in man.taken}) == 1, "copies can be told"  # type: ignore[arg-type]


def test_worker_that_dies_between_sending_and_writing_down_sends_one_copy_more_and_no_third(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dead(BaseException):
        """The process is gone: nothing after this runs."""

    def die(*_arguments: object, **_given: object) -> None:
        raise Dead

    pk, at = queue(), LATER
    monkeypatch.setattr(sending, "write_down", die)
    with postman(settings) as man:
        for _ in range(2):
            with pytest.raises(Dead):
                sweep(at)
            sweep(at + HELD - timedelta(seconds=1))
            at += HELD
        sweep(at)
        sweep(at + timedelta(days=30))
    assert len(man.taken) == 2
    assert (mail(pk).state, mail(pk).trouble) == ("failed", "unclear")


def test_two_sweeps_at_once_take_a_mail_up_once() -> None:
    pk = queue()
    assert take_up(pk, now=LATER) is not None
    assert take_up(pk, now=LATER + timedelta(seconds=5)) is None


def test_many_mails_go_over_one_connection_quickly(settings: Settings) -> None:
    for number in range(60):
        queue(to=f"thu{number}@vidu.vn")
    began = time.monotonic()
    with postman(settings) as man:
        assert sweep().sent == 60
    assert (man.connections, len(man.taken)) == (1, 60)
    assert time.monotonic() - began < 20


def test_sweep_leaves_the_rest_for_the_next_one_when_its_time_is_over(settings: Settings) -> None:
    for _ in range(3):
        queue()
    moments = iter([LATER, LATER, LATER] + [LATER + sending.LONGEST_SWEEP + timedelta(seconds=1)] * 50)
    with postman(settings):
        done = send_due_mails(clock=lambda: next(moments))
    assert (done.sent, done.waiting) == (1, 2)


def test_no_name_of_a_reader_in_what_the_job_reports(settings: Settings) -> None:
    queue()
    with postman(settings):
        assert jobs.send_waiting_mail() == {
            "words": "Thư đã gửi: %(sent)s. Còn chờ: %(waiting)s",
            "numbers": {"sent": 1, "waiting": 0},
        }
