"""Spreadsheets into rows: real workbooks of each kind, and hostile ones that must give a refusal and nothing worse."""

import datetime as dt
import io
import time
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.read import read_tables
from minhbach.extraction.tables.values import Workbook
from minhbach.extraction.tests.samples import zipped

HEAD = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]


def xlsx(fill: Callable[[Any, Any], None]) -> bytes:
    """Return a workbook with one sheet that `fill` writes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    fill(book, book.add_worksheet("Việc"))
    book.close()
    return file.getvalue()


def ods(rows: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Việc">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def texts(book: Workbook) -> list[list[str]]:
    return [[cell.text for cell in row] for row in book.sheets[0].rows]


def refusal(data: bytes) -> str:
    start = time.monotonic()
    with pytest.raises(CannotRead) as refused:
        read_tables(data)
    assert time.monotonic() - start < 45
    assert refused.value.message.strip()
    return refused.value.code


def test_a_workbook_keeps_dates_numbers_and_the_number_of_each_row() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 3, "BẢNG THEO DÕI")
        sheet.write_row(2, 0, HEAD)
        sheet.write_row(3, 0, [1, "Xây dựng quy chế"])
        sheet.merge_range(3, 2, 4, 2, "Sở Tư pháp")
        sheet.write_datetime(3, 3, dt.date(2026, 12, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_row(4, 0, [2, "Tập huấn"])
        sheet.write(4, 3, "Quý IV/2026")

    book = read_tables(xlsx(fill))
    assert (book.format, book.sheets[0].name) == ("xlsx", "Việc")
    assert texts(book) == [
        ["BẢNG THEO DÕI", "", "", ""],
        ["", "", "", ""],
        HEAD,
        ["1", "Xây dựng quy chế", "Sở Tư pháp", "31/12/2026"],
        ["2", "Tập huấn", "Sở Tư pháp", "Quý IV/2026"],
    ]
    assert book.sheets[0].rows[3][3].day == dt.date(2026, 12, 31)
    assert book.sheets[0].rows[3][0].number == 1


def test_a_formula_is_the_value_that_was_saved_and_a_hidden_sheet_is_not_read() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_formula(1, 1, '=HYPERLINK("http://vidu.vn","x")', None, "Nhãn đã tính")
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
        hidden = book.add_worksheet("Ẩn")
        hidden.write(0, 0, "không đọc")
        hidden.hide()

    book = read_tables(xlsx(fill))
    assert [sheet.name for sheet in book.sheets] == ["Việc"]
    assert texts(book)[1] == ["", "Nhãn đã tính", "", ""]


def test_a_mark_of_secrecy_on_a_hidden_sheet_is_refused() -> None:
    """The sheet is not read, but the file is kept as it came."""

    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        hidden = book.add_worksheet("Nguồn")
        hidden.write_column(0, 0, ["TỐI MẬT", *(["số liệu"] * 7_000)])
        hidden.very_hidden()

    assert refusal(xlsx(fill)) == "secrecy_mark"


def test_an_opendocument_sheet_is_read() -> None:
    def row(*cells: str) -> str:
        inner = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    book = read_tables(ods(row(*HEAD) + row("1", "Tập huấn", "Sở Tư pháp", "Quý IV")))
    assert (book.format, texts(book)[1]) == ("ods", ["1", "Tập huấn", "Sở Tư pháp", "Quý IV"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_whatever_divides_it(encoding: str, separator: str) -> None:
    lines = ['1|"Rà soát, sửa đổi; bổ sung"|Sở Tư pháp|31/12/2026', "", "2|Tập huấn|Sở Nội vụ|Quý IV"]
    text = "\r\n".join(["|".join(HEAD), *lines]).replace("|", separator)
    found = texts(read_tables(text.encode(encoding)))
    assert found[1] == ["1", "Rà soát, sửa đổi; bổ sung", "Sở Tư pháp", "31/12/2026"]
    assert found[3][1] == "Tập huấn", "an empty line counts"


def windows_1258(text: str) -> bytes:
    """Return the text as old Windows programs wrote it: the letter first, its tone as a mark of its own."""
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
        written.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + tones)
    return "".join(written).encode("cp1258")


def test_csv_of_old_windows_is_read() -> None:
    line = "Nhiệm vụ;Chủ trì;Thời hạn\nXây dựng quy chế nội bộ về cung cấp thông tin;Sở Tư pháp;Quý IV\n"
    assert texts(read_tables(windows_1258(line)))[0] == ["Nhiệm vụ", "Chủ trì", "Thời hạn"]


def test_a_mark_of_secrecy_is_refused() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 2, "TỐI MẬT")
        sheet.write_row(1, 0, HEAD)

    assert refusal(xlsx(fill)) == "secrecy_mark"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 x", "not_a_table"),
        (b"PK\x03\x04" + b"x" * 400, "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 90, "broken"),
        ("Chỉ một dòng chữ không có cột nào khác".encode(), "not_a_table"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, code: str) -> None:
    assert refusal(data) == code


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><table><tr><td>Nhiệm vụ</td><td>Hạn</td></tr></table></body></html>",
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook><Worksheet/></Workbook>',
    ],
)
def test_a_web_page_that_an_office_program_calls_xls_is_named_with_the_way_out(page: str) -> None:
    with pytest.raises(CannotRead, match="đuôi .xls.*lưu thành .xlsx") as refused:
        read_tables(page.encode())
    assert refused.value.code == "not_a_table"


def test_a_document_is_no_table() -> None:
    assert refusal(zipped({"word/document.xml": b"<a/>", "[Content_Types].xml": b"<a/>"})) == "not_a_table"


def swollen(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(name, "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return file.getvalue()


def test_what_swells_when_unpacked_is_refused() -> None:
    assert refusal(swollen("xl/worksheets/sheet1.xml")) == "too_big"


def test_two_cells_at_the_ends_of_the_sheet_cost_no_memory_here() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "y")

    assert refusal(xlsx(fill)) in ("broken", "too_big")


def test_more_rows_and_columns_than_a_person_could_check_are_refused() -> None:
    long = "\n".join(f"{n};Việc {n}" for n in range(limits.MAX_SHEET_ROWS + 1)).encode()
    assert refusal(long) == "too_long"
    assert refusal(";".join(f"cột {n}" for n in range(limits.MAX_TABLE_COLUMNS + 1)).encode()) == "too_wide"
    book = read_tables((long.rsplit(b"\n", 1)[0]) + b"\n;" * 500)
    assert len(book.sheets[0].rows) == limits.MAX_SHEET_ROWS, "blank rows at the end count for nothing"


def test_entities_are_never_resolved(tmp_path: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("chimyen")
    good = xlsx(lambda _book, sheet: sheet.write_row(0, 0, HEAD))
    parts = {
        name: zipfile.ZipFile(io.BytesIO(good)).read(name) for name in zipfile.ZipFile(io.BytesIO(good)).namelist()
    }
    strings = parts["xl/sharedStrings.xml"].decode()
    strings = strings.replace("?>", f'?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>', 1).replace("TT", "&e;", 1)
    try:
        found = str(read_tables(zipped({**parts, "xl/sharedStrings.xml": strings})))
    except CannotRead as refused:
        found = refused.message
    assert "chimyen" not in found
