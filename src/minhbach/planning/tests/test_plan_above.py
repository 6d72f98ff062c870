"""A plan is made under a plan above: what the document cites is proposed, a person confirms, no circle comes about."""

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.reopen_plan import reopen_plan
from minhbach.planning.actions.set_plan_above import choose_plan_above, set_plan_above
from minhbach.planning.contracts import ImportRefused, PlanNotVisible, WorkRefused
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.queries.above import cited_plans, plans_to_carry_out
from minhbach.planning.tests.conftest import NOW, PLAN_TEXT, World
from minhbach.planning.tests.province_plan import AHEAD, Province, client_of, confirmed, make_province
from minhbach.planning.tests.test_review_and_confirm import read

CITING = PLAN_TEXT.replace(
    "I. MỤC ĐÍCH", "Thực hiện Kế hoạch số 100/KH-UBND ngày 01/9/2026 của Ủy ban nhân dân tỉnh Thí Dụ.\n\nI. MỤC ĐÍCH"
)


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


@pytest.fixture
def officer(world: World) -> Actor:
    return world.officer(Role.FOCAL_POINT)


@pytest.fixture
def own(province: Province, officer: Actor) -> Plan:
    world = province.world
    return confirmed(world.ward, officer, number="5", tasks=[("Việc", [world.office], [], AHEAD)])


def test_a_cited_plan_is_proposed_and_a_person_confirms(province: Province, officer: Actor) -> None:
    import_id = read(province.world, CITING)
    row = PlanImport.objects.get(pk=import_id)
    assert "100/KH-UBND" in [one["number"] for one in row.head["references"]]
    assert row.above is None, "nothing is linked before a person says so"
    assert list(cited_plans(row.head, plans_to_carry_out(row.body_id, actor=officer))) == [province.plan]
    client = client_of(officer)
    assert "Kế hoạch 100/KH-UBND" in client.get(f"/lam-viec/ke-hoach/nhap/{import_id}/").content.decode()
    page = client.get(f"/lam-viec/ke-hoach/nhap/{import_id}/cap-tren/")
    assert page.context["form"].initial["above"] == province.plan.pk
    sent = client.post(f"/lam-viec/ke-hoach/nhap/{import_id}/cap-tren/", {"above": province.plan.pk})
    assert sent.status_code == 302
    assert PlanImport.objects.get(pk=import_id).above == province.plan
    assert events_about(Subject("plan_import", import_id))[-1].kind == "plan_import.above_chosen"


@pytest.mark.parametrize(
    ("number", "issued_on"),
    [("101/KH-UBND", "2026-09-01"), ("100/KH-STP", "2026-09-01"), ("100/KH-UBND", "2025-09-01")],
)
def test_another_number_symbol_or_date_is_another_plan(
    province: Province, officer: Actor, number: str, issued_on: str
) -> None:
    head = {"references": [{"number": number, "issued_on": issued_on}]}
    assert not cited_plans(head, plans_to_carry_out(province.world.ward.pk, actor=officer))


def test_a_confirmed_plan_is_linked_with_an_event(province: Province, officer: Actor, own: Plan) -> None:
    set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=officer, now=NOW)
    own.refresh_from_db()
    assert own.above == province.plan
    event = events_about(Subject("plan", own.pk))[-1]
    assert (event.kind, event.facts["above"]) == ("plan.above_set", province.plan.pk)
    set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=officer, now=NOW)
    assert len(events_about(Subject("plan", own.pk))) == 2, "the same again is no act"
    set_plan_above(plan_id=own.pk, above_id=None, actor=officer, now=NOW)
    own.refresh_from_db()
    assert own.above is None


def test_the_link_outlives_a_second_check(province: Province, officer: Actor, own: Plan) -> None:
    set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=officer, now=NOW)
    import_id = reopen_plan(plan_id=own.pk, actor=officer, now=NOW)
    confirm_plan(import_id=import_id, actor=officer, now=NOW)
    own.refresh_from_db()
    assert own.above == province.plan
    import_id = reopen_plan(plan_id=own.pk, actor=officer, now=NOW)
    choose_plan_above(import_id=import_id, above_id=None, actor=officer, now=NOW)
    confirm_plan(import_id=import_id, actor=officer, now=NOW)
    own.refresh_from_db()
    assert own.above is None


def test_no_circle_comes_about(province: Province, officer: Actor, own: Plan) -> None:
    set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=officer, now=NOW)
    third = confirmed(
        province.committee, province.actor, number="9", above=own,
        tasks=[("Việc", [province.world.ward, province.committee], [], AHEAD)],
    )  # fmt: skip
    for plan, above in ((province.plan, third), (province.plan, province.plan), (province.plan, own)):
        with pytest.raises(WorkRefused, match="ở dưới kế hoạch này"):
            set_plan_above(plan_id=plan.pk, above_id=above.pk, actor=province.actor, now=NOW)


def test_a_circle_closed_while_a_document_was_under_review_is_refused(
    province: Province, officer: Actor, own: Plan
) -> None:
    import_id = reopen_plan(plan_id=province.plan.pk, actor=province.actor, now=NOW)
    below = confirmed(province.committee, province.actor, number="9", tasks=[("Việc", [province.committee], [], AHEAD)])
    choose_plan_above(import_id=import_id, above_id=below.pk, actor=province.actor, now=NOW)
    Plan.objects.filter(pk=below.pk).update(above=province.plan)
    with pytest.raises(ImportRefused, match="vòng"):
        confirm_plan(import_id=import_id, actor=province.actor, now=NOW)


def test_what_does_not_reach_the_body_is_refused(province: Province, officer: Actor, own: Plan) -> None:
    other = province.world.officer(Role.FOCAL_POINT, body=province.world.other_ward)
    theirs = confirmed(
        province.world.other_ward, other, number="3", tasks=[("Việc", [province.world.other_ward], [], AHEAD)]
    )
    with pytest.raises(WorkRefused):
        set_plan_above(plan_id=own.pk, above_id=theirs.pk, actor=officer, now=NOW)
    import_id = read(province.world)
    with pytest.raises(ImportRefused):
        choose_plan_above(import_id=import_id, above_id=theirs.pk, actor=officer, now=NOW)


def test_who_may_not_confirm_is_refused_and_a_stranger_sees_nothing(province: Province, own: Plan) -> None:
    specialist = province.world.officer(Role.SPECIALIST)
    with pytest.raises(WorkRefused, match="đầu mối"):
        set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=specialist, now=NOW)
    stranger = province.world.officer(Role.LEADER, body=province.world.other_ward)
    with pytest.raises(PlanNotVisible):
        set_plan_above(plan_id=own.pk, above_id=province.plan.pk, actor=stranger, now=NOW)
    for actor in (specialist, stranger):
        assert client_of(actor).get(f"/lam-viec/ke-hoach/{own.pk}/cap-tren/").status_code == 404


def test_the_page_finds_links_and_refuses(province: Province, officer: Actor, own: Plan) -> None:
    client, address = client_of(officer), f"/lam-viec/ke-hoach/{own.pk}/cap-tren/"
    assert "Không có kế hoạch nào khớp" in client.get(address, {"tim": "khong co"}).content.decode()
    assert "Kế hoạch 100/KH-UBND" in client.get(address, {"tim": "100"}).content.decode()
    assert client.post(address, {"above": own.pk}).status_code == 422
    assert client.post(address, {"above": province.plan.pk}).status_code == 302
    page = client.get(f"/lam-viec/ke-hoach/{own.pk}/").content.decode()
    assert f'href="/lam-viec/ke-hoach/{province.plan.pk}/"' in page
