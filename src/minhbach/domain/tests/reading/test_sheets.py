"""The spreadsheet that an office keeps: columns by the many names that people give them, cells, rows, what is wrong."""

import datetime as dt

import pytest

from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.reading.sheets.columns import SheetColumn, find_head, heading_key, propose_columns, sheet_column_of
from minhbach.domain.reading.sheets.document import read_above
from minhbach.domain.reading.sheets.rows import TasksRead, Wrong, read_rows
from minhbach.domain.reading.sheets.values import Cell, day_in_words, read_limit, read_share, says_done

TODAY = dt.date(2026, 10, 13)
HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Tình trạng", "Ngày hoàn thành", "Ghi chú")


def read(*rows: tuple[str | Cell, ...], head: tuple[str, ...] = HEAD, **options: object) -> TasksRead:
    cells = [[one if isinstance(one, Cell) else Cell(one) for one in row] for row in (head, *rows)]
    return read_rows(cells, head=0, columns=propose_columns(head), today=TODAY, **options)  # type: ignore[arg-type]


def wrongs(found: TasksRead) -> list[Wrong]:
    return [one.wrong for row in found.rows for one in row.complaints]


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (("STT", "TT", "Số TT", "Số thứ tự"), SheetColumn.NUMBER),
        (("Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nội dung", "Công việc"), SheetColumn.TITLE),
        (("Chủ trì", "Cơ quan chủ trì", "Đơn vị thực hiện", "Người phụ trách", "Đầu mối"), SheetColumn.LEAD),
        (("Phối hợp", "Cơ quan, đơn vị phối hợp"), SheetColumn.COORDINATING),
        (("Hạn", "Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời gian thực hiện"), SheetColumn.DEADLINE),
        (("Sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến"), SheetColumn.PRODUCT),
        (("Kết quả", "Kết quả thực hiện", "Tình trạng", "Trạng thái", "Tình hình thực hiện"), SheetColumn.STATE),
        (("Ngày hoàn thành", "Ngày hoàn thành thực tế", "Thời gian hoàn thành thực tế"), SheetColumn.DONE_ON),
        (("% hoàn thành", "Tỷ lệ (%)", "Mức độ hoàn thành (%)"), SheetColumn.PERCENT),
        (("Ghi chú",), SheetColumn.NOTE),
        (("Số, ký hiệu", "Số kế hoạch", "Văn bản giao việc"), SheetColumn.DOCUMENT),
        (("Kinh phí", "Căn cứ", "Lãnh đạo phụ trách", "Ngày bắt đầu", ""), SheetColumn.IGNORED),
    ],
)  # fmt: skip
def test_columns_are_known_by_the_names_that_people_give_them(headings: tuple[str, ...], column: SheetColumn) -> None:
    assert {heading: sheet_column_of(heading) for heading in headings} == dict.fromkeys(headings, column)


def test_how_far_work_is_stands_beside_a_limit_and_is_the_limit_where_there_is_none() -> None:
    assert propose_columns(("TT", "Nhiệm vụ", "Chủ trì", "Hạn", "Tiến độ"))[4] == SheetColumn.STATE
    assert propose_columns(("TT", "Nhiệm vụ", "Chủ trì", "Tiến độ"))[3] == SheetColumn.DEADLINE


def test_what_a_person_chose_for_a_heading_goes_before_what_it_says() -> None:
    chosen = {heading_key("Kết  QUẢ"): SheetColumn.PRODUCT}
    assert propose_columns(("TT", "Nhiệm vụ", "Kết quả"), chosen)[2] == SheetColumn.PRODUCT


def test_of_two_columns_that_say_the_same_the_second_is_left_to_the_person() -> None:
    assert propose_columns(("Nhiệm vụ", "Chủ trì", "Đơn vị"))[1:] == (SheetColumn.LEAD, SheetColumn.IGNORED)


def test_the_head_is_found_beneath_titles_and_above_the_count_of_columns() -> None:
    rows = [("UBND XÃ MẪU MỘT", *[""] * 4), ("BẢNG THEO DÕI NHIỆM VỤ", *[""] * 4), ("", *[""] * 4)]
    head = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Ghi chú")
    assert (
        find_head([*rows, head, ("(1)", "(2)", "(3)", "(4)", "(5)"), ("1", "Làm việc", "Văn phòng", "2026", "")]) == 3
    )
    assert find_head([("Họ tên", "Ngày sinh", "Lương")]) is None


def test_the_document_is_read_above_the_table() -> None:
    found = read_above(["UBND XÃ", "Theo dõi Kế hoạch số 15/KH-UBND ngày 05/10/2026 của UBND xã"])
    assert (found.number, found.symbol, found.day, found.year) == ("15", "KH-UBND", dt.date(2026, 10, 5), 2026)
    assert read_above(["BẢNG TỔNG HỢP NĂM 2026"]).year == 2026
    assert read_above(["Số 15/KH-UBND ngày 31/02/2026"]).day is None


@pytest.mark.parametrize(
    ("cell", "kind", "end"),
    [
        (Cell("31/12/2026", day=dt.date(2026, 12, 31)), DeadlineKind.DATE, dt.date(2026, 12, 31)),
        (Cell("31/12/2026"), DeadlineKind.DATE, dt.date(2026, 12, 31)),
        (Cell("31/12/26"), DeadlineKind.DATE, dt.date(2026, 12, 31)),
        (Cell("2026-12-31"), DeadlineKind.DATE, dt.date(2026, 12, 31)),
        (Cell("Quý IV/2026"), DeadlineKind.QUARTER, dt.date(2026, 12, 31)),
        (Cell("Quý IV"), DeadlineKind.QUARTER, dt.date(2026, 12, 31)),
        (Cell("IV"), DeadlineKind.QUARTER, dt.date(2026, 12, 31)),
        (Cell("Tháng 12"), DeadlineKind.MONTH, dt.date(2026, 12, 31)),
        (Cell("31/12"), DeadlineKind.DATE, dt.date(2026, 12, 31)),
        (Cell("thường xuyên"), DeadlineKind.ONGOING, None),
        (Cell("khi nào xong thì thôi"), DeadlineKind.UNCLEAR, None),
    ],
)
def test_limits_are_read_as_dates_and_as_words_of_the_lists_year(
    cell: Cell, kind: DeadlineKind, end: dt.date | None
) -> None:
    found = read_limit(cell, year=2026)
    assert (found.kind, found.end, found.text) == (kind, end, cell.text)


def test_done_is_what_says_so_as_a_whole() -> None:
    assert all(map(says_done, ("Đã hoàn thành", "Hoàn thành", "xong", "Đã ban hành", "X")))
    assert not any(
        map(says_done, ("Chưa hoàn thành", "Đang thực hiện", "Cơ bản hoàn thành", "", "Hoàn thành một phần"))
    )
    assert day_in_words("Đã hoàn thành ngày 05/3/2026") == dt.date(2026, 3, 5)
    assert day_in_words("Đã ban hành Quyết định 12/QĐ-UBND ngày 05/3/2026") is None


def test_a_share_is_read_as_percent_whichever_way_the_sheet_holds_it() -> None:
    assert [read_share(Cell("x", number=0.8)), read_share(Cell("80%")), read_share(Cell("80", number=80.0))] == [80] * 3
    assert read_share(Cell("nhiều")) is None


def test_a_row_becomes_a_task_with_its_bodies_and_section() -> None:
    found = read(
        ("I", "Công tác tuyên truyền", "", "", "", "", "", "", ""),
        ("1", "Xây quy chế", "- Văn phòng\n- Phòng Kinh tế", "Sở Tư pháp, Sở Nội vụ", "Quý IV", "Quy chế", "", "", ""),
        ("2", "Tập huấn", "Văn phòng", "", "30/6/2026", "", "Đã hoàn thành", "25/6/2026", "tốt"),
        ("", "Tổng cộng: 2 nhiệm vụ", "", "", "", "", "", "", ""),
        ("", "", "", "", "", "", "", "Người lập bảng", ""),
        year=2026,
    )  # fmt: skip
    first, second = found.rows
    assert (first.row, first.section, first.lead) == (3, "I", ("Văn phòng", "Phòng Kinh tế"))
    assert first.coordinating == ("Sở Tư pháp", "Sở Nội vụ")
    assert (second.done_on, second.state, second.note) == (dt.date(2026, 6, 25), "Đã hoàn thành", "tốt")
    assert wrongs(found) == []
    assert [(one.row, one.why) for one in found.skipped] == [(2, "heading"), (5, "total"), (6, "foot")]


def test_everything_wrong_with_a_row_is_named_with_its_cell() -> None:
    found = read(
        ("1", "", "Văn phòng", "", "31/12/2026", "", "", "", ""),
        ("2", "Làm việc", "", "", "31/02/2026", "", "", "", ""),
        ("3", "Làm việc", "Văn phòng", "", Cell("46022", number=46022.0), "", "", "hôm qua", ""),
        ("4", "Việc nữa", "Văn phòng", "", "", "", "", "31/12/2026", ""),
        ("5", "a" * 5001, "Văn phòng", "", "", "", "", "", ""),
    )
    assert wrongs(found) == [
        Wrong.NO_TITLE,
        Wrong.NO_LEAD,
        Wrong.NO_SUCH_DAY,
        Wrong.NUMBER_FOR_DAY,
        Wrong.NOT_A_DAY,
        Wrong.DONE_AHEAD,
        Wrong.TOO_LONG,
    ]
    assert all(row.is_bad for row in found.rows)
    number = next(one for one in found.rows[2].complaints if one.wrong == Wrong.NUMBER_FOR_DAY)
    assert (number.column, number.said, number.hint) == (4, "46022", "31/12/2025")


def test_what_the_review_or_a_person_settles_later_blocks_nothing() -> None:
    found = read(
        ("1", "Làm việc", "Văn phòng", "", "sớm nhất có thể", "", "", "", ""),
        ("2", "Việc khác", "Văn phòng", "", "", "", "Đã hoàn thành", "", ""),
        ("3", "Việc khác", "Văn phòng", "", "", "", "", "", ""),
    )
    assert wrongs(found) == [Wrong.LIMIT_UNCLEAR, Wrong.DONE_WITHOUT_DAY, Wrong.TWICE]
    assert not any(row.is_bad for row in found.rows)


def test_who_leads_where_no_cell_says_it_is_taken_from_the_person() -> None:
    found = read(("1", "Làm việc", "2026"), head=("TT", "Nhiệm vụ", "Thời hạn"), default_lead="UBND xã Mẫu Một")
    assert found.rows[0].lead == ("UBND xã Mẫu Một",)
