"""Addresses, paths and search words of bodies."""

from hypothesis import given
from hypothesis import strategies as st

from minhbach.agencies.rules import (
    beyond,
    bodies_of,
    body_segment,
    free_slug,
    search_text,
    slug_of,
    territories_of,
    territory_segment,
    variants,
    with_territory,
)

ID = st.integers(min_value=1, max_value=9_999_999)


def test_the_address_of_a_ward_names_ward_and_province() -> None:
    name = "Ủy ban nhân dân phường Lê Chân, thành phố Hải Phòng"
    assert slug_of(name, province="thành phố Hải Phòng", province_name="Hải Phòng") == "ubnd-phuong-le-chan-hai-phong"


def test_the_address_outlives_a_province_that_becomes_a_city() -> None:
    before = slug_of("Sở Tư pháp tỉnh Thí Dụ", province="tỉnh Thí Dụ", province_name="Thí Dụ")
    after = slug_of("Sở Tư pháp thành phố Thí Dụ", province="thành phố Thí Dụ", province_name="Thí Dụ")
    assert before == after == "so-tu-phap-thi-du"


def test_a_former_ward_keeps_its_district_in_the_address() -> None:
    name = "Ủy ban nhân dân phường Hàng Kênh, quận Lê Chân, thành phố Hải Phòng"
    slug = slug_of(name, province="thành phố Hải Phòng", province_name="Hải Phòng")
    assert slug == "ubnd-phuong-hang-kenh-quan-le-chan-hai-phong"


def test_a_taken_address_gets_a_number() -> None:
    assert free_slug("ubnd-thi-du", {"ubnd-thi-du", "ubnd-thi-du-2"}) == "ubnd-thi-du-3"
    assert "ubnd-thi-du-den-2025-2" in set(variants("ubnd-thi-du"))


def test_a_name_says_its_place_once() -> None:
    assert with_territory("Sở Tư pháp", "tỉnh Thí Dụ") == "Sở Tư pháp tỉnh Thí Dụ"
    assert with_territory("Uỷ ban nhân dân Tỉnh Thí Dụ", "tỉnh Thí Dụ") == "Uỷ ban nhân dân Tỉnh Thí Dụ"


def test_search_words_have_no_marks_and_the_usual_short_forms() -> None:
    assert search_text("Ủy ban nhân dân phường Mẫu Một").split()[-1] == "ubnd"
    assert search_text("Đoàn Thanh niên") == "doan thanh nien"


@given(st.lists(ID, min_size=1, max_size=3), st.lists(ID, max_size=3), ID, ID)
def test_a_range_holds_what_is_beneath_and_nothing_beside(
    territories: list[int], bodies: list[int], more: int, other: int
) -> None:
    path = "".join(map(territory_segment, territories)) + "".join(map(body_segment, bodies))
    assert path <= path + body_segment(more) < beyond(path)
    assert path <= path + territory_segment(more) < beyond(path)
    beside = path[:-8] + (body_segment(other) if path[-8] == "2" else territory_segment(other))
    assert (path <= beside < beyond(path)) == (beside == path)
    assert territories_of(path) == territories
    assert bodies_of(path) == bodies
