"""What is written on a page: the red of stamps and shadows gone, letters dark; and whether anything is there."""

from PIL import Image, ImageChops, ImageFilter

_SHADE_STEP = 16  # pixels of the page that become one of its shade
_SHADOWED = 205  # paper darker than that somewhere has a shadow, or is not white
_DARK, _LIGHT = 80, 210
_FADED = 180  # ink lighter than that shines through from the other side
_DARKEST_SHARE = 0.004  # of the pixels: so many are ink on any page with text
_INK = 110
_BLANK_SHARE = 0.0004  # of the pixels: fewer dark ones are dust
_GRAINY = 5.0  # steps of grey on bare paper; a clean scan has fewer than 3
_SAMPLE = 700  # pixels each way that are looked at for grain
_SMOOTH_DARK = 110
_EDGE = 0.03  # of the page on each side: scanners leave a dark rim


def ink_of(image: Image.Image) -> Image.Image:
    """Return the page in grey, without red and with even paper.

    Red ink is nearly as bright as paper in the red channel, and black letters under a red seal stay dark there.
    """
    grey = _evened(image.getchannel("R") if image.mode == "RGB" else image.convert("L"))
    return grey.point(_stretch(max(_DARK, min(_darkest(grey), _FADED))))


def is_blank(ink: Image.Image) -> bool:
    """Say whether a page has nothing on it but dust, a dark rim, or what shines through."""
    x, y = round(ink.width * _EDGE), round(ink.height * _EDGE)
    inner = ink.crop((x, y, ink.width - x, ink.height - y))
    small = inner.reduce(2) if min(inner.size) > 4 else inner
    return sum(small.histogram()[:_INK]) < _BLANK_SHARE * small.width * small.height


def is_grainy(ink: Image.Image) -> bool:
    """Say whether the bare paper in the middle of a page is full of grain, which a recogniser takes for dots."""
    x, y = ink.width // 4, ink.height // 4
    sample = ink.crop((x, y, min(ink.width, x + _SAMPLE), min(ink.height, y + _SAMPLE)))
    even = sample.filter(ImageFilter.MedianFilter(5))
    bare = even.point([255 if v > _LIGHT else 0 for v in range(256)])
    histogram = ImageChops.difference(sample, even).histogram(bare)
    return sum(step * count for step, count in enumerate(histogram)) > _GRAINY * max(1, sum(histogram))


def smoothed(ink: Image.Image) -> Image.Image:
    """Return a grainy page with its grain rubbed out, before anything is read from it."""
    return ink.filter(ImageFilter.GaussianBlur(1.0)).point(_stretch(_SMOOTH_DARK))


def cleaned(ink: Image.Image) -> Image.Image:
    """Return a noisy page with its specks taken away, for a second reading."""
    return ink.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.GaussianBlur(0.7)).point(_stretch(_DARK))


def _stretch(dark: int) -> list[int]:
    """Return what each grey becomes when `dark` is made black and paper white."""
    light = max(_LIGHT, dark + 40)
    return [max(0, min(255, round((v - dark) * 255 / (light - dark)))) for v in range(256)]


def _darkest(grey: Image.Image) -> int:
    """Return how dark the ink of a page is: faded print is no darker than some paper."""
    histogram = grey.histogram()
    least, seen = _DARKEST_SHARE * grey.width * grey.height, 0
    for value, count in enumerate(histogram):
        seen += count
        if seen >= least:
            return value
    return 255


def _evened(grey: Image.Image) -> Image.Image:
    """Return the page with its paper made white everywhere; a page that is white already stays as it is."""
    small = grey.resize((max(1, grey.width // _SHADE_STEP), max(1, grey.height // _SHADE_STEP)), Image.Resampling.BOX)
    shade = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    histogram = shade.histogram()
    if sum(histogram[:_SHADOWED]) < 0.01 * shade.width * shade.height:
        return grey
    paper = shade.resize(grey.size, Image.Resampling.BILINEAR)
    return ImageChops.invert(ImageChops.subtract(paper, grey).point(lambda v: min(255, round(v * 1.25))))
