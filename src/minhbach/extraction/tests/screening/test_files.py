"""Files of every kind are screened whole: hidden sheets, headers, comments and deleted words too, with their pages."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.files import screen_bytes, screen_file
from minhbach.extraction.tests.samples import docx, paragraph, pdf, scanned
from minhbach.extraction.tests.test_tables import xlsx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PERSON = "Họ và tên: Trần Thị Thử; số CCCD: 031185000123."


def found(data: bytes) -> list[tuple[str, str]]:
    return [(finding.label, finding.text) for finding in screen_bytes(data).screening.findings]


def screen(*arguments: object, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "minhbach.config.command", "screen", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def test_offsets_count_in_the_text_without_byte_order_mark_in_nfc_and_untrimmed(tmp_path: Path) -> None:
    raw = "\ufeff  \r\nÔng Trần Văn Mẫu\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode())
    done = screen(path, "--text", folder=tmp_path)
    text = done.stdout.decode()
    assert text == "  \nÔng Trần Văn Mẫu\n"
    [finding] = json.loads(screen(path, "--json", folder=tmp_path).stdout)["findings"]
    assert text[finding["start"] : finding["end"]] == finding["text"] == "Trần Văn Mẫu"


def test_one_object_a_line_and_the_status_says_what_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PERSON, encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x7fELF" + bytes(900))
    done = screen("a.txt", "b.bin", "--json", folder=tmp_path)
    good, bad = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert good["source"] == {"file": "a.txt", "format": "txt", "pages": None}
    assert list(good) == ["source", "secrecy", "urgency", "findings", "error"]
    assert set(good["findings"][1]) == {"label", "start", "end", "text", "page", "why", "confidence"}
    assert good["error"] is None
    assert "chương trình" in bad["error"]
    assert screen(folder=tmp_path).returncode == screen("a.txt", "--nothing", folder=tmp_path).returncode == 2
    assert screen("a.txt", folder=tmp_path).returncode == 0


def test_the_command_loads_no_django(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PERSON, encoding="utf-8")
    code = (
        "import sys; from minhbach.extraction.screen_command import main; status = main([sys.argv[1], '--json']);"
        "sys.exit(status or 'django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, check=False)
    assert done.returncode == 0


def test_headers_comments_deleted_and_hidden_words_of_a_word_file_are_screened() -> None:
    deleted = '<w:p><w:del w:id="1"><w:r><w:delText>Ông Lê Văn Mẫu</w:delText></w:r></w:del></w:p>'
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>SĐT 0912345678</w:t></w:r></w:p>"
    parts = {
        "word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:hdr>",
        "word/comments.xml": f"<w:comments {W}><w:p><w:r><w:t>{PERSON}</w:t></w:r></w:p></w:comments>",
    }
    screening = screen_bytes(docx(paragraph("Nội dung") + deleted + hidden, parts)).screening
    assert screening.secrecy == "Tối mật"
    assert {finding.label for finding in screening.findings} == {"NAME", "CCCD", "PHONE"}
    assert {f.text for f in screening.findings if f.label == "NAME"} == {"Trần Thị Thử", "Lê Văn Mẫu"}


def test_rows_of_a_word_table_keep_their_columns() -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in row)}</w:tr>"
        for row in (
            ("TT", "Họ và tên", "CMND", "Điện thoại", "Địa chỉ"),
            ("1", "Lò Mẫu", "", "0912345678", "Bản Mẫu"),
            ("2", "Cà Thị Thử", "050123456", "", "Bản Thử"),
        )
    )
    assert found(docx(f"<w:tbl>{rows}</w:tbl>")) == [
        ("NAME", "Lò Mẫu"), ("PHONE", "0912345678"), ("ADDRESS", "Bản Mẫu"),
        ("NAME", "Cà Thị Thử"), ("CMND", "050123456"), ("ADDRESS", "Bản Thử"),
    ]  # fmt: skip


def test_every_sheet_of_a_workbook_is_screened_and_hidden_ones_too() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["STT", "Họ tên", "Số CCCD"])
        sheet.write_row(1, 0, [1, "Trần Thị Thử", "031185000123"])
        other = book.add_worksheet("khác")
        other.write_row(0, 0, ["Ông Lê Văn Mẫu"])
        other.hide()

    screened = screen_bytes(xlsx(fill))
    assert screened.format == "xlsx"
    labels = [(finding.label, finding.text) for finding in screened.screening.findings]
    assert labels == [("NAME", "Trần Thị Thử"), ("CCCD", "031185000123"), ("NAME", "Lê Văn Mẫu")]


def test_a_secret_workbook_is_said_to_be_secret_and_not_refused() -> None:
    screened = screen_bytes(xlsx(lambda _book, sheet: sheet.write(0, 2, "MẬT")))
    assert screened.screening.secrecy == "Mật"


def test_findings_of_a_pdf_know_their_page_and_a_mark_counts_on_page_three_alone() -> None:
    def page(*lines: str) -> Any:
        def draw(canvas: Any) -> None:
            for at, line in enumerate(lines):
                canvas.drawString(85, 700 - 20 * at, line)

        return draw

    data = pdf(page("Đây là trang thứ nhất của một văn bản bình thường."), page(PERSON), page("TỐI MẬT", "PHỤ LỤC"))
    screened = screen_bytes(data)
    assert screened.pages == 3
    assert screened.screening.secrecy == "Tối mật"
    assert {(finding.label, finding.page) for finding in screened.screening.findings} == {("NAME", 2), ("CCCD", 2)}


def test_a_mark_that_every_page_bears_is_no_furniture() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(280, 815, "TỐI MẬT")
        canvas.drawString(85, 700, "Nội dung của trang này không có gì khác.")

    assert screen_bytes(pdf(*[draw] * 5)).screening.secrecy == "Tối mật"


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_screened_by_what_is_recognised() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(85, 700, "Người làm đơn: ông Trần Văn Mẫu")
        canvas.drawString(85, 670, "Số CCCD: 031085001234, điện thoại 0912345678")

    screened = screen_bytes(scanned(pdf(draw)))
    assert {finding.label for finding in screened.screening.findings} == {"NAME", "CCCD", "PHONE"}
    assert all(finding.page == 1 for finding in screened.screening.findings)


def test_a_file_without_words_or_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        screen_bytes(b"  \n ")
    with pytest.raises(CannotRead):
        screen_file(tmp_path / "nothing.txt")
