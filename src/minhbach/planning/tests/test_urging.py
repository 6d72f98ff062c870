"""Letters that urge: whom, what they say, and where it shows that they went out."""

from datetime import date

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.papers.actions.drop_letter import drop_letter
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.contracts import Table
from minhbach.papers.queries import paper_of, visible_letter
from minhbach.planning.actions.urge import urge
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, Plan, Urging
from minhbach.planning.queries.cascade import cascade_of
from minhbach.planning.queries.urging import parts_to_urge, urgings_of
from minhbach.planning.tests.conftest import World
from minhbach.planning.tests.test_pages import BACKEND, words
from minhbach.planning.tests.urging_world import Urgent, at, make_urgent
from minhbach.planning.urging.letters import Urged

NOW, TODAY, ANSWER_BY = at("2027-01-11"), date(2027, 1, 11), date(2027, 1, 18)


@pytest.fixture
def urgent(world: World) -> Urgent:
    found = make_urgent(world)
    found.give()
    return found


def drafted(urgent: Urgent, *, separately: bool = False, reason: Urged = Urged.LATE) -> tuple[int, ...]:
    bodies = [part.body_id for part in parts_to_urge(urgent.plan, reason, on=TODAY, actor=urgent.focal)]
    return urge(
        plan_id=urgent.plan.pk, reason=reason, body_ids=bodies, answer_by=ANSWER_BY, separately=separately,
        more="Nêu rõ nguyên nhân.", actor=urgent.focal, now=NOW,
    )  # fmt: skip


def test_letter_names_the_bodies_their_late_tasks_and_the_day_of_the_answer(urgent: Urgent) -> None:
    (letter,) = drafted(urgent)
    paper = paper_of(visible_letter(letter, actor=urgent.focal))
    assert paper.kind == "Công văn"
    assert paper.subject == "đôn đốc thực hiện Kế hoạch số 15/KH-UBND"
    assert len(paper.addressees) == 3
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert table.head[-1] == "Quá hạn"
    assert ("31/12/2026", "11 ngày") in [row[-2:] for row in table.rows]
    assert ("24/10/2026", "79 ngày") in [row[-2:] for row in table.rows], "the monthly one, late since October"
    text = " ".join(getattr(block, "text", "") for block in paper.blocks)
    assert "đến ngày 11/01/2027 còn 3 nhiệm vụ đã quá hạn" in text
    assert "Nêu rõ nguyên nhân." in text
    assert "trước ngày 19/01/2027" in text
    assert paper.recipients[-1] == "Lưu: VT"


def test_event_counts_and_each_part_remembers_the_letter(urgent: Urgent) -> None:
    (letter,) = drafted(urgent)
    event = events_about(Subject("plan", urgent.plan.pk))[-1]
    assert event.kind == "plan.urged"
    assert (event.facts["bodies"], event.facts["works"], event.facts["letters"]) == (3, 3, 1)
    assert set(Urging.objects.values_list("letter_id", flat=True)) == {letter}


def test_one_letter_to_each_body(urgent: Urgent) -> None:
    letters = drafted(urgent, separately=True)
    papers = [paper_of(visible_letter(letter, actor=urgent.focal)) for letter in letters]
    assert [len(paper.addressees) for paper in papers] == [1, 1, 1]


def test_what_nobody_took_over_and_who_made_no_plan(urgent: Urgent) -> None:
    taken = parts_to_urge(urgent.plan, Urged.NOT_TAKEN, on=TODAY, actor=urgent.focal)
    assert urgent.work_id not in [part.assignment_id for part in taken]
    # The ward's own units carry the ward's plan out: no further plan is wanted of them.
    assert parts_to_urge(urgent.plan, Urged.NO_PLAN, on=TODAY, actor=urgent.focal) == ()


def test_who_made_no_plan_under_the_provinces_is_urged_as_the_cascade_counts(urgent: Urgent) -> None:
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    Plan.objects.update(body=province, issuing_body=province)
    plan, keeper = Plan.objects.get(), urgent.world.officer(Role.JUSTICE_COORDINATOR, body=province)
    asked = parts_to_urge(plan, Urged.NO_PLAN, on=TODAY, actor=keeper)
    assert {part.body_id for part in asked} == {urgent.world.ward.pk}, "its units are asked through the ward"
    lacking = [row.body.id for row in cascade_of(plan, on=TODAY, actor=keeper).bodies if row.lacks_plan]
    assert lacking == [urgent.world.ward.pk]
    Plan.objects.create(body=urgent.world.ward, above=plan, slug="duoi", title="Kế hoạch dưới", confirmed_at=NOW)
    assert parts_to_urge(plan, Urged.NO_PLAN, on=TODAY, actor=keeper) == ()


def test_bodies_below_learn_of_it_once_the_letter_has_its_number(urgent: Urgent) -> None:
    (letter,) = drafted(urgent)
    assert urgings_of([urgent.work_id], drafts=False) == {}
    assert urgings_of([urgent.work_id], drafts=True)[urgent.work_id][0].on is None
    give_number(letter_id=letter, symbol="UBND-VP", issued_on=TODAY, actor=urgent.focal, now=NOW)
    (one,) = urgings_of([urgent.work_id], drafts=False)[urgent.work_id]
    assert (one.letter, one.on) == ("Công văn 01/UBND-VP", TODAY)
    drop_letter(letter_id=letter, reason="Gửi nhầm", actor=urgent.focal, now=NOW)
    assert urgings_of([urgent.work_id], drafts=True) == {}


def test_refusals_say_what_to_do(urgent: Urgent) -> None:
    given = {"plan_id": urgent.plan.pk, "reason": Urged.LATE, "separately": False, "actor": urgent.focal, "now": NOW}
    with pytest.raises(WorkRefused, match="ít nhất một cơ quan"):
        urge(body_ids=[], answer_by=ANSWER_BY, **given)
    with pytest.raises(WorkRefused, match="đã qua"):
        urge(body_ids=[urgent.world.office.pk], answer_by=date(2027, 1, 10), **given)
    assert not Urging.objects.exists()


def test_only_who_follows_the_plan_urges(urgent: Urgent) -> None:
    given = {
        "plan_id": urgent.plan.pk, "reason": Urged.LATE, "body_ids": [urgent.world.office.pk], "answer_by": ANSWER_BY,
        "separately": False, "now": NOW,
    }  # fmt: skip
    for actor in (urgent.stranger, urgent.doer, urgent.world.officer(Role.SUPERVISOR)):
        with pytest.raises(PlanNotVisible):
            urge(actor=actor, **given)


def test_many_works_are_summed_up_by_body(urgent: Urgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.planning.urging.paper.LISTED_AT_MOST", 2)
    monkeypatch.setattr("minhbach.planning.urging.paper.ADDRESSED_AT_MOST", 2)
    (letter,) = drafted(urgent)
    paper = paper_of(visible_letter(letter, actor=urgent.focal))
    assert paper.addressees == ("Các cơ quan, đơn vị nêu trong bảng",)
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert table.head == ("STT", "Cơ quan", "Số nhiệm vụ", "Quá hạn từ hạn ngày")
    assert len(table.rows) == 3


def test_page_ticks_all_keeps_what_was_typed_and_leads_to_the_letter(urgent: Urgent) -> None:
    client = Client()
    client.force_login(Person.objects.get(pk=urgent.focal.person), backend=BACKEND)
    where = f"/lam-viec/ke-hoach/{urgent.plan.pk}/don-doc/"
    Assignment.objects.filter(pk=urgent.work_id).update(due_on=date(2026, 1, 30))
    shown = client.get(where).content.decode()
    assert shown.count("checked") >= 1
    refused = client.post(where, {"answer_by": "31/02/2027", "more": "Câu giữ lại", "bodies": [urgent.world.office.pk]})
    assert refused.status_code == 422
    assert "Câu giữ lại" in refused.content.decode()
    nobody = client.post(where, {"answer_by": "31/12/2099", "separately": "chung"})
    assert "Chọn ít nhất một cơ quan" in words(nobody)
    given = {"answer_by": "31/12/2099", "bodies": [urgent.world.office.pk], "separately": "chung"}
    done = client.post(where, given, follow=True)
    assert done.redirect_chain[0][0].startswith("/lam-viec/cong-van/")
    assert "Đã soạn 1 công văn đôn đốc." in words(done)
    assert "Đang soạn công văn đôn đốc." in words(client.get(f"/lam-viec/viec/{urgent.work_id}/"))
    assert "chưa cấp số" in words(client.get(where))


def test_page_is_honest_where_nobody_is_to_be_urged(urgent: Urgent) -> None:
    client = Client()
    client.force_login(Person.objects.get(pk=urgent.focal.person), backend=BACKEND)
    Assignment.objects.update(due_on=None)
    assert "Không có cơ quan nào cần đôn đốc" in words(client.get(f"/lam-viec/ke-hoach/{urgent.plan.pk}/don-doc/"))
