"""Places of lines are those of the page as it came, however it was turned to be read."""

import io

import pytest
from PIL import Image, ImageDraw

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.marks import Page
from minhbach.extraction.layout.turned import box_as_it_came
from minhbach.extraction.pictures import picture_of


@pytest.mark.parametrize(
    ("turn", "size", "box", "came"),
    [
        (0, (200, 100), (10, 20, 30, 40), (10, 20, 30, 40)),
        # It came 100 wide and 200 high and was turned clockwise: its lower left corner is the upper left one now.
        (90, (200, 100), (0, 90, 20, 100), (0, 0, 10, 20)),
        (180, (200, 100), (0, 0, 20, 10), (180, 90, 200, 100)),
        (270, (200, 100), (0, 0, 20, 10), (0, 180, 10, 200)),
    ],
)
def test_a_box_goes_back_to_where_it_stood(turn, size, box, came):
    page = Page(1, *map(float, size), turn=turn)
    assert box_as_it_came(box, page) == pytest.approx(came)


def test_a_tilted_page_is_tilted_back():
    page = Page(1, 200.0, 100.0, tilt=90.0)
    # A quarter turn anticlockwise about the middle (100, 50) brought (110, 50) to (100, 60).
    assert box_as_it_came((100, 60, 100, 60), page) == pytest.approx((110, 50, 110, 50))


def white_page(dot: tuple[int, int]) -> bytes:
    """Return an A4 page at 100 dpi with one black square, whose upper left corner is given in pixels."""
    image = Image.new("RGB", (827, 1169), "white")
    ImageDraw.Draw(image).rectangle((*dot, dot[0] + 40, dot[1] + 40), fill="black")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(100, 100))
    return buffer.getvalue()


def test_a_picture_is_drawn_turned_enlarged_and_lit():
    data = white_page((0, 0))
    plain = Image.open(io.BytesIO(picture_of(data, 1)))
    assert plain.size[0] == 900 and plain.getpixel((10, 10))[0] < 60
    turned = Image.open(io.BytesIO(picture_of(data, 1, enlarged=1, turn=90)))
    assert turned.size[0] == 1500 and turned.getpixel((1490, 10))[0] < 60
    # 100 to 200 points from the left and 100 to 120 from the bottom of a page 842 points high.
    lit = Image.open(io.BytesIO(picture_of(data, 1, lit=(100.0, 100.0, 200.0, 120.0))))
    red, green, blue = lit.getpixel((round(150 * 900 / 595.4), round((841.7 - 110) * 900 / 595.4)))
    assert red > 240 and blue < 190


def test_there_is_no_picture_of_a_missing_page_or_of_a_text():
    with pytest.raises(CannotRead):
        picture_of("Thông báo".encode(), 1)
    with pytest.raises(CannotRead):
        picture_of(white_page((0, 0)), 3)
