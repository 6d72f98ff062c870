"""DOCX: what Word shows, in order, with automatic numbers, merged cells and accepted changes."""

import pytest

from minhbach.domain.reading.source import Cell
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.tests.samples import W, cell, docx, paragraph, table, zipped

NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%4."/></w:lvl>
 <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
 <w:lvl w:ilvl="5"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Base"/></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>
<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>
<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>
</w:styles>"""
GRID = '<w:tblStyle w:val="TableGrid"/>'
PARTS = {"numbering.xml": NUMBERING, "styles.xml": STYLES}


def numbered(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def read(body: str):
    return extract_bytes(docx(body, PARTS)).source.lines


def texts(body: str) -> list[str]:
    return [line.text for line in read(body)]


def test_automatic_numbers_count_as_in_word():
    body = (
        numbered("MỤC ĐÍCH", 0) + numbered("Một", 1) + numbered("a", 2) + numbered("b", 2) + numbered("sâu", 3)
        + numbered("chấm", 4) + numbered("cộng", 5) + numbered("Hai", 1) + numbered("lại a", 2)
        + numbered("NỘI DUNG", 0) + numbered("lại một", 1) + numbered("bắt đầu lại", 1, 2) + numbered("tiếp", 1, 2)
    )  # fmt: skip
    assert texts(body) == [
        "I. MỤC ĐÍCH", "1. Một", "a) a", "b) b", "1.1. sâu", "- chấm", "+ cộng", "2. Hai", "a) lại a",
        "II. NỘI DUNG", "1. lại một", "1. bắt đầu lại", "2. tiếp",
    ]  # fmt: skip


def test_numbers_may_come_from_the_style():
    body = paragraph("Việc", '<w:pStyle w:val="Item"/>') * 2
    assert texts(body) == ["a) Việc", "b) Việc"]


def test_heading_bold_and_capitals_come_from_the_style():
    [line] = read(paragraph("Kế hoạch", '<w:pStyle w:val="H1"/>'))
    assert (line.text, line.heading, line.bold) == ("KẾ HOẠCH", 1, True)


def test_tracked_changes_are_accepted():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Sở </w:t></w:r><w:del><w:r><w:delText>Nội vụ</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>Tư pháp</w:t></w:r></w:ins></w:p>"
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">một đoạn </w:t></w:r></w:p>'
        "<w:p><w:r><w:t>liền</w:t></w:r></w:p>"
    )
    assert texts(body) == ["Sở Tư pháp", "một đoạn liền"]


def test_hidden_runs_field_codes_and_soft_hyphens_are_not_shown():
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>mã</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>05/3/2026</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> thi</w:t><w:softHyphen/>'
        "<w:t>hành</w:t><w:noBreakHyphen/><w:t>xong</w:t></w:r></w:p>"
    )
    assert texts(body) == ["05/3/2026 thihành-xong"]


def test_line_breaks_and_tabs():
    body = "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Năm 2026</w:t></w:r></w:p>"
    body += "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Họp</w:t></w:r></w:p>"
    assert [(line.number, line.text) for line in read(body)] == [(1, "KẾ HOẠCH"), (1, "Năm 2026"), (2, "1. Họp")]


def test_text_boxes_are_read_once():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent><w:t>Số: 5/KH-UBND</w:t></w:r></w:p>"
    )
    assert texts(body) == ["Số: 5/KH-UBND", "DỰ THẢO"]


def test_merged_cells_carry_the_text_of_the_cell_that_they_continue():
    body = table(
        [cell("STT"), cell("Việc"), cell("Cơ quan", '<w:gridSpan w:val="2"/>')],
        [cell("1", '<w:vMerge w:val="restart"/>'), cell("Họp"), cell("Sở A"), cell("Sở B")],
        [cell("", "<w:vMerge/>"), cell("Bàn"), cell("Sở C"), cell("")],
        [cell("PHẦN HAI", '<w:gridSpan w:val="4"/>')],
        properties=GRID,
    )
    assert [line.cells for line in read(body)] == [
        (Cell("STT"), Cell("Việc"), Cell("Cơ quan"), Cell("Cơ quan", merged=True)),
        (Cell("1"), Cell("Họp"), Cell("Sở A"), Cell("Sở B")),
        (Cell("1", merged=True), Cell("Bàn"), Cell("Sở C"), Cell("")),
        (Cell("PHẦN HAI"), *(Cell("PHẦN HAI", merged=True),) * 3),
    ]


def test_paragraphs_of_a_cell_are_lines_of_its_text():
    inside = paragraph("- Sở A;") + numbered("Sở B", 4) + table([cell("bảng"), cell("trong")])
    [line] = read(table([cell("1"), cell(inside), cell("x")], properties=GRID))
    assert line.cells[1].text == "- Sở A;\n- Sở B\nbảng trong"
    assert line.text == "1 | - Sở A; - Sở B bảng trong | x"


@pytest.mark.parametrize("rows", [1, 2])
def test_letterhead_tables_are_read_column_by_column_whatever_their_borders(rows):
    left, right = paragraph("ỦY BAN NHÂN DÂN"), paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    below_left, below_right = paragraph("Số: 5/KH-UBND"), paragraph("Thí Dụ, ngày 05 tháng 3 năm 2026")
    head = (
        table([cell(left + below_left), cell(right + below_right)], properties=GRID)
        if rows == 1
        else table([cell(left), cell(right)], [cell(below_left), cell(below_right)])
    )
    assert texts(head) == [
        "ỦY BAN NHÂN DÂN", "Số: 5/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Thí Dụ, ngày 05 tháng 3 năm 2026",
    ]  # fmt: skip


def test_signature_table_is_read_column_by_column():
    foot = table(
        [
            cell(paragraph("Nơi nhận:") + paragraph("- Như trên;")),
            cell(paragraph("TM. ỦY BAN NHÂN DÂN") + paragraph("CHỦ TỊCH")),
        ]
    )
    assert texts(foot) == ["Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_two_column_table_with_headings_is_data_even_without_borders():
    lines = read(table([cell("STT"), cell("Nội dung")], [cell("1"), cell("Họp")]))
    assert [line.text for line in lines if line.cells] == ["STT | Nội dung", "1 | Họp"]


def test_content_controls_and_inserted_rows_are_read_deleted_rows_are_not():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tblPr>{GRID}</w:tblPr><w:tr>{cell('1')}{cell('a')}{cell('b')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('2')}{cell('c')}{cell('d')}</w:tr></w:tbl>"
    )
    assert texts(body) == ["trong khung", "1 | a | b"]


def test_the_main_part_is_found_by_its_relation_and_strict_files_are_read():
    strict = W.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml").replace("/2006/main", "/main")
    strict = strict.replace("purl.oclc.org/ooxml/wordprocessingml", "purl.oclc.org/ooxml/wordprocessingml")
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document2.xml"/>'
        "</Relationships>"
    )
    main = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("KẾ HOẠCH")}</w:body></w:document>'
    data = zipped({"_rels/.rels": relation, "word/document2.xml": main})
    assert extract_bytes(data).source.lines[0].text == "KẾ HOẠCH"


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:tbl/>", "<w:p><w:r/></w:p>"])
def test_a_document_without_words_is_said_to_be_empty(body):
    with pytest.raises(CannotRead, match="empty"):
        extract_bytes(docx(body))


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        table([cell("x", '<w:gridSpan w:val="99999999"/>'), cell("y")], properties=GRID),
        table([cell("x", '<w:gridSpan w:val="-1"/>'), cell("y", '<w:gridSpan w:val="hai"/>')], properties=GRID),
        "<w:tbl>" * 20 + paragraph("x") + "</w:tbl>" * 20 + paragraph("y"),
        ("<w:tbl><w:tr><w:tc>" * 25) + paragraph("x") + ("</w:tc></w:tr></w:tbl>" * 25),
        paragraph("x", '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr>'),
        paragraph("x", '<w:numPr><w:ilvl w:val="a"/><w:numId w:val="không có"/></w:numPr>'),
        paragraph("x", '<w:pStyle w:val="Vòng"/><w:outlineLvl w:val="40"/>'),
    ],
)
def test_odd_markup_is_read_as_well_as_it_goes(body):
    assert any("x" in line.text or "y" in line.text for line in read(body))
