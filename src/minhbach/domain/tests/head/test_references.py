"""Documents that a text cites."""

import datetime as dt

import pytest

from minhbach.domain.reading.head.references import read_references
from minhbach.domain.reading.results import Reference


def _one(text: str) -> Reference:
    found = read_references(text)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thực hiện Quyết định số 1408/QĐ-TTg ngày 15/7/2016 của Thủ tướng Chính phủ về việc ban hành Kế hoạch",
            Reference("Quyết định", "1408/QĐ-TTg", dt.date(2016, 7, 15), "Thủ tướng Chính phủ"),
        ),
        (
            "Ngày 15/7/2031, Bộ Mẫu ban hành Quyết định số 14/QĐ-BM về thí điểm",
            Reference("Quyết định", "14/QĐ-BM", dt.date(2031, 7, 15), "Bộ Mẫu"),
        ),
        (
            "Kế hoạch số 14-KH/TU ngày 29 tháng 7 năm 2031 của Ban Thường vụ Tỉnh ủy và",
            Reference("Kế hoạch", "14-KH/TU", dt.date(2031, 7, 29), "Ban Thường vụ Tỉnh ủy"),
        ),
        (
            "chỉ đạo của UBND tỉnh tại công văn số 1762/UBND-NC ngày 24/4/2031.",
            Reference("Công văn", "1762/UBND-NC", dt.date(2031, 4, 24), "UBND tỉnh"),
        ),
        (
            "Nghị định số 13/2018/NĐ-CP quy định chi tiết",
            Reference("Nghị định", "13/2018/NĐ-CP", None, "Chính phủ"),
        ),
        (
            "Căn cứ Luật Mẫu số 72/2031/QH20;",
            Reference("Luật", "72/2031/QH20", None, "Quốc hội"),
        ),
        (
            "Căn cứ Luật Ngân sách mẫu ngày 25/6/2031;",
            Reference("Luật", None, dt.date(2031, 6, 25), "Quốc hội", title="Luật Ngân sách mẫu"),
        ),
    ],
)
def test_citation(text: str, expected: Reference) -> None:
    assert _one(text) == expected


def test_numbers_of_one_list_share_kind_and_date() -> None:
    found = read_references("các Quyết định số: 1743/QĐ-BM, 1744/QĐ-\nBM ngày 31/12/2031 của Bộ trưởng Bộ Mẫu về việc")
    assert [(r.doc_type, r.number, r.issued_on) for r in found] == [
        ("Quyết định", "1743/QĐ-BM", dt.date(2031, 12, 31)),
        ("Quyết định", "1744/QĐ-BM", dt.date(2031, 12, 31)),
    ]


def test_each_document_is_named_once_and_the_own_number_never() -> None:
    text = "Quyết định số 14/QĐ-BM ngày 1/2/2031; theo Quyết định số 14/QĐ-BM; kèm theo Quyết định số 9/QĐ-UBND"
    assert [r.number for r in read_references(text, own="9/QĐ-UBND")] == ["14/QĐ-BM"]


@pytest.mark.parametrize(
    "text", ["QCVN 102:2016/BTTTT", "tỷ lệ 30/70", "ngày 12/10/2031", "24/7", "100 km/h", "10/2031"]
)
def test_other_figures_are_no_citations(text: str) -> None:
    assert read_references(text) == ()
