"""The image of one page, upright in memory, with its scale; from a PDF page or from an image file."""

import io
import warnings
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps, UnidentifiedImageError

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.pdf.stamps import remove_overlays, stamp_boxes

_BROKEN = "Ảnh hỏng hoặc không đầy đủ nên không mở được."
_TOO_BIG = "Ảnh quá lớn nên không được mở. Hãy lưu ảnh nhỏ hơn rồi tải lại."
_POINTS = 72.0
_NEAR = 0.15  # of the resolution that is asked for: so near a picture keeps its own
_FILLS, _MOST_OBJECTS = 0.8, 200  # of the page, and how many of the things on it are looked at
_A4_INCHES = (8.27, 11.69)
_LIKELY_DPI = (90, 1300)
_LEAST_PIXELS = 40
_NO_PAGE = "Tệp không có trang này."


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in colour or grey, and how many pixels of it are one inch of paper."""

    image: Image.Image
    dpi: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.image.width / self.dpi * _POINTS, self.image.height / self.dpi * _POINTS


def pdf_page(data: bytes, number: int, dpi: float) -> Picture:
    """Return one page of a PDF as an image, without the stamps that signing software lays over it."""
    document = open_pdf(data)
    remove_overlays(document, number - 1, stamp_boxes(open_pdf(data), number - 1))
    page = document[number - 1]
    own = _own_dpi(page)
    # What a scanner gave is read as it is where it is nearly of that size: drawn anew, its letters become soft.
    return _drawn(page, own if abs(own / dpi - 1) <= _NEAR else dpi)


def whole_pdf_page(data: bytes, number: int, dpi: float) -> Picture:
    """Return one page of a PDF as a reader sees it, with what signing software laid over it.

    :raises CannotRead: if there is no such page.
    """
    document = open_pdf(data)
    if not 0 < number <= len(document):
        raise CannotRead("no_page", _NO_PAGE)
    return _drawn(document[number - 1], dpi)


def _own_dpi(page: pdfium.PdfPage) -> float:
    """Return how many pixels an inch the one picture has that fills a page, 0 where there is none."""
    width, height = page.get_size()
    for item in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        if item.type != pdfium_c.FPDF_PAGEOBJ_IMAGE or not isinstance(item, pdfium.PdfImage):
            continue
        left, bottom, right, top = item.get_bounds()
        across, upward = item.get_px_size()
        if (right - left) * (top - bottom) >= _FILLS * width * height > 0:
            return float((across * upward / ((right - left) * (top - bottom))) ** 0.5 * _POINTS)
    return 0.0


def _drawn(page: pdfium.PdfPage, dpi: float) -> Picture:
    width, height = page.get_size()
    pixels = width * height * (dpi / _POINTS) ** 2
    if pixels > limits.MAX_RENDERED_PIXELS:
        dpi *= (limits.MAX_RENDERED_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=dpi / _POINTS, may_draw_forms=False, draw_annots=True, no_smoothtext=False)
    image = bitmap.to_pil()
    return Picture(image.convert("RGB"), dpi)


def image_page(data: bytes, number: int, dpi: float) -> Picture:
    """Return one page of an image file, scaled to about `dpi`.

    :raises CannotRead: if the image is damaged or too large.
    """
    image = _opened(data)
    try:
        image.seek(number - 1)
        turned = ImageOps.exif_transpose(image)
        flat = _on_white(turned if turned is not None else image)
    except (OSError, EOFError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise CannotRead("broken", _BROKEN) from error
    own = _dpi_of(image, flat)
    scale = dpi / own
    if abs(scale - 1) > _NEAR:
        size = (max(1, round(flat.width * scale)), max(1, round(flat.height * scale)))
        flat, own = flat.resize(size, Image.Resampling.LANCZOS), dpi
    return Picture(flat, own)


def count_pages(data: bytes) -> int:
    """Return how many pages an image file holds, at most one more than may be read."""
    image = _opened(data)
    pages = 0
    try:
        while pages <= limits.MAX_SCANNED_PAGES:
            image.seek(pages)
            pages += 1
    except (EOFError, OSError, ValueError, SyntaxError):
        pass
    if image.format != "TIFF":
        return 1
    return max(1, pages)


def _opened(data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = limits.MAX_IMAGE_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotRead("too_big", _TOO_BIG) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise CannotRead("broken", _BROKEN) from error
    if image.width * image.height > limits.MAX_IMAGE_PIXELS:
        raise CannotRead("too_big", _TOO_BIG)
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Return the image in grey or colour, what is transparent on white."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        return ImageOps.autocontrast(image.convert("F").convert("L"))
    return image.convert("RGB")


def _dpi_of(image: Image.Image, flat: Image.Image) -> float:
    """Return the scale that the file claims where paper of a likely size comes of it, else the one that makes it A4."""
    claimed = image.info.get("dpi", (0, 0))
    try:
        dpi = float(claimed[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    if _LIKELY_DPI[0] < dpi < _LIKELY_DPI[1] and 4 < flat.width / dpi < 24 and 4 < flat.height / dpi < 24:
        return dpi
    short, long = sorted((max(flat.width, _LEAST_PIXELS), max(flat.height, _LEAST_PIXELS)))
    return max(short / _A4_INCHES[0], long / _A4_INCHES[1])
