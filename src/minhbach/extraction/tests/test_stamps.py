"""Rubber stamps as offices set them: faint, askew, framed, over the seal; words of secrecy and words that look so."""

import io
import random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from minhbach.extraction.contracts import DOUBTFUL_STAMP
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.scan.stamp_words import Reading, said_by
from minhbach.extraction.scan.stamps import stamped_marks
from minhbach.extraction.screening.files import screen_bytes

pytestmark = pytest.mark.usefixtures("tesseract")
DPI = 220
SIZE = (1000, 700)
SERIF, SANS = "LiberationSerif-Bold.ttf", "LiberationSans-Bold.ttf"
RED, DARK_RED, PURPLE, BLUE = (205, 40, 45), (140, 25, 35), (190, 30, 80), (40, 60, 160)
PRINT = "Giao các phòng, ban theo chức năng, nhiệm vụ phối hợp tổ chức"


def stamp(words, *, ink=RED, strength=1.0, askew=0.0, points=16, font=SERIF, framed=True, worn=False, at=(420, 300)):
    """Return a sheet with a stamp, as the ink lies."""
    shape = Image.new("L", SIZE, 0)
    draw, letters = ImageDraw.Draw(shape), ImageFont.truetype(font, round(points * DPI / 72))
    left, top, right, bottom = draw.textbbox(at, words, font=letters, anchor="mm")
    draw.text(at, words, font=letters, fill=255, anchor="mm")
    if framed:
        draw.rectangle((left - 16, top - 16, right + 16, bottom + 16), outline=255, width=5)
    shape = shape.rotate(askew, Image.Resampling.BICUBIC, center=at)
    if worn:
        grain = Image.frombytes("L", (250, 175), random.Random(3).randbytes(250 * 175)).resize(SIZE)
        shape = ImageChops.multiply(shape, grain.point([255 if v > 80 else 130 for v in range(256)]))
    shape = shape.point([round(v * strength) for v in range(256)])
    return Image.composite(Image.new("RGB", SIZE, ink), Image.new("RGB", SIZE, "white"), shape)


def seal(at=(600, 380), ink=RED):
    sheet = Image.new("RGB", SIZE, "white")
    draw, (x, y), radius = ImageDraw.Draw(sheet), at, 154
    for inset, width in ((0, 6), (18, 2), (78, 2)):
        box = (x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset)
        draw.ellipse(box, outline=ink, width=width)
    draw.regular_polygon((x, y, 40), 5, fill=ink)
    return sheet


def scanned(*sheets, grain=0.0):
    """Return sheets laid over each other and over print, as a scanner gives them."""
    page = Image.new("RGB", SIZE, "white")
    draw, letters = ImageDraw.Draw(page), ImageFont.truetype("LiberationSerif-Regular.ttf", 40)
    for row in range(4):
        draw.text((30, 60 + row * 160), PRINT, font=letters, fill=(20, 20, 20))
    for sheet in sheets:
        page = ImageChops.multiply(page, sheet)
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    if grain:
        specks = Image.frombytes("L", SIZE, random.Random(5).randbytes(SIZE[0] * SIZE[1]))
        specks = specks.point([round(128 + (v - 128) * grain) for v in range(256)]).convert("RGB")
        page = ImageChops.add(page, specks, 1, -128)
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=75, dpi=(DPI, DPI))
    return buffer.getvalue()


def on_a4(piece):
    page = Image.new("RGB", (1819, 2573), "white")
    page.paste(Image.open(io.BytesIO(piece)), (400, 600))
    buffer = io.BytesIO()
    page.save(buffer, "PNG", dpi=(DPI, DPI))
    return buffer.getvalue()


def seen(*sheets, grain=0.0):
    return stamped_marks(Image.open(io.BytesIO(scanned(*sheets, grain=grain))).convert("RGB"), DPI)


@pytest.mark.parametrize(
    ("words", "how", "mark"),
    [
        ("MẬT", {"strength": 0.35}, "Mật"),
        ("MẬT", {"ink": BLUE, "font": SANS, "askew": -18.0, "worn": True}, "Mật"),
        ("M Ậ T", {"points": 24, "framed": False, "ink": DARK_RED}, "Mật"),
        ("TỐI MẬT", {"strength": 0.3, "points": 20, "framed": False}, "Tối mật"),
        ("TUYỆT   MẬT", {"askew": 27.0, "ink": PURPLE}, "Tuyệt mật"),
    ],
)
def test_marks_of_secrecy_are_read_however_they_were_stamped(words, how, mark):
    assert seen(stamp(words, **how)).marks == {"secrecy": mark}


@pytest.mark.parametrize("words", ["MẤT", "MẶT TRẬN", "MẬT ONG", "BẢO MẬT", "ĐÃ MẤT", "MẪU"])
def test_words_that_look_like_a_mark_are_none(words):
    said = seen(stamp(words, askew=3.0))
    assert (said.marks, said.is_doubtful) == ({}, False)


def test_a_stamp_in_another_ink_than_the_seal_under_it_is_read():
    assert seen(seal(), stamp("TỐI MẬT", ink=PURPLE, at=(500, 420), points=20)).marks == {"secrecy": "Tối mật"}


def test_what_stands_over_a_seal_and_cannot_be_read_goes_to_a_person_and_a_seal_alone_does_not():
    said = seen(seal(), stamp("MẬT", at=(745, 470), points=11, framed=False))
    assert said.is_doubtful or said.marks == {"secrecy": "Mật"}
    alone = seen(seal())
    assert (alone.marks, alone.is_doubtful) == ({}, False)


@pytest.mark.parametrize(
    ("ways", "marks", "is_doubtful"),
    [
        ((["MẬT"], ["MẬT"], ["MẤT"]), {"secrecy": "Mật"}, False),
        ((["MẬT"], ["MẤT"], ["MẤT"]), {}, True),
        ((["MÃI"], ["MÃI"], ["MÁT"]), {}, True),
        ((["MẤT"], ["MẤT"], ["MẤT"]), {}, False),
        ((["MAT"], ["MAT"], []), {"secrecy": "Mật"}, False),
        ((["|MẬT|"], ["IMẬT"], ["MẬT]"]), {"secrecy": "Mật"}, False),
        ((["MẬT", "ONG"],) * 3, {}, False),
        ((["UYỆT", "MẬT"],) * 3, {"secrecy": "Tuyệt mật"}, False),
        ((["KHẨN"],) * 3, {"urgency": "Khẩn"}, False),
    ],
)
def test_readings_that_differ_in_the_marks_on_a_letter_are_left_to_a_person(ways, marks, is_doubtful):
    said = said_by([Reading([ways])])
    assert (said.marks, said.is_doubtful) == (marks, is_doubtful)


def test_a_doubtful_stamp_is_told_with_its_page_and_listed_among_what_a_person_must_see():
    page = on_a4(scanned(seal(), stamp("ĐÃ KÝ SỐ", at=(740, 380), points=20, framed=False)))
    found = extract_bytes(page)
    assert [(one.code, one.page) for one in found.problems if one.code == DOUBTFUL_STAMP] == [(DOUBTFUL_STAMP, 1)]
    screened = screen_bytes(page)
    assert screened.screening.secrecy is None
    assert [what for what in screened.unread if what.startswith("trang 1: dấu đóng")]


def test_a_cover_sheet_with_nothing_but_a_stamp_is_known_by_it():
    buffer = io.BytesIO()
    stamp("TUYỆT MẬT", points=24).save(buffer, "PNG")
    assert screen_bytes(on_a4(buffer.getvalue())).screening.secrecy == "Tuyệt mật"
