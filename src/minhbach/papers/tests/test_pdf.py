"""The PDF itself is opened: its words, its page, and where on the page they stand (millimetres)."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from minhbach.papers.contracts import FontsMissing, Heading, Paper, Paragraph, Signature
from minhbach.papers.rendering import as_pdf, fonts
from minhbach.papers.tests.samples import DECISION, LETTER, LONG, ODD, PLAN

POINT = 25.4 / 72


@contextmanager
def opened(paper: Paper) -> Iterator[Any]:
    document = pdfium.PdfDocument(as_pdf(paper))
    try:
        yield document
    finally:
        document.close()


def words(document: Any, page: int) -> str:
    return re.sub(r"\s+", " ", document[page].get_textpage().get_text_range())


def box(document: Any, page: int, text: str) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of a text on the page, measured from the top left corner."""
    textpage = document[page].get_textpage()
    start, count = textpage.search(text, match_case=True).get_next()
    boxes = [textpage.get_charbox(at) for at in range(start, start + count)]
    height = document[page].get_height()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (
        min(lefts) * POINT,
        (height - max(tops)) * POINT,
        max(rights) * POINT,
        (height - min(bottoms)) * POINT,
    )


def glyphs(document: Any, page: int) -> list[tuple[float, float, float, float]]:
    """Return the boxes of all printed glyphs: left, top, right, bottom."""
    textpage, height = document[page].get_textpage(), document[page].get_height()
    found = []
    for at in range(textpage.count_chars()):
        if textpage.get_text_range(at, 1).strip():
            left, bottom, right, top = textpage.get_charbox(at)
            found.append((left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT))
    return found


def size_of(document: Any, page: int, text: str) -> float:
    textpage = document[page].get_textpage()
    start, _count = textpage.search(text, match_case=True).get_next()
    return round(raw.FPDFText_GetFontSize(textpage, start), 1)


def font_names(document: Any) -> set[str]:
    """Return the names of all fonts of the first page's text."""
    textpage, found = document[0].get_textpage(), set()
    for at in range(textpage.count_chars()):
        name = ctypes.create_string_buffer(100)
        if raw.FPDFText_GetFontInfo(textpage, at, name, 100, None):
            found.add(name.value.decode())
    return found - {""}


def test_page_is_a4_and_all_glyphs_stand_between_the_margins() -> None:
    with opened(LONG) as document:
        assert len(document) > 5
        for number in range(len(document)):
            width, height = document[number].get_size()
            assert (round(width * POINT), round(height * POINT)) == (210, 297)
            inside = [glyph for glyph in glyphs(document, number) if glyph[1] > 18]
            assert min(glyph[0] for glyph in inside) >= 29.5
            assert max(glyph[2] for glyph in inside) <= 195.5
            assert min(glyph[1] for glyph in inside) >= 19.5
            assert max(glyph[3] for glyph in inside) <= 277.5


def test_page_numbers_stand_in_the_middle_of_the_top_from_the_second_page_on() -> None:
    with opened(LONG) as document:
        assert [glyph for glyph in glyphs(document, 0) if glyph[1] < 18] == []
        for number in range(1, len(document)):
            marks = [glyph for glyph in glyphs(document, number) if glyph[1] < 18]
            middle = (min(mark[0] for mark in marks) + max(mark[2] for mark in marks)) / 2
            # In the middle of the text, between the margins of 30 and 15 mm.
            assert middle == pytest.approx(112.5, abs=1)
            assert words(document, number).startswith(f"{number + 1} ")


def test_head_stands_in_two_columns_number_beside_date() -> None:
    with opened(LETTER) as document:
        nation = box(document, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        motto = box(document, 0, "Độc lập - Tự do - Hạnh phúc")
        body = box(document, 0, "XÃ MẪU MỘT")
        number, day = box(document, 0, "Số: 05/UBND-VP"), box(document, 0, "Mẫu Một, ngày 05 tháng 3 năm 2026")
        assert body[2] < nation[0]
        assert nation[3] <= motto[1] + 0.5
        assert number[2] < day[0]
        assert number[3] == pytest.approx(day[3], abs=1.2)
        assert (nation[0] + nation[2]) / 2 == pytest.approx((motto[0] + motto[2]) / 2, abs=0.5)
        assert size_of(document, 0, "CỘNG HÒA") == 12
        assert size_of(document, 0, "Độc lập") == 13
        assert size_of(document, 0, "Yêu cầu các") == 14
        assert size_of(document, 0, "- Như trên") == 11


def test_words_come_through_as_words_and_are_never_run() -> None:
    with opened(LETTER) as document:
        text = words(document, 0)
        assert ODD in text
        assert "V/v đôn đốc thực hiện Kế hoạch số 15/KH-UBND" in text
        assert "Yêu cầu các đơn vị thực hiện./." in text


@pytest.mark.parametrize("field", ["subject", "place", "symbol", "issuing_body", "kind"])
def test_no_field_is_read_as_code(field: str) -> None:
    paper = replace(PLAN, **{field: '#panic("chạy") #read("/etc/passwd")'})
    with opened(paper) as document:
        assert "panic" in words(document, 0).lower()


def test_three_hundred_rows_run_over_pages_under_a_repeated_head() -> None:
    with opened(LONG) as document:
        pages = [words(document, number) for number in range(len(document))]
        with_rows = [page for page in pages if "Nhiệm vụ thứ" in page]
        assert len(with_rows) > 5
        assert all("STT Nhiệm vụ Chủ trì Hạn" in page for page in with_rows)
        whole = " ".join(pages)
        assert [n for n in range(1, 301) if f"Nhiệm vụ thứ {n} về" not in whole] == []


def test_signature_never_stands_on_a_page_alone() -> None:
    for rows in range(14, 26):
        blocks = (*(Paragraph(f"Đoạn {n}. " + "Nội dung dài. " * 12) for n in range(rows)), Paragraph("Câu cuối."))
        with opened(replace(LETTER, blocks=blocks)) as document:
            last = words(document, len(document) - 1)
            assert "PHÓ CHỦ TỊCH" in last
            assert "Câu cuối./." in last


def test_it_is_tagged_titled_in_vietnamese_and_the_same_each_time() -> None:
    first, second = as_pdf(LETTER), as_pdf(LETTER)
    assert first == second
    with opened(LETTER) as document:
        assert document.get_metadata_value("Title") == "Công văn: đôn đốc thực hiện Kế hoạch số 15/KH-UBND"
        assert raw.FPDFCatalog_IsTagged(document)


def test_the_whole_page_is_set_in_the_one_font_that_was_asked_for() -> None:
    with opened(LETTER) as document:
        assert {name.rpartition("+")[2].partition("-")[0] for name in font_names(document)} == {
            fonts.serif().family.replace(" ", "")
        }


def test_open_places_are_left_to_the_pen() -> None:
    with opened(PLAN) as document:
        text = words(document, 0)
        assert "/KH-STP" in text
        assert "Thí Dụ, ngày tháng năm 2026" in text


@pytest.mark.parametrize(
    "paper",
    [
        replace(LETTER, blocks=(Heading("a) Sâu", 3), Heading("I. NÔNG"), Heading("a) Sâu", 3))),
        replace(PLAN, blocks=(Heading("", 1), Paragraph(""), Heading("x", 0))),
        replace(PLAN, blocks=(Paragraph("Chữ lạ: 😀 漢字"),)),
        Paper("", "", "", "", "", (), Signature()),
    ],
    ids=["skipped depths", "empty blocks", "signs that the font lacks", "nothing at all"],
)
def test_odd_papers_are_set_all_the_same(paper: Paper) -> None:
    assert as_pdf(paper).startswith(b"%PDF-")


def test_missing_fonts_are_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))
    with pytest.raises(FontsMissing, match="Tinos"):
        as_pdf(LETTER)


def test_what_a_decision_issues_stands_on_a_page_of_its_own_behind_the_signature() -> None:
    with opened(DECISION) as document:
        assert len(document) == 2
        assert "GIÁM ĐỐC" in words(document, 0)
        assert "QUY CHẾ" not in words(document, 0)
        annex = words(document, 1)
    assert annex.index("QUY CHẾ") < annex.index("Cung cấp thông tin của Sở Tư pháp")
    assert "(Kèm theo Quyết định số 07/QĐ-STP ngày 05 tháng 10 năm 2026 của SỞ TƯ PHÁP)" in annex
    assert "Điều 1. Phạm vi" in annex
    assert ODD.split()[0] in annex
