"""How far a page is tilted: rows of letters are sharpest in profile when they are level."""

from PIL import Image

_WIDTH = 620  # pixels: enough to see rows, few enough to turn often
_COARSE = [step * 0.5 for step in range(-8, 9)]
_FINE = [step * 0.1 for step in range(-4, 5)]
_LEAST = 0.15  # degrees: less does no harm even to ruled lines
_MUCH = 1.0  # degrees: more harms the reading of letters


def levelled(ink: Image.Image) -> tuple[Image.Image, float]:
    """Return the page turned so that its rows are level, and by how many degrees anticlockwise that was."""
    angle = tilt_of(ink)
    if abs(angle) < _LEAST:
        return ink, 0.0
    return ink.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255), angle


def reads_badly(angle: float) -> bool:
    """Say whether a page is tilted so much that its letters are read worse for it."""
    return abs(angle) >= _MUCH


def tilt_of(ink: Image.Image) -> float:
    """Return by how many degrees to turn the page anticlockwise, between -4.4 and 4.4."""
    small = ink.resize((_WIDTH, max(1, round(ink.height * _WIDTH / ink.width))), Image.Resampling.BOX)
    dark = small.point([255 - v if v < 200 else 0 for v in range(256)])
    best = max(_COARSE, key=lambda angle: _sharpness(dark, angle))
    return max((best + fine for fine in _FINE), key=lambda angle: _sharpness(dark, angle))


def _sharpness(dark: Image.Image, angle: float) -> float:
    """Return how much neighbouring rows differ in their amount of ink."""
    turned = dark.rotate(angle, Image.Resampling.BILINEAR)
    # One column in 32 bits keeps what an 8-bit mean of a whole row would lose.
    profile = turned.convert("F").resize((1, turned.height), Image.Resampling.BOX).tobytes()
    rows = memoryview(profile).cast("f")
    return sum((a - b) ** 2 for a, b in zip(rows, rows[1:], strict=False))
