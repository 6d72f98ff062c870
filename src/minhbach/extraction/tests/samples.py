"""Small real files, built here: DOCX, ODT, PDF and scans. Agencies and people in them are made up."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from minhbach.extraction.tests.machine import is_missing

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_FONTS = Path("/usr/share/fonts/truetype")
_FACES = {
    "Serif": ("croscore/Tinos-Regular.ttf", "liberation2/LiberationSerif-Regular.ttf"),
    "Serif-Bold": ("croscore/Tinos-Bold.ttf", "liberation2/LiberationSerif-Bold.ttf"),
}
WIDTH, HEIGHT = A4


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a DOCX with this body (WordprocessingML) and these other parts of the folder word/."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    files = {"[Content_Types].xml": _TYPES, "word/document.xml": document}
    files |= {f"word/{name}": f'<?xml version="1.0"?>{text}' for name, text in (parts or {}).items()}
    return zipped(files)


def odt(text: str, *, styles: str = "") -> bytes:
    """Return an ODT with this text (the inside of office:text) and these automatic styles."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODF}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a WordprocessingML paragraph of one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def cell(content: str, properties: str = "") -> str:
    """Return a WordprocessingML table cell; plain text becomes a paragraph."""
    inside = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: Sequence[str], properties: str = "") -> str:
    """Return a WordprocessingML table of rows of cells."""
    written = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{written}</w:tbl>"


@lru_cache(maxsize=1)
def _register_fonts() -> bool:
    for name, files in _FACES.items():
        found = next((_FONTS / file for file in files if (_FONTS / file).is_file()), None)
        if found is None:
            return False
        pdfmetrics.registerFont(TTFont(name, str(found)))
    return True


def pdf(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """Return a PDF whose pages these functions draw; the test skips where no Vietnamese font is installed."""
    if not _register_fonts():
        is_missing("không có phông chữ Tinos hoặc Liberation Serif (tools/setup development)")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for draw in pages:
        canvas.setFont("Serif", 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def letterhead(canvas: Canvas) -> None:
    """Draw the head of a document in two centred columns, as Decree 30/2020 orders."""
    canvas.setFont("Serif-Bold", 13)
    for y, left, right in (
        (HEIGHT - 75, "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (HEIGHT - 91, "PHƯỜNG MẪU MỘT", "Độc lập - Tự do - Hạnh phúc"),
    ):
        canvas.drawCentredString(150, y, left)
        canvas.drawCentredString(410, y, right)
    canvas.setFont("Serif", 13)
    canvas.drawCentredString(150, HEIGHT - 118, "Số: 12/KH-UBND")
    canvas.drawCentredString(410, HEIGHT - 118, "Thí Dụ, ngày 05 tháng 3 năm 2026")
    canvas.setFont("Serif", 14)


def body(canvas: Canvas, text: str, top: float, *, left: float = 85, right: float = WIDTH - 57) -> float:
    """Draw a paragraph with a first-line indent, broken at the width; return the y below it."""
    words, x, y = text.split(), left + 36, top
    for word in words:
        width = pdfmetrics.stringWidth(word, "Serif", 14)
        if x + width > right:
            x, y = left, y - 18
        canvas.drawString(x, y, word)
        x += width + 4
    return y - 24


def ruled(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[Sequence[str]]]) -> None:
    """Draw a ruled table: upright lines at xs, level lines at ys (from the top), and the lines of each cell."""
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    canvas.setFont("Serif", 11)
    for row, top in zip(rows, ys, strict=False):
        for lines, x in zip(row, xs, strict=False):
            for index, line in enumerate(lines):
                canvas.drawString(x + 5, top - 13 - 13 * index, line)


def scanned(document: bytes, *, dpi: int = 200, tilt: float = 0.0, noise: float = 8.0) -> bytes:
    """Return a PDF of page images, as a scanner makes them of a printed document."""
    pages = [_page_image(page, dpi, tilt, noise) for page in pypdfium2.PdfDocument(document)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=80)
    return buffer.getvalue()


def image_of(document: bytes, form: str, *, dpi: int = 200) -> bytes:
    """Return the first page of a PDF as an image file (PNG, JPEG or TIFF)."""
    buffer = io.BytesIO()
    _page_image(pypdfium2.PdfDocument(document)[0], dpi, 0.0, 4.0).save(buffer, form, dpi=(dpi, dpi))
    return buffer.getvalue()


def _page_image(page: pypdfium2.PdfPage, dpi: int, tilt: float, noise: float) -> Image.Image:
    image = page.render(scale=dpi / 72).to_pil().convert("L")
    if tilt:
        image = image.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.5))
    return ImageChops.add(image, _grain(image.size, noise), 1, -128)


def _grain(size: tuple[int, int], spread: float) -> Image.Image:
    """Return grey grain around 128, the same each time: what a page reads like must not hang on chance."""
    rng = random.Random(7)
    layers = [Image.frombytes("L", size, rng.randbytes(size[0] * size[1])) for _layer in range(2)]
    # Of two even layers together the spread is 52 steps of grey.
    return ImageChops.add(*layers, 2).point(lambda grey: round(128 + (grey - 128) * spread / 52))
