"""Names taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.bodies.abbreviations import expand, initials_of, written_initials
from minhbach.domain.bodies.class_names import ClassName, read_class
from minhbach.domain.bodies.names import NameKey, normalise_name
from minhbach.domain.units.values import Level, UnitKind


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBND TP. Ví Mẫu", "Ủy ban nhân dân thành phố Ví Mẫu"),
        ("VP HĐND&UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh"),
        ("Ban CHQS xã", "Ban Chỉ huy quân sự xã"),
        ("BCHQS xã", "Ban Chỉ huy quân sự xã"),
        ("TTPVHCC phường", "Trung tâm Phục vụ hành chính công phường"),
        ("CA phường", "Công an phường"),
        ("P. VH-XH", "Phòng VH-XH"),
        ("P. Mẫu Một", "phường Mẫu Một"),
        ("P.1", "phường 1"),
        ("Sở NN&PTNT", "Sở NN và PTNT"),
        ("VPCP", "Văn phòng Chính phủ"),
        ("ca trực", "ca trực"),
    ],
)
def test_abbreviations_are_written_out(short: str, long: str) -> None:
    assert expand(short) == long


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở KH và CN", ("sở", "khcn", "")),
        ("Sở TTTT tỉnh", ("sở", "tttt", "tỉnh")),
        ("Sở GD-ĐT", ("sở", "gdđt", "")),
        ("Phòng KT, HT và ĐT phường", ("phòng", "kthtđt", "phường")),
        ("Sở Tư pháp", None),
        ("Ủy ban nhân dân", None),
    ],
)
def test_initials_are_seen(text: str, found: tuple[str, str, str] | None) -> None:
    assert written_initials(text) == found


def test_initials_of_a_name_leave_out_and() -> None:
    assert initials_of("sở lao động thương binh và xã hội") == ("sở", "lđtbxh")
    assert initials_of("uỷ ban nhân dân") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sở Ngoại vụ tỉnh Thí Dụ", NameKey("sở ngoại vụ", UnitKind.TINH, "thí dụ")),
        ("Phòng Văn hóa - Xã hội", NameKey("phòng văn hoá xã hội")),
        ("Sở Lao động - Thương binh và Xã hội", NameKey("sở lao động thương binh xã hội")),
        ("Chủ tịch UBND phường", NameKey("uỷ ban nhân dân", UnitKind.PHUONG, post="chủ tịch")),
        ("UBND TX Mẫu Cũ, tỉnh Thí Dụ", NameKey("uỷ ban nhân dân", UnitKind.THI_XA, "mẫu cũ", "thí dụ")),
        ("UBND cấp xã", NameKey("uỷ ban nhân dân cấp xã")),
        ("- Sở Tư pháp (b/c);", NameKey("sở tư pháp")),
        ("", NameKey("")),
    ],
)
def test_a_name_is_taken_apart(text: str, key: NameKey) -> None:
    assert normalise_name(text) == key


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Các Sở, ban, ngành", ClassName(("sở", "ban", "ngành"))),
        ("các sở, ban, ngành trực thuộc UBND tỉnh", ClassName(("sở", "ban", "ngành"), (UnitKind.TINH,))),
        ("UBND các xã, phường", ClassName(("uỷ ban nhân dân",), (UnitKind.XA, UnitKind.PHUONG), many=True)),
        ("Ủy ban nhân dân quận, huyện", ClassName(("uỷ ban nhân dân",), (UnitKind.QUAN, UnitKind.HUYEN))),
        ("UBND cấp huyện, cấp xã", ClassName(("uỷ ban nhân dân",), levels=(Level.DISTRICT, Level.COMMUNE))),
        ("các cơ quan, đơn vị khác có liên quan", ClassName(("cơ quan", "đơn vị"), narrowed=True)),
        ("các tổ chức chính trị - xã hội", ClassName(("tổ chức chính trị xã hội",))),
        ("Ủy ban nhân dân thành phố", None),
        ("Phòng Văn hóa - Xã hội", None),
        ("Sở Tư pháp", None),
        ("Văn phòng HĐND và UBND phường", None),
    ],
)
def test_a_collective_name_is_told_from_a_single_one(text: str, parts: ClassName | None) -> None:
    assert read_class(text) == parts


@given(st.text(max_size=100))
def test_any_text_is_taken_apart(text: str) -> None:
    assert normalise_name(text) == normalise_name(text)
    read_class(text)
