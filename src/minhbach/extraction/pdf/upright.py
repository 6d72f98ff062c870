"""Coordinates as a person sees the page: its crop box at the origin, its rotation undone."""

from dataclasses import dataclass

import pypdfium2 as pdfium

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Upright:
    """Turns boxes of the page's own space into boxes of the page as shown. `turn` is clockwise, in degrees."""

    left: float
    bottom: float
    width: float  # before turning
    height: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a box of the page's space as shown."""
        (a, b), (c, d) = self._point(x0, y0), self._point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def back(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a box of the page as shown in the page's own space."""
        (a, b), (c, d) = self._back(x0, y0), self._back(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            x, y = self.width - y, x
        elif self.turn == 180:
            x, y = self.width - x, self.height - y
        elif self.turn == 270:
            x, y = y, self.height - x
        return x + self.left, y + self.bottom

    def _point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.turn == 90:
            return y, self.width - x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return self.height - y, x
        return x, y


def upright(page: pdfium.PdfPage, turn: int | None) -> Upright:
    """Return the view in which the text of a page stands upright.

    :param turn: by how many degrees, clockwise, its text must be turned; None for a page without text, which is seen
        as the file says. A page may be shown on its side while its text is not, and the other way round.
    """
    left, bottom, right, top = page.get_cropbox()
    return Upright(left, bottom, right - left, top - bottom, page.get_rotation() if turn is None else turn)
