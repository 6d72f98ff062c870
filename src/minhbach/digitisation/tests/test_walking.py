"""From a file that comes in to an item that is found: read, checked, confirmed, taken back."""

from datetime import date

import pytest

from minhbach.digitisation.actions.confirm_scan import confirm_scan, undo_scan
from minhbach.digitisation.contracts import BatchNotVisible, CheckedScan, DigitisationRefused
from minhbach.digitisation.holding import held
from minhbach.digitisation.naming import facts_of
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import PLAN, document
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.foundation.models import Event
from minhbach.foundation.queries import file_content
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.register.contracts import Access, Classification, ItemKnown
from minhbach.register.indexing import tokens_of
from minhbach.register.models import Item, ItemState, VersionFile
from minhbach.register.tests.conftest import CALENDAR, NOW, World

pytestmark = pytest.mark.django_db


def checked(scan, **changes) -> CheckedScan:
    facts = facts_of(scan.head | changes)
    return CheckedScan(facts, Classification(Access.OPEN, letter="l"))


def confirmed(scan, actor: Actor) -> int:
    return confirm_scan(
        scan_id=scan.pk, checked=checked(scan), seen_version=scan.version, calendar=CALENDAR, actor=actor, now=NOW
    )


def test_what_came_in_is_read_with_its_head_and_a_proposal(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    assert scan.state == ScanState.TO_CHECK
    assert {name: scan.head[name] for name in ("number", "symbol", "issued_on", "kind", "title")} == {
        "number": "45", "symbol": "KH-UBND", "issued_on": "2026-10-12", "kind": "Kế hoạch", "title": PLAN,
    }  # fmt: skip
    assert scan.lines[scan.fields["number"]["line"]][0] == "Số: 45/KH-UBND"
    assert scan.fields["number"]["sure"] == 1.0
    assert (scan.proposal["access"], bool(scan.proposal["why"])) == ("open", True)
    assert scan.virus_check == "not_scanned"


def test_confirming_makes_an_item_with_file_text_class_and_place(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document(text="Giữ nguyên chimyendat.")]))
    item = Item.objects.get(pk=confirmed(scan, keeper))
    assert (item.number, item.symbol, item.issued_on, item.access, item.letter) == (
        "45", "KH-UBND", date(2026, 10, 12), "open", "l",
    )  # fmt: skip
    file = VersionFile.objects.get(version__item=item)
    assert file_content(file.file_id) == document(text="Giữ nguyên chimyendat.")
    assert "chimyendat" in item.versions.get().text
    found = search(Question("chimyendat", tokens=tokens_of(keeper)))
    assert [hit.subject_id for hit in found.hits] == [item.pk]
    scan.refresh_from_db()
    assert (scan.state, scan.item_id, scan.checked_by_id) == (ScanState.CONFIRMED, item.pk, keeper.person)
    assert Event.objects.filter(kind="scan.confirmed", subject_id=str(scan.pk)).count() == 1


def test_the_file_leaves_quarantine_once_the_register_has_it(
    world: World, keeper: Actor, django_capture_on_commit_callbacks
) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    with django_capture_on_commit_callbacks(execute=True):
        confirmed(scan, keeper)
    with pytest.raises(FileNotFoundError):
        held(scan.pk)
    undo_scan(scan_id=scan.pk, actor=keeper, now=NOW)
    assert held(scan.pk) == document()


def test_taking_back_strikes_the_item_and_the_scan_can_be_confirmed_again(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    first = confirmed(scan, keeper)
    undo_scan(scan_id=scan.pk, actor=keeper, now=NOW)
    scan.refresh_from_db()
    assert (scan.state, scan.item_id) == (ScanState.TO_CHECK, None)
    assert Item.objects.get(pk=first).state == ItemState.STRUCK
    assert confirmed(scan, keeper) != first


def test_an_old_page_confirms_nothing(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    with pytest.raises(DigitisationRefused):
        confirm_scan(scan_id=scan.pk, checked=checked(scan), seen_version=1, calendar=CALENDAR, actor=keeper, now=NOW)
    assert not Item.objects.exists()


def test_the_same_document_twice_is_pointed_out_and_not_entered_twice(world: World, keeper: Actor) -> None:
    batch = batch_of(world, keeper, [document(), document(text="Bản quét khác của đúng văn bản ấy.")])
    first, second = read_all(batch)
    assert second.twin_id == first.pk
    item_id = confirmed(first, keeper)
    with pytest.raises(ItemKnown) as known:
        confirmed(second, keeper)
    assert known.value.item_id == item_id


def test_strangers_and_readers_confirm_nothing(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    with pytest.raises(BatchNotVisible):
        confirmed(scan, world.officer(*Role, body=world.other_ward))
    with pytest.raises(DigitisationRefused):
        confirmed(scan, world.officer(Role.LEADER))
