"""Hostile and broken files: each gives a result or a refusal in Vietnamese, in little time and memory."""

import io
import resource
import struct
import time
import zipfile
import zlib

import pypdfium2
import pytest
from PIL import Image

from minhbach.extraction.contracts import CannotRead, Extraction
from minhbach.extraction.extract import extract, extract_bytes
from minhbach.extraction.redaction.contracts import Box
from minhbach.extraction.redaction.redact import redact
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tests.samples import docx, odt, paragraph, pdf, zipped

SECONDS = 60.0  # wall clock, on a busy machine
MEGABYTES = 900  # of this process; what its children need is limited by the sandbox


def outcome(data: bytes) -> Extraction | CannotRead:
    """Return what extraction gives, and hold it to its promises."""
    start = time.monotonic()
    try:
        found: Extraction | CannotRead = extract_bytes(data)
    except CannotRead as refusal:
        found = refusal
        assert refusal.message.strip() and refusal.sha256
    assert time.monotonic() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEGABYTES * 1024
    return found


def code(data: bytes) -> str:
    found = outcome(data)
    return found.code if isinstance(found, CannotRead) else "read"


def plan_docx() -> bytes:
    return docx(paragraph("KẾ HOẠCH") + paragraph("Việc cần làm trong năm 2026.") * 50)


def plan_pdf() -> bytes:
    return pdf(lambda canvas: canvas.drawString(80, 700, "KẾ HOẠCH"))


@pytest.mark.parametrize("keep", [0.02, 0.3, 0.7, 0.95, 0.999])
@pytest.mark.parametrize("make", [plan_docx, plan_pdf, lambda: odt("<text:p>KẾ HOẠCH</text:p>")])
def test_truncated_files(make, keep):
    data = make()
    outcome(data[: int(len(data) * keep)])


def bomb(name: str = "word/document.xml", size: int = 300_000_000) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """Return a package whose directory claims that a huge part is small."""
    data = bytearray(bomb(size=100_000_000))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 1000)
    return bytes(data)


def test_zip_bombs_are_refused():
    assert code(bomb()) == "too_big"
    assert code(lying_bomb()) in ("broken", "too_big")
    assert code(zipped({"word/document.xml": b"<a/>"} | {f"x{i}": b"" for i in range(6000)})) == "too_big"


def test_a_directory_that_claims_too_much_is_refused():
    data = bytearray(plan_docx())
    end = data.rfind(b"PK\x05\x06")
    data[end + 10 : end + 12] = struct.pack("<H", 65_000)
    assert code(bytes(data)) == "too_big"


def test_archives_within_archives_are_refused():
    inner = zipped({"a.docx": plan_docx()})
    assert code(zipped({"b.zip": inner})) == "archive"


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE, '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'])
def test_entities_are_refused_and_never_resolved(declaration):
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {word}><w:body><w:p><w:r><w:t>KẾ HOẠCH &i;&x;</w:t></w:r></w:p></w:body></w:document>"
    assert code(zipped({"word/document.xml": declaration + body})) in ("forbidden_xml", "broken")
    assert code(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": declaration + body})) in (
        "forbidden_xml", "broken",
    )  # fmt: skip
    page = outcome(f"<html><body>{declaration}<p>&i;&x; KẾ HOẠCH</p></body></html>".encode())
    assert isinstance(page, Extraction) and "root:" not in page.source.lines[0].text


def test_deep_xml_and_deep_html_end():
    code(docx("<w:sdt><w:sdtContent>" * 5000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5000))
    assert code(b"<html><body>" + b"<div>" * 100_000 + b"<p>x</p></body></html>") == "read"
    code(b"<html><body>" + b"<table><tr><td>" * 20_000 + b"x</html>")
    code(b"<html><body>" + b"<!--" * 200_000 + b"<p>x</html>")
    code(b"<html><body><p>" + b"<![" * 100_000 + b"</html>")


def test_many_pages_are_refused():
    document = pypdfium2.PdfDocument.new()
    for _ in range(10_000):
        document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    assert code(buffer.getvalue()) == "too_many_pages"


def test_a_pdf_stream_that_swells_ends():
    stream = zlib.compress(b"0 0 m 1 1 l S " * 20_000_000, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj "
    contents = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + b"\nendstream endobj\n"
    code(head + page + contents + b"trailer<</Root 1 0 R>>")


def test_page_trees_that_run_in_a_ring_end():
    code(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
        b"trailer<</Root 1 0 R>>"
    )


def test_encrypted_pdf_is_said_to_be_encrypted():
    data = pdf(lambda canvas: canvas.drawString(80, 700, "KẾ HOẠCH"))
    encrypt = b"<</Filter/Standard/V 1/R 2/P -4/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")>>"
    changed = data.replace(b"/Root", b"/Encrypt " + encrypt + b" /ID[(1234567890123456)(1234567890123456)] /Root", 1)
    assert code(changed) in ("encrypted", "broken")


def test_pictures_that_claim_to_be_huge_are_refused():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )
    assert code(png) in ("too_big", "broken")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("keep", [0.1, 0.6])
def test_truncated_pictures(form, keep):
    buffer = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(buffer, form)
    assert code(buffer.getvalue()[: int(len(buffer.getvalue()) * keep)]) in ("broken", "empty", "read")


def test_one_pixel_pictures_are_empty():
    buffer = io.BytesIO()
    Image.new("RGB", (1, 1), "black").save(buffer, "PNG")
    assert code(buffer.getvalue()) in ("empty", "broken", "ocr_failed")


def test_polyglots_are_what_they_begin_with():
    assert code(b"%PDF-1.7\n" + plan_docx()) in ("broken", "empty")
    assert code(plan_docx() + b"%PDF-1.7 and more") == "read"
    assert code(b"\x89PNG\r\n\x1a\n" + plan_pdf()) == "broken"
    assert code(b"<html><p>KE HOACH</p></html>" + plan_docx()) in ("binary", "read", "broken")


@pytest.mark.parametrize(
    "text",
    [
        "| " * 400_000, "\t" * 400_000, "(" * 500_000, "**a" * 200_000, "a" * 900_000, "1. " * 200_000, "\n" * 99_000,
        "ngày tháng năm " * 30_000, "Số: " * 100_000, "phối hợp với " * 40_000, "- " * 200_000, "\u0301" * 300_000,
        "STT | Việc\n" * 40_000,
    ],
)  # fmt: skip
def test_monotonous_text_takes_bounded_time(text):
    code(("KẾ HOẠCH\n" + text).encode())


def test_too_many_lines_and_too_much_text_are_refused():
    assert code(b"a\n" * 200_000) == "too_long"
    assert code(b"chu " * 2_000_000) == "too_big"


def test_paths_that_are_no_files_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "không có", __import__("pathlib").Path("/dev/zero"), tmp_path / "a\0b"):
        with pytest.raises(CannotRead, match="no_file"):
            extract(path)


def test_a_letter_with_a_long_head_is_known_as_one_and_one_that_nobody_reads_is_refused():
    long_way = b"".join(b"Received: from a by b; id %d\r\n" % n for n in range(1000))
    letter = long_way + b"Subject: Ke hoach\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nNoi dung"
    assert screen_bytes(letter).format == "eml"
    endless = b"Subject: " + b"a " * 500_000 + b"\nMIME-Version: 1.0\n\nKE HOACH"
    for work in (screen_bytes, lambda data: redact(data, [Box(1, 0, 0, 100, 100, "")])):
        with pytest.raises(CannotRead) as refused:
            work(endless)
        assert refused.value.code == "too_big"
