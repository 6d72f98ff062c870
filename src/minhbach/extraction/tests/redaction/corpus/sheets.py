"""Workbooks that hide sheets, rows, columns and more."""

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from minhbach.extraction.tests.redaction.corpus.cases import Person, kind
from minhbach.extraction.tests.redaction.corpus.word import with_files
from minhbach.extraction.tests.samples import zipped

EXCEL, CALC = "XLSX", "ODS"
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def book(person: Person, change: Callable[[Any, Any], None] | None = None) -> bytes:
    """Return a workbook of one visible sheet, after a change."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = workbook.add_worksheet("Danh sách")
    rows = (("STT", "Họ và tên", "Số CCCD", "Số điện thoại"), (1, person.name, person.number, person.phone))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    if change:
        change(workbook, sheet)
    workbook.close()
    return buffer.getvalue()


@kind(EXCEL, "ô thường")
def _cells(person: Person) -> bytes:
    return book(person, lambda _, sheet: sheet.write_row(2, 0, [2, "Trần Thị Mơ", person.hidden, ""]))


@kind(EXCEL, "trang tính ẩn")
def _hidden_sheet(person: Person) -> bytes:
    def change(workbook: Any, _: Any) -> None:
        other = workbook.add_worksheet("Ẩn")
        other.write(0, 0, person.secret)
        other.hide()

    return book(person, change)


@kind(EXCEL, "trang tính ẩn sâu (veryHidden)")
def _very_hidden(person: Person) -> bytes:
    def change(workbook: Any, _: Any) -> None:
        other = workbook.add_worksheet("Sâu")
        other.write(0, 0, person.secret)
        other.very_hidden()

    return book(person, change)


@kind(EXCEL, "dòng ẩn")
def _hidden_row(person: Person) -> bytes:
    def change(_: Any, sheet: Any) -> None:
        sheet.write_row(2, 0, [2, "Ẩn", person.hidden])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.write_row(3, 0, [3, "Hết danh sách"])

    return book(person, change)


@kind(EXCEL, "cột ẩn")
def _hidden_column(person: Person) -> bytes:
    def change(_: Any, sheet: Any) -> None:
        sheet.write_column(0, 5, ["Số CCCD", person.hidden])
        sheet.set_column(5, 5, 10, None, {"hidden": True})

    return book(person, change)


@kind(EXCEL, "nhận xét")
def _comment(person: Person) -> bytes:
    return book(person, lambda _, sheet: sheet.write_comment(1, 1, person.secret))


@kind(EXCEL, "giá trị lưu sẵn của công thức")
def _cached(person: Person) -> bytes:
    return book(person, lambda _, sheet: sheet.write_formula(2, 2, '="CC"&"CD"', None, f"CCCD {person.hidden}"))


@kind(EXCEL, "chữ trong công thức")
def _formula(person: Person) -> bytes:
    return book(person, lambda _, sheet: sheet.write_formula(2, 2, f'=IF(TRUE,"xem","{person.secret}")', None, "xem"))


@kind(EXCEL, "tên đặt cho vùng")
def _defined(person: Person) -> bytes:
    return book(person, lambda workbook, _: workbook.define_name("Bi_mat", f'="{person.secret}"'))


@kind(EXCEL, "dữ liệu đệm của bảng tổng hợp")
def _pivot(person: Person) -> bytes:
    return with_files(book(person), {"xl/pivotCache/pivotCacheDefinition1.xml": f'<a><s v="{person.secret}"/></a>'})


@kind(EXCEL, "dữ liệu đệm của liên kết ngoài")
def _external(person: Person) -> bytes:
    return with_files(book(person), {"xl/externalLinks/externalLink1.xml": f"<a><v>{person.secret}</v></a>"})


@kind(EXCEL, "thông tin về tệp")
def _about(person: Person) -> bytes:
    return book(person, lambda workbook, _: workbook.set_properties({"title": person.secret, "author": person.name}))


@kind(EXCEL, "đầu trang in và danh sách chọn")
def _print_head(person: Person) -> bytes:
    def change(_: Any, sheet: Any) -> None:
        sheet.set_header(f"&L{person.secret}")
        sheet.data_validation(5, 0, 5, 0, {"validate": "list", "source": [person.secret, "khác"]})

    return book(person, change)


@kind(EXCEL, "hộp chữ")
def _text_box(person: Person) -> bytes:
    return book(person, lambda _, sheet: sheet.insert_textbox(4, 1, person.secret))


@kind(EXCEL, "nhiều cột")
def _wide(person: Person) -> bytes:
    def change(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 4, [f"Chỉ tiêu {n}" for n in range(12)])
        sheet.write_row(1, 4, [f"{n * 37}" for n in range(12)])
        sheet.write_column(0, 16, ["Số CCCD", person.hidden])

    return book(person, change)


@kind(EXCEL, "hỏng: cắt cụt", "broken")
def _cut(person: Person) -> bytes:
    return book(person)[:500]


def calc(person: Person, more: str = "", styles: str = "") -> bytes:
    def row(*cells: str, seen: str = "") -> str:
        inside = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
        )
        return f"<table:table-row{seen}>{inside}</table:table-row>"

    rows = row("Họ và tên", "Số CCCD", "Số điện thoại") + row(person.name, person.number, person.phone)
    if more == "row":
        rows += row("Ẩn", person.hidden, "", seen=' table:visibility="collapse"') + row("Hết", "", "")
    tables = f'<table:table table:name="Danh sách">{rows}</table:table>'
    if more == "table":
        tables += f'<table:table table:name="Ẩn" table:style-name="ta">{row(person.secret)}</table:table>'
    if more == "note":
        note = f"<office:annotation><text:p>{person.secret}</text:p></office:annotation><text:p>Xem</text:p>"
        cell = f'<table:table-cell office:value-type="string">{note}</table:table-cell>'
        tables = tables.replace("</table:table>", f"<table:table-row>{cell}</table:table-row></table:table>", 1)
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODF}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


@kind(CALC, "ô thường")
def _ods(person: Person) -> bytes:
    return calc(person)


@kind(CALC, "trang tính ẩn")
def _ods_table(person: Person) -> bytes:
    hidden = '<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/>'
    hidden += "</style:style>"
    return calc(person, "table", hidden)


@kind(CALC, "dòng ẩn")
def _ods_row(person: Person) -> bytes:
    return calc(person, "row")


@kind(CALC, "nhận xét")
def _ods_note(person: Person) -> bytes:
    return calc(person, "note")
