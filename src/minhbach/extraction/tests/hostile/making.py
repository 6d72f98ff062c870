"""Pieces of which hostile files are made."""

import io
import struct
import zipfile
from collections.abc import Callable

from PIL import Image

from minhbach.extraction.tests.samples import zipped

Make = Callable[[], bytes]


MB = 1024 * 1024


XLSX = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zeros(name: str, size: int, filler: bytes = b" ") -> bytes:
    """Return a ZIP with a part that unpacks to so many bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(size // MB):
            part.write(filler * MB)
    return buffer.getvalue()


def claimed(data: bytes, size: int) -> bytes:
    """Return a ZIP whose directory claims another size of its first part."""
    lying = bytearray(data)
    directory = lying.rfind(b"PK\x01\x02")
    lying[directory + 24 : directory + 28] = struct.pack("<I", size)
    return bytes(lying)


def with_part(data: bytes, name: str, part: str | bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({n: archive.read(n) for n in archive.namelist()} | {name: part})


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """Return a PDF of these objects, without a table of where they are."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (n, text) for n, text in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer\n<</Root %d 0 R>>\n%%%%EOF" % root


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def one_page(content: bytes, more: bytes = b"", *others: bytes) -> bytes:
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % more
    return pdf_of(CATALOG, PAGES, leaf, content, *others)


def saved(form: str, size: tuple[int, int] = (400, 120), **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, form, **options)
    return buffer.getvalue()
