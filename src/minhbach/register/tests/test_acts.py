"""Classifying, changing, correcting, striking: done, each refusal, its event, and what a stranger finds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minhbach.domain.access import Role, system_actor
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.register.actions.add_version import add_version
from minhbach.register.actions.change_item import change_item
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.set_public_state import set_listed, set_public_state
from minhbach.register.actions.set_publication_terms import set_publication_terms
from minhbach.register.actions.strike_item import restore_item, strike_item
from minhbach.register.contracts import Access, Classification, ItemKnown, ItemNotVisible, ItemRefused, PublicationTerms
from minhbach.register.facts_kept import facts_of
from minhbach.register.models import Item, ItemChange
from minhbach.register.queries import ITEM
from minhbach.register.registries import _answers, hold_while_waiting
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World

GATE = system_actor("gate")
WHEN: dict[str, Any] = {"calendar": CALENDAR, "now": NOW}


def kinds_of_events(row: Item) -> list[str]:
    return [event.kind for event in events_about(Subject(ITEM, row.pk))]


def classified(world: World, row: Item, access: Access = Access.OPEN, *, letter: str = "", ground: str = "") -> Item:
    given = Classification(access, grounds=(ground,) if ground else (), letter=letter)
    classify_item(item_id=row.pk, classification=given, actor=world.officer(Role.FOCAL_POINT), **WHEN)
    row.refresh_from_db()
    return row


def published(world: World, row: Item) -> Item:
    classified(world, row, letter="l")
    set_public_state(item_id=row.pk, version_id=row.versions.get().pk, on=TODAY, actor=GATE, **WHEN)
    row.refresh_from_db()
    return row


def test_a_person_classifies_under_the_statute_of_the_day(world: World) -> None:
    row = classified(world, world.item(), letter="l")
    assert (row.access, row.letter, row.statute) == ("open", "l", "01/2026/QH16")
    assert row.proposal is None
    assert events_about(Subject(ITEM, row.pk))[-1].facts["letter"] == "l"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Classification(Access.CLOSED), "grounds"),
        (Classification(Access.CLOSED, grounds=("16.1",)), "grounds"),
        (Classification(Access.CONDITIONAL, grounds=("99.9",)), "grounds"),
        (Classification(Access.OPEN, letter="z"), "letter"),
        (Classification(Access.CLOSED, grounds=("15.1",)), "grounds"),
    ],
)
def test_what_the_statute_does_not_know_is_refused(world: World, given: Classification, field: str) -> None:
    row = world.item()
    with pytest.raises(ItemRefused) as refused:
        classify_item(item_id=row.pk, classification=given, actor=world.officer(Role.LEADER), **WHEN)
    assert refused.value.field == field


def test_a_change_keeps_what_it_replaced_and_refuses_who_was_slower(world: World) -> None:
    row, keeper = world.item(), world.officer(Role.SPECIALIST)
    facts = replace(facts_of(row), title="Kế hoạch sử dụng đất năm 2028", retention_years=0)
    change_item(item_id=row.pk, facts=facts, seen_version=row.version, actor=keeper, **WHEN)
    assert ItemChange.objects.get(item=row).before == {"title": row.title, "retention_years": None}
    assert events_about(Subject(ITEM, row.pk))[-1].facts == {"fields": "title,retention_years"}
    with pytest.raises(ItemRefused):
        change_item(item_id=row.pk, facts=facts_of(row), seen_version=row.version, actor=keeper, **WHEN)


def test_nothing_is_noted_where_nothing_changes(world: World) -> None:
    row, keeper = world.item(), world.officer(Role.SPECIALIST)
    change_item(item_id=row.pk, facts=facts_of(row), seen_version=1, actor=keeper, **WHEN)
    assert kinds_of_events(row) == ["item.registered"]


def test_a_leader_classifies_but_does_not_change(world: World) -> None:
    row = world.item()
    with pytest.raises(ItemRefused):
        change_item(
            item_id=row.pk,
            facts=facts_of(row),
            seen_version=1,
            actor=world.officer(Role.LEADER),
            **WHEN,
        )


def test_a_stranger_finds_nothing_to_change(world: World) -> None:
    row, stranger = world.item(), world.officer(*Role, body=world.other_ward)
    with pytest.raises(ItemNotVisible):
        change_item(item_id=row.pk, facts=facts_of(row), seen_version=1, actor=stranger, **WHEN)
    with pytest.raises(ItemNotVisible):
        strike_item(item_id=row.pk, reason="vì", actor=stranger, now=NOW)


def test_what_is_public_is_corrected_by_a_version_and_never_in_place(world: World) -> None:
    row, keeper = published(world, world.item()), world.officer(Role.SPECIALIST)
    other = replace(facts_of(row), title="Kế hoạch sử dụng đất năm 2027 (đính chính)")
    with pytest.raises(ItemRefused):
        change_item(item_id=row.pk, facts=other, seen_version=row.version, actor=keeper, **WHEN)
    inside = replace(facts_of(row), retention_years=10)
    change_item(item_id=row.pk, facts=inside, seen_version=row.version, actor=keeper, **WHEN)
    version = add_version(item_id=row.pk, why="Sửa tên", facts=other, actor=keeper, now=NOW)
    row.refresh_from_db()
    assert "đính chính" not in row.title
    set_public_state(item_id=row.pk, version_id=version, on=date(2026, 10, 20), actor=GATE, **WHEN)
    row.refresh_from_db()
    assert row.title == other.title
    assert (row.published_on, row.public_version.number, row.public_version.corrects) == (TODAY, 2, 1)


def test_a_version_says_why_and_brings_something(world: World) -> None:
    row, keeper = world.item(), world.officer(Role.SPECIALIST)
    for why, facts in (("", facts_of(row)), ("Thêm tệp", None)):
        with pytest.raises(ItemRefused):
            add_version(item_id=row.pk, why=why, facts=facts, actor=keeper, now=NOW)
    assert row.versions.count() == 1


def test_what_is_public_is_neither_struck_nor_closed(world: World) -> None:
    row, focal = published(world, world.item()), world.officer(Role.FOCAL_POINT)
    with pytest.raises(ItemRefused):
        strike_item(item_id=row.pk, reason="Trùng", actor=focal, now=NOW)
    with pytest.raises(ItemRefused):
        classified(world, row, Access.CLOSED, ground="15.5")
    set_public_state(item_id=row.pk, version_id=None, on=TODAY, actor=GATE, **WHEN)
    assert classified(world, row, Access.CLOSED, ground="15.5").public_version is None


def test_a_struck_line_stays_and_can_count_again_unless_it_was_entered_anew(world: World) -> None:
    facts = {"number": "5", "symbol": "KH-UBND", "kind": "Kế hoạch"}
    row, focal = world.item(**facts), world.officer(Role.FOCAL_POINT)
    strike_item(item_id=row.pk, reason="Ghi hai lần", actor=focal, now=NOW)
    again = world.item(**facts)
    with pytest.raises(ItemKnown):
        restore_item(item_id=row.pk, actor=focal, **WHEN)
    strike_item(item_id=again.pk, reason="Nhầm", actor=focal, now=NOW)
    restore_item(item_id=row.pk, actor=focal, **WHEN)
    row.refresh_from_db()
    assert (row.state, row.struck_reason) == ("active", "")
    assert kinds_of_events(row)[-2:] == ["item.struck", "item.restored"]


def test_nothing_changes_while_somebody_is_asked_to_approve(world: World) -> None:
    row, keeper = classified(world, world.item(), letter="l"), world.officer(Role.FOCAL_POINT)
    hold_while_waiting(waiting := lambda ids: frozenset(ids))
    try:
        other = replace(facts_of(row), title="Tên khác")
        with pytest.raises(ItemRefused):
            change_item(item_id=row.pk, facts=other, seen_version=row.version, actor=keeper, **WHEN)
        with pytest.raises(ItemRefused):
            add_version(item_id=row.pk, why="Thêm", facts=other, actor=keeper, now=NOW)
        with pytest.raises(ItemRefused):
            strike_item(item_id=row.pk, reason="Nhầm", actor=keeper, now=NOW)
    finally:
        _answers.remove(waiting)


def test_only_what_is_open_becomes_public_and_only_what_is_not_closed_is_listed(world: World) -> None:
    row = classified(world, world.item(), Access.CONDITIONAL, ground="16.1")
    with pytest.raises(ItemRefused):
        set_public_state(item_id=row.pk, version_id=row.versions.get().pk, on=TODAY, actor=GATE, **WHEN)
    set_listed(item_id=row.pk, on=TODAY, actor=GATE, now=NOW)
    closed = classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    with pytest.raises(ItemRefused):
        set_listed(item_id=closed.pk, on=TODAY, actor=GATE, now=NOW)


def test_a_day_of_another_law_needs_its_article(world: World) -> None:
    row, keeper = classified(world, world.item(), letter="l"), world.officer(Role.SPECIALIST)
    special = PublicationTerms(forms=("portal",), special_due_on=date(2026, 10, 30))
    with pytest.raises(ItemRefused) as refused:
        set_publication_terms(item_id=row.pk, terms=special, seen_version=row.version, actor=keeper, **WHEN)
    assert refused.value.field == "special_ground"
    wrong = PublicationTerms(forms=("carrier_pigeon",))
    with pytest.raises(ItemRefused):
        set_publication_terms(item_id=row.pk, terms=wrong, seen_version=row.version, actor=keeper, **WHEN)
    given = replace(special, special_ground="khoản 2 Điều 15 Luật 31/2024/QH15")
    set_publication_terms(item_id=row.pk, terms=given, seen_version=row.version, actor=keeper, **WHEN)
    assert events_about(Subject(ITEM, row.pk))[-1].ground == given.special_ground
