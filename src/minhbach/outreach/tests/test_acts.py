"""What becomes of feedback: answered, joined, passed on, closed, opened again, carried up, let out to the public."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.queries import messages_of
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.assign_feedback import assign_feedback
from minhbach.outreach.actions.close_feedback import close_feedback, reopen_feedback, take_back
from minhbach.outreach.actions.draft_answer_letter import draft_answer_letter
from minhbach.outreach.actions.hold_confidential import hold_confidential
from minhbach.outreach.actions.join_feedback import join_feedback
from minhbach.outreach.actions.make_difficulty import make_difficulty
from minhbach.outreach.actions.pass_on import give_over, send_on
from minhbach.outreach.actions.publish_answer import submit_answer
from minhbach.outreach.actions.rate_answer import rate_answer
from minhbach.outreach.actions.recount_dues import open_promises_moving, recount_promises
from minhbach.outreach.actions.write_to_sender import ask_sender, supplement_by_sender
from minhbach.outreach.contracts import ClosedWhy, FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.models import Feedback, FeedbackTerm
from minhbach.outreach.moving import events_for
from minhbach.outreach.queries import FEEDBACK, visible_feedback
from minhbach.outreach.queries.counting import (
    content_with_feedback,
    content_with_requests,
    counted,
    people_spoken_for,
    public_feedback,
    total,
)
from minhbach.outreach.queries.listing import FeedbackFilters, for_today, narrowed
from minhbach.outreach.queries.public import PublicFilters, narrowed_public, public_answer, public_answers, public_since
from minhbach.outreach.tests.conftest import CALENDAR, NOW, TODAY, World, feedback_of, online
from minhbach.papers.models import Letter
from minhbach.papers.queries import letters_visible_to
from minhbach.planning.models import Difficulty
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import withdraw_publication
from minhbach.requests.contracts import Content

MakeFeedback = Callable[..., Feedback]
ANSWER = "Xã đã cho nạo vét cống, xong trước 30/10/2026."


def again(row: Feedback) -> Feedback:
    return Feedback.objects.get(pk=row.pk)


def answered(row: Feedback, actor: Actor, answer: str = ANSWER) -> Feedback:
    answer_feedback(feedback_id=row.pk, answer=answer, actor=actor, now=NOW)
    return again(row)


def test_an_answer_is_in_the_thread_and_the_mail_says_only_that_it_is_there(world: World) -> None:
    specialist = world.officer(Role.SPECIALIST)
    row = answered(feedback_of(online(world)), specialist)
    assert (row.state, row.answered_on, row.answered_by_id) == ("answered", TODAY, specialist.person)
    (message,) = messages_of(row.submission_id)
    assert (message.kind, message.text, message.is_from_sender) == ("answer", ANSWER, False)
    mail = OutgoingMail.objects.order_by("-pk")[0]
    assert mail.subject == "[2026-00001] Đã có trả lời" and "nạo vét" not in mail.text
    assert events_about(Subject(FEEDBACK, row.pk))[-1].facts["late"] is False


def test_an_answer_after_the_promised_day_is_called_late(world: World, feedback: MakeFeedback) -> None:
    FeedbackTerm.objects.create(body=world.ward, working_days=2)
    row = feedback()
    assert row.due_on == date(2026, 10, 15)
    answer_feedback(
        feedback_id=row.pk, answer=ANSWER, actor=world.officer(Role.SPECIALIST), now=NOW + timedelta(days=3)
    )
    assert events_about(Subject(FEEDBACK, row.pk))[-1].facts["late"] is True


def test_supervisors_and_strangers_answer_nothing_and_nothing_is_answered_twice(
    world: World, feedback: MakeFeedback
) -> None:
    row = feedback()
    with pytest.raises(FeedbackRefused):
        answered(row, world.officer(Role.SUPERVISOR))
    with pytest.raises(FeedbackNotVisible):
        answered(row, world.officer(*Role, body=world.other_ward))
    specialist = world.officer(Role.SPECIALIST)
    with pytest.raises(FeedbackRefused):
        answered(row, specialist, " \n ")
    answered(row, specialist)
    with pytest.raises(MoveNotAllowed):
        answered(row, specialist)


def test_given_to_somebody_it_is_theirs_today(world: World, feedback: MakeFeedback) -> None:
    row, focal, specialist = feedback(), world.officer(Role.FOCAL_POINT), world.officer(Role.SPECIALIST)
    assert list(for_today(focal)) == [row] and list(for_today(specialist)) == []
    assert specialist.person is not None
    assign_feedback(feedback_id=row.pk, person_id=specialist.person, note="", actor=focal, now=NOW)
    assert list(for_today(focal)) == [] and list(for_today(specialist)) == [row]
    stranger = world.officer(Role.SPECIALIST, body=world.other_ward)
    assert stranger.person is not None
    with pytest.raises(FeedbackRefused) as refused:
        assign_feedback(feedback_id=row.pk, person_id=stranger.person, note="", actor=focal, now=NOW)
    assert refused.value.field == "person"


def test_what_says_the_same_gets_the_same_answer(world: World, feedback: MakeFeedback) -> None:
    specialist = world.officer(Role.SPECIALIST)
    first, second, third = feedback(), feedback(), feedback()
    join_feedback(feedback_id=third.pk, number=second.number, note="", actor=specialist, now=NOW)
    join_feedback(feedback_id=second.pk, number=first.number, note="", actor=specialist, now=NOW)
    assert {again(one).joined_to for one in (second, third)} == {first}, "nobody follows a chain"
    answered(first, specialist)
    for row in (first, second, third):
        assert messages_of(row.submission_id, kinds=["answer"])[0].text == ANSWER
    assert (total(public_feedback()).answered, total(public_feedback()).open) == (3, 0)


def test_nothing_is_joined_to_itself_to_anothers_or_to_what_is_closed(world: World, feedback: MakeFeedback) -> None:
    focal, row, closed = world.officer(Role.FOCAL_POINT), feedback(), feedback()
    close_feedback(feedback_id=closed.pk, why=ClosedWhy.NO_SENSE, words="Không rõ", actor=focal, now=NOW)
    for number in (row.number, closed.number, "2026-09999"):
        with pytest.raises(FeedbackRefused) as refused:
            join_feedback(feedback_id=row.pk, number=number, note="", actor=focal, now=NOW)
        assert refused.value.field == "number"


def test_given_over_it_keeps_its_number_and_the_other_bodys_promise_counts(
    world: World, feedback: MakeFeedback
) -> None:
    FeedbackTerm.objects.create(body=world.other_ward, working_days=5)
    row, focal = feedback(), world.officer(Role.FOCAL_POINT)
    give_over(
        feedback_id=row.pk, to_body=world.other_ward.pk, words="Đường của phường Mẫu Hai", calendar=CALENDAR,
        actor=focal, now=NOW,
    )  # fmt: skip
    after = again(row)
    # The fifth working day after Tuesday 13/10/2026 is Tuesday 20/10.
    assert (after.number, after.body, after.state, after.due_on) == (
        row.number, world.other_ward, "received", date(2026, 10, 20),
    )  # fmt: skip
    with pytest.raises(FeedbackNotVisible):
        visible_feedback(row.pk, actor=focal)
    kinds = [event.kind for event in events_about(Subject(FEEDBACK, row.pk))]
    assert kinds == ["feedback.received", "feedback.give_over", "feedback.taken_over"]


def test_a_denunciation_leaves_the_focal_point_and_only_goes_on_to_who_is_competent(
    world: World, feedback: MakeFeedback
) -> None:
    row, focal, leader = feedback(), world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    hold_confidential(feedback_id=row.pk, actor=focal, now=NOW)
    with pytest.raises(FeedbackNotVisible):
        visible_feedback(row.pk, actor=focal)
    seen = visible_feedback(row.pk, actor=leader)
    assert FeedbackEvent.ANSWER not in events_for(seen, actor=leader)
    with pytest.raises(MoveNotAllowed):
        answered(row, leader)
    assert list(for_today(leader)) == [row]
    assert total(public_feedback()).all == 0, "not even counted where the public reads"
    send_on(feedback_id=row.pk, to="Thanh tra tỉnh", words="Đã chuyển tới nơi có thẩm quyền.", actor=leader, now=NOW)
    assert (again(row).state, again(row).passed_to) == ("passed_on", "Thanh tra tỉnh")


def test_sender_and_agency_write_to_each_other_and_the_sender_takes_it_back(world: World) -> None:
    receipt = online(world)
    row = feedback_of(receipt)
    ask_sender(feedback_id=row.pk, words="Đoạn nào?", actor=world.officer(Role.SPECIALIST), now=NOW)
    supplement_by_sender(submission_id=receipt.submission_id, text="Trước nhà văn hóa", now=NOW)
    assert [(one.kind, one.is_from_sender) for one in messages_of(receipt.submission_id)] == [
        ("asked", False), ("supplement", True),
    ]  # fmt: skip
    take_back(submission_id=receipt.submission_id, now=NOW)
    assert again(row).state == "closed"
    with pytest.raises(MoveNotAllowed):
        supplement_by_sender(submission_id=receipt.submission_id, text="Còn nữa", now=NOW)


def test_opened_again_it_waits_for_another_answer_and_the_first_stays_in_the_thread(
    world: World, feedback: MakeFeedback
) -> None:
    row = answered(feedback(), world.officer(Role.SPECIALIST))
    reopen_feedback(feedback_id=row.pk, words="Cống vẫn tắc", actor=world.officer(Role.LEADER), now=NOW)
    after = again(row)
    assert (after.state, after.answer, after.answered_on, after.ended_on) == ("received", "", None, None)
    assert messages_of(row.submission_id, kinds=["answer"])[0].text == ANSWER


def test_how_content_people_are_is_said_once_an_answer_is_there_and_the_last_word_counts(world: World) -> None:
    receipt = online(world)
    sid = receipt.submission_id
    with pytest.raises(FeedbackRefused):
        rate_answer(submission_id=sid, content=Content.YES, words="", now=NOW)
    answered(feedback_of(receipt), world.officer(Role.SPECIALIST))
    rate_answer(submission_id=sid, content=Content.NO, words="Chưa xong", now=NOW)
    rate_answer(submission_id=sid, content=Content.PARTLY, words="", now=NOW)
    said = content_with_feedback([world.ward.pk], since=TODAY, until=TODAY)
    assert (said.yes, said.partly, said.no, said.all) == (0, 1, 0, 1)
    assert content_with_feedback([world.other_ward.pk], since=TODAY, until=TODAY).all == 0
    assert content_with_requests(None, since=TODAY, until=TODAY).all == 0


def test_the_letter_says_the_answer_and_is_drafted_once(world: World, feedback: MakeFeedback) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    row = answered(feedback(group="tổ dân phố số 3"), focal)
    letter = Letter.objects.get(pk=draft_answer_letter(feedback_id=row.pk, actor=focal, now=NOW))
    assert letter.subject == f"trả lời góp ý số {row.number}"
    assert ANSWER in str(letter.content) and "tổ dân phố số 3" in str(letter.content)
    with pytest.raises(FeedbackRefused):
        draft_answer_letter(feedback_id=row.pk, actor=focal, now=NOW)
    assert list(letters_visible_to(world.officer(Role.LEADER))) == [letter]
    assert list(letters_visible_to(world.officer(Role.JUSTICE_COORDINATOR))) == [], "it names the sender"


def test_new_days_off_move_what_was_promised(world: World, feedback: MakeFeedback) -> None:
    FeedbackTerm.objects.create(body=world.ward, working_days=2)
    row = feedback()
    day = date(2026, 10, 14)
    off = CALENDAR.with_days([DayRow(day, DayKind.DAY_OFF, "nghỉ thử", "QĐ thử", DayState.CONFIRMED)])
    move = CalendarMove(before=CALENDAR, after=off, days=(day,), source="QĐ thử")
    assert open_promises_moving(move) == 1
    assert recount_promises(move, actor=system_actor("calendar"), now=NOW) == 1
    # Thursday 15/10 and Friday 16/10 are left.
    assert again(row).due_on == date(2026, 10, 16)
    assert open_promises_moving(move) == 0


def test_a_difficulty_goes_up_without_the_person(world: World, feedback: MakeFeedback) -> None:
    row, focal = feedback(), world.officer(Role.FOCAL_POINT)
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    difficulty_id = make_difficulty(
        feedback_id=row.pk, asked_id=province.pk, task_id=None, text="Cống liên xã chưa có vốn", proposal="",
        actor=focal, now=NOW,
    )  # fmt: skip
    assert again(row).difficulty_id == difficulty_id
    difficulty = Difficulty.objects.get(pk=difficulty_id)
    assert (difficulty.body, difficulty.asked, difficulty.text) == (world.ward, province, "Cống liên xã chưa có vốn")
    with pytest.raises(FeedbackRefused):
        make_difficulty(
            feedback_id=row.pk, asked_id=province.pk, task_id=None, text="x", proposal="", actor=focal, now=NOW
        )


def test_the_public_reads_an_answer_only_after_a_leader_and_only_the_words_for_it(
    world: World, feedback: MakeFeedback
) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = answered(feedback(), specialist)
    named = "Bà Trần Thị Thử, số căn cước 001085012345, hỏi về đường thôn"
    with pytest.raises(FeedbackRefused, match="001085012345") as refused:
        submit_answer(
            feedback_id=row.pk, question=named, answer=ANSWER, kept_on_purpose=False, actor=specialist, now=NOW
        )
    assert refused.value.field == "kept_on_purpose"
    question = "Đường thôn ngập mỗi khi mưa"
    submit_answer(
        feedback_id=row.pk, question=question, answer=ANSWER, kept_on_purpose=False, actor=specialist, now=NOW
    )
    with pytest.raises(FeedbackNotVisible):
        public_answer(row.pk)
    approve_publication(subject_kind=FEEDBACK, subject_id=row.pk, seen_with_own_eyes=True, actor=leader, now=NOW)
    shown = public_answer(row.pk)
    assert (shown.public_question, shown.public_answer, public_since(shown)) == (question, ANSWER, TODAY)
    for words in ("ngập nạo", "ngap nao", "NGẬP"):
        assert list(narrowed_public(public_answers(), PublicFilters(words=words))) == [row]
    assert f"/gop-y/{row.pk}/</loc>" in Client().get("/sitemap-gop-y-1.xml").content.decode()
    assert list(narrowed_public(public_answers(), PublicFilters(words="thôn Mẫu"))) == [], "not its own words"
    with pytest.raises(FeedbackRefused, match="rút trước"):
        reopen_feedback(feedback_id=row.pk, words="x", actor=leader, now=NOW)
    withdraw_publication(subject_kind=FEEDBACK, subject_id=row.pk, remark="Sửa", actor=leader, now=NOW)
    assert not public_answers().exists()
    assert Client().get("/sitemap-gop-y-1.xml").status_code == 404


def test_figures_count_by_kind_month_and_group(world: World, feedback: MakeFeedback) -> None:
    specialist = world.officer(Role.SPECIALIST)
    answered(feedback(group="thôn Mẫu", speaks_for=30), specialist)
    feedback(group="thôn Mẫu", speaks_for=12)
    feedback(received_on=date(2026, 9, 30))
    rows = public_feedback()
    assert [(one.key, one.all, one.answered, one.open, one.other) for one in counted(rows, "month")] == [
        (9, 1, 0, 1, 0), (10, 2, 1, 1, 0),
    ]  # fmt: skip
    assert [(one.key, one.all) for one in counted(rows, "kind")] == [("difficulty", 3)]
    assert people_spoken_for(rows) == {"thôn Mẫu": 42}


def test_a_supervisor_finds_by_number_and_not_by_words(world: World, feedback: MakeFeedback) -> None:
    row, supervisor, specialist = feedback(), world.officer(Role.SUPERVISOR), world.officer(Role.SPECIALIST)

    def found(words: str, actor: Actor) -> list[Feedback]:
        return list(narrowed(Feedback.objects.all(), FeedbackFilters(words=words), on=TODAY, actor=actor))

    assert found("ngap duong", specialist) == [row] and found("ngap duong", supervisor) == []
    assert found(row.number, supervisor) == [row]
