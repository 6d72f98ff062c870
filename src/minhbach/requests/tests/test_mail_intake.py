"""A body's mailbox on a real IMAP server: each mail gets its number, answers their thread, nothing twice."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from typing import Any

import pytest
from django.db import DatabaseError
from pytest_django import Settings

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.foundation.mail.contracts import Incoming, MailboxAddress, MailboxUnreachable
from minhbach.foundation.mail.mailbox import DONE_FOLDER
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.tests.mail_servers import imap_server
from minhbach.foundation.tests.process_tree import free_port
from minhbach.foundation.tests.test_mail_bounces import report
from minhbach.foundation.tests.test_mailbox import box_of, lying, put
from minhbach.intake.models import MailboxWatch, Submission, SubmissionFile, TakenMail
from minhbach.intake.models import Message as Written
from minhbach.intake.queries import sender_of
from minhbach.intake.queries.mails import words_of_mail
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.take_mail_in import take_mail_in
from minhbach.requests.mail.jobs import read_mailboxes, read_requests_mail
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import NOW, World, case_of, online

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def server() -> Iterator[MailboxAddress]:
    with imap_server() as address:
        yield address


@pytest.fixture
def address(server: MailboxAddress, world: World, settings: Settings, monkeypatch: Any) -> MailboxAddress:
    """The mailbox of the first commune, emptied."""
    with box_of(server) as box:
        for folder in [one.name for one in box.folder.list()]:
            box.folder.set(folder)
            box.delete(box.uids())
    slug = Body.objects.values_list("slug", flat=True).get(pk=world.ward.pk)
    settings.REQUEST_MAILBOXES = ((slug, server),)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return server


def mail(text: str = "Tôi xin bảng giá đất năm 2026.", *, file: bytes = b"", **headers: str) -> bytes:
    message = EmailMessage()
    told = {"From": "Trần Thị Thử <thu@vidu.vn>", "Subject": "Xin thông tin", "Message_ID": "<a1@vidu.vn>", **headers}
    for name, value in told.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if file:
        message.add_attachment(file, maintype="text", subtype="plain", filename="đơn.txt")
    return message.as_bytes()


def take(world: World, content: bytes) -> None:
    assert take_mail_in(
        Incoming("1", message_from_bytes(content)), body_id=world.ward.pk, address="xa@vidu.vn", now=NOW
    )


def test_mail_gets_number_receipt_and_waits_for_the_focal_point(address: MailboxAddress, world: World) -> None:
    put(address, mail(file="Đơn xin".encode()))
    assert read_mailboxes(now=NOW).handled == 1
    row, taken = Submission.objects.get(), TakenMail.objects.get()
    assert (row.number, row.kind, row.way, row.body_id) == ("2026-00001", "mail", "email", world.ward.pk)
    assert (taken.state, taken.is_receipt_sent, taken.left_out) == ("waiting", True, 0)
    words = words_of_mail(taken)
    assert words is not None
    assert (words.address, words.text) == ("thu@vidu.vn", "Tôi xin bảng giá đất năm 2026.")
    assert "thu@vidu.vn" not in taken.content
    assert SubmissionFile.objects.get().state == "waiting", "nobody has read the file yet"
    receipt = OutgoingMail.objects.get()
    assert (receipt.to, receipt.subject, receipt.is_private) == ("thu@vidu.vn", "[2026-00001] Đã nhận thư", True)
    assert "2026-00001" in receipt.text
    assert not Case.objects.exists(), "no person has said that it is a request"
    assert [subject for subject, _read in lying(address, DONE_FOLDER)] == ["Xin thông tin"]


def test_same_mail_read_twice_is_one(address: MailboxAddress) -> None:
    put(address, mail())
    read_mailboxes(now=NOW)
    put(address, mail())
    assert read_mailboxes(now=NOW).handled == 1, "it is put away all the same"
    assert Submission.objects.count() == OutgoingMail.objects.count() == 1


def test_failing_database_leaves_the_mail_where_it_lies(address: MailboxAddress, monkeypatch: Any) -> None:
    put(address, mail())

    def broken(**_given: Any) -> int:
        raise DatabaseError

    monkeypatch.setattr("minhbach.intake.actions.take_mail.queue_mail", broken)
    with pytest.raises(DatabaseError):
        read_mailboxes(now=NOW)
    assert not Submission.objects.exists()
    assert lying(address) == [("Xin thông tin", False)]
    monkeypatch.undo()
    assert read_mailboxes(now=NOW).handled == 1


def test_answer_to_the_receipt_goes_into_its_thread_and_gets_no_number(world: World) -> None:
    take(world, mail())
    receipt = OutgoingMail.objects.get()
    take(world, mail("Tôi nói thêm.", Message_ID="<a2@vidu.vn>", In_Reply_To=receipt.message_id))
    assert Submission.objects.count() == 1
    assert Written.objects.get().text == "Tôi nói thêm."
    assert list(TakenMail.objects.order_by("pk").values_list("state", flat=True)) == ["waiting", "in_case"]
    assert OutgoingMail.objects.count() == 1


def asked(world: World) -> Case:
    """A request from the portal whose requester was asked for the address."""
    case, focal = case_of(online(world)), world.officer(Role.FOCAL_POINT)
    ask_supplement(case_id=case.pk, lacks=["address"], words="Ghi nơi cư trú.", actor=focal, now=NOW)
    case.refresh_from_db()
    return case


def test_answer_to_a_supplement_asked_for_supplements_the_case_with_its_files(world: World) -> None:
    case = asked(world)
    ours = OutgoingMail.objects.latest("pk").message_id
    take(world, mail("Thôn Mẫu, xã Mẫu Một.", file=b"giay to", References=f"<x@y> {ours}"))
    case.refresh_from_db()
    assert case.state == "received", "the focal point looks again"
    message = Written.objects.latest("pk")
    assert (message.kind, message.is_from_sender, message.text) == ("supplement", True, "Thôn Mẫu, xã Mẫu Một.")
    assert SubmissionFile.objects.get().message_id == message.pk


@pytest.mark.parametrize(("sender", "kinds"), [("THU@vidu.vn", ["question"]), ("la@vidu.vn", [])])
def test_number_in_the_subject_counts_for_the_senders_own_address_alone(
    world: World, sender: str, kinds: list[str]
) -> None:
    case = case_of(online(world))
    take(world, mail("Bao giờ có?", From=sender, Subject=f"Hỏi về [{case.number}]"))
    found = Written.objects.filter(submission=case.submission_id).values_list("kind", flat=True)
    assert list(found) == kinds
    assert TakenMail.objects.filter(state="waiting").count() == 1 - len(kinds)


def test_automatic_answer_is_kept_in_the_thread_and_moves_nothing(world: World) -> None:
    case = asked(world)
    ours = OutgoingMail.objects.latest("pk").message_id
    take(world, mail("Tôi đi vắng.", In_Reply_To=ours, Auto_Submitted="auto-replied"))
    case.refresh_from_db()
    assert (case.state, case.unanswered_since) == ("lacking", None)
    assert Written.objects.latest("pk").kind == "automatic"


@pytest.mark.parametrize(
    "head", [{"Auto_Submitted": "auto-generated"}, {"Precedence": "list"}, {"List_Id": "<tin.vidu.vn>"}]
)
def test_machines_get_a_number_and_no_receipt(world: World, head: dict[str, str]) -> None:
    take(world, mail(**head))
    assert TakenMail.objects.get().machine
    assert not OutgoingMail.objects.exists()


def test_machine_that_answers_each_receipt_with_a_new_mail_gets_ten_a_day(world: World) -> None:
    for place in range(13):
        take(world, mail(From="may@vidu.vn", Message_ID=f"<m{place}@vidu.vn>", Subject=f"Lần {place}"))
    assert (Submission.objects.count(), OutgoingMail.objects.count()) == (13, 10)


def test_our_own_mail_come_back_is_no_mail(world: World) -> None:
    take(world, mail())
    ours = OutgoingMail.objects.get()
    take(world, mail(From="xa@vidu.vn", Message_ID=ours.message_id))
    assert TakenMail.objects.count() == 1


def test_bounce_marks_the_mail_and_a_bounce_of_nothing_of_ours_waits_for_a_person(world: World) -> None:
    take(world, mail())
    ours = OutgoingMail.objects.get()
    take(world, report(message_id=ours.message_id).as_bytes())
    ours.refresh_from_db()
    assert (ours.state, TakenMail.objects.count()) == ("bounced", 1)
    take(world, report(message_id="<la@vidu.vn>").as_bytes())
    assert TakenMail.objects.latest("pk").machine == "server"


def test_more_questions_than_may_wait_are_not_lost(world: World) -> None:
    case = case_of(online(world))
    for place in range(7):
        take(world, mail(f"Câu {place}", Message_ID=f"<q{place}@vidu.vn>", Subject=f"[{case.number}]"))
    assert (Written.objects.filter(kind="question").count(), TakenMail.objects.filter(state="waiting").count()) == (
        5,
        2,
    )


def test_too_many_files_are_counted_and_empty_mail_is_taken(world: World) -> None:
    message = EmailMessage()
    message["From"] = "thu@vidu.vn"
    message.set_content("")
    for place in range(12):
        message.add_attachment(b"x", maintype="text", subtype="plain", filename=f"{place}.txt")
    take(world, message.as_bytes())
    assert (SubmissionFile.objects.count(), TakenMail.objects.get().left_out) == (10, 2)
    assert Submission.objects.get().text == "(Thư không có chữ.)"
    sender = sender_of(Submission.objects.get().pk)
    assert sender is not None
    assert sender.email == "thu@vidu.vn"


def test_arrival_is_our_servers_day_and_never_the_senders_or_a_coming_one(world: World) -> None:
    take(world, mail(Date="Mon, 31 Aug 2026 08:00:00 +0700", Received="x; Mon, 12 Oct 2026 23:59:00 +0700"))
    take(world, mail(Message_ID="<b@vidu.vn>", Received="x; Mon, 12 Oct 2030 08:00:00 +0700"))
    assert [str(day) for day in TakenMail.objects.order_by("pk").values_list("arrived_on", flat=True)] == [
        "2026-10-12",
        "2026-10-13",
    ]


def test_silent_mailbox_delays_is_written_down_and_keeps_no_other_from_being_read(
    address: MailboxAddress, world: World, settings: Settings
) -> None:
    slug = Body.objects.values_list("slug", flat=True).get(pk=world.other_ward.pk)
    away = (slug, replace(address, port=free_port()))
    settings.REQUEST_MAILBOXES = (away, *settings.REQUEST_MAILBOXES)
    put(address, mail())
    swept = read_mailboxes(now=NOW)
    assert (swept.handled, swept.silent) == (1, (slug,))
    assert MailboxWatch.objects.get(body=world.other_ward).silent_since == NOW
    assert MailboxWatch.objects.get(body=world.ward).read_at == NOW
    with pytest.raises(MailboxUnreachable, match=slug):
        read_requests_mail()
