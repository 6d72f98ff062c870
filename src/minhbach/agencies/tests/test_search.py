"""Finding a body by words of its name."""

from minhbach.agencies.queries import search_bodies
from minhbach.agencies.tests.conftest import World


def test_who_writes_a_name_out_is_offered_its_bearer_before_those_that_only_hold_the_words(world: World) -> None:
    found = search_bodies("ủy ban nhân dân tỉnh thí dụ", limit=2)
    assert found[0] == (world.province.pk, "Ủy ban nhân dân tỉnh Thí Dụ")
    # The wards hold the same words, and a ward's committee comes first in the order of names.
    assert "Mẫu" in found[1][1]


def test_no_words_find_nothing_and_marks_do_not_matter(world: World) -> None:
    assert search_bodies("  ", limit=5) == ()
    assert search_bodies("phuong mau mot", limit=1) == search_bodies("Phường Mẫu Một", limit=1) != ()
