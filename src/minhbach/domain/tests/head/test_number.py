"""Number lines as offices, scanners and converters write them."""

import pytest

from minhbach.domain.reading.head.kinds import KINDS
from minhbach.domain.reading.head.number import kind_of_symbol, organ_of_symbol, read_number

# The abbreviations that Annex III of Decree 30/2020 lists.
DECREE_30 = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()  # noqa: SIM905
)


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 1805/QĐ-UBND", "1805", "QĐ-UBND"),
        ("Số : 2232 /KH-UBND", "2232", "KH-UBND"),
        ("Số 33/2031/NQ-HĐND", "33/2031", "NQ-HĐND"),
        ("Số: 0124/KH-UBND", "0124", "KH-UBND"),
        ("Số: 254a/QĐ-UBND", "254a", "QĐ-UBND"),
        ("Số: 02/TTr-CAT- ANCTNB", "02", "TTr-CAT-ANCTNB"),
        ("Số: 3210/QĐ - UBND", "3210", "QĐ-UBND"),
        ("Số: 5095/SGDĐT-CTTTHSSV", "5095", "SGDĐT-CTTTHSSV"),
        ("Số: 12/SKH&CN-VP", "12", "SKH&CN-VP"),
        ("Số 14-KH/TU", "14", "KH/TU"),
        ("Số 12 - KH/ĐU", "12", "KH/ĐU"),
        ("Luật số: 01/2031/QH20", "01/2031", "QH20"),
        ("Bản án số: 12/2031/HS-ST", "12/2031", "HS-ST"),
        ("Số: 01/2031/TTLT-BM-BTĐ", "01/2031", "TTLT-BM-BTĐ"),
        ("12/2031/QĐ-UBND", "12/2031", "QĐ-UBND"),
        ("Số: 45", "45", None),
        ("Số: 12KH-UBND", "12", "KH-UBND"),  # a slash that a scan lost
        ("Số: 316/TTr--UBND", "316", "TTr-UBND"),
    ],
)
def test_number_and_symbol(line: str, number: str, symbol: str | None) -> None:
    found = read_number(line)
    assert found is not None
    assert (found.number, found.symbol) == (number, symbol)


@pytest.mark.parametrize("line", ["Số: /KH-UBND", "Số:       /KH-UBND", "Số: ……/KH-UBND", "Số: ......../KH-UBND"])
def test_blank_number_keeps_the_symbol(line: str) -> None:
    found = read_number(line)
    assert found is not None
    assert (found.number, found.symbol, found.blank) == (None, "KH-UBND", True)


@pytest.mark.parametrize("line", ["Số: $ †+/UBND-KT", "Số: 4† /QĐ-UBND", "Số: 121KH-UBND", "Số: 7QĐ-UBND"])
def test_unreadable_number_is_not_guessed(line: str) -> None:
    found = read_number(line)
    assert found is not None
    assert found.number is None
    assert found.unread


@pytest.mark.parametrize(
    "line", ["Số lượng hồ sơ", "Số hóa văn bản", "sở hữu 12/15", "ngày 12/10/2031", "số 254 7UBND"]
)
def test_other_lines_are_no_number_lines(line: str) -> None:
    assert read_number(line) is None


def test_number_may_stand_on_the_next_line_of_a_narrow_column() -> None:
    found = read_number("Số:", "33/2031/NQ-HĐND")
    assert found is not None
    assert (found.number, found.symbol) == ("33/2031", "NQ-HĐND")


def test_every_code_of_decree_30_is_known() -> None:
    official = {kind.code for kind in KINDS}
    assert set(DECREE_30) <= official


def test_symbol_names_kind_or_body() -> None:
    kind = kind_of_symbol("KH-UBND")
    assert kind is not None
    assert kind.name == "Kế hoạch"
    assert organ_of_symbol("KH-UBND", kind) == "UBND"
    assert kind_of_symbol("UBND-NC") is None
    assert organ_of_symbol("UBND-NC", None) == "UBND"
