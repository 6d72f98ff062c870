"""The law's part of the procedure for requests: every line from the statute of the day, and what changed since."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from minhbach.domain.statutes import Matter
from minhbach.lawbook.statutes import read_book, statute_for
from minhbach.publication.procedures.law import (
    LawLine,
    Part,
    as_json,
    differences,
    digest_of,
    fewest_working_days,
    from_json,
    lines_of,
    parts_of,
    working_days_at_hand,
)

OLD = statute_for(Matter.REQUEST, dt.date(2026, 8, 31))
NEW = statute_for(Matter.REQUEST, dt.date(2026, 9, 1))
DECREE = """
document = "99/2027/NĐ-CP"
title = "Nghị định 99/2027/NĐ-CP"
name = "Nghị định quy định chi tiết Luật Tiếp cận thông tin"
in_force_from = 2027-01-01
source = "tệp thử"
state = "confirmed"
replaces = ["13/2018/NĐ-CP"]
amends = ["01/2026/QH16"]

[[applies_to]]
statute = "01/2026/QH16"
since = 2027-01-01
article = "Điều 20"
quotation = "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027."

[[step]]
key = "receive"
words = "Bộ phận một cửa tiếp nhận và cấp giấy hẹn"
article = "Điều 5"
quotation = "Bộ phận một cửa tiếp nhận và cấp giấy hẹn."
"""


def line(part: Part, key: str, lines: tuple[LawLine, ...]) -> LawLine:
    (found,) = (one for one in lines if (one.part, one.key) == (part, key))
    return found


def test_each_line_says_where_it_stands_and_how_sure_it_is() -> None:
    lines = lines_of(NEW)
    answer = line(Part.TERMS, "answer", lines)
    assert answer.words == ("Cung cấp thông tin hoặc từ chối bằng văn bản: 12 ngày, từ ngày nhận được yêu cầu hợp lệ")
    assert (answer.cited, answer.state) == ("khoản 3 Điều 26 Luật 01/2026/QH16", "confirmed")
    extension = line(Part.TERMS, "extension", lines)
    assert extension.words == "Trả lời sau khi gia hạn: tối đa 12 ngày, thêm sau thời hạn trả lời"
    price = line(Part.COSTS, "price_black_white_a4", lines)
    assert price.words == "In, chụp đen trắng khổ A4: 3.000 đồng/trang"
    assert (price.state, price.is_sure) == ("unverified", False)
    assert line(Part.CONTENTS, "name", lines).state == "provisional"
    assert line(Part.FORMS, "01a", lines).words == "Mẫu số 01a: Phiếu yêu cầu cung cấp thông tin"
    assert all(one.cited for one in lines)


def test_every_part_has_lines_under_both_laws() -> None:
    for law in (OLD, NEW):
        assert list(parts_of(lines_of(law))) == list(Part)


def test_under_the_older_law_terms_say_for_which_requests_they_hold() -> None:
    words = line(Part.TERMS, "answer_online_complex", lines_of(OLD)).words
    assert "(qua mạng điện tử; phức tạp): 15 ngày làm việc" in words
    assert line(Part.TERMS, "answer_in_person_simple", lines_of(OLD)).words.startswith("Cung cấp ngay (trực tiếp")


def test_lines_come_back_as_they_were_kept() -> None:
    lines = lines_of(NEW)
    assert from_json(as_json(lines)) == lines
    assert digest_of(from_json(as_json(lines))) == digest_of(lines)


def test_what_changed_is_told_line_by_line() -> None:
    lines = lines_of(NEW)
    assert differences(lines, lines) == ()
    longer = tuple(replace(one, words="20 ngày") if one.key == "answer" else one for one in lines)
    (changed,) = (one for one in differences(lines, longer) if one.now and one.now.part == Part.TERMS)
    assert changed.then is not None and changed.now is not None
    assert (changed.then.key, changed.now.words) == ("answer", "20 ngày")
    (gone,) = differences(lines, lines[1:])
    assert (gone.then, gone.now) == (lines[0], None)
    assert differences(lines[1:], lines)[0].then is None
    assert digest_of(longer) != digest_of(lines)


def test_a_decree_that_an_operator_adds_changes_the_lines_from_its_day(tmp_path: Path) -> None:
    (tmp_path / "nghi-dinh-99-2027.toml").write_text(DECREE, "utf-8")
    book = read_book(Path("law/statutes"), [tmp_path / "nghi-dinh-99-2027.toml"])
    before = book.statute_for(Matter.REQUEST, dt.date(2026, 12, 31))
    after = book.statute_for(Matter.REQUEST, dt.date(2027, 1, 1))
    assert digest_of(lines_of(before)) == digest_of(lines_of(NEW))
    changed = differences(lines_of(before), lines_of(after))
    step = next(one for one in changed if one.now and one.now.part == Part.STEPS)
    assert step.now is not None
    assert step.now.words == "Bộ phận một cửa tiếp nhận và cấp giấy hẹn"
    assert step.now.cited == "Điều 5 Nghị định 99/2027/NĐ-CP"
    assert {one.then.key for one in changed if one.then and not one.now} >= {"13/2018/NĐ-CP", "01a", "06"}


@pytest.mark.parametrize(
    ("days", "fewest"),
    # Counted by hand on a calendar. 12 days from a Friday on: Fr, Mo–Fr, Mo, Tu = 8; from a Saturday: Mo–Fr, Mo–We = 8.
    # 1 day that is a Saturday: the Monday after. 7 days: one of each weekday. 20 days from a Saturday: 10 + Mo–Th = 14.
    [(1, 1), (5, 3), (7, 5), (12, 8), (20, 14)],
)
def test_so_many_days_have_at_least_so_many_working_days(days: int, fewest: int) -> None:
    assert fewest_working_days(days) == fewest


def test_the_steps_of_an_agency_have_so_many_working_days() -> None:
    term, days = working_days_at_hand(NEW)
    assert (term.key, days) == ("answer", 8)
    # 15 working days for what is complex and came by network, post or fax (Articles 30 and 31 of the Law of 2016).
    assert working_days_at_hand(OLD)[1] == 15
