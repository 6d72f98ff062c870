"""A focal point says what a mail is: a request, part of a case, feedback, or nothing; nobody else sees it."""

import re
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client

from minhbach.domain.access import Role, system_actor
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import Incoming
from minhbach.foundation.mail.listing import lines
from minhbach.foundation.models import OutgoingMail, StoredFile
from minhbach.foundation.queries import events_about
from minhbach.intake.actions.check_file import check_file
from minhbach.intake.actions.forget_mail import forget_old_mails
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.values import Attached, Machine, ReadMail
from minhbach.intake.models import IdentityReading, Message, SubmissionFile, TakenMail
from minhbach.intake.queries import by_secret, sender_of
from minhbach.privacy.actions.hold import place_hold
from minhbach.privacy.contracts import HoldKind
from minhbach.privacy.models import Erasure
from minhbach.privacy.sweeping import sweep
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.take_mail_in import take_mail_in
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import NOW, World, case_of, online
from minhbach.requests.tests.test_counter import logged_in

LIST = "/lam-viec/yeu-cau/thu/"
TEXT = "Tôi tên là Nguyễn Văn Mẫu, số căn cước 001085012345.\nXin bảng giá đất năm 2026."


@pytest.fixture
def focal(world: World, monkeypatch: Any) -> Client:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())
    return logged_in(world, Role.FOCAL_POINT)


def came(world: World, *, text: str = TEXT, files: tuple[Attached, ...] = (), **more: Any) -> TakenMail:
    """Let a mail come and return it."""
    told = {"sender_name": "Mẫu", "sender_address": "mau@vidu.vn", "subject": "Xin thông tin", **more}
    mail = ReadMail(message_id=f"{TakenMail.objects.count()}@vidu.vn", text=text, files=files, **told)
    take_new_mail(mail=mail, body_id=world.ward.pk, actor=system_actor("mail-reader"), now=NOW)
    return TakenMail.objects.latest("pk")


def test_list_shows_who_wrote_and_what_waits(world: World, focal: Client) -> None:
    came(world)
    came(world, machine=Machine.LIST)
    page = focal.get(LIST).content.decode()
    assert "2026-00001" in page
    assert "mau@vidu.vn" in page
    assert "Bản tin" in page
    assert "2026-00002" not in focal.get(LIST + "?may=nguoi").content.decode()
    sheet = focal.get(LIST + "?dang=csv").content.decode()
    assert "2026-00001" in sheet
    assert "mau@vidu.vn" not in sheet, "who wrote does not leave the house in a file"


def test_request_is_proposed_from_the_words_and_keeps_the_mails_number(world: World, focal: Client) -> None:
    mail = came(world, files=(Attached("đơn.txt", b"Don"),))
    page = focal.get(f"{LIST}{mail.pk}/la-yeu-cau/").content.decode()
    for proposed in ("Nguyễn Văn Mẫu", "mau@vidu.vn", "Xin bảng giá đất năm 2026."):
        assert f'value="{proposed}"' in page or proposed in page
    assert "••••2345" in page and "001085012345" not in page
    told = {
        "sent_on": "13/10/2026", "received_on": "13/10/2026", "text": "Xin bảng giá đất năm 2026.",
        "name": "Nguyễn Văn Mẫu", "behalf": "self", "delivery": "email", "email": "mau@vidu.vn",
    }  # fmt: skip
    response = focal.post(f"{LIST}{mail.pk}/la-yeu-cau/", told)
    case = Case.objects.get()
    assert response["Location"] == f"/lam-viec/yeu-cau/{case.pk}/"
    assert (case.number, case.channel, case.statute) == ("2026-00001", "online", "01/2026/QH16")
    sender = sender_of(case.submission_id)
    assert sender is not None
    assert (sender.name, sender.identity_number) == ("Nguyễn Văn Mẫu", ""), "only what was confirmed counts"
    assert SubmissionFile.objects.get().submission_id == case.submission_id
    mail.refresh_from_db()
    assert mail.state == "request"
    assert focal.get(f"{LIST}{mail.pk}/la-yeu-cau/").status_code == 404, "it was sorted"


def test_wrong_day_gives_back_what_was_typed(world: World, focal: Client) -> None:
    mail = came(world)
    told = {"sent_on": "31/12/2026", "text": "Xin giá đất", "behalf": "self", "delivery": "email"}
    response = focal.post(f"{LIST}{mail.pk}/la-yeu-cau/", told)
    assert response.status_code == 422
    assert "31/12/2026" in response.content.decode()
    assert not Case.objects.exists()


def test_mail_goes_into_a_case_with_its_files(world: World, focal: Client) -> None:
    case = case_of(online(world))
    mail = came(world, subject=f"Về {case.number}", files=(Attached("đơn.txt", b"Don"),))
    page = focal.get(f"{LIST}{mail.pk}/thuoc-yeu-cau/").content.decode()
    assert f'value="{case.number}"' in page
    response = focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": "2026 1"})
    assert response["Location"] == f"/lam-viec/yeu-cau/{case.pk}/"
    message = Message.objects.get()
    assert (message.submission_id, message.is_from_sender) == (case.submission_id, True)
    assert SubmissionFile.objects.get().message_id == message.pk
    assert focal.post(f"{LIST}{came(world).pk}/thuoc-yeu-cau/", {"number": "2026-00999"}).status_code == 422


def test_number_that_a_mail_gives_is_taken_over_unread_where_the_officer_says_so(world: World, focal: Client) -> None:
    mail = came(world)
    told = {
        "sent_on": "13/10/2026", "received_on": "13/10/2026", "text": "Xin bảng giá đất năm 2026.",
        "name": "Nguyễn Văn Mẫu", "behalf": "self", "delivery": "email", "email": "mau@vidu.vn", "takes_number": "on",
    }  # fmt: skip
    assert focal.post(f"{LIST}{mail.pk}/la-yeu-cau/", told).status_code == 302
    sender = sender_of(mail.submission_id)
    assert sender is not None and sender.identity_number == "001085012345"


def test_number_inside_the_words_is_covered_and_opened_for_a_purpose_that_is_kept(world: World, focal: Client) -> None:
    mail = came(world, subject="Hộ chiếu C1234567")
    for url in (LIST, f"{LIST}{mail.pk}/", f"{LIST}{mail.pk}/thuoc-yeu-cau/"):
        page = focal.get(url).content.decode()
        assert "001085012345" not in page and "C1234567" not in page and "••••4567" in page, url
    opening = f"{LIST}{mail.pk}/so-giay-to/"
    assert opening in focal.get(f"{LIST}{mail.pk}/").content.decode()
    assert focal.post(opening, {"purpose": " "}).status_code == 422
    assert not IdentityReading.objects.exists()
    shown = focal.post(opening, {"purpose": "Đối chiếu với đơn ở quầy"}).content.decode()
    assert "001085012345" in shown and "C1234567" in shown
    assert IdentityReading.objects.get().submission_id == mail.submission_id
    again = focal.get(opening).content.decode()
    assert "Đối chiếu với đơn ở quầy" in again and "001085012345" not in again
    event = events_about(Subject("submission", mail.submission_id))[-1]
    assert (event.kind, "Đối chiếu" in str(event.facts)) == ("submission.identity_read", False)
    assert focal.get(f"{LIST}{came(world, text='Xin bảng giá đất').pk}/so-giay-to/").status_code == 404


def test_number_inside_a_thread_is_covered_on_the_case_and_opened_with_the_senders(world: World, focal: Client) -> None:
    case = case_of(online(world))
    mail = came(world, text="Gửi thêm. Số căn cước của tôi là 001 099 900 777.")
    focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": case.number})
    page = focal.get(f"/lam-viec/yeu-cau/{case.pk}/").content.decode()
    assert "••••0777" in page and "001 099 900 777" not in page
    shown = focal.post(f"/lam-viec/yeu-cau/{case.pk}/so-giay-to/", {"purpose": "Đối chiếu"}).content.decode()
    assert "001085012345" in shown and "001099900777" in shown


def test_mail_written_into_the_wrong_case_is_taken_out_whole(world: World, focal: Client) -> None:
    receipt = online(world)
    case = case_of(receipt)
    mail = came(world, text="Điều riêng của người khác.", files=(Attached("đơn.txt", b"Don"),))
    focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": case.number})
    check_file(file_id=SubmissionFile.objects.get().pk, actor=system_actor("reader"), now=NOW)
    requester, asked = Client(), {"number": receipt.number, "secret": receipt.secret}
    requester.post("/yeu-cau/tra-cuu/", asked)
    assert "Điều riêng" in requester.get("/yeu-cau/tra-cuu/yeu-cau/").content.decode()
    out = f"{LIST}{mail.pk}/lay-ra/"
    assert out in focal.get(f"{LIST}{mail.pk}/").content.decode()
    assert focal.post(out, {"reason": ""}).status_code == 422
    assert logged_in(world, Role.SPECIALIST).post(out, {"reason": "Nhầm"}).status_code == 404
    assert focal.post(out, {"reason": "Của người khác"}).status_code == 302
    page = requester.get("/yeu-cau/tra-cuu/yeu-cau/").content.decode()
    assert "Điều riêng" not in page and "đơn.txt" not in page
    mail.refresh_from_db()
    file = SubmissionFile.objects.get()
    assert (mail.state, mail.into_id, file.submission_id, file.message_id) == (
        "waiting",
        None,
        mail.submission_id,
        None,
    )
    assert StoredFile.objects.get(pk=file.file_id).subject_id == str(mail.submission_id)
    assert "Của người khác" in focal.get(f"{LIST}{mail.pk}/").content.decode()
    event = events_about(Subject("case", case.pk))[-1]
    assert (event.kind, event.facts) == ("case.mail_taken_out", {"number": case.number, "mail": mail.submission.number})
    case.refresh_from_db()
    assert case.unanswered_since is None and not Message.objects.exists()
    assert focal.get(out).status_code == 404
    assert focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": case.number}).status_code == 302, "it may come back"
    assert Message.objects.get().submission_id == case.submission_id


def test_mail_that_moved_the_case_is_taken_out_and_the_officer_told_to_look(world: World, focal: Client) -> None:
    case = case_of(online(world))
    ask_supplement(
        case_id=case.pk, lacks=["name"], words="Ghi họ tên.", by=date(2026, 10, 20),
        actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    mail = came(world)
    focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": case.number})
    case.refresh_from_db()
    assert case.state == "received"
    said = focal.post(f"{LIST}{mail.pk}/lay-ra/", {"reason": "Nhầm"}, follow=True).content.decode()
    assert f"xem lại yêu cầu {case.number}" in said


def test_mail_that_nobody_sorted_goes_after_the_time_of_the_law_file(world: World, focal: Client) -> None:
    mail, other = came(world), came(world)
    # 24 months from 13/10/2026, as law/personal_data/retention.toml proposes.
    assert sweep(now=datetime(2028, 10, 12, 2, tzinfo=UTC)) == (0, 0)
    place_hold(
        submission_id=other.submission_id, kind=HoldKind.INSPECTION, ground="Thanh tra", until=None,
        actor=world.officer(Role.FOCAL_POINT, Role.LEADER), now=NOW,
    )  # fmt: skip
    assert sweep(now=datetime(2028, 10, 13, 2, tzinfo=UTC)) == (1, 0)
    mail.refresh_from_db()
    other.refresh_from_db()
    assert (mail.content, mail.submission.text, sender_of(mail.submission_id), mail.state) == ("", "", None, "nothing")
    assert (other.content != "", other.state) == (True, "waiting")
    assert Erasure.objects.get().number == mail.submission.number
    assert not OutgoingMail.objects.filter(about_id=str(mail.submission_id)).exclude(to="").exists()


def test_mail_put_aside_can_be_taken_back_until_its_words_are_erased(world: World, focal: Client) -> None:
    mail = came(world)
    focal.post(f"{LIST}{mail.pk}/de-rieng/")
    mail.refresh_from_db()
    assert mail.state == "nothing"
    focal.post(f"{LIST}{mail.pk}/lay-lai/")
    focal.post(f"{LIST}{mail.pk}/de-rieng/")
    actor = system_actor("mail-reader")
    assert forget_old_mails(actor=actor, now=NOW.replace(day=30)) == 0
    assert forget_old_mails(actor=actor, now=NOW.replace(month=11, day=13)) == 1
    assert forget_old_mails(actor=actor, now=NOW.replace(month=11, day=13)) == 0
    mail.refresh_from_db()
    assert (mail.content, mail.submission.text, sender_of(mail.submission_id)) == ("", "", None)
    focal.post(f"{LIST}{mail.pk}/lay-lai/")
    mail.refresh_from_db()
    assert mail.state == "nothing"
    assert "Lấy lại" in focal.get(f"{LIST}{mail.pk}/").content.decode(), "the history tells of it"


def test_nobody_but_the_focal_point_of_the_body_sees_a_mail(world: World, focal: Client) -> None:
    mail = came(world)
    for who in (logged_in(world, Role.LEADER), logged_in(world, Role.SPECIALIST)):
        assert who.get(f"{LIST}{mail.pk}/").status_code == 404
    assert focal.get(f"{LIST}{mail.pk}/").status_code == 200
    mail.body = world.other_ward
    mail.save()
    assert focal.get(f"{LIST}{mail.pk}/").status_code == 404
    assert focal.post(f"{LIST}{mail.pk}/de-rieng/").status_code == 404


def test_number_of_queries_does_not_grow_with_the_mails(
    world: World, focal: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(8):
        came(world)
    with django_assert_max_num_queries(22):
        focal.get(LIST)


def test_who_asked_by_mail_gets_a_secret_once_by_a_button(world: World, focal: Client) -> None:
    mail = came(world)
    told = {"text": "Xin bảng giá đất", "name": "Mẫu", "behalf": "self", "delivery": "email", "email": "mau@vidu.vn"}
    focal.post(f"{LIST}{mail.pk}/la-yeu-cau/", told)
    sent = OutgoingMail.objects.latest("pk")
    assert mail.submission.secret_hash not in sent.text
    link = re.search(r"https://[^/]+(/\S+)", sent.text)
    assert link is not None
    citizen = Client()
    for _ in range(2):
        assert "Hiện mã tra cứu" in citizen.get(link[1]).content.decode(), "looking uses nothing up"
    page = citizen.post(link[1])
    assert "no-store" in page["Cache-Control"]
    secret = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page.content.decode())
    assert secret is not None
    assert by_secret("2026-00001", secret[0]) == mail.submission_id
    assert citizen.post(link[1])["Location"] == "/yeu-cau/tra-cuu/", "a second time it shows nothing"
    assert citizen.get(link[1] + "x").status_code == 302
    (line,) = lines([sent])
    assert link[1].partition("?")[2] not in line.text, "who looks after mail cannot open it"


def answers(case: Case, text: str, world: World, **headers: str) -> TakenMail:
    """Let a mail answer ours about a case, so that the machine files it, and return it."""
    message = EmailMessage()
    ours = OutgoingMail.objects.filter(about_kind="case", about_id=str(case.pk)).latest("pk").message_id
    told = {"From": "Mẫu <mau@vidu.vn>", "Subject": "Trả lời", "Message-ID": "<t1@vidu.vn>", "In-Reply-To": ours}
    for name, value in {**told, **headers}.items():
        message[name] = value
    message.set_content(text)
    message.add_attachment(b"Don", maintype="text", subtype="plain", filename="rieng.txt")
    incoming = Incoming("1", message_from_bytes(message.as_bytes()))
    assert take_mail_in(incoming, body_id=world.ward.pk, address="xa@vidu.vn", now=NOW)
    return TakenMail.objects.latest("pk")


def test_mail_that_the_machine_filed_by_its_thread_is_taken_out_with_a_number_of_its_own(
    world: World, focal: Client
) -> None:
    receipt = online(world)
    case = case_of(receipt)
    ask_supplement(
        case_id=case.pk, lacks=["address"], words="Ghi nơi cư trú.", actor=world.officer(Role.FOCAL_POINT), now=NOW
    )
    mail = answers(case, "Điều riêng của người khác.", world)
    assert (mail.state, mail.into_id, mail.submission_id) == ("in_case", None, case.submission_id)
    check_file(file_id=SubmissionFile.objects.get().pk, actor=system_actor("reader"), now=NOW)
    out = f"{LIST}{mail.pk}/lay-ra/"
    assert out in focal.get(f"{LIST}{mail.pk}/").content.decode()
    assert focal.get(out).status_code == 200
    assert focal.post(out, {"reason": " "}).status_code == 422
    said = focal.post(out, {"reason": "Người khác viết nhờ hộp thư"}, follow=True).content.decode()
    assert f"xem lại yêu cầu {case.number}" in said and "Người khác viết nhờ hộp thư" in said

    mail.refresh_from_db()
    assert (mail.state, mail.into_id, mail.submission.number, mail.submission.kind) == (
        "waiting",
        None,
        "2026-00002",
        "mail",
    )
    sender = sender_of(mail.submission_id)
    assert sender is not None and sender.email == "mau@vidu.vn"
    file = SubmissionFile.objects.get()
    assert (file.submission_id, file.message_id) == (mail.submission_id, None)
    assert StoredFile.objects.get(pk=file.file_id).subject_id == str(mail.submission_id)
    told = OutgoingMail.objects.latest("pk")
    assert (told.to, told.subject, mail.is_receipt_sent) == ("mau@vidu.vn", "[2026-00002] Đã nhận thư", True)
    requester = Client()
    requester.post("/yeu-cau/tra-cuu/", {"number": receipt.number, "secret": receipt.secret})
    page = requester.get("/yeu-cau/tra-cuu/yeu-cau/").content.decode()
    assert "Điều riêng" not in page and "rieng.txt" not in page
    event = events_about(Subject("case", case.pk))[-1]
    assert (event.kind, event.facts["mail"]) == ("case.mail_taken_out", "2026-00002")
    assert "Lấy thư 2026-00002 ra khỏi yêu cầu" in focal.get(f"/lam-viec/yeu-cau/{case.pk}/").content.decode()

    back = focal.post(f"{LIST}{mail.pk}/thuoc-yeu-cau/", {"number": case.number})
    assert back.status_code == 302, "what was taken out by mistake comes back"
    assert SubmissionFile.objects.get().submission_id == case.submission_id
    mail.refresh_from_db()
    assert (mail.state, mail.into_id) == ("in_case", case.submission_id)


def test_notice_of_a_machine_is_taken_out_and_nobody_is_written_to(world: World, focal: Client) -> None:
    case = case_of(online(world))
    ask_supplement(
        case_id=case.pk, lacks=["address"], words="Ghi nơi cư trú.", actor=world.officer(Role.FOCAL_POINT), now=NOW
    )
    mail = answers(case, "Tôi đi vắng.", world, **{"Auto-Submitted": "auto-replied"})
    written = OutgoingMail.objects.count()
    assert focal.post(f"{LIST}{mail.pk}/lay-ra/", {"reason": "Thư tự động"}).status_code == 302
    mail.refresh_from_db()
    assert (mail.state, OutgoingMail.objects.count()) == ("waiting", written)


def test_mail_in_the_thread_of_a_mail_that_nobody_sorted_is_in_no_case(world: World, focal: Client) -> None:
    first = came(world)
    ours = OutgoingMail.objects.latest("pk").message_id
    more = EmailMessage()
    for name, value in {"From": "mau@vidu.vn", "Message-ID": "<t2@vidu.vn>", "In-Reply-To": ours}.items():
        more[name] = value
    more.set_content("Tôi nói thêm.")
    incoming = Incoming("1", message_from_bytes(more.as_bytes()))
    assert take_mail_in(incoming, body_id=world.ward.pk, address="xa@vidu.vn", now=NOW)
    later = TakenMail.objects.latest("pk")
    assert (later.state, later.submission_id) == ("in_case", first.submission_id)
    assert focal.get(f"{LIST}{later.pk}/lay-ra/").status_code == 404
