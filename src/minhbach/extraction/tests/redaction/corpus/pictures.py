"""Pictures that hide words beside what they show."""

import io
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from minhbach.extraction.tests.redaction.corpus.cases import Person, kind
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, person_page, picture_of
from minhbach.extraction.tests.samples import image_of

GROUP = "Ảnh"
_ORIENTATION, _DESCRIPTION, _ARTIST, _GPS, _LATITUDE = 0x112, 0x10E, 0x13B, 0x8825, 2
_THUMBNAIL_FORMAT = 0x0103


def picture(person: Person) -> Image.Image:
    return Image.open(io.BytesIO(image_of(person_page(person), "PNG"))).convert("RGB")


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, dpi=(200, 200), **options)
    return buffer.getvalue()


@kind(GROUP, "PNG")
def _png(person: Person) -> bytes:
    return saved(picture(person), "PNG")


@kind(GROUP, "PNG có chú thích (tEXt, iTXt)")
def _png_text(person: Person) -> bytes:
    info = PngInfo()
    info.add_text("Comment", person.secret, zip=True)
    info.add_itxt("Title", person.secret)
    return saved(picture(person), "PNG", pnginfo=info)


@kind(GROUP, "PNG trong suốt")
def _transparent(person: Person) -> bytes:
    image = picture(person)
    alpha = image.convert("L").point(lambda v: 0 if v > 200 else 255)
    image.putalpha(alpha)
    return saved(image, "PNG")


@kind(GROUP, "JPEG")
def _jpeg(person: Person) -> bytes:
    return saved(picture(person), "JPEG", quality=90)


@kind(GROUP, "JPEG có EXIF, vị trí GPS")
def _exif(person: Person) -> bytes:
    exif = Image.Exif()
    exif[_DESCRIPTION], exif[_ARTIST] = person.secret, person.hidden
    exif[_GPS] = {1: "N", _LATITUDE: (20.0, 51.0, 5.0)}
    return saved(picture(person), "JPEG", exif=exif.tobytes())


@kind(GROUP, "JPEG có ảnh thu nhỏ và chú thích")
def _thumbnail(person: Person) -> bytes:
    exif = Image.Exif()
    exif[_DESCRIPTION] = saved(picture_of(person.secret, 400, 16), "JPEG").decode("latin-1")
    return saved(picture(person), "JPEG", exif=exif.tobytes(), comment=person.secret.encode())


@kind(GROUP, "JPEG có XMP")
def _xmp(person: Person) -> bytes:
    packet = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + person.secret.encode() + b"</x:xmpmeta>"
    data = saved(picture(person), "JPEG")
    return data[:2] + b"\xff\xe1" + (len(packet) + 2).to_bytes(2, "big") + packet + data[2:]


@kind(GROUP, "JPEG có dữ liệu sau phần ảnh")
def _appended(person: Person) -> bytes:
    return saved(picture(person), "JPEG") + person.secret.encode()


@kind(GROUP, "JPEG xoay theo máy ảnh (EXIF Orientation)")
def _oriented(person: Person) -> bytes:
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    return saved(picture(person).rotate(90, expand=True), "JPEG", exif=exif.tobytes(), quality=90)


@kind(GROUP, "TIFF nhiều trang")
def _pages(person: Person) -> bytes:
    second = picture_of(f"{PLAIN[:30]} Số CCCD {person.hidden}", 1166, 30).resize((1166, 555))
    canvas = Image.new("RGB", (1166, 555), "white")
    canvas.paste(picture_of(f"Số CCCD {person.hidden} của hộ", 1100, 31), (10, 100))
    del second
    return saved(picture(person), "TIFF", save_all=True, append_images=[canvas])


@kind(GROUP, "TIFF có nhãn")
def _tags(person: Person) -> bytes:
    tags = ImageFileDirectory_v2()
    tags[_DESCRIPTION] = person.secret
    return saved(picture(person), "TIFF", tiffinfo=tags, compression="tiff_lzw")


@kind(GROUP, "TIFF đen trắng (fax)")
def _fax(person: Person) -> bytes:
    return saved(picture(person).convert("1", dither=Image.Dither.NONE), "TIFF", compression="group4")


@kind(GROUP, "bị cắt cụt", "broken")
def _cut(person: Person) -> bytes:
    return saved(picture(person), "PNG")[:900]


@kind(GROUP, "GIF", "image_format")
def _gif(person: Person) -> bytes:
    return saved(picture(person), "GIF")


@kind(GROUP, "BMP", "image_format")
def _bmp(person: Person) -> bytes:
    return saved(picture(person), "BMP")


@kind(GROUP, "WebP", "image_format")
def _webp(person: Person) -> bytes:
    return saved(picture(person), "WEBP")


@kind(GROUP, "SVG", "image_format")
def _svg(person: Person) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{person.secret}</text></svg>'.encode()
