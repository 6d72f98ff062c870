"""Files cut off or changed, and text that wears patterns out."""

from collections.abc import Iterator

from minhbach.extraction.tests.hostile.making import MB, SHEET, XLSX, Make, one_page, saved, stream
from minhbach.extraction.tests.samples import docx, odt, paragraph, zipped


def cut() -> Iterator[tuple[str, Make]]:
    whole = {
        "DOCX": lambda: docx(paragraph("KẾ HOẠCH") * 50), "ODT": lambda: odt("<text:p>KẾ HOẠCH</text:p>"),
        "PDF": lambda: one_page(stream(b"BT (KE HOACH) Tj ET" * 30)),
        "PNG": lambda: saved("PNG"), "JPEG": lambda: saved("JPEG"),
        "TIFF": lambda: saved("TIFF"),
        "XLSX": lambda: zipped(XLSX | {"xl/worksheets/sheet1.xml": SHEET.format("<row/>")}),
    }  # fmt: skip
    for name, make in whole.items():
        for share in (0.05, 0.5, 0.98):
            yield f"{name} cut off at {share:.0%}", lambda make=make, share=share: make()[: int(len(make()) * share)]
        yield (
            f"{name} with a byte in a hundred changed",
            lambda make=make: bytes(b ^ 0x5A if n > 8 and n % 97 == 0 else b for n, b in enumerate(make())),
        )


def texts() -> Iterator[tuple[str, Make]]:
    long = (
        "| ",
        "\t",
        "(",
        "**a",
        "1. ",
        "\n",
        "Số: ",
        "\u0301",
        "số CCCD 03822200095",
        "a@b.",
        "đường ",
        "Nguyễn ",
        "- ",
        "ông ",
    )
    for piece in long:
        yield f"nothing but {piece!r}", lambda piece=piece: ("KẾ HOẠCH\n" + piece * (600_000 // len(piece))).encode()
    yield "a line of four million letters", lambda: b"a" * 4_000_000
    yield "letters that turn round", lambda: ("\u202eHẠCH KẾ\u202c\u2066" * 2000).encode()
    yield "random bytes", lambda: bytes((n * n * 31 + n // 7) % 256 for n in range(100_000))
    yield "HTML of nothing but comments", lambda: b"<html><body>" + b"<!--" * 200_000 + b"<p>x</html>"
    yield "HTML of nothing but brackets", lambda: b"<html><p>" + b"<![" * 100_000 + b"</html>"
    yield (
        "HTML with cells without end",
        lambda: b"<html><table><tr><td colspan=99999 rowspan=99999>x</table></html>" * 200,
    )


def names() -> Iterator[tuple[str, Make]]:
    yield "nothing", lambda: b""
    yield "zeros", lambda: b"\0" * MB
    yield "only a byte order mark", lambda: b"\xef\xbb\xbf"
    yield "only %PDF", lambda: b"%PDF-1.7"
    yield "only PK", lambda: b"PK\x03\x04"
    yield "an old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000
