"""How a scan is looked at: which page, turned and enlarged how, which line lit. It all stands in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from minhbach.digitisation.check_form import in_order
from minhbach.digitisation.models import Scan
from minhbach.extraction.pictures import has_pictures

MOST_ENLARGED = 2
TURNS = (0, 90, 180, 270)
SHOWN_LINES = 400
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Look:
    """What is shown of a scan: `field` is the box whose line is lit, `page` counts from 1."""

    row: Scan
    page: int
    field: str
    enlarged: int
    turn: int

    @property
    def line(self) -> int | None:
        """Return the index of the lit line in the scan's lines."""
        at = self.row.fields.get(self.field, {}).get("line")
        return at if isinstance(at, int) and at < len(self.row.lines) else None

    @property
    def box(self) -> Box | None:
        """Return where the lit line stands on its page."""
        if self.line is None or self.row.lines[self.line][2] is None:
            return None
        x0, y0, x1, y1 = self.row.lines[self.line][2:6]
        return x0, y0, x1, y1

    @property
    def question(self) -> str:
        """Return this look as the end of an address."""
        return urlencode({"trang": self.page, "o": self.field, "to": self.enlarged, "xoay": self.turn})

    @property
    def has_picture(self) -> bool:
        """True if the scan has pages that can be drawn."""
        return has_pictures(self.row.format)

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return self.row.pages or 1

    @property
    def earlier(self) -> "Look | None":
        """Return the look at the page before."""
        return replace(self, page=self.page - 1) if self.page > 1 else None

    @property
    def later(self) -> "Look | None":
        """Return the look at the page after."""
        return replace(self, page=self.page + 1) if self.page < self.pages else None

    @property
    def larger(self) -> "Look | None":
        """Return the look with larger letters."""
        return replace(self, enlarged=self.enlarged + 1) if self.enlarged < MOST_ENLARGED else None

    @property
    def smaller(self) -> "Look | None":
        """Return the look with smaller letters."""
        return replace(self, enlarged=self.enlarged - 1) if self.enlarged else None

    @property
    def turned(self) -> "Look":
        """Return the look turned by a quarter, clockwise."""
        return replace(self, turn=(self.turn + 90) % 360)

    @property
    def text(self) -> Sequence[dict[str, Any]]:
        """Return the lines of the page, each with whether it is lit and whether it was read without certainty."""
        own = [
            {"text": line[0], "lit": at == self.line, "unsure": line[6] is not None and line[6] < 0.75}
            for at, line in enumerate(self.row.lines)
            if line[1] in (None, self.page)
        ]
        return own[:SHOWN_LINES]


def look_of(row: Scan, asked: Mapping[str, str]) -> Look:
    """Return the look that an address asks for; what makes no sense in it is as if it were not there.

    At first the page of the first uncertain field is shown, with its line lit.
    """
    field = asked.get("o", "")
    if field not in row.fields:
        field = next(iter(in_order(row.fields)), "") if row.fields else ""
    at = row.fields.get(field, {}).get("line")
    own_page = row.lines[at][1] if isinstance(at, int) and at < len(row.lines) else None
    return Look(
        row=row,
        page=_number(asked.get("trang", ""), own_page or 1, least=1, most=row.pages or 1),
        field=field,
        enlarged=_number(asked.get("to", ""), 0, least=0, most=MOST_ENLARGED),
        turn=turn if (turn := _number(asked.get("xoay", ""), 0, least=0, most=270)) in TURNS else 0,
    )


def _number(text: str, otherwise: int, *, least: int, most: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() and len(text) < 8 else otherwise
