"""Documents typed for old fonts, of each kind: their lines come out in Unicode; heads, marks and people are found."""

import io
import shutil

import pikepdf
import pytest
import xlsxwriter

from minhbach.domain.reading.read import read_document
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.legacy.tables import Encoding
from minhbach.extraction.office.asides import shown_asides
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tables.read import read_tables
from minhbach.extraction.tests.hostile.making import with_part
from minhbach.extraction.tests.legacy.test_tables import WORDS
from minhbach.extraction.tests.legacy.typing import document, typed
from minhbach.extraction.tests.samples import odt, pdf

TCVN3, VNI = Encoding.TCVN3, Encoding.VNI
LETTER = [
    "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND", "KẾ HOẠCH",
    "Triển khai thi hành Luật Tiếp cận thông tin",
    "1. Phòng Văn hóa - Xã hội chủ trì, hoàn thành trước ngày 30/6/2026.",
    "2. Công an phường phối hợp bảo đảm an ninh, trật tự trên địa bàn.",
]  # fmt: skip
PERSON = "Đơn của ông Nguyễn Văn Thử, sinh ngày 03/4/1985, căn cước số 001085012345."


def lines(data: bytes) -> list[str]:
    return [line.text for line in extract_bytes(data).source.lines if line.text.strip()]


def test_word_document_by_the_font_of_each_run():
    data = document(
        [(typed("ủy ban nhân dân", TCVN3), ".VnTimeH")],
        [
            (typed("Kế hoạch số 12", TCVN3), ".VnTime"),
            (" và nguyên văn tiếng Việt ", "Times New Roman"),
            ("café", "Arial"),
        ],
        [(typed("Tiếp cận thông tin", VNI), "VNI-Times")],
        [("Tiếng Việt Unicode đặt nhầm phông cũ", ".VnTime")],
    )
    assert lines(data) == [
        "ỦY BAN NHÂN DÂN", "Kế hoạch số 12 và nguyên văn tiếng Việt café", "Tiếp cận thông tin",
        "Tiếng Việt Unicode đặt nhầm phông cũ",
    ]  # fmt: skip


def test_vni_mark_that_another_run_begins_with_still_stands_on_its_vowel():
    old = typed("Tiếp cận", VNI)
    at = old.index("á")
    assert lines(document([(old[:at], "VNI-Times"), (old[at:], "VNI-Times")])) == ["Tiếp cận"]


def test_mark_of_secrecy_at_the_head_of_pages_in_an_old_font():
    data = document([(typed(LETTER[4], TCVN3), ".VnTime")], header=[(typed("mật", TCVN3), ".VnTimeH")])
    assert screen_bytes(data).screening.secrecy == "Mật"
    other = document([("Nội dung công khai.", "")], header=[(typed("mật độ dân số", TCVN3), ".VnTime")])
    assert screen_bytes(other).screening.secrecy is None


def test_word_document_without_font_names_by_its_looks():
    data = document(*([(typed(line, TCVN3), "")] for line in LETTER[3:]), [("Le château de l'été", "")])
    assert lines(data)[1:] == [*LETTER[4:], "Le château de l'été"]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
@pytest.mark.parametrize("code", ["latin-1", "utf-8"])
def test_plain_text(encoding: Encoding, code: str):
    found = extract_bytes("\n".join([*(typed(line, encoding) for line in LETTER), "x = 5 µm"]).encode(code))
    text = [line.text for line in found.source.lines]
    assert [line.lower() for line in text] == [line.lower() for line in [*LETTER, "x = 5 µm"]]
    assert [problem.code for problem in found.problems] == ["legacy_encoding"]
    head = read_document(found.source).head
    assert (head.number, head.symbol) == ("12", "KH-UBND")


def as_entities(text: str) -> str:
    """Return a text as old programs wrote it into web pages."""
    return "".join(c if c < "\x80" else f"&#{ord(c)};" for c in text)


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_web_page_and_open_document_in_old_fonts_by_their_looks(encoding: Encoding):
    wanted = [line.lower() for line in LETTER]
    old = [typed(line, encoding) for line in LETTER]
    page = "<html><body>" + "".join(f"<p>{as_entities(line)}</p>" for line in old) + "</body></html>"
    assert [line.lower() for line in lines(page.encode())] == wanted
    raw = "<html><body>" + "".join(f"<p>{line}</p>" for line in old) + "</body></html>"
    assert [line.lower() for line in lines(raw.encode("latin-1"))] == wanted
    assert [line.lower() for line in lines(odt("".join(f"<text:p>{line}</text:p>" for line in old)))] == wanted


def open_document(encoding: Encoding, *, head: str, note: str, field: str) -> bytes:
    """Return an ODT in an old font with words at the head of its pages, in a note and in a field."""
    style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    text, office = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("text", "office"))
    styles = (
        f'<o:document-styles xmlns:o="{office}" xmlns:s="{style}" xmlns:t="{text}"><o:master-styles><s:master-page>'
        f"<s:header><t:p>{typed(head, encoding)}</t:p></s:header></s:master-page></o:master-styles></o:document-styles>"
    )
    body = "".join(f"<text:p>{typed(line, encoding)}</text:p>" for line in LETTER)
    body += f"<text:p><text:user-defined>{typed(field, encoding)}</text:user-defined></text:p>"
    body += f"<text:p>1<text:note><text:note-body><text:p>{typed(note, encoding)}</text:p></text:note-body></text:note>"
    return with_part(odt(f"{body}</text:p>"), "styles.xml", styles)


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_heads_notes_and_fields_of_an_open_document_in_old_fonts(encoding: Encoding):
    field = "Nơi lưu: phòng Lưu trữ."
    plain = open_document(encoding, head="Dự thảo lần hai", note=PERSON, field=field)
    assert field in lines(plain)
    assert shown_asides(plain) == ["Dự thảo lần hai"]
    screening = screen_bytes(plain).screening
    assert {"Nguyễn Văn Thử", "001085012345"} <= {finding.text for finding in screening.findings}
    assert screening.secrecy is None
    marked = open_document(encoding, head="MẬT", note="Như trên.", field=field)
    assert screen_bytes(marked).screening.secrecy == "Mật"


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_table_of_a_web_page_in_old_fonts_cell_by_cell(encoding: Encoding):
    rows = [["Nhiệm vụ", "Cơ quan chủ trì"], [LETTER[5], "Phòng Văn hóa"], [LETTER[6], "Công an phường"]]
    cells = [[f"<td>{as_entities(typed(cell, encoding))}</td>" for cell in row] for row in rows]
    page = "<html><table border=1>" + "".join(f"<tr>{''.join(row)}</tr>" for row in cells) + "</table></html>"
    found = extract_bytes(page.encode()).source.lines
    assert [[cell.text for cell in line.cells] for line in found if line.cells] == rows
    assert found[0].text == "Nhiệm vụ | Cơ quan chủ trì"


def test_web_page_in_unicode_with_foreign_words_stays_as_it_is():
    page = "<html><body><p>Kế hoạch 5 µm</p><p>Le château de l'été</p></body></html>"
    assert lines(page.encode()) == ["Kế hoạch 5 µm", "Le château de l'été"]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_person_in_an_old_text_is_found(encoding: Encoding):
    text = "\n".join(typed(line, encoding) for line in [*LETTER, PERSON])
    found = {one.label: one.text for one in screen_bytes(text.encode("latin-1")).screening.findings}
    assert (found["NAME"], found["CCCD"], found["DOB"]) == ("Nguyễn Văn Thử", "001085012345", "03/4/1985")


def old_pdf(*texts: str, font: str = "") -> bytes:
    """Return a PDF set in a font with one-byte letters, which may be named as old fonts are."""

    def page(canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for index, text in enumerate(texts):
            canvas.drawString(80, 780 - 20 * index, text)

    made = pikepdf.open(io.BytesIO(pdf(page)))
    for item in made.objects if font else ():
        if isinstance(item, pikepdf.Dictionary) and item.get("/BaseFont") == "/Times-Roman":
            item.BaseFont = pikepdf.Name("/" + font)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_pdf_by_the_name_of_its_font():
    assert lines(old_pdf(typed("ủy ban nhân dân", TCVN3), font="ABCDEF+.VnTimeH")) == ["ỦY BAN NHÂN DÂN"]
    assert lines(old_pdf(typed("Quyết định số 5", VNI), font="VNI-Times")) == ["Quyết định số 5"]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_pdf_without_such_a_name_by_its_looks(encoding: Encoding):
    text = [" ".join(WORDS[:14]), " ".join(WORDS[14:28]), "Le château de l'été"]
    found = " ".join(lines(old_pdf(*(typed(line, encoding) if index < 2 else line for index, line in enumerate(text)))))
    assert found == " ".join(text)


def test_spreadsheet_cell_by_cell():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate([*LETTER[3:], "Nguyên văn đúng chuẩn", "5 µm"]):
            sheet.write(row, 0, typed(text, TCVN3) if row < 4 else text)
            sheet.write(row, 1, 12)
    cells = [row[0].text for row in read_tables(out.getvalue()).sheets[0].rows]
    assert cells == ["KẾ HOẠCH", *LETTER[4:], "Nguyên văn đúng chuẩn", "5 µm"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="không có LibreOffice")
def test_rtf_in_an_old_font_with_a_mark_of_secrecy():
    def escaped(text: str) -> str:
        return "".join(c if c < "\x80" else f"\\'{ord(c):02x}" for c in typed(text, TCVN3))

    data = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman .VnTime;}{\\f1\\froman .VnTimeH;}}"
        f"{{\\header\\pard\\f1 {escaped('tối mật')}\\par}}\\pard\\f0 {escaped(LETTER[4])}\\par}}"
    ).encode("ascii")
    found = screen_bytes(data)
    assert found.text.startswith(LETTER[4])
    assert found.screening.secrecy == "Tối mật"
