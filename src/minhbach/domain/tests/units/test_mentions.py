"""Places in people's own words: with their kind or in capitals, with marks or without, of today and former ones."""

import pytest

from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.mentions import places_mentioned
from minhbach.domain.units.values import UnitKind


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("bảng giá đất của UBND phường Mẫu Hai năm 2026", UnitKind.PHUONG, "mẫu hai"),
        ("ubnd p. Mẫu Hai", UnitKind.PHUONG, "mẫu hai"),
        ("P.Mẫu Hai", UnitKind.PHUONG, "mẫu hai"),
        ("o xa mau hai", UnitKind.XA, "mau hai"),
        ("TT Mẫu Hai", UnitKind.THI_TRAN, "mẫu hai"),
        ("tp. Mẫu Hai", UnitKind.THANH_PHO, "mẫu hai"),
        ("phường 03", UnitKind.PHUONG, "3"),
        ("Phường Hoà Mẫu", UnitKind.PHUONG, "hoà mẫu"),
        ("Phường Hòa Mẫu", UnitKind.PHUONG, "hoà mẫu"),
        ("ở Mẫu Hai có chợ không", None, "mẫu hai"),
        ("Xin Mẫu Hai cho biết", None, "mẫu hai"),
    ],
)
def test_a_name_is_among_those_that_a_place_may_have(text: str, kind: UnitKind | None, name: str) -> None:
    (one, *_others) = places_mentioned(text)
    assert (one.kind, name in one.names) == (kind, True)


@pytest.mark.parametrize("text", ["", "giá đất", "p x q", "Xin giá đất", "UBND QSDĐ", "*** (((", "xã", "xã, phường"])
def test_where_no_place_is_named_none_is_read(text: str) -> None:
    assert places_mentioned(text) == ()


@pytest.mark.parametrize("text", ["phường Mẫu Ba cũ", "phuong mau ba cu", "phường Mẫu Ba trước", "phường Mẫu Ba (cũ)"])
def test_a_place_is_called_the_one_that_was(text: str) -> None:
    (one, *_others) = places_mentioned(text)
    assert one.former & {"mẫu ba", "mau ba"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("UBND xã Mẫu Một", Kind.COMMITTEE),
        ("HĐND xã Mẫu Một", Kind.COUNCIL),
        ("hội đồng nhân dân xã Mẫu Một", Kind.COUNCIL),
        ("công an xã Mẫu Một", Kind.POLICE),
        ("ban chỉ huy quân sự xã Mẫu Một", Kind.MILITARY),
    ],
)
def test_the_body_of_the_place_that_is_meant_is_told(text: str, body: Kind) -> None:
    (one, *_others) = places_mentioned(text)
    assert one.body is body


def test_a_flood_of_names_is_read_up_to_a_few() -> None:
    assert len(places_mentioned("phường Mẫu Hai, " * 500)) == 6
