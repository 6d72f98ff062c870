"""Where ink and paper, or two inks, part best: what lies on both sides of that value is most alike (Otsu)."""

from collections.abc import Sequence

from PIL import Image


def ink_from(stamp: Image.Image) -> int:
    """Return from which value on a pixel is ink: where paper and ink part best."""
    return parting_of(stamp.histogram())[0]


def parting_of(histogram: Sequence[int]) -> tuple[int, float, float]:
    """Return where two groups of values part best, how clearly, 0 to 1, and how far apart their means are."""
    total, whole = sum(histogram), sum(value * count for value, count in enumerate(histogram))
    spread = sum(value * value * count for value, count in enumerate(histogram)) - whole * whole / max(1, total)
    best, at, apart, below, below_sum = 0.0, 128, 0.0, 0, 0
    for value, count in enumerate(histogram[:-1]):
        below, below_sum = below + count, below_sum + value * count
        if below and below < total:
            distance = (whole - below_sum) / (total - below) - below_sum / below
            between = distance * distance * below * (total - below) / total
            if between > best:
                best, at, apart = between, value + 1, distance
    return at, best / spread if spread else 0.0, apart
