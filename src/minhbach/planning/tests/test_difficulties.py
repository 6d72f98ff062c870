"""Difficulties: raised, answered, passed up with the answer coming down, asked again, withdrawn, summed up."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Post, Role
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.actions.answer_difficulty import answer_difficulty, correct_answer
from minhbach.planning.actions.pass_up_difficulties import pass_up_difficulties
from minhbach.planning.actions.raise_difficulty import (
    ask_again,
    change_difficulty,
    raise_difficulty,
    withdraw_difficulty,
)
from minhbach.planning.contracts import DifficultyNotVisible, PlanNotVisible, WorkRefused
from minhbach.planning.models import Difficulty, DifficultySpan
from minhbach.planning.queries.difficulties import (
    DifficultyFilters,
    Gathered,
    bodies_to_ask,
    difficulties_visible_to,
    gathered,
    narrowed_difficulties,
    waiting_for_answer,
)
from minhbach.planning.queries.state import difficulties_on
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.following import Around, last_event, make_around


@pytest.fixture
def around(world: World) -> Around:
    return make_around(world)


@pytest.fixture
def province(around: Around) -> Body:
    return Body.objects.get(territory__key="thi-du", kind="committee")


@pytest.fixture
def above(around: Around, province: Body) -> Actor:
    """The focal point of the province."""
    return around.world.officer(Role.FOCAL_POINT, body=province)


def raised(around: Around, **changes: Any) -> int:
    given = {
        "body_id": around.world.economy.pk,
        "asked_id": around.world.ward.pk,
        "task_id": around.first.pk,
        "text": "Thiếu phần mềm.",
        "proposal": "Cấp kinh phí.",
        "actor": around.economy,
        "now": NOW,
    }
    return raise_difficulty(**{**given, **changes})


def passed_up(around: Around, province: Body) -> tuple[Difficulty, Difficulty]:
    below = raised(around)
    upper = pass_up_difficulties(
        difficulty_ids=[below], asked_id=province.pk, text="Xã hỏi về phần mềm.", actor=around.keeper, now=NOW
    )
    return Difficulty.objects.get(pk=below), Difficulty.objects.get(pk=upper)


def test_a_body_asks_who_keeps_the_plan(around: Around) -> None:
    row = Difficulty.objects.get(pk=raised(around))
    assert (row.state, row.plan, row.task, row.asked) == ("raised", around.plan, around.first, around.world.ward)
    event = last_event("difficulty", row.pk)
    assert event.kind == "difficulty.raised"
    assert event.facts == {"asked": around.world.ward.pk, "plan": around.plan.pk, "task": around.first.pk}
    assert [one.pk for one in waiting_for_answer(around.keeper)] == [row.pk]
    assert list(waiting_for_answer(around.economy)) == []


def test_who_may_be_asked_is_near_first(around: Around, province: Body) -> None:
    asked = list(bodies_to_ask(around.world.economy.pk, plan=around.plan, on=TODAY))
    assert asked[:2] == [around.world.ward.pk, province.pk]
    justice = Body.objects.get(territory__key="thi-du", name__startswith="Sở Tư pháp").pk
    assert asked[2:] == [justice]
    assert list(bodies_to_ask(around.world.ward.pk, plan=None, on=TODAY)) == [province.pk, justice]
    assert list(bodies_to_ask(justice, plan=None, on=TODAY)) == [province.pk]
    assert bodies_to_ask(province.pk, plan=None, on=TODAY) == {}


def test_a_general_one_goes_to_the_level_above(around: Around, province: Body) -> None:
    row = Difficulty.objects.get(
        pk=raised(around, body_id=around.world.ward.pk, asked_id=province.pk, task_id=None, actor=around.keeper)
    )
    assert (row.plan, row.task) == (None, None)


def test_raising_is_refused(around: Around) -> None:
    with pytest.raises(WorkRefused, match="Viết nội dung"):
        raised(around, text=" ")
    with pytest.raises(WorkRefused, match="Chọn cơ quan được hỏi"):
        raised(around, asked_id=around.world.other_ward.pk)
    with pytest.raises(PlanNotVisible):
        raised(around, task_id=around.second.pk)
    with pytest.raises(PlanNotVisible):
        raised(around, plan_id=around.plan.pk + 9)
    with pytest.raises(DifficultyNotVisible):
        raised(around, actor=around.stranger)
    with pytest.raises(DifficultyNotVisible):
        raised(around, body_id=around.world.ward.pk, actor=around.world.officer(Role.SUPERVISOR))
    with pytest.raises(PlanNotVisible):
        raised(around, body_id=around.world.other_ward.pk, actor=around.stranger)
    assert not Difficulty.objects.exists()


def test_only_the_two_bodies_see_it(around: Around) -> None:
    pk = raised(around)
    others = (around.world.officer(Role.LEADER, body=around.world.culture), around.stranger, Actor())
    for actor in others:
        assert not difficulties_visible_to(actor).exists()
        with pytest.raises(DifficultyNotVisible):
            answer_difficulty(difficulty_id=pk, answer="Trả lời", actor=actor, now=NOW)
    for actor in (around.economy, around.keeper, around.leader):
        assert difficulties_visible_to(actor).get().pk == pk


def test_words_are_mended_until_somebody_deals_with_it(around: Around) -> None:
    pk = raised(around)
    with pytest.raises(DifficultyNotVisible):
        change_difficulty(difficulty_id=pk, text="Khác", actor=around.world.officer(Role.SUPERVISOR), now=NOW)
    change_difficulty(difficulty_id=pk, text="Thiếu máy quét.", actor=around.economy, now=NOW)
    row = Difficulty.objects.get(pk=pk)
    assert (row.text, row.proposal) == ("Thiếu máy quét.", "")
    assert last_event("difficulty", pk).kind == "difficulty.changed"
    answer_difficulty(difficulty_id=pk, answer="Mượn của xã bên.", actor=around.keeper, now=NOW)
    with pytest.raises(WorkRefused, match="không sửa lời"):
        change_difficulty(difficulty_id=pk, text="Muộn", actor=around.economy, now=NOW)


def test_who_follows_for_the_asked_body_answers_and_nobody_else(around: Around) -> None:
    pk = raised(around)
    for actor in (around.economy, around.world.officer(Role.SPECIALIST)):
        with pytest.raises(DifficultyNotVisible):
            answer_difficulty(difficulty_id=pk, answer="Trả lời", actor=actor, now=NOW)
    with pytest.raises(WorkRefused, match="Viết nội dung"):
        answer_difficulty(difficulty_id=pk, answer="", actor=around.keeper, now=NOW)
    with pytest.raises(WorkRefused, match="chưa có trả lời"):
        correct_answer(difficulty_id=pk, answer="Khác", actor=around.keeper, now=NOW)
    answer_difficulty(difficulty_id=pk, answer="Dùng phần mềm chung.", actor=around.keeper, now=NOW)
    row = Difficulty.objects.get(pk=pk)
    assert (row.state, row.answer, row.answered_by_id) == ("answered", "Dùng phần mềm chung.", around.keeper.person)
    event = last_event("difficulty", pk)
    assert (event.kind, event.facts) == ("difficulty.answered", {})
    with pytest.raises(WorkRefused, match="sang bước khác"):
        answer_difficulty(difficulty_id=pk, answer="Lần nữa", actor=around.leader, now=NOW)


def test_what_is_passed_up_carries_the_first_words_and_brings_the_answer_down(
    around: Around, province: Body, above: Actor
) -> None:
    below, upper = passed_up(around, province)
    assert (below.state, upper.state, upper.body, upper.asked) == ("passed_up", "raised", around.world.ward, province)
    assert (upper.plan, upper.task, upper.carries.get()) == (around.plan, around.first, below)
    assert last_event("difficulty", below.pk).facts == {"as": upper.pk, "asked": province.pk}
    assert {one.pk for one in difficulties_visible_to(above)} == {below.pk, upper.pk}
    assert [one.pk for one in difficulties_visible_to(around.economy)] == [below.pk], "the way up is not theirs"
    with pytest.raises(WorkRefused, match="đã chuyển lên cấp trên"):
        answer_difficulty(difficulty_id=below.pk, answer="Tự trả lời", actor=around.keeper, now=NOW)
    with pytest.raises(WorkRefused, match="sang bước khác"):
        withdraw_difficulty(difficulty_id=below.pk, actor=around.economy, now=NOW)
    answer_difficulty(difficulty_id=upper.pk, answer="Tỉnh cấp phần mềm.", actor=above, now=NOW)
    below.refresh_from_db()
    assert (below.state, below.answer, below.answered_by_id) == ("answered", "Tỉnh cấp phần mềm.", above.person)
    event = last_event("difficulty", below.pk)
    assert (event.kind, event.facts) == ("difficulty.answered", {"from": upper.pk})


def test_an_answer_is_corrected_where_it_was_given_and_below(around: Around, province: Body, above: Actor) -> None:
    below, upper = passed_up(around, province)
    answer_difficulty(difficulty_id=upper.pk, answer="Tỉnh cấp.", actor=above, now=NOW)
    with pytest.raises(WorkRefused, match="từ cấp trên"):
        correct_answer(difficulty_id=below.pk, answer="Xã cấp.", actor=around.keeper, now=NOW)
    with pytest.raises(DifficultyNotVisible):
        correct_answer(difficulty_id=upper.pk, answer="Xã cấp.", actor=around.keeper, now=NOW)
    correct_answer(difficulty_id=upper.pk, answer="Tỉnh cấp trong quý I.", actor=above, now=NOW)
    below.refresh_from_db()
    assert below.answer == "Tỉnh cấp trong quý I."
    assert last_event("difficulty", below.pk).kind == "difficulty.answer_corrected"


def test_passing_up_is_refused(around: Around, province: Body) -> None:
    pk = raised(around)
    given: dict[str, Any] = {"difficulty_ids": [pk], "text": "Xã hỏi", "now": NOW}
    with pytest.raises(DifficultyNotVisible):
        pass_up_difficulties(asked_id=province.pk, actor=around.economy, **given)
    with pytest.raises(WorkRefused, match="Chọn cơ quan được hỏi"):
        pass_up_difficulties(asked_id=around.world.culture.pk, actor=around.keeper, **given)
    with pytest.raises(WorkRefused, match="Viết nội dung"):
        pass_up_difficulties(asked_id=province.pk, actor=around.keeper, **{**given, "text": ""})
    pass_up_difficulties(asked_id=province.pk, actor=around.keeper, **given)
    with pytest.raises(WorkRefused, match="sang bước khác"):
        pass_up_difficulties(asked_id=province.pk, actor=around.keeper, **given)
    assert Difficulty.objects.count() == 2


def test_a_question_above_that_is_withdrawn_comes_back(around: Around, province: Body, above: Actor) -> None:
    below, upper = passed_up(around, province)
    withdraw_difficulty(difficulty_id=upper.pk, actor=around.keeper, now=NOW)
    below.refresh_from_db()
    assert below.state == "raised"
    assert last_event("difficulty", below.pk).kind == "difficulty.came_back"
    assert last_event("difficulty", upper.pk).kind == "difficulty.withdrawn"
    assert not difficulties_visible_to(above).filter(pk=upper.pk).exists(), "left to who raised it"


def test_a_withdrawn_one_is_left_to_who_raised_it(around: Around) -> None:
    pk = raised(around)
    with pytest.raises(DifficultyNotVisible):
        withdraw_difficulty(difficulty_id=pk, actor=around.stranger, now=NOW)
    withdraw_difficulty(difficulty_id=pk, actor=around.economy, now=NOW)
    assert difficulties_visible_to(around.economy).get().state == "withdrawn"
    foreign = around.world.officer(Role.FOCAL_POINT, body=around.world.office)
    assert not difficulties_visible_to(foreign).exists()
    with pytest.raises(WorkRefused, match="sang bước khác"):
        withdraw_difficulty(difficulty_id=pk, actor=around.economy, now=NOW)


def test_who_asks_again_keeps_the_earlier_answer(around: Around) -> None:
    pk = raised(around)
    with pytest.raises(WorkRefused, match="sang bước khác"):
        ask_again(difficulty_id=pk, text="Vẫn vướng", actor=around.economy, now=NOW)
    answer_difficulty(difficulty_id=pk, answer="Dùng chung.", actor=around.keeper, now=NOW)
    with pytest.raises(DifficultyNotVisible):
        ask_again(difficulty_id=pk, text="Vẫn vướng", actor=around.world.officer(Role.SUPERVISOR), now=NOW)
    with pytest.raises(WorkRefused, match="Viết nội dung"):
        ask_again(difficulty_id=pk, text=" ", actor=around.economy, now=NOW)
    ask_again(difficulty_id=pk, text="Bản dùng chung chưa có.", actor=around.economy, now=NOW)
    row = Difficulty.objects.get(pk=pk)
    earlier = row.earlier_answers.get()
    assert (row.state, row.text, row.answer, row.answered_at) == ("raised", "Bản dùng chung chưa có.", "", None)
    assert (earlier.text, earlier.answer, earlier.answered_by_id) == (
        "Thiếu phần mềm.", "Dùng chung.", around.keeper.person,
    )  # fmt: skip
    assert last_event("difficulty", pk).kind == "difficulty.asked_again"


def test_one_asked_again_is_not_overwritten_from_above(around: Around, province: Body, above: Actor) -> None:
    """The lower body asked again; a correction above of the old answer must not settle the new question."""
    below, upper = passed_up(around, province)
    answer_difficulty(difficulty_id=upper.pk, answer="Tỉnh cấp.", actor=above, now=NOW)
    ask_again(difficulty_id=below.pk, text="Bao giờ cấp?", actor=around.economy, now=NOW)
    correct_answer(difficulty_id=upper.pk, answer="Tỉnh cấp dần.", actor=above, now=NOW)
    below.refresh_from_db()
    assert (below.state, below.answer) == ("raised", "")


def test_sums_by_plan_and_task_are_those_counted_by_hand(around: Around, province: Body) -> None:
    answered, up, gone = raised(around), raised(around), raised(around)
    raised(around)
    answer_difficulty(difficulty_id=answered, answer="Được.", actor=around.keeper, now=NOW)
    pass_up_difficulties(difficulty_ids=[up], asked_id=province.pk, text="Hỏi", actor=around.keeper, now=NOW)
    withdraw_difficulty(difficulty_id=gone, actor=around.economy, now=NOW)
    raised(around, task_id=None, plan_id=around.plan.pk)
    raised(around, task_id=None)
    rows = narrowed_difficulties(
        difficulties_visible_to(around.keeper), DifficultyFilters(asked_id=around.world.ward.pk), actor=around.keeper
    )
    plan, first = around.plan.pk, around.first.pk
    assert gathered(rows.select_related(None), on=TODAY) == (
        Gathered(plan, None, raised=1, answered=0, passed_up=0, open=1),
        Gathered(plan, first, raised=3, answered=1, passed_up=1, open=1),
        Gathered(None, None, raised=1, answered=0, passed_up=0, open=1),
    )


def test_one_that_was_passed_up_anew_waits_for_the_later_question(around: Around, province: Body, above: Actor) -> None:
    below, first = passed_up(around, province)
    answer_difficulty(difficulty_id=first.pk, answer="Tỉnh cấp.", actor=above, now=NOW)
    ask_again(difficulty_id=below.pk, text="Bao giờ cấp?", actor=around.economy, now=NOW)
    given: dict[str, Any] = {"difficulty_ids": [below.pk], "asked_id": province.pk, "actor": around.keeper, "now": NOW}
    second = pass_up_difficulties(text="Xã hỏi bao giờ cấp.", **given)
    correct_answer(difficulty_id=first.pk, answer="Tỉnh cấp dần.", actor=above, now=NOW)
    below.refresh_from_db()
    assert (below.state, below.answer) == ("passed_up", ""), "a corrected old answer settles no new question"
    answer_difficulty(difficulty_id=second, answer="Quý I năm sau.", actor=above, now=NOW)
    below.refresh_from_db()
    assert (below.state, below.answer) == ("answered", "Quý I năm sau.")


def test_an_answer_to_who_passed_up_and_asked_again_goes_down_too(around: Around, province: Body, above: Actor) -> None:
    """Below nobody asked again: what stands there is the first answer, and the second one is theirs as well."""
    below, upper = passed_up(around, province)
    answer_difficulty(difficulty_id=upper.pk, answer="Tỉnh xem xét.", actor=above, now=NOW)
    ask_again(difficulty_id=upper.pk, text="Bao giờ xong?", actor=around.keeper, now=on_day(20))
    below.refresh_from_db()
    assert (below.state, below.answer) == ("answered", "Tỉnh xem xét.")
    answer_difficulty(difficulty_id=upper.pk, answer="Cấp trong quý I.", actor=above, now=on_day(25))
    below.refresh_from_db()
    assert (below.state, below.answer, below.answered_at) == ("answered", "Cấp trong quý I.", on_day(25))
    earlier = below.earlier_answers.get()
    assert (earlier.answer, earlier.asked_again_by_id, earlier.asked_again_at) == (
        "Tỉnh xem xét.", around.keeper.person, on_day(20),
    )  # fmt: skip
    ask_again(difficulty_id=upper.pk, text="Cấp mấy máy?", actor=around.keeper, now=on_day(26))
    ask_again(difficulty_id=below.pk, text="Cho cả ba phòng?", actor=around.economy, now=on_day(27))
    answer_difficulty(difficulty_id=upper.pk, answer="Hai máy.", actor=above, now=on_day(28))
    below.refresh_from_db()
    assert (below.state, below.text) == ("raised", "Cho cả ba phòng?"), "their own new question waits on"


def test_several_go_up_as_one_question_and_each_gets_the_answer(around: Around, province: Body, above: Actor) -> None:
    culture = around.world.officer(Role.SPECIALIST, body=around.world.culture)
    mine = raised(around)
    theirs = raised(
        around, body_id=around.world.culture.pk, actor=culture, task_id=around.second.pk, text="Chưa có máy quét."
    )
    upper = Difficulty.objects.get(
        pk=pass_up_difficulties(
            difficulty_ids=[theirs, mine], asked_id=province.pk, text="Xã thiếu thiết bị.", actor=around.keeper, now=NOW
        )
    )
    assert (upper.plan, upper.task, upper.carries.count()) == (around.plan, None, 2), "what they share, and no more"
    assert {one.pk for one in difficulties_visible_to(above)} == {upper.pk, mine, theirs}
    assert [one.pk for one in difficulties_visible_to(around.economy)] == [mine], "not the other's, nor the way up"
    assert last_event("difficulty", theirs).facts == {"as": upper.pk, "asked": province.pk}
    answer_difficulty(difficulty_id=upper.pk, answer="Tỉnh cấp máy.", actor=above, now=NOW)
    for pk in (mine, theirs):
        row = Difficulty.objects.get(pk=pk)
        assert (row.state, row.answer, row.answered_by_id) == ("answered", "Tỉnh cấp máy.", above.person)
        assert last_event("difficulty", pk).facts == {"from": upper.pk}
    correct_answer(difficulty_id=upper.pk, answer="Tỉnh cấp máy trong quý I.", actor=above, now=NOW)
    ask_again(difficulty_id=mine, text="Cấp mấy máy?", actor=around.economy, now=NOW)
    correct_answer(difficulty_id=upper.pk, answer="Tỉnh cấp hai máy.", actor=above, now=NOW)
    assert Difficulty.objects.get(pk=theirs).answer == "Tỉnh cấp hai máy."
    assert Difficulty.objects.get(pk=mine).state == "raised"


def test_a_joint_question_that_is_withdrawn_gives_each_back(around: Around, province: Body, above: Actor) -> None:
    both = [raised(around), raised(around, text="Thiếu người.")]
    upper = pass_up_difficulties(
        difficulty_ids=both, asked_id=province.pk, text="Xã hỏi chung.", actor=around.keeper, now=NOW
    )
    withdraw_difficulty(difficulty_id=upper, actor=around.keeper, now=NOW)
    assert [Difficulty.objects.get(pk=pk).state for pk in both] == ["raised", "raised"]
    assert not difficulties_visible_to(above).exists()


def test_a_joint_question_is_refused_whole(around: Around, province: Body) -> None:
    mine, answered = raised(around), raised(around)
    answer_difficulty(difficulty_id=answered, answer="Được.", actor=around.keeper, now=NOW)
    to_office = raised(around, asked_id=around.world.ward.pk, body_id=around.world.economy.pk, task_id=None)
    given: dict[str, Any] = {"asked_id": province.pk, "text": "Xã hỏi", "actor": around.keeper, "now": NOW}
    for ids, sentence in (([], "ít nhất một"), ([mine, answered], "sang bước khác"), (range(1, 102), "tối đa 100")):
        with pytest.raises(WorkRefused, match=sentence):
            pass_up_difficulties(difficulty_ids=list(ids), **given)
    Difficulty.objects.filter(pk=to_office).update(asked=around.world.office)
    with pytest.raises(WorkRefused, match="cùng hỏi một cơ quan"):
        pass_up_difficulties(
            difficulty_ids=[mine, to_office],
            **{**given, "actor": Actor(person=around.keeper.person, posts=(*around.keeper.posts, *_of_office(around)))},
        )
    for stranger in (around.economy, around.stranger):
        with pytest.raises(DifficultyNotVisible):
            pass_up_difficulties(difficulty_ids=[mine], **{**given, "actor": stranger})
    assert Difficulty.objects.get(pk=mine).state == "raised"
    assert not Difficulty.objects.filter(asked=province).exists()


def _of_office(around: Around) -> tuple[Post, ...]:
    return around.world.officer(Role.FOCAL_POINT, body=around.world.office).posts


def test_sums_and_states_are_those_of_the_day_that_is_asked(around: Around, province: Body, above: Actor) -> None:
    """Raised on the 13th, passed up on the 20th, answered on the 25th, asked again on the 28th."""
    pk = raised(around)
    upper = pass_up_difficulties(
        difficulty_ids=[pk], asked_id=province.pk, text="Xã hỏi", actor=around.keeper, now=on_day(20)
    )
    answer_difficulty(difficulty_id=upper, answer="Tỉnh cấp.", actor=above, now=on_day(25))
    ask_again(difficulty_id=pk, text="Bao giờ?", actor=around.economy, now=on_day(28))
    visible = difficulties_visible_to(around.keeper)
    for day, found in ((12, ()), (13, ("raised",)), (20, ("passed_up",)), (27, ("answered",)), (28, ("raised",))):
        when = NOW.date().replace(day=day)
        asks_ward = DifficultyFilters(asked_id=around.world.ward.pk, on=when)
        rows: Any = narrowed_difficulties(visible, asks_ward, actor=around.keeper)
        assert tuple(row.state_then for row in rows) == found, day
        for state in DifficultyState:
            asked = DifficultyFilters(asked_id=around.world.ward.pk, on=when, state=state)
            assert narrowed_difficulties(visible, asked, actor=around.keeper).count() == found.count(state), day
        sums = gathered(narrowed_difficulties(visible, asks_ward, actor=around.keeper).select_related(None), on=when)
        named = {"raised": "open", "passed_up": "passed_up", "answered": "answered"}
        assert [getattr(one, named[found[0]]) for one in sums] == [1] * len(found), day
        assert sum(one.raised for one in sums) == len(found)
        assert (difficulties_on(around.plan, when).raised, difficulties_on(around.plan, when).answered) == (
            len(found), found.count("answered"),
        )  # fmt: skip


def test_what_was_withdrawn_is_counted_on_no_day(around: Around) -> None:
    pk = raised(around)
    withdraw_difficulty(difficulty_id=pk, actor=around.economy, now=on_day(20))
    mine = difficulties_visible_to(around.economy)
    assert gathered(mine, on=TODAY) == ()
    assert difficulties_on(around.plan, TODAY).raised == 0
    spans = DifficultySpan.objects.filter(difficulty=pk).order_by("from_on").values_list("state", "from_on", "until_on")
    assert list(spans) == [("raised", TODAY, TODAY.replace(day=20)), ("withdrawn", TODAY.replace(day=20), None)]


def on_day(day: int) -> datetime:
    return NOW.replace(day=day)


def test_the_list_takes_the_same_queries_however_long(around: Around) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            rows = narrowed_difficulties(
                difficulties_visible_to(around.keeper), DifficultyFilters(), actor=around.keeper
            )
            assert [(str(row.body), str(row.asked), str(row.plan)) for row in rows]
        return len(queries)

    raised(around)
    one = asked()
    for _number in range(5):
        raised(around)
    assert asked() == one
