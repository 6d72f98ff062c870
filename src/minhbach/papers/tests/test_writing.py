"""How documents write numbers, dates, lists and ends; and the ways of a paper into JSON and plain text, and back."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.papers.as_json import from_json, to_json
from minhbach.papers.as_text import NoSuchTable, from_text, tables_of, to_text
from minhbach.papers.cleaning import clean
from minhbach.papers.contracts import Heading, Item, Paragraph, Table
from minhbach.papers.tests.samples import DECISION, LETTER, PLAN, TASKS
from minhbach.papers.writing import day_written, ended, file_name_of, listed, name_of, number_line, place_and_day


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 1, 1), "ngày 01 tháng 01 năm 2026"),
        (date(2026, 11, 10), "ngày 10 tháng 11 năm 2026"),
    ],
)
def test_zero_stands_before_days_under_ten_and_months_one_and_two(day: date, written: str) -> None:
    assert day_written(day) == written


def test_number_has_two_digits_and_is_left_open_while_there_is_none() -> None:
    assert number_line(LETTER) == "Số: 05/UBND-VP"
    assert number_line(replace(LETTER, number=123)) == "Số: 123/UBND-VP"
    assert number_line(PLAN).replace("\u00a0", "_") == "Số: ______/KH-STP"
    assert name_of(PLAN) == "Kế hoạch"
    assert name_of(LETTER) == "Công văn 05/UBND-VP"
    assert file_name_of(LETTER) == "cong-van-05-UBND-VP"


def test_open_date_keeps_its_year() -> None:
    assert " ".join(place_and_day(PLAN).split()) == "Thí Dụ, ngày tháng năm 2026"


def test_list_gets_dashes_semicolons_and_one_full_stop() -> None:
    assert listed(("Như trên;", "- Sở Tư pháp", " ", "Lưu: VT.")) == ("- Như trên;", "- Sở Tư pháp;", "- Lưu: VT.")
    assert listed(()) == ()


def test_last_sentence_gets_the_end_mark_once() -> None:
    assert ended((Paragraph("Một."), Item("-", "Hai;")))[-1] == Item("-", "Hai./.")
    assert ended((Paragraph("Đã có./."),))[-1] == Paragraph("Đã có./.")
    assert ended((TASKS,)) == (TASKS,)


@pytest.mark.parametrize("paper", [LETTER, PLAN, DECISION])
def test_json_brings_the_paper_back(paper: object) -> None:
    assert isinstance(paper, type(LETTER))
    kept = json.loads(json.dumps(to_json(paper)))
    assert "subject" not in kept, "a column holds it"
    columns = {name: getattr(paper, name) for name in ("kind", "number", "symbol", "day", "year", "subject")}
    assert from_json(kept, **columns) == paper


def test_plain_text_brings_the_blocks_back_and_holds_tables_by_name() -> None:
    blocks = (
        Heading("QUYẾT ĐỊNH:", 0),
        Paragraph("Căn cứ Luật;", ground=True),
        Heading("I. MỤC ĐÍCH"),
        Heading("1. Việc", 2),
        TASKS,
        Item("1.", "Một việc"),
        Item("a)", "Hai việc"),
        Item("-", "Ba việc"),
        Paragraph("Lời cuối."),
    )
    text = to_text(blocks)
    assert "[Bảng 1]" in text.splitlines()
    assert from_text(text, tables=tables_of(blocks)) == blocks


def test_what_officers_type_is_understood() -> None:
    typed = "I. MỤC ĐÍCH\n\n  Đoạn   thứ nhất \r\n+ ý nhỏ\n1.2. Mục nhỏ\n1. Việc\nđ) Việc\n2026 là năm đầu"
    assert from_text(typed, tables=()) == (
        Heading("I. MỤC ĐÍCH"),
        Paragraph("Đoạn thứ nhất"),
        Item("+", "ý nhỏ"),
        Item("1.2.", "Mục nhỏ"),
        Item("1.", "Việc"),
        Item("đ)", "Việc"),
        Paragraph("2026 là năm đầu"),
    )


def test_table_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchTable) as missing:
        from_text("[bảng 2]", tables=(TASKS,))
    assert missing.value.number == 2


@given(st.text())
def test_any_text_can_be_read_written_and_read_again(text: str) -> None:
    once = from_text(text, tables=(TASKS, TASKS))
    assert from_text(to_text(once), tables=tables_of(once)) == once


def test_papers_are_kept_in_nfc_without_signs_that_no_document_holds() -> None:
    dirty = replace(LETTER, subject="Quye\u0302\u0301t\x00 đi\u0323nh\u202e", blocks=(Paragraph(""), Heading(" ")))
    assert clean(dirty).subject == "Quyết định"
    assert clean(dirty).blocks == ()


def test_table_with_uneven_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("a", "b"), (("1",),))
    with pytest.raises(ValueError, match="one width"):
        Table(("a", "b"), (("1", "2"),), (1,))
