"""What the named styles of a DOCX say: bold, capitals, hidden, heading level, numbering, table lines."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from minhbach.extraction.office.docx_names import W, child, switched, value, whole

_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề) ?([1-9])$", re.IGNORECASE)
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Style:
    """The properties of a style with those that it inherits; None is not said."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    heading: int | None = None
    number: str | None = None  # numId
    level: int | None = None  # ilvl
    ruled: bool | None = None
    font: str | None = None


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: Any | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._elements: dict[str, Any] = {value(style, "styleId") or "": style for style in found}
        default = next((s for s in found if value(s, "type") == "paragraph" and value(s, "default") == "1"), None)
        self._default = value(default, "styleId") or ""
        self.font = font_of(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._resolved = lru_cache(maxsize=None)(self._resolve)

    def paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph style, or the document's default one."""
        return self._resolved(style_id or self._default, _LONGEST_CHAIN)

    def other(self, style_id: str | None) -> Style:
        """Return a character or table style; one that says nothing where there is none."""
        return self._resolved(style_id or "", _LONGEST_CHAIN)

    def _resolve(self, style_id: str, left: int) -> Style:
        element = self._elements.get(style_id)
        if element is None or left == 0:
            return Style()
        base = self._resolved(value(child(element, "basedOn")) or "", left - 1)
        return _own(element, base)


def _own(element: Any, base: Style) -> Style:
    runs, paragraph = child(element, "rPr"), child(element, "pPr")
    name = _HEADING.match(value(child(element, "name")) or "")
    outline = value(child(paragraph, "outlineLvl"))
    level = value(child(paragraph, "numPr", "ilvl"))
    return Style(
        bold=_first(switched(runs, "b"), base.bold),
        capitals=_first(switched(runs, "caps"), base.capitals),
        hidden=_first(switched(runs, "vanish"), base.hidden),
        heading=heading_level(outline) or (int(name[1]) if name else base.heading),
        number=value(child(paragraph, "numPr", "numId")) or base.number,
        level=whole(level, 0) if level else base.level,
        ruled=_first(draws_lines(child(element, "tblPr", "tblBorders")), base.ruled),
        font=font_of(runs) or base.font,
    )


def font_of(properties: Any | None) -> str | None:
    """Return the font of run properties for letters beyond ASCII; None where they name none."""
    fonts = child(properties, "rFonts")
    return value(fonts, "hAnsi") or value(fonts, "ascii")


def heading_level(outline: str | None) -> int | None:
    """Return an outline level as a heading, 1 to 9; body text (9 in the file) is none."""
    level = whole(outline, 9) if outline is not None else 9
    return level + 1 if level < 9 else None


def draws_lines(borders: Any | None) -> bool | None:
    """Say whether a set of borders has a visible one; None where there is no set."""
    if borders is None:
        return None
    return any((value(side) or "none") not in ("none", "nil") for side in borders)


def _first(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own
