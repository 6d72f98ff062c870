"""A request comes in: number, secret, case, what is kept of the sender, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import Role, system_actor
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import Event, OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.actions.check_file import check_file
from minhbach.intake.actions.receive_submission import next_number
from minhbach.intake.contracts import FileRole, SubmissionRefused, Way
from minhbach.intake.holding import put_aside
from minhbach.intake.models import FileState, SealedSender, Submission, SubmissionFile
from minhbach.intake.queries import SUBMISSION, by_secret, sender_of, submissions_of_same_person
from minhbach.intake.rules import SIGNS, masked, plain_number, plain_secret
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import ASKED, NOW, SENDER, World, case_of, online

SECRET_PAPER = "ỦY BAN NHÂN DÂN\nMẬT\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nTriển khai\n"


def test_it_gets_a_number_a_secret_and_a_case_under_the_law_of_its_day(world: World) -> None:
    receipt = online(world)
    assert receipt.number == "2026-00001"
    assert len(plain_secret(receipt.secret)) == 12
    assert set(plain_secret(receipt.secret)) <= set(SIGNS)
    case = case_of(receipt)
    assert (case.state, case.statute, case.channel) == ("received", "01/2026/QH16", "online")
    assert (case.valid_on, case.due_on) == (None, None)
    assert (case.sent_on, case.body_id) == (date(2026, 10, 13), world.ward.pk)


def test_one_sent_in_august_stands_under_the_law_of_2016(world: World) -> None:
    given = replace(ASKED, way=Way.FAX, sent_on=date(2026, 8, 31), received_on=date(2026, 9, 1))
    focal = world.officer(Role.FOCAL_POINT)
    receipt = receive_by_officer(given=given, body_id=world.ward.pk, actor=focal, now=NOW)
    assert (case_of(receipt).statute, case_of(receipt).channel) == ("104/2016/QH13", "fax")


def test_fax_is_no_channel_of_the_law_of_2026(world: World) -> None:
    with pytest.raises(SubmissionRefused, match="không có hình thức"):
        receive_by_officer(
            given=replace(ASKED, way=Way.FAX), body_id=world.ward.pk, actor=world.officer(Role.FOCAL_POINT), now=NOW
        )


def test_the_same_form_sent_again_gives_the_same_number_and_a_fresh_secret(world: World) -> None:
    first, second = online(world), online(world)
    assert (first.number, first.is_new, second.is_new) == (second.number, True, False)
    assert first.secret != second.secret
    assert by_secret(first.number, first.secret) is None
    assert by_secret(second.number, second.secret) == second.submission_id
    assert Case.objects.count() == 1
    assert online(world, key="k2").number == "2026-00002"


def test_number_and_secret_are_forgiven_case_spaces_and_hyphens(world: World) -> None:
    receipt = online(world)
    typed = receipt.secret.lower().replace("-", " ")
    assert by_secret(" 2026 1 ", typed) == receipt.submission_id
    assert by_secret("202600001", receipt.secret) == receipt.submission_id
    assert by_secret(receipt.number, receipt.secret[:-1]) is None
    assert by_secret("2026-00002", receipt.secret) is None
    assert by_secret("", receipt.secret) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2026-00412", "2026-00412"), ("2026 412", "2026-00412"), ("2026/00412", "2026-00412"),
     ("202600412", "2026-00412"), ("26-412", ""), ("2026", ""), ("2026-1-2", ""), ("2026-9999999999", "")],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, number: str) -> None:
    assert plain_number(typed) == number


def test_a_number_that_is_rolled_back_leaves_no_gap(world: World) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        next_number(2026)
        raise RuntimeError
    assert online(world).number == "2026-00001"


def test_numbers_begin_anew_with_the_year_in_vietnam(world: World) -> None:
    online(world)
    # 17:30 on 31 December in London is half past midnight of the new year here.
    new_year = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)
    assert timezone.localdate(new_year) == date(2027, 1, 1)
    assert online(world, key="k2", now=new_year).number == "2027-00001"


def test_who_sent_it_is_sealed_and_neither_in_the_log_nor_in_the_open(world: World) -> None:
    receipt = online(world)
    kept = SealedSender.objects.get(submission=receipt.submission_id)
    row = Submission.objects.get(pk=receipt.submission_id)
    for word in ("Trần Thị Thử", "001085012345", "thu@vidu.vn", "thôn Mẫu"):
        assert word not in kept.content + kept.identity_hash + "".join(str(value) for value in vars(row).values())
        assert not Event.objects.filter(facts__contains=word).exists()
    assert plain_secret(receipt.secret) not in row.secret_hash
    assert sender_of(receipt.submission_id) == SENDER
    (received,) = events_about(Subject(SUBMISSION, receipt.submission_id))
    assert (received.kind, received.facts["number"]) == ("submission.received", "2026-00001")


def test_requests_of_one_person_are_found_by_the_identity_number_however_it_is_written(world: World) -> None:
    first = online(world)
    spaced = replace(ASKED, sender=replace(SENDER, identity_number="001 085 012 345"))
    second = online(world, spaced, key="k2")
    online(world, replace(ASKED, sender=replace(SENDER, identity_number="001085099999")), key="k3")
    assert submissions_of_same_person(first.submission_id) == (second.submission_id,)
    online(world, replace(ASKED, sender=replace(SENDER, identity_number="")), key="k4")
    online(world, replace(ASKED, sender=replace(SENDER, identity_number="")), key="k5")
    nameless = Submission.objects.order_by("-pk").first()
    assert nameless is not None
    assert submissions_of_same_person(nameless.pk) == ()


def test_only_the_last_signs_of_an_identity_number_are_shown() -> None:
    assert masked("001085012345") == "••••2345"
    assert masked("12345") == "••••"
    assert masked("") == ""


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_a_request_that_asks_for_nothing_is_refused(world: World, text: str) -> None:
    with pytest.raises(SubmissionRefused, match="thông tin cần tìm"):
        online(world, replace(ASKED, text=text))
    assert not Case.objects.exists()


def test_days_that_cannot_be_are_refused(world: World) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    for sent, received, box in (
        (date(2026, 10, 14), None, "sent_on"),
        (date(2026, 10, 12), date(2026, 10, 11), "received_on"),
        (date(2026, 10, 12), date(2026, 10, 14), "received_on"),
    ):
        given = replace(ASKED, way=Way.POST, sent_on=sent, received_on=received)
        with pytest.raises(SubmissionRefused) as refused:
            receive_by_officer(given=given, body_id=world.ward.pk, actor=focal, now=NOW)
        assert refused.value.field == box


def test_only_the_focal_point_of_the_body_takes_requests_in(world: World) -> None:
    for stranger in (world.officer(Role.SPECIALIST), world.officer(*Role, body=world.other_ward)):
        with pytest.raises(CaseRefused, match="Vai trò"):
            receive_by_officer(given=replace(ASKED, way=Way.COUNTER), body_id=world.ward.pk, actor=stranger, now=NOW)


def test_a_requester_with_an_address_is_told_without_a_word_of_what_was_asked(world: World) -> None:
    online(world)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("thu@vidu.vn", "[2026-00001] Đã nhận yêu cầu")
    assert "giá đất" not in mail.text
    assert "Trần Thị Thử" not in mail.text


def test_a_file_waits_in_quarantine_and_is_kept_once_it_was_read(world: World) -> None:
    file = put_aside(name="đơn.txt", content="Đơn xin bảng giá đất".encode(), role=FileRole.ATTACHMENT)
    receipt = online(world, replace(ASKED, files=(file,)))
    row = SubmissionFile.objects.get(submission=receipt.submission_id)
    assert (row.state, row.file_id) == (FileState.WAITING, None)
    check_file(file_id=row.pk, actor=system_actor("reader"), now=NOW)
    row.refresh_from_db()
    assert (row.state, row.name, row.place) == (FileState.KEPT, "đơn.txt", "")
    assert row.file_id


def test_a_file_with_a_mark_of_secrecy_is_not_kept_nor_its_name(world: World) -> None:
    file = put_aside(name="ke hoach 12.txt", content=SECRET_PAPER.encode(), role=FileRole.ATTACHMENT)
    receipt = online(world, replace(ASKED, files=(file,)))
    row = SubmissionFile.objects.get(submission=receipt.submission_id)
    check_file(file_id=row.pk, actor=system_actor("reader"), now=NOW)
    row.refresh_from_db()
    assert (row.state, row.name, row.file_id) == (FileState.REFUSED, "", None)
    assert "Mật" in row.sentence
    assert not Event.objects.filter(facts__contains="hoach").exists()


def test_an_empty_file_is_refused_at_the_door() -> None:
    with pytest.raises(SubmissionRefused, match="không có gì bên trong"):
        put_aside(name="trong.pdf", content=b"", role=FileRole.ATTACHMENT)
