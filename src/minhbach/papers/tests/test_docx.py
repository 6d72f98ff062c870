"""The DOCX itself is opened and held against Decree 30/2020, Annex I."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from minhbach.papers.contracts import Paper
from minhbach.papers.rendering import as_docx
from minhbach.papers.tests.samples import DECISION, LETTER, LONG, ODD, PLAN


def opened(paper: Paper) -> Any:
    return Document(BytesIO(as_docx(paper)))


def head_of(document: Any) -> tuple[list[Any], list[Any]]:
    """Return the paragraphs with words of the two columns of the head."""
    cells = document.tables[0].rows[0].cells
    left, right = ([paragraph for paragraph in cell.paragraphs if paragraph.text] for cell in cells[:2])
    return left, right


def size(paragraph: Any) -> float:
    return float(paragraph.runs[0].font.size.pt)


def test_page_is_a4_with_margins_inside_the_ranges() -> None:
    section = opened(LETTER).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    # The format counts in twentieths of a point, so a millimetre is only met to a hundredth.
    top, bottom, left, right = (
        round(margin.mm, 1)
        for margin in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    )
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20


def test_page_number_is_a_field_in_the_middle_of_the_top_from_the_second_page_on() -> None:
    section = opened(LETTER).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    paragraph = section.header.paragraphs[0]
    codes = [code.text.strip() for code in paragraph._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE"]
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert section.header_distance < Mm(20)


def test_head_of_a_letter_says_what_the_decree_wants() -> None:
    left, right = head_of(opened(LETTER))
    assert [line.text for line in right] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu Một, ngày 05 tháng 3 năm 2026",
    ]
    assert [line.text for line in left] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ MẪU MỘT",
        "Số: 05/UBND-VP",
        "V/v đôn đốc thực hiện Kế hoạch số 15/KH-UBND",
    ]
    nation, motto, day = right
    assert (size(nation), nation.runs[0].bold) == (12, True)
    assert (size(motto), motto.runs[0].bold) == (13, True)
    assert (size(day), day.runs[0].italic) == (13, True)
    assert all(12 <= size(line) <= 13 for line in left)
    assert [bool(line.runs[0].bold) for line in left] == [True, True, False, False]


def test_motto_has_its_rule_below() -> None:
    cell = opened(LETTER).tables[0].rows[0].cells[1]
    ruled = [paragraph for paragraph in cell.paragraphs if paragraph._p.pPr.find(qn("w:pBdr")) is not None]
    assert len(ruled) == 1
    words = [paragraph.text for paragraph in cell.paragraphs]
    place = next(at for at, paragraph in enumerate(cell.paragraphs) if paragraph._p is ruled[0]._p)
    assert words[place - 1] == "Độc lập - Tự do - Hạnh phúc"


def test_body_above_is_not_bold_and_an_open_number_is_left_to_the_pen() -> None:
    left, right = head_of(opened(PLAN))
    assert [(line.text, bool(line.runs[0].bold)) for line in left[:2]] == [
        ("ỦY BAN NHÂN DÂN TỈNH THÍ DỤ", False),
        ("SỞ TƯ PHÁP", True),
    ]
    assert " ".join(left[2].text.split()) == "Số: /KH-STP"
    assert " ".join(right[2].text.split()) == "Thí Dụ, ngày tháng năm 2026"
    assert len(left[2].text) - len("Số:/KH-STP") >= 5, "room for a number"


def test_plan_has_its_kind_as_title_and_no_about_line() -> None:
    document = opened(PLAN)
    titled = [paragraph for paragraph in document.paragraphs if paragraph.text in ("KẾ HOẠCH", PLAN.subject)]
    assert [(line.text, line.alignment, size(line), line.runs[0].bold) for line in titled] == [
        ("KẾ HOẠCH", WD_ALIGN_PARAGRAPH.CENTER, 14, True),
        (PLAN.subject, WD_ALIGN_PARAGRAPH.CENTER, 14, True),
    ]
    assert "V/v" not in "".join(line.text for line in head_of(document)[0])


def test_text_is_justified_with_first_lines_indented_and_ends_with_its_mark() -> None:
    document = opened(LETTER)
    ground = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Căn cứ"))
    last = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Yêu cầu các"))
    assert ground.runs[0].italic
    assert last.text == "Yêu cầu các đơn vị thực hiện./."
    assert last.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert 10 <= last.paragraph_format.first_line_indent.mm <= 12.71
    assert last.paragraph_format.space_after >= Pt(6)
    assert size(last) == 14


def test_every_run_names_times_new_roman_and_every_style_too() -> None:
    document = opened(LETTER)
    fonts = {
        fonts.get(qn(f"w:{script}"))
        for fonts in document._element.iter(qn("w:rFonts"))
        for script in ("ascii", "eastAsia")
    }
    assert fonts == {"Times New Roman"}
    for name in ("Normal", "Heading 1", "Heading 2", "Header"):
        assert document.styles[name].font.name == "Times New Roman"


def test_odd_words_and_vietnamese_letters_come_through() -> None:
    assert any(ODD in paragraph.text for paragraph in opened(LETTER).paragraphs)


def test_table_repeats_its_head_keeps_rows_whole_and_holds_its_widths() -> None:
    table = opened(LONG).tables[1]
    assert len(table.rows) == 301
    marked = [row for row in table._tbl.tr_lst if row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None]
    assert marked == [table._tbl.tr_lst[0]]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
    widths = [column.w.mm for column in table._tbl.tblGrid.gridCol_lst]
    assert sum(widths) == pytest.approx(165, abs=0.5)
    assert widths[1] / widths[0] == pytest.approx(6, abs=0.1)
    assert table._tbl.tr_lst[300].tc_lst[1].xpath("string(.)") == "Nhiệm vụ thứ 300 về cung cấp thông tin"


def test_signature_and_recipients_stand_beside_each_other() -> None:
    left, right = opened(LETTER).tables[-1].rows[0].cells
    assert [line.text for line in left.paragraphs] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    word, first = left.paragraphs[0], left.paragraphs[1]
    assert (size(word), word.runs[0].bold, word.runs[0].italic, size(first)) == (12, True, True, 11)
    assert [line.text for line in right.paragraphs] == [
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Thử",
    ]  # fmt: skip
    assert all(line.runs[0].bold and 13 <= size(line) <= 14 for line in right.paragraphs)


def test_several_addressees_stand_in_a_list_and_one_stands_bare() -> None:
    words = [paragraph.text for paragraph in opened(LETTER).paragraphs]
    at = words.index("Kính gửi:")
    assert words[at + 1 : at + 3] == ["- Phòng Văn hóa - Xã hội;", "- Phòng Kinh tế."]


def test_children_of_paragraphs_stand_in_the_order_of_the_format() -> None:
    """A word processor takes a file in another order for damaged."""
    order = ["pStyle", "keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "rPr"]
    for properties in opened(LETTER)._element.iter(qn("w:pPr")):
        names = [child.tag.rpartition("}")[2] for child in properties]
        assert names == sorted(names, key=order.index)


def test_file_tells_nothing_of_the_program_that_made_its_template() -> None:
    known = opened(LETTER).core_properties
    assert known.title == "Công văn: đôn đốc thực hiện Kế hoạch số 15/KH-UBND"
    assert (known.author, known.comments) == ("ỦY BAN NHÂN DÂN XÃ MẪU MỘT", "")


def test_what_a_decision_issues_begins_a_page_of_its_own() -> None:
    paragraphs = [paragraph for paragraph in opened(DECISION).paragraphs if paragraph.text]
    words = [paragraph.text for paragraph in paragraphs]
    at = words.index("QUY CHẾ")
    assert paragraphs[at].paragraph_format.page_break_before
    assert words[at + 1 : at + 3] == [
        "Cung cấp thông tin của Sở Tư pháp",
        "(Kèm theo Quyết định số 07/QĐ-STP ngày 05 tháng 10 năm 2026 của SỞ TƯ PHÁP)",
    ]
    assert words[-2] == "Điều 1. Phạm vi"
