"""Archives and letters within each other, with names that point elsewhere, and files that are two things at once."""

import gzip
import io
import struct
import warnings
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from functools import partial

from minhbach.extraction.tests.hostile.making import MB, Make, one_page, saved, stream, with_part, zeros
from minhbach.extraction.tests.samples import W, docx, paragraph, zipped

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def polyglots() -> Iterator[tuple[str, Make]]:
    document, page = docx(paragraph("KẾ HOẠCH")), one_page(stream(b"BT ET"))
    faces = {
        "PDF": page,
        "DOCX": document,
        "PNG": saved("PNG"),
        "HTML": b"<html><p>KE HOACH</p></html>",
        "text": "KẾ HOẠCH\n".encode(),
    }
    for first, one in faces.items():
        for second, other in faces.items():
            if first != second:
                yield f"{first} with {second} behind", lambda one=one, other=other: one + other
    yield "a program with a PDF behind", lambda: b"MZ\x90\0" + b"\0" * 200 + page
    yield "a PDF with a program before", lambda: b"\x7fELF" + b"\0" * 500 + page
    yield "a shell script", lambda: b"#!/bin/sh\nrm -rf /\n"
    yield "a program called PDF", lambda: b"MZ\x90\0" + b"\0" * 4000


def archives() -> Iterator[tuple[str, Make]]:
    yield "EICAR", lambda: EICAR
    yield "EICAR in an archive", lambda: zipped({"a.com": EICAR})
    yield "EICAR in an archive in an archive", lambda: zipped({"b.zip": zipped({"a.com": EICAR})})
    yield "EICAR embedded in a document", lambda: with_part(docx(paragraph("x")), "word/embeddings/a.bin", EICAR)
    for depth in (2, 6, 30):
        yield f"archives {depth} deep", partial(_nested, depth)
    yield "an archive of archives that multiply", partial(_multiplied, 4, 10)
    for name in (
        "../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows\\a.docx",
        "C:\\a.txt",
        "a\0b.txt",
        "con.txt",
        "a/" * 2000 + "b",
    ):
        yield f"an archive with the name {name[:24]!r}", lambda name=name: zipped({name: "KẾ HOẠCH"})
    yield "two parts of one name", _doubled
    yield "an archive with a password", lambda: _flagged(zipped({"a.txt": "x"}))
    yield "a document with a password flag", lambda: _flagged(docx(paragraph("x")))
    yield "a link in an archive", _linked
    yield "an archive of 5,000 files", lambda: zipped({f"{n}.txt": "KẾ HOẠCH" for n in range(5000)})
    for what, head in (
        ("gzip", gzip.compress(b"a" * 9)),
        ("7z", b"7z\xbc\xaf\x27\x1c"),
        ("RAR", b"Rar!\x1a\x07"),
        ("xz", b"\xfd7zXZ\0"),
        ("bzip2", b"BZh91AY"),
    ):
        yield f"an archive of another kind: {what}", lambda head=head: head + b"\0" * 100
    yield "an unknown way of packing", lambda: zipped({"word/document.xml": "<a/>"}).replace(b"\x08\0", b"\x63\0")
    yield "an end of directory alone", lambda: b"PK\x05\x06" + b"\0" * 18
    yield "a directory that points outside", lambda: docx(paragraph("x"))[:-6] + struct.pack("<I", 2**31) + b"\0\0"


def _nested(depth: int) -> bytes:
    data = docx(paragraph("KẾ HOẠCH"))
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def _multiplied(depth: int, times: int) -> bytes:
    data = zipped({"a.txt": b"a" * MB})
    for _ in range(depth):
        data = zipped({f"{n}.zip": data for n in range(times)})
    return data


def _doubled() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in ("<a/>", f'<w:document xmlns:w="{W}"><w:body>{paragraph("x")}</w:body></w:document>'):
            archive.writestr("word/document.xml", text)
    return buffer.getvalue()


def _flagged(data: bytes) -> bytes:
    flagged = bytearray(data)
    at = flagged.find(b"PK\x01\x02")
    while at >= 0:
        flagged[at + 8] |= 1
        at = flagged.find(b"PK\x01\x02", at + 4)
    flagged[6] |= 1
    return bytes(flagged)


def _linked() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return buffer.getvalue()


def letters() -> Iterator[tuple[str, Make]]:
    yield "a letter of 3,000 parts", lambda: _letter(*[b"KE HOACH"] * 3000)
    yield "a letter with a program", lambda: _letter(b"MZ\x90\0" + b"\0" * 200)
    yield "a letter with a bomb", lambda: _letter(zeros("word/document.xml", 300 * MB))
    for depth in (5, 100):
        yield f"letters {depth} deep", partial(_letters_deep, depth)
    head = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
    yield "a letter of boundaries", lambda: head + b"--a\n" * 100_000
    yield (
        "a letter with a head of a megabyte",
        lambda: b"Subject: " + b"a " * 500_000 + b"\nMIME-Version: 1.0\n\nKE HOACH",
    )
    yield (
        "a letter in no known writing",
        lambda: b"MIME-Version: 1.0\nContent-Type: text/plain; charset=xx-evil\n\n\xff\xfe KE",
    )


def _letter(*attached: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "KE HOACH"
    message.set_content("KE HOACH")
    for number, data in enumerate(attached):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=f"{number}.docx")
    return message.as_bytes()


def _letters_deep(depth: int) -> bytes:
    message = EmailMessage()
    message.set_content("KE HOACH")
    for _ in range(depth):
        outer = EmailMessage()
        outer.set_content("KE HOACH")
        outer.add_attachment(message)
        message = outer
    return message.as_bytes()
