"""Entering items: numbers of the book, what is refused, what is proposed and never inferred."""

from datetime import date

import pytest

from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import ItemFacts, ItemKnown, ItemNotVisible, ItemRefused
from minhbach.register.models import Item
from minhbach.register.queries import ITEM
from minhbach.register.tests.conftest import CALENDAR, NOW, World


def test_an_item_gets_the_next_number_of_the_book_a_version_and_an_event(world: World) -> None:
    first, second = world.item(), world.item(title="Báo cáo kinh tế")
    assert [(row.book_year, row.book_number) for row in (first, second)] == [(2026, 1), (2026, 2)]
    assert [version.number for version in first.versions.all()] == [1]
    assert [event.kind for event in events_about(Subject(ITEM, first.pk))] == ["item.registered"]
    assert first.public_id != second.public_id
    assert len(first.public_id) == 8


def test_a_classification_is_proposed_and_not_given(world: World) -> None:
    row = world.item(title="Quyết định về giá đất trên địa bàn xã", kind="quyết định")
    assert (row.access, row.letter) == ("", "")
    assert row.proposal == {"access": "open", "letter": "l", "grounds": [], "why": "giá đất"}
    assert row.kind == "Quyết định"


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("Biên bản họp nội bộ Đảng ủy", ("closed", "", ["15.6"])),
        ("Danh sách hộ nghèo năm 2026", ("conditional", "", ["16.1"])),
        ("Thông báo cho thuê mặt bằng chợ", None),
        ("Thông báo mức thuế khoán hộ kinh doanh", ("open", "d", [])),
        ("Kế hoạch phòng chống thiên tai", ("open", "a", [])),
    ],
)
def test_what_names_suggest(world: World, title: str, proposed: tuple[str, str, list[str]] | None) -> None:
    kind = "Kế hoạch" if title.startswith("Kế hoạch") else "Thông báo"
    row = world.item(title=title, kind=kind)
    found = row.proposal and (row.proposal["access"], row.proposal["letter"], row.proposal["grounds"])
    assert found == proposed


def test_the_same_number_and_symbol_of_a_year_is_known(world: World) -> None:
    facts = {"kind": "Quyết định", "number": "12", "symbol": "QĐ-UBND", "issued_on": date(2026, 3, 2)}
    there = world.item(**facts)
    with pytest.raises(ItemKnown) as known:
        world.item(title="Một tên khác", **facts)
    assert known.value.item_id == there.pk
    assert world.item(**{**facts, "issued_on": date(2025, 3, 2)}).pk != there.pk
    assert Item.objects.count() == 2


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 1001}, "title"),
        ({"created_on": date(2026, 10, 14)}, "created_on"),
        ({"issued_on": date(1800, 1, 1)}, "issued_on"),
    ],
)
def test_facts_that_cannot_be_are_refused_with_their_box(world: World, facts: dict[str, object], field: str) -> None:
    with pytest.raises(ItemRefused) as refused:
        world.item(**facts)
    assert refused.value.field == field
    assert not Item.objects.exists()


def test_who_keeps_no_register_is_refused_and_a_stranger_finds_nothing(world: World) -> None:
    facts = ItemFacts(title="Thông báo")
    with pytest.raises(ItemRefused):
        register_item(calendar=CALENDAR, facts=facts, body_id=world.ward.pk, actor=world.officer(Role.LEADER), now=NOW)
    stranger = world.officer(Role.SPECIALIST, body=world.other_ward)
    with pytest.raises(ItemNotVisible):
        register_item(calendar=CALENDAR, facts=facts, body_id=world.ward.pk, actor=stranger, now=NOW)


def test_the_creating_unit_is_one_of_the_body(world: World) -> None:
    assert world.item(creating_unit_id=world.office.pk).creating_unit == world.office
    with pytest.raises(ItemRefused):
        world.item(creating_unit_id=world.other_ward.pk)
