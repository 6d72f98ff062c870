"""A page as a picture, upright as a reader sees it: what is hidden, lies outside the page or beside it is not on it."""

from PIL import Image

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.redaction.contracts import Rectangle, Shape
from minhbach.extraction.redaction.space import POINTS
from minhbach.extraction.scan.picture import Picture, image_page

DPI = 200.0
_NOTHING = "Trang {page} không có phần nào hiện ra nên không tạo được bản che."
_LEAST, _MOST = 3.0, 14_400.0  # points: sides of a page that PDF readers show


def pdf_shape(page: object, number: int) -> Shape:
    """Return the shape of a page of PDFium's; its unit is asked elsewhere, as PDFium does not tell it.

    :raises CannotRead: if nothing of the page can be seen.
    """
    media: Rectangle = tuple(page.get_mediabox())  # type: ignore[attr-defined]
    crop: Rectangle = tuple(page.get_cropbox())  # type: ignore[attr-defined]
    seen = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if not (_LEAST <= seen[2] - seen[0] <= _MOST and _LEAST <= seen[3] - seen[1] <= _MOST):
        raise CannotRead("no_page", _NOTHING.format(page=number))
    return Shape(media, seen, page.get_rotation() % 360)  # type: ignore[attr-defined]


def dpi_for(shape: Shape, dpi: float) -> float:
    """Return the resolution asked for, or less where the picture of a very large page would need too much memory."""
    x0, y0, x1, y1 = shape.crop
    pixels = (x1 - x0) * (y1 - y0) * (shape.unit * dpi / POINTS) ** 2
    return dpi if pixels <= limits.MAX_RENDERED_PIXELS else dpi * (limits.MAX_RENDERED_PIXELS / pixels) ** 0.5


def picture_of_pdf(data: bytes, number: int, shape: Shape, dpi: float = DPI) -> Picture:
    """Return one page of a PDF, with the form fields, stamps and notes that are shown on it."""
    document = open_pdf(data)
    document.init_forms()
    dpi = dpi_for(shape, dpi)
    page = document[number - 1]
    bitmap = page.render(scale=dpi / POINTS * shape.unit, may_draw_forms=True, draw_annots=True)
    return Picture(bitmap.to_pil().convert("RGB"), dpi)


def picture_of_image(data: bytes, number: int, dpi: float = DPI) -> tuple[Picture, Shape]:
    """Return one page of an image file, turned as its camera says, and its shape."""
    picture = image_page(data, number, dpi)
    width, height = picture.size
    box = (0.0, 0.0, width, height)
    return Picture(_coloured(picture.image), picture.dpi), Shape(box, box)


def _coloured(image: Image.Image) -> Image.Image:
    # A fresh image: nothing of the file's own information (EXIF, comments, profiles) comes along.
    fresh = Image.new("RGB", image.size, "white")
    fresh.paste(image.convert("RGB"))
    return fresh
