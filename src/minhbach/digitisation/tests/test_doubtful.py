"""What was read badly goes to a person: a faint picture with a warning, a field without certainty first."""

import pytest

from minhbach.digitisation.rules import READ_BADLY, SURE
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import document, picture
from minhbach.domain.access import Actor
from minhbach.extraction.tests.conftest import tesseract
from minhbach.register.models import Item
from minhbach.register.tests.conftest import World

__all__ = ["tesseract"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tesseract")]


def test_a_clear_picture_is_read_and_nothing_is_entered_by_itself(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [picture("Ủy ban nhân dân")]))
    assert (scan.state, scan.is_read_from_image) == ("to_check", True)
    assert scan.sure is not None and scan.sure > SURE
    assert scan.lines[0][0] == "Ủy ban nhân dân"
    assert "poor_scan" not in [one["code"] for one in scan.problems]
    assert not Item.objects.exists()


def test_a_picture_that_is_read_badly_waits_for_a_person_with_a_warning(world: World, keeper: Actor) -> None:
    (scan,) = read_all(batch_of(world, keeper, [picture("Ủy ban nhân dân", grain=150)]))
    assert scan.state == "to_check"
    assert scan.sure is None or scan.sure < READ_BADLY
    assert {"poor_scan", "empty"} & {one["code"] for one in scan.problems}


def test_a_field_that_was_not_found_has_no_certainty(world: World, keeper: Actor) -> None:
    text = document().replace("Số: 45/KH-UBND".encode(), "Số:    /KH-UBND".encode())
    (scan,) = read_all(batch_of(world, keeper, [text]))
    assert (scan.head["number"], scan.fields["number"]["sure"]) == ("", 0.0)
    assert scan.fields["title"]["sure"] >= SURE
