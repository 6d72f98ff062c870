"""Remarks and inspection notes on a task: who writes, who reads, what stays of one that was withdrawn."""

from datetime import timedelta

import pytest

from minhbach.domain.access import Role
from minhbach.planning.actions.write_remark import (
    put_back_remark,
    withdraw_remark,
    write_inspection,
    write_remark,
)
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Remark
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.following import Around, last_event, make_around


@pytest.fixture
def around(world: World) -> Around:
    return make_around(world)


def remarked(around: Around) -> int:
    economy = around.world.economy.pk
    return write_remark(
        task_id=around.first.pk, body_id=economy, text=" Cần thêm số liệu. ", actor=around.economy, now=NOW
    )


def test_a_coordinating_body_comments_and_the_event_holds_no_words(around: Around) -> None:
    row = Remark.objects.get(pk=remarked(around))
    assert (row.text, row.body, row.kind, row.written_by_id) == (
        "Cần thêm số liệu.", around.world.economy, "comment", around.economy.person,
    )  # fmt: skip
    event = last_event("task", around.first.pk)
    assert (event.kind, event.facts) == ("task.remarked", {"remark": row.pk})


def test_a_body_without_a_part_in_this_task_does_not_see_it(around: Around) -> None:
    """The division of economy helps in the first task only."""
    with pytest.raises(PlanNotVisible):
        write_remark(
            task_id=around.second.pk, body_id=around.world.economy.pk, text="Ý kiến", actor=around.economy, now=NOW
        )


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_only_looks_does_not_write(around: Around, role: Role) -> None:
    with pytest.raises(PlanNotVisible):
        write_remark(
            task_id=around.first.pk,
            body_id=around.world.ward.pk,
            text="Ý kiến",
            actor=around.world.officer(role),
            now=NOW,
        )


def test_nobody_speaks_for_another_body_or_says_nothing(around: Around) -> None:
    with pytest.raises(WorkRefused, match="Chọn cơ quan"):
        write_remark(
            task_id=around.first.pk, body_id=around.world.office.pk, text="Ý kiến", actor=around.economy, now=NOW
        )
    with pytest.raises(WorkRefused, match="Viết nội dung"):
        write_remark(task_id=around.first.pk, body_id=around.world.economy.pk, text="  ", actor=around.economy, now=NOW)


def test_the_keeper_notes_an_inspection_with_body_and_day(around: Around) -> None:
    day = TODAY - timedelta(days=1)
    pk = write_inspection(
        task_id=around.first.pk,
        about_id=around.world.office.pk,
        inspected_on=day,
        text="Đã có dự thảo.",
        actor=around.keeper,
        now=NOW,
    )
    row = Remark.objects.get(pk=pk)
    assert (row.kind, row.body, row.about, row.inspected_on) == (
        "inspection", around.world.ward, around.world.office, day,
    )  # fmt: skip
    event = last_event("task", around.first.pk)
    assert event.kind == "task.inspected"
    assert event.facts == {"remark": pk, "about": around.world.office.pk, "inspected_on": day.isoformat()}


def test_an_inspection_is_refused_ahead_of_its_day_and_of_a_body_without_part(around: Around) -> None:
    given = {"task_id": around.second.pk, "text": "Đã xem.", "actor": around.keeper, "now": NOW}
    with pytest.raises(WorkRefused, match="phía trước"):
        write_inspection(about_id=around.world.culture.pk, inspected_on=TODAY + timedelta(days=1), **given)
    with pytest.raises(WorkRefused, match="Chọn cơ quan được kiểm tra"):
        write_inspection(about_id=around.world.economy.pk, inspected_on=TODAY, **given)


def test_only_who_follows_the_plan_inspects(around: Around) -> None:
    for actor in (around.economy, around.world.officer(Role.SPECIALIST), around.stranger):
        with pytest.raises(PlanNotVisible):
            write_inspection(
                task_id=around.first.pk,
                about_id=around.world.office.pk,
                inspected_on=TODAY,
                text="Đã xem.",
                actor=actor,
                now=NOW,
            )


def test_the_writer_alone_withdraws_and_puts_back(around: Around) -> None:
    pk = remarked(around)
    for actor in (around.keeper, around.leader, around.stranger):
        with pytest.raises(PlanNotVisible):
            withdraw_remark(remark_id=pk, actor=actor, now=NOW)
    with pytest.raises(WorkRefused, match="không cần đưa lại"):
        put_back_remark(remark_id=pk, actor=around.economy, now=NOW)
    withdraw_remark(remark_id=pk, actor=around.economy, now=NOW)
    assert Remark.objects.get(pk=pk).withdrawn_at == NOW
    assert last_event("task", around.first.pk).kind == "task.remark_withdrawn"
    with pytest.raises(WorkRefused, match="đã được rút"):
        withdraw_remark(remark_id=pk, actor=around.economy, now=NOW)
    put_back_remark(remark_id=pk, actor=around.economy, now=NOW)
    assert Remark.objects.get(pk=pk).withdrawn_at is None
    assert last_event("task", around.first.pk).kind == "task.remark_put_back"
    with pytest.raises(PlanNotVisible):
        withdraw_remark(remark_id=pk + 99, actor=around.economy, now=NOW)
