"""A word to who keeps one waiting: once a day, to the right people, without content."""

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.nudge import nudge_answerers, nudge_leaders
from minhbach.planning.actions.raise_difficulty import raise_difficulty
from minhbach.planning.actions.report_work import report_result
from minhbach.planning.contracts import AssignmentNotVisible, DifficultyNotVisible, WorkRefused
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.test_pages import BACKEND
from minhbach.planning.tests.urging_world import Urgent, at, mails_to, make_urgent


@pytest.fixture
def urgent(world: World) -> Urgent:
    found = make_urgent(world)
    found.give()
    return found


def reported(urgent: Urgent) -> int:
    report_result(assignment_id=urgent.work_id, text="Đã ban hành", actor=urgent.doer, now=NOW)
    return urgent.work_id


def test_leader_is_reminded_once_a_day(urgent: Urgent) -> None:
    work = reported(urgent)
    assert nudge_leaders(assignment_id=work, actor=urgent.doer, now=NOW) == 1
    assert mails_to(urgent.leader) == ["Hôm nay: 1 việc chờ ý kiến"]
    assert "quy chế" not in OutgoingMail.objects.get().text
    assert events_about(Subject("assignment", work))[-1].kind == "assignment.nudged"
    with pytest.raises(WorkRefused, match="Hôm nay đã nhắc rồi"):
        nudge_leaders(assignment_id=work, actor=urgent.doer, now=NOW)
    assert nudge_leaders(assignment_id=work, actor=urgent.doer, now=at("2026-10-14")) == 1


def test_nobody_is_reminded_of_what_does_not_wait(urgent: Urgent) -> None:
    with pytest.raises(WorkRefused, match="Không còn kết quả"):
        nudge_leaders(assignment_id=urgent.work_id, actor=urgent.doer, now=NOW)


def test_leader_without_address_is_named_as_such(urgent: Urgent) -> None:
    Person.objects.filter(pk=urgent.leader.person).update(email="")
    with pytest.raises(WorkRefused, match="chưa|Chưa"):
        nudge_leaders(assignment_id=reported(urgent), actor=urgent.doer, now=NOW)


def test_for_a_stranger_there_is_nothing_to_remind_of(urgent: Urgent) -> None:
    work = reported(urgent)
    with pytest.raises(AssignmentNotVisible):
        nudge_leaders(assignment_id=work, actor=urgent.stranger, now=NOW)
    supervisor = urgent.world.officer(Role.SUPERVISOR)
    with pytest.raises(AssignmentNotVisible):
        nudge_leaders(assignment_id=work, actor=supervisor, now=NOW)


def test_who_is_asked_about_a_difficulty_is_reminded(urgent: Urgent) -> None:
    difficulty = raise_difficulty(
        body_id=urgent.world.office.pk, asked_id=urgent.world.ward.pk, plan_id=urgent.plan.pk, task_id=None,
        text="Chưa có kinh phí", proposal="", actor=urgent.doer, now=NOW,
    )  # fmt: skip
    assert nudge_answerers(difficulty_id=difficulty, actor=urgent.doer, now=NOW) == 1
    assert mails_to(urgent.leader) == ["Hôm nay: 1 việc chờ ý kiến"]
    with pytest.raises(WorkRefused, match="Hôm nay đã nhắc rồi"):
        nudge_answerers(difficulty_id=difficulty, actor=urgent.doer, now=NOW)
    with pytest.raises(DifficultyNotVisible):
        nudge_answerers(difficulty_id=difficulty, actor=urgent.stranger, now=NOW)


def test_button_says_how_many_were_reminded_and_leads_to_the_work(urgent: Urgent) -> None:
    work, client = reported(urgent), Client()
    client.force_login(Person.objects.get(pk=urgent.doer.person), backend=BACKEND)
    answer = client.post(f"/lam-viec/viec/{work}/nhac/", follow=True)
    assert answer.redirect_chain == [(f"/lam-viec/viec/{work}/", 302)]
    assert "Đã gửi thư nhắc 1 người." in answer.content.decode()
