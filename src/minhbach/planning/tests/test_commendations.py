"""The commendation list: who proposes whom, who decides, and who may read the reasons."""

from typing import Any

import pytest

from minhbach.domain.access import Role
from minhbach.planning.actions.decide_commendation import agree_commendation, decline_commendation
from minhbach.planning.actions.propose_commendation import (
    change_commendation,
    propose_again,
    propose_commendation,
    withdraw_commendation,
)
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Commendation
from minhbach.planning.queries.commendations import (
    commendations_visible_to,
    plan_commended_in,
    waiting_for_decision,
)
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.following import Around, last_event, make_around


@pytest.fixture
def around(world: World) -> Around:
    return make_around(world)


def proposed(around: Around, **changes: Any) -> int:
    given = {
        "plan_id": around.plan.pk,
        "body_id": around.world.office.pk,
        "person_id": None,
        "reason": "Xong trước hạn.",
        "actor": around.keeper,
        "now": NOW,
    }
    return propose_commendation(**{**given, **changes})


def deed(around: Around, action: Any, pk: int, **given: Any) -> None:
    action(commendation_id=pk, plan_id=around.plan.pk, now=NOW, **given)


def test_the_keeper_proposes_a_body_with_a_task(around: Around) -> None:
    row = Commendation.objects.get(pk=proposed(around))
    assert (row.state, row.body, row.person, row.reason) == (
        "proposed", around.world.office, None, "Xong trước hạn.",
    )  # fmt: skip
    event = last_event("commendation", row.pk)
    assert (event.kind, event.facts) == ("commendation.proposed", {"body": around.world.office.pk, "person": None})
    assert [one.pk for one in waiting_for_decision(around.leader)] == [row.pk]


def test_a_body_proposes_itself_and_its_officers_alone(around: Around) -> None:
    head = around.world.officer(Role.LEADER, body=around.world.economy)
    pk = proposed(around, body_id=around.world.economy.pk, person_id=around.economy.person, actor=head)
    assert Commendation.objects.get(pk=pk).person_id == around.economy.person
    with pytest.raises(WorkRefused, match="Chọn cơ quan"):
        proposed(around, actor=head)
    with pytest.raises(WorkRefused, match="không giữ vị trí"):
        proposed(around, body_id=around.world.economy.pk, person_id=around.stranger.person, actor=head)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_needed(around: Around, reason: str) -> None:
    with pytest.raises(WorkRefused, match="Ghi lý do"):
        proposed(around, reason=reason)


def test_the_same_is_not_proposed_twice_and_a_body_without_tasks_never(around: Around) -> None:
    pk = proposed(around)
    with pytest.raises(WorkRefused, match="Đã có đề nghị"):
        proposed(around)
    deed(around, withdraw_commendation, pk, actor=around.keeper)
    proposed(around)
    with pytest.raises(WorkRefused, match="Chọn cơ quan"):
        proposed(around, body_id=around.world.other_ward.pk)


def test_reasons_are_for_those_who_follow_plans(around: Around) -> None:
    """They speak of people: a specialist of the same body does not read them."""
    pk = proposed(around)
    head = around.world.officer(Role.LEADER, body=around.world.economy)
    own = proposed(around, body_id=around.world.economy.pk, actor=head)
    for actor in (around.economy, around.stranger, around.world.officer(Role.SUPERVISOR)):
        with pytest.raises(PlanNotVisible):
            plan_commended_in(around.plan.pk, actor=actor)
        with pytest.raises(PlanNotVisible):
            proposed(around, actor=actor)
    assert [one.pk for one in commendations_visible_to(head, around.plan)] == [own]
    assert {one.pk for one in commendations_visible_to(around.leader, around.plan)} == {pk, own}


def test_a_leader_of_the_keeper_agrees_and_that_stands(around: Around) -> None:
    pk = proposed(around)
    for actor in (around.keeper, around.world.officer(Role.LEADER, body=around.world.office), around.stranger):
        with pytest.raises(PlanNotVisible):
            deed(around, agree_commendation, pk, actor=actor)
    deed(around, agree_commendation, pk, note="Xứng đáng.", actor=around.leader)
    row = Commendation.objects.get(pk=pk)
    assert (row.state, row.decided_by_id, row.decision_note) == ("agreed", around.leader.person, "Xứng đáng.")
    event = last_event("commendation", pk)
    assert (event.kind, event.facts) == ("commendation.agreed", {"own": False})
    for action, given in (
        (agree_commendation, {"actor": around.leader}),
        (decline_commendation, {"actor": around.leader, "note": "Khác"}),
        (withdraw_commendation, {"actor": around.keeper}),
        (propose_again, {"actor": around.keeper, "reason": "Lại"}),
    ):
        with pytest.raises(WorkRefused, match="sang bước khác"):
            deed(around, action, pk, **given)
    with pytest.raises(WorkRefused, match="không sửa được"):
        deed(around, change_commendation, pk, reason="Khác", actor=around.keeper)


def test_a_leader_decides_on_their_own_proposal_only_where_there_is_no_other(around: Around) -> None:
    pk = proposed(around, actor=around.leader)
    other = around.world.officer(Role.LEADER)
    with pytest.raises(WorkRefused, match="người khác"):
        deed(around, agree_commendation, pk, actor=around.leader)
    deed(around, agree_commendation, pk, actor=other)
    assert Commendation.objects.get(pk=pk).state == "agreed"


def test_a_single_leader_decides_and_the_event_says_so(around: Around) -> None:
    pk = proposed(around, actor=around.leader)
    deed(around, agree_commendation, pk, actor=around.leader)
    assert last_event("commendation", pk).facts == {"own": True}


def test_who_declines_says_why_and_it_may_be_proposed_again(around: Around) -> None:
    pk = proposed(around)
    with pytest.raises(WorkRefused, match="vì sao"):
        deed(around, decline_commendation, pk, note=" ", actor=around.leader)
    deed(around, decline_commendation, pk, note="Chưa đủ minh chứng.", actor=around.leader)
    assert last_event("commendation", pk).kind == "commendation.declined"
    with pytest.raises(PlanNotVisible):
        deed(around, propose_again, pk, reason="Đủ rồi", actor=around.leader)
    with pytest.raises(WorkRefused, match="Ghi lý do"):
        deed(around, propose_again, pk, reason="", actor=around.keeper)
    deed(around, propose_again, pk, reason="Có minh chứng.", actor=around.keeper)
    row = Commendation.objects.get(pk=pk)
    assert (row.state, row.reason, row.decided_by_id, row.decision_note) == ("proposed", "Có minh chứng.", None, "")
    assert last_event("commendation", pk).kind == "commendation.proposed_again"


def test_the_proposer_alone_mends_and_takes_back(around: Around) -> None:
    pk = proposed(around)
    for actor in (around.leader, around.stranger):
        with pytest.raises(PlanNotVisible):
            deed(around, change_commendation, pk, reason="Khác", actor=actor)
        with pytest.raises(PlanNotVisible):
            deed(around, withdraw_commendation, pk, actor=actor)
    with pytest.raises(WorkRefused, match="Ghi lý do"):
        deed(around, change_commendation, pk, reason="", actor=around.keeper)
    deed(around, change_commendation, pk, reason="Xong sớm một tháng.", actor=around.keeper)
    assert Commendation.objects.get(pk=pk).reason == "Xong sớm một tháng."
    assert last_event("commendation", pk).kind == "commendation.changed"
    deed(around, withdraw_commendation, pk, actor=around.keeper)
    assert last_event("commendation", pk).kind == "commendation.withdrawn"
