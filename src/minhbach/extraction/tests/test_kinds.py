"""What a file is comes from its bytes; what is not read is refused with a sentence that says what to do."""

import codecs
import unicodedata

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.tests import samples

PLAN = "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU MỘT\n\nKẾ HOẠCH\nVề việc thử nghiệm đọc văn bản\n"


@pytest.mark.parametrize(
    ("data", "file_format"),
    [
        (PLAN.encode(), "txt"),
        (codecs.BOM_UTF8 + PLAN.encode(), "txt"),
        (PLAN.encode("utf-16"), "txt"),
        (PLAN.encode("utf-16-be"), "txt"),
        (PLAN.encode("utf-16-le"), "txt"),
        (PLAN.encode("utf-32"), "txt"),
        (f"# KẾ HOẠCH\n\n{PLAN}".encode(), "md"),
        (f"{PLAN}\n| STT | Việc |\n|---|---|\n| 1 | Họp |\n".encode(), "md"),
        (f"{PLAN}\n**Một dòng đậm** và\n#### một đề mục về sau\n".encode() * 1, "txt"),
        (f"<!DOCTYPE html><html><body><p>{PLAN}</p></body></html>".encode(), "html"),
        (f"<p>{PLAN}</p><p>a</p><div>b</div><p>c</p>".encode(), "html"),
        (samples.docx(samples.paragraph("KẾ HOẠCH")), "docx"),
        (samples.odt("<text:p>KẾ HOẠCH</text:p>"), "odt"),
    ],
)
def test_format_is_found_from_the_content(data, file_format):
    if file_format == "txt" and data.startswith(PLAN.encode()) and b"####" in data:
        data = PLAN.encode() * 30 + data  # a heading far down is residue of a web page, not Markdown
    assert extract_bytes(data, "sai-ten.xlsx").format == file_format


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_form_comes_out_in_nfc(encoding):
    decomposed = "U\u0309y ban nha\u0302n da\u0302n phu\u031bo\u031b\u0300ng Ma\u0302\u0303u Mo\u0323\u0302t"
    lines = extract_bytes(decomposed.encode(encoding)).source.lines
    assert [line.text for line in lines] == ["Ủy ban nhân dân phường Mẫu Một"]


def test_windows_1258_is_read_and_said():
    text = "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin trên địa bàn phường Mẫu Một\n"
    found = extract_bytes("".join(_for_1258(letter) for letter in text).encode("cp1258") * 3)
    assert found.source.lines[0].text.startswith("Kế hoạch triển khai thi hành Luật")
    assert [problem.code for problem in found.problems] == ["legacy_encoding"]


def _for_1258(letter):
    """Return a letter as Windows-1258 writes it: the vowel with its shape, then the tone as a mark."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + tones


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 5000, "empty"),
        ("Déjà vu, l'été à la plage, naïveté, œuvre".encode("cp1252") * 5, "legacy_encoding"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "program"),
        (b"MZ\x90\x00" + bytes(200), "program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "archive"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "archive"),
        (b"\x1f\x8b\x08\x00" + bytes(50), "archive"),
        (b"GIF89a" + bytes(50), "image_format"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(50), "image_format"),
        (b"BM\x76\xbf\x02\x00\x00\x00\x00\x00\x36\x00\x00\x00" + bytes(50), "image_format"),
        (b"%!PS-Adobe-3.0\n(x) show", "image_format"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "image_format"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', "image_format"),
        (b"Received: from a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nTeG6rFQK", "archive"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "archive"),
        (samples.zipped({"a.txt": "xin chào"}), "archive"),
        (samples.zipped({"xl/workbook.xml": "<a/>"}), "spreadsheet"),
        (samples.zipped({"ppt/presentation.xml": "<a/>"}), "presentation"),
    ],
)
def test_what_is_not_read_is_refused_in_vietnamese(data, code):
    with pytest.raises(CannotRead) as refused:
        extract_bytes(data)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")
    assert any(letter in refused.value.message for letter in "ảạấầệộờươđ")
    assert refused.value.sha256


def test_a_file_cut_in_the_middle_of_a_letter_is_read_with_a_problem():
    found = extract_bytes((PLAN * 20).encode()[:-2])
    assert found.source.lines[0].text == "ỦY BAN NHÂN DÂN"
    assert [problem.code for problem in found.problems] in ([], ["damaged_characters"])
