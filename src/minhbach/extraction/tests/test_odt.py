"""ODT: the same as DOCX, in the other format that Decree 30/2020's offices use."""

import pytest

from minhbach.domain.reading.source import Cell
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.tests.samples import odt, zipped

STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="An" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Ke" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="C"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""


def read(text: str):
    return extract_bytes(odt(text, styles=STYLES)).source.lines


def texts(text: str) -> list[str]:
    return [line.text for line in read(text)]


def item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def test_paragraphs_spaces_tabs_and_breaks():
    text = (
        '<text:p>Số:<text:s text:c="3"/>5<text:tab/>x<text:line-break/>dưới</text:p>'
        '<text:p><text:span text:style-name="B">KẾ</text:span><text:span text:style-name="B"> HOẠCH</text:span>'
        '<text:span text:style-name="An"> ẩn</text:span>'
        "<text:note><text:note-body><text:p>chú</text:p></text:note-body></text:note></text:p>"
    )
    lines = read(text)
    assert [line.text for line in lines] == ["Số: 5    x", "dưới", "KẾ HOẠCH"]
    assert [line.bold for line in lines] == [False, False, True]


def test_lists_are_numbered_and_nested_and_continued():
    deep = f"<text:list>{item('sâu')}</text:list>"
    inner = f"<text:list>{item('một', deep)}{item('hai')}</text:list>"
    text = (
        f'<text:list text:style-name="L">{item("MỤC ĐÍCH", inner)}</text:list><text:p>xen</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("NỘI DUNG")}</text:list>'
        f'<text:list text:style-name="C">{item("chấm")}</text:list>'
    )
    assert texts(text) == ["I. MỤC ĐÍCH", "1. một", "1.1. sâu", "2. hai", "xen", "II. NỘI DUNG", "- chấm"]


def test_deleted_text_is_not_shown():
    text = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>còn</text:p>"
    )
    assert texts(text) == ["còn"]


def test_headings_keep_their_level():
    [line] = read('<text:h text:outline-level="2">II. NỘI DUNG</text:h>')
    assert (line.text, line.heading) == ("II. NỘI DUNG", 2)


def test_spans_and_repeated_cells():
    def cell(text, more=""):
        return f'<table:table-cell table:style-name="Ke" {more}><text:p>{text}</text:p></table:table-cell>'

    across, down = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
    head = "".join((cell("STT"), cell("Việc"), cell("Cơ quan", across), "<table:covered-table-cell/>"))
    first = "".join((cell("1", down), cell("a"), cell("b", 'table:number-columns-repeated="2"')))
    second = "".join(("<table:covered-table-cell/>", cell("c"), cell("d"), cell("e")))
    text = (
        f"<table:table><table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{first}</table:table-row><table:table-row>{second}</table:table-row></table:table>"
    )
    assert [line.cells for line in read(text)] == [
        (Cell("STT"), Cell("Việc"), Cell("Cơ quan"), Cell("Cơ quan", merged=True)),
        (Cell("1"), Cell("a"), Cell("b"), Cell("b")),
        (Cell("1", merged=True), Cell("c"), Cell("d"), Cell("e")),
    ]


def test_repeated_rows_and_columns_are_bounded():
    endless = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    assert len(read(f"<table:table>{endless}</table:table>")) <= 100


def test_letterhead_and_text_boxes():
    def cell(text):
        return f"<table:table-cell>{text}</table:table-cell>"

    head = (
        f"<table:table><table:table-row>{cell('<text:p>ỦY BAN NHÂN DÂN</text:p><text:p>PHƯỜNG MẪU MỘT</text:p>')}"
        f"{cell('<text:p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</text:p>')}</table:table-row></table:table>"
        "<text:p>thân<draw:frame><draw:text-box><text:p>DỰ THẢO</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert texts(head) == [
        "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "thân", "DỰ THẢO",
    ]  # fmt: skip


def test_an_encrypted_document_is_said_to_be_encrypted():
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": b"\x01\x02",
        }
    )
    with pytest.raises(CannotRead, match="encrypted"):
        extract_bytes(data)
