"""Personal data of a finished request: erased everywhere in time, held, asked back, and gone after a restore too.

13/10/2026 is a Tuesday; data of requests are kept 24 months (`law/personal_data/retention.toml`, provisional).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from minhbach.domain.access import Role, system_actor
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.foundation.actions.destroy_files import remove_doomed_bytes
from minhbach.foundation.eventlog.verifying import verify_log
from minhbach.foundation.models import OutgoingMail
from minhbach.intake.actions.check_file import check_file
from minhbach.intake.actions.read_identity import read_identity
from minhbach.intake.actions.write_message import write_message
from minhbach.intake.contracts import FileRole, Sender
from minhbach.intake.holding import put_aside
from minhbach.intake.models import Submission, SubmissionFile
from minhbach.papers.models import Letter
from minhbach.privacy.actions.erase import NotErasable, erase_again, erase_when_due
from minhbach.privacy.actions.hold import lift_hold, place_hold
from minhbach.privacy.actions.wish import ask_about_own_data, correct_as_wished, erase_as_asked, refuse_wish
from minhbach.privacy.contracts import HoldKind, MatterNotVisible, PrivacyRefused, WishKind
from minhbach.privacy.journal import read_lines
from minhbach.privacy.models import DataWish, Erasure
from minhbach.privacy.queries import upcoming
from minhbach.privacy.sweeping import sweep
from minhbach.requests.actions.review_answer import accept_complaint, decide_review, take_in_review
from minhbach.requests.actions.say_contentment import say_contentment
from minhbach.requests.books.entries import book_rows
from minhbach.requests.contracts import Content
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World
from minhbach.requests.tests.test_acts import again, in_work
from minhbach.requests.tests.test_answers import REFUSAL, file_for, sent

MakeCase = Callable[..., Case]
CANARY = "chimyen"
"""Stands in everything that somebody wrote, and must stand nowhere afterwards."""
SENDER = Sender(
    name=f"Trần {CANARY}", address=f"thôn {CANARY}", identity_number="001085099887", email=f"{CANARY}@vidu.vn",
    telephone="0911222333", purpose=f"để {CANARY}",
)  # fmt: skip
DUE = datetime(2028, 10, 13, 0, 30, tzinfo=UTC)
"""24 months after the case ended on 13/10/2026."""
SECRETS = (CANARY, "001085099887", "0911222333")


@pytest.fixture(autouse=True)
def own_checkpoints(tmp_path: Path, settings: Any) -> None:
    settings.CHECKPOINTS_ROOT = tmp_path / "outside"


@pytest.fixture(autouse=True)
def commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what waits for a commit: tests have none."""
    monkeypatch.setattr(transaction, "on_commit", lambda do, **_options: do())


def answered(world: World, case: MakeCase) -> Case:
    """Return a refused request about which everything was written down that can be."""
    paper = put_aside(name=f"{CANARY}.txt", content=f"giấy của {CANARY}".encode(), role=FileRole.ATTACHMENT)
    row = case(text=f"Xin bảng giá đất {CANARY}", sender=SENDER, files=(paper,))
    check_file(file_id=SubmissionFile.objects.get().pk, actor=system_actor("reader"), now=NOW)
    focal = world.officer(Role.FOCAL_POINT)
    read_identity(submission_id=row.submission_id, purpose=f"đối chiếu {CANARY}", actor=focal, now=NOW)
    write_message(submission_id=row.submission_id, kind="question", text=f"Hỏi {CANARY}", actor=focal, now=NOW)
    file_for(world, in_work(world, row), f"Giá đất của {CANARY}.")
    sent(world, again(row), replace(REFUSAL, reason=f"Có tên {CANARY}"))
    say_contentment(submission_id=row.submission_id, content=Content.NO, words=f"Không, {CANARY}", now=NOW)
    return again(row)


def everything_kept() -> Iterator[tuple[str, str]]:
    """Yield every row of every table as text, sealed senders opened, and every file on the disk."""
    made = set(connection.introspection.table_names())
    for model in (one for one in apps.get_models() if one._meta.db_table in made):
        for values in model._default_manager.values():
            yield model._meta.label, json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, default=str)
    for path in Path(settings.DATA).rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes().decode("utf-8", "replace") + path.name


def where(*words: str) -> set[str]:
    """Return the tables and files in which one of the words stands."""
    return {place for place, text in everything_kept() if any(word in text for word in words)}


def test_after_its_time_no_word_of_a_person_is_left_and_the_books_are_whole(world: World, case: MakeCase) -> None:
    row = answered(world, case)
    kept = {"requests.Case", "requests.Step", "requests.Answer", "intake.Submission", "intake.Message", "papers.Letter"}
    assert kept <= where(*SECRETS)
    before = (row.number, row.state, row.due_on, row.ended_on)
    letters = list(Letter.objects.order_by("pk").values_list("kind", "state", "number", "symbol", "issued_on"))
    assert sweep(now=DUE - timedelta(days=1)) == (0, 0)
    assert sweep(now=DUE) == (1, 0)
    remove_doomed_bytes(settings.FILES_ROOT, now=DUE + timedelta(hours=2))
    assert where(*SECRETS) == set()
    row = again(row)
    assert (row.number, row.state, row.due_on, row.ended_on) == before
    assert [one.number for one in book_rows(Case.objects.all(), year=2026, body_id=world.ward.pk)] == [row.number]
    assert list(Letter.objects.order_by("pk").values_list("kind", "state", "number", "symbol", "issued_on")) == letters
    assert verify_log(settings.CHECKPOINTS_ROOT).is_whole
    minutes = Erasure.objects.get()
    assert (minutes.number, minutes.cause, minutes.due_on) == (row.number, "retention", date(2028, 10, 13))
    assert minutes.counts["files"] == 2 and minutes.counts["letters"] == len(letters)
    assert sweep(now=DUE) == (0, 0)


def test_no_personal_word_ever_stands_in_the_event_log(world: World, case: MakeCase) -> None:
    answered(world, case)
    assert "foundation.Event" not in where(*SECRETS)


def test_a_hold_stops_it_until_it_is_over_or_a_leader_lifts_it(world: World, case: MakeCase) -> None:
    row = answered(world, case)
    focal, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    act: dict[str, Any] = {"submission_id": row.submission_id, "kind": HoldKind.INSPECTION, "actor": focal, "now": NOW}
    with pytest.raises(PrivacyRefused, match="căn cứ"):
        place_hold(**act, ground=" ", until=None)
    with pytest.raises(PrivacyRefused, match="đã qua"):
        place_hold(**act, ground="QĐ 5/QĐ-TTr", until=TODAY - timedelta(days=1))
    place_hold(**act, ground="QĐ 5/QĐ-TTr", until=date(2028, 10, 13))
    hold_id = place_hold(**act, ground="QĐ 6/QĐ-TTr", until=None)
    assert sweep(now=DUE) == (0, 0)
    lift: dict[str, Any] = {"submission_id": row.submission_id, "hold_id": hold_id, "now": DUE}
    with pytest.raises(PrivacyRefused, match="lãnh đạo"):
        lift_hold(**lift, reason="Xong", actor=focal)
    with pytest.raises(PrivacyRefused, match="lý do"):
        lift_hold(**lift, reason="", actor=leader)
    lift_hold(**lift, reason="Thanh tra xong", actor=leader)
    assert sweep(now=DUE) == (0, 0)  # the other one holds to the end of 13/10/2028
    assert sweep(now=DUE + timedelta(days=1)) == (1, 0)


def test_a_complaint_that_is_not_settled_stops_it_and_counts_from_its_end(world: World, case: MakeCase) -> None:
    row, leader = answered(world, case), world.officer(Role.LEADER)
    review = take_in_review(
        case_id=row.pk, kind=ReviewKind.COMPLAINT, on=TODAY, words="Không đồng ý", calendar=CALENDAR,
        actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    assert sweep(now=DUE) == (0, 0)
    with pytest.raises(NotErasable):
        erase_when_due(submission_id=row.submission_id, actor=leader, now=DUE)
    november = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
    accept_complaint(case_id=row.pk, review_id=review, is_complex=False, calendar=CALENDAR, actor=leader, now=NOW)
    decide_review(
        case_id=row.pk, review_id=review, is_right=False, decision="Giữ nguyên", given="", calendar=CALENDAR,
        actor=leader, now=november,
    )  # fmt: skip
    assert sweep(now=datetime(2028, 11, 1, 2, 0, tzinfo=UTC)) == (0, 0)
    assert sweep(now=datetime(2028, 11, 2, 2, 0, tzinfo=UTC)) == (1, 0)


def test_an_open_request_is_never_erased(world: World, case: MakeCase) -> None:
    in_work(world, case())
    assert sweep(now=DUE + timedelta(days=3650)) == (0, 0)


def test_the_leader_sees_before_what_will_be_erased(world: World, case: MakeCase) -> None:
    row, leader = answered(world, case), world.officer(Role.LEADER)
    september = date(2028, 9, 20)
    assert upcoming(leader, until=date(2028, 10, 12), on=september) == ()
    found = upcoming(leader, until=date(2028, 10, 13), on=september)
    assert [(one.finished.number, one.erased_from, one.is_held) for one in found] == [
        (row.number, date(2028, 10, 13), False)
    ]
    assert upcoming(world.officer(Role.LEADER, body=world.other_ward), until=date(2030, 1, 1), on=september) == ()


def test_what_a_backup_brings_back_is_erased_again_and_a_number_given_anew_is_not(world: World, case: MakeCase) -> None:
    row = answered(world, case)
    sweep(now=DUE)
    assert [number for number, _moment in read_lines()] == [row.number]
    Submission.objects.filter(pk=row.submission_id).update(erased_at=None, text=f"Lại có {CANARY}")
    assert sweep(now=DUE + timedelta(days=1)) == (0, 1)
    assert CANARY not in Submission.objects.get(pk=row.submission_id).text
    assert list(Erasure.objects.order_by("pk").values_list("cause", flat=True)) == ["retention", "again"]
    Submission.objects.filter(pk=row.submission_id).update(erased_at=None, received_at=DUE)
    assert sweep(now=DUE + timedelta(days=2))[1] == 0


def test_somebody_has_their_address_put_right_and_the_old_one_is_kept_nowhere(world: World, case: MakeCase) -> None:
    row = answered(world, case)
    asked: dict[str, Any] = {"submission_id": row.submission_id, "calendar": CALENDAR, "now": NOW}
    with pytest.raises(PrivacyRefused, match="Ghi chỗ cần sửa"):
        ask_about_own_data(**asked, kind=WishKind.CORRECT, words=" ")
    wish_id = ask_about_own_data(**asked, kind=WishKind.CORRECT, words="Thư là moi@vidu.vn")
    with pytest.raises(PrivacyRefused, match="đang chờ"):
        ask_about_own_data(**asked, kind=WishKind.CORRECT, words="Lần nữa")
    assert DataWish.objects.get().due_on == date(2026, 10, 15)  # two working days after Tuesday
    focal, stranger = world.officer(Role.FOCAL_POINT), world.officer(Role.FOCAL_POINT, body=world.other_ward)
    act: dict[str, Any] = {"wish_id": wish_id, "answer": "Đã sửa.", "now": NOW}
    with pytest.raises(MatterNotVisible):
        correct_as_wished(**act, values={"email": "moi@vidu.vn"}, actor=stranger)
    with pytest.raises(PrivacyRefused, match="Chưa sửa gì"):
        correct_as_wished(**act, values={"email": SENDER.email}, actor=focal)
    assert correct_as_wished(**act, values={"email": "moi@vidu.vn"}, actor=focal) == ("email",)
    wish = DataWish.objects.get()
    assert (wish.state, wish.parts) == ("done", "email")


def test_a_wish_to_be_erased_is_answered_with_its_reason_or_followed(world: World, case: MakeCase) -> None:
    row, leader = in_work(world, case(sender=SENDER)), world.officer(Role.LEADER)
    asked: dict[str, Any] = {"submission_id": row.submission_id, "calendar": CALENDAR, "now": NOW}
    wish_id = ask_about_own_data(**asked, kind=WishKind.ERASE, words="")
    with pytest.raises(PrivacyRefused, match="chưa giải quyết xong"):
        erase_as_asked(wish_id=wish_id, answer="", actor=leader, now=NOW)
    with pytest.raises(PrivacyRefused, match="lý do"):
        refuse_wish(wish_id=wish_id, answer="", actor=leader, now=NOW)
    refuse_wish(wish_id=wish_id, answer="Đang giải quyết.", actor=leader, now=NOW)
    assert DataWish.objects.get().state == "refused"


def test_a_leader_has_a_finished_request_erased_as_asked(world: World, case: MakeCase) -> None:
    row, leader = answered(world, case), world.officer(Role.LEADER)
    wish_id = ask_about_own_data(
        submission_id=row.submission_id, kind=WishKind.ERASE, words=f"Xin xóa, {CANARY}", calendar=CALENDAR, now=NOW
    )
    with pytest.raises(PrivacyRefused, match="lãnh đạo"):
        erase_as_asked(wish_id=wish_id, answer="", actor=world.officer(Role.FOCAL_POINT), now=NOW)
    erase_as_asked(wish_id=wish_id, answer="Đã xóa.", actor=leader, now=NOW)
    remove_doomed_bytes(settings.FILES_ROOT, now=NOW + timedelta(hours=2))
    assert where(*SECRETS) == set()
    assert Erasure.objects.get().cause == "wish" and Erasure.objects.get().erased_by_id == leader.person
    assert OutgoingMail.objects.exists() and verify_log(settings.CHECKPOINTS_ROOT).is_whole
    with pytest.raises(PrivacyRefused, match="đã xóa"):
        ask_about_own_data(submission_id=row.submission_id, kind=WishKind.ERASE, words="", calendar=CALENDAR, now=NOW)
    erase_again(submission_id=row.submission_id, actor=leader, now=NOW)
