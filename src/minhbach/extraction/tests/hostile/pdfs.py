"""PDF files that loop, swell, lie and act."""

import io
import zlib
from collections.abc import Iterator
from functools import partial

import pikepdf

from minhbach.extraction.tests.hostile.making import CATALOG, PAGES, Make, one_page, pdf_of, stream


def pdfs() -> Iterator[tuple[str, Make]]:
    flate = b"/Filter/FlateDecode"
    for what, piece in (
        ("paths", b"0 0 m 1 1 l S "),
        ("letters", b"BT (a) Tj ET "),
        ("states", b"q "),
        ("noise", b"Zz "),
    ):
        for times in (1_000_000, 20_000_000):
            yield (
                f"a PDF stream that swells: {what} x {times}",
                lambda p=piece, t=times: one_page(stream(zlib.compress(p * t, 9), flate)),
            )
    twice = zlib.compress(zlib.compress(b"q " * 50_000_000, 9), 9)
    yield "a PDF stream packed twice", lambda: one_page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))
    yield "a page tree in a ring", lambda: pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")
    yield "a form that draws itself", lambda: one_page(
        stream(b"/X Do"), b"/Resources<</XObject<</X 5 0 R>>>>",
        stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"),
    )  # fmt: skip
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (n + 6))
        for n in range(8)
    ]
    yield (
        "forms within forms, ten each",
        lambda: one_page(
            stream(b"/X Do"),
            b"/Resources<</XObject<</X 5 0 R>>>>",
            *forms,
            stream(b"BT ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        ),
    )
    for pages in (1_001, 10_000):
        yield f"a PDF of {pages} pages", partial(_pages, pages)
    for box in (b"0 0 1e9 1e9", b"0 0 14400 14400", b"0 0 0 0", b"-1e30 0 1e30 1", b"0 0 200000 3", b"x y z"):
        yield (
            f"a page of size {box.decode()}",
            lambda box=box: pdf_of(
                CATALOG,
                PAGES,
                b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R>>" % box,
                stream(b"0 0 m 9 9 l S"),
            ),
        )
    for size in (60_000, 2_000_000_000):
        for coder in (
            b"FlateDecode",
            b"DCTDecode",
            b"JBIG2Decode",
            b"JPXDecode",
            b"CCITTFaxDecode",
            b"RunLengthDecode",
        ):
            image = b"/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/%s" % (
                size,
                size,
                coder,
            )
            yield (
                f"a {coder.decode()} picture of {size} pixels a side",
                lambda image=image: one_page(
                    stream(b"q 500 0 0 500 0 0 cm /X Do Q"),
                    b"/Resources<</XObject<</X 5 0 R>>>>",
                    stream(zlib.compress(b"\0" * 1000), image),
                ),
            )
    for what, name in (("broken", b"Type1"), ("none", b"TrueType"), ("unknown", b"Type9"), ("drawn", b"Type3")):
        yield f"a font that is {what}", lambda name=name: one_page(
            stream(b"BT /F 12 Tf 50 700 Td (KE HOACH) Tj ET"), b"/Resources<</Font<</F 5 0 R>>>>",
            b"<</Type/Font/Subtype/%s/FontDescriptor<</FontFile2 6 0 R>>/CharProcs<</a 6 0 R>>>>" % name,
            stream(b"\xff" * 5000),
        )  # fmt: skip
    ranges = b"".join(b"<%04X> <%04X> <0041>\n" % (n, 65535) for n in range(4000))
    yield "a table of letters that swells", lambda: one_page(
        stream(b"BT /F 12 Tf 50 700 Td <0001> Tj ET"), b"/Resources<</Font<</F 5 0 R>>>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[]>>",
        stream(b"begincmap 4000 beginbfrange\n" + ranges + b"endbfrange endcmap"),
    )  # fmt: skip
    yield "brackets a hundred thousand deep", lambda: pdf_of(b"[" * 100_000 + b"]" * 100_000, PAGES)
    yield "dictionaries a hundred thousand deep", lambda: pdf_of(b"<</A" * 100_000 + b"1" + b">>" * 100_000, PAGES)
    for action in (
        b"JavaScript/JS(while(1){})",
        b"Launch/F(/bin/sh)",
        b"URI/URI(file:///etc/passwd)",
        b"SubmitForm/F(http://127.0.0.1:9)",
    ):
        yield f"a PDF that acts: {action[:12].decode()}", lambda action=action: pdf_of(
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/%s>>>>" % action, PAGES,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", stream(b"BT ET"),
        )  # fmt: skip
    for handler in (
        b"/Filter/Standard/V 1/R 2/P -4/O(a)/U(b)",
        b"/Filter/Evil/V 9",
        b"/Filter/Standard/V 5/R 6/P -4/O()/U()",
    ):
        yield (
            f"a locked PDF: {handler[8:20].decode()}",
            lambda handler=handler: one_page(stream(b"BT ET")).replace(
                b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<<%s>>/ID[(1)(1)]" % handler
            ),
        )
    for xref in (b"startxref\n0\n", b"startxref\n99999999999\n", b"startxref\n-5\n", b"xref\n0 999999999\n"):
        yield (
            f"a table of objects that lies: {xref[:20]!r}",
            lambda xref=xref: one_page(stream(b"BT ET")) + b"\n" + xref + b"%%EOF",
        )
    yield (
        "a thousand annotations",
        lambda: one_page(
            stream(b"BT ET"),
            b"/Annots[" + b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(KE HOACH)>>" * 20_000 + b"]",
        ),
    )
    yield "a thousand attached files", partial(_attached, 300)


def _pages(count: int) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for _ in range(count - 1):
            pdf.pages.append(pdf.pages[0])
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def _attached(count: int) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for number in range(count):
            pdf.attachments[f"{number}.txt"] = pikepdf.AttachedFileSpec(pdf, b"KE HOACH")
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()
