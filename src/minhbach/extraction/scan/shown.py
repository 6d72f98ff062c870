"""The picture of a page for a person who compares it with what was read: turned, enlarged, one line of it lit."""

import io

from PIL import Image, ImageChops, ImageDraw

from minhbach.extraction.scan.picture import Picture, image_page, whole_pdf_page

WIDTHS = (900, 1500, 2200)
"""Pixels of the page's breadth, by how far it is enlarged."""
_DPI = 150.0
_LIT, _EDGE = (255, 240, 150), (106, 66, 0)
_MARGIN = 3.0  # points around the lit line
_QUALITY = 72

Box = tuple[float, float, float, float]


def page_shown(data: bytes, file_format: str, page: int, *, enlarged: int, turn: int, lit: Box | None) -> bytes:
    """Return one page (from 1) as a JPEG.

    :param enlarged: index in `WIDTHS`.
    :param turn: degrees clockwise: 0, 90, 180 or 270.
    :param lit: in points from the lower left of the page as it came.
    :raises CannotRead: if the page cannot be opened.
    """
    picture = whole_pdf_page(data, page, _DPI) if file_format == "pdf" else image_page(data, page, _DPI)
    image = picture.image.convert("RGB")
    if lit is not None:
        image = _lit(image, picture, lit)
    if turn:
        image = image.rotate(-turn, expand=True, fillcolor="white")
    width = WIDTHS[max(0, min(enlarged, len(WIDTHS) - 1))]
    image = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _lit(image: Image.Image, picture: Picture, box: Box) -> Image.Image:
    """Return the page with a line coloured like a marker: what is dark stays dark."""
    scale = picture.dpi / 72.0
    x0, y0, x1, y1 = box
    place = (
        round((x0 - _MARGIN) * scale),
        round(image.height - (y1 + _MARGIN) * scale),
        round((x1 + _MARGIN) * scale),
        round(image.height - (y0 - _MARGIN) * scale),
    )
    marker = Image.new("RGB", image.size, "white")
    ImageDraw.Draw(marker).rectangle(place, fill=_LIT)
    lit = ImageChops.multiply(image, marker)
    ImageDraw.Draw(lit).rectangle(place, outline=_EDGE, width=2)
    return lit
