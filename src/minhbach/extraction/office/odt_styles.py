"""What the styles of an ODT say: bold and hidden text, table lines, and how lists are numbered."""

from dataclasses import dataclass
from typing import Any

from minhbach.extraction.numerals import letters, roman
from minhbach.extraction.office.docx_names import whole

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is written; `form` is "1", "a", "A", "i", "I", "" for none, "-" for a bullet."""

    form: str = "-"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1

    def count(self, number: int) -> str:
        """Return one number in the form of this level."""
        written = {"a": letters, "A": lambda n: letters(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}
        return written.get(self.form, str)(number) if self.form else ""


class OdtStyles:
    """The styles of one document: those of its content come before those of its templates."""

    def __init__(self, content: Any, shared: Any | None) -> None:
        self._styles: dict[str, Any] = {}
        self._cell_lines: dict[str, bool] = {}
        self.lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for root in (shared, content):
            if root is not None:
                self._load(root)

    def is_bold(self, name: str | None) -> bool | None:
        """Say whether a style makes text bold; None where neither it nor its parents say."""
        weight = self._text_property(name, FO + "font-weight")
        return None if weight is None else weight in ("bold", "600", "700", "800", "900")

    def is_hidden(self, name: str | None) -> bool:
        return self._text_property(name, TEXT + "display") == "none"

    def is_capital(self, name: str | None) -> bool:
        return self._text_property(name, FO + "text-transform") == "uppercase"

    def list_of(self, name: str | None) -> str | None:
        """Return the list style that a paragraph style is numbered with."""
        element = self._styles.get(name or "")
        return element.get(STYLE + "list-style-name") if element is not None else None

    def draws_lines(self, cell_style: str | None) -> bool:
        """Say whether a cell style has a visible border."""
        return self._cell_lines.get(cell_style or "", False)

    def _text_property(self, name: str | None, attribute: str) -> str | None:
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(name or "")
            if element is None:
                return None
            properties = element.find(STYLE + "text-properties")
            if properties is not None and properties.get(attribute) is not None:
                return str(properties.get(attribute))
            name = element.get(STYLE + "parent-style-name")
        return None

    def _load(self, root: Any) -> None:
        for element in root.iter(STYLE + "style"):
            name = element.get(STYLE + "name") or ""
            self._styles[name] = element
            cell = element.find(STYLE + "table-cell-properties")
            if cell is not None:
                borders = [text for key, text in cell.attrib.items() if key.startswith(FO + "border")]
                self._cell_lines[name] = any(text and not text.startswith(("none", "0")) for text in borders)
        for element in root.iter(TEXT + "list-style"):
            self.lists[element.get(STYLE + "name") or ""] = _levels(element)
        for element in root.iter(TEXT + "outline-style"):
            self.outline = _levels(element)


def _levels(element: Any) -> dict[int, ListLevel]:
    found = {}
    for level in element:
        at = whole(level.get(TEXT + "level"), 1)
        if level.tag in (TEXT + "list-level-style-number", TEXT + "outline-level-style"):
            found[at] = ListLevel(
                form=level.get(STYLE + "num-format") or "",
                prefix=level.get(STYLE + "num-prefix") or "",
                suffix=level.get(STYLE + "num-suffix") or "",
                shown=whole(level.get(TEXT + "display-levels"), 1),
                start=whole(level.get(TEXT + "start-value"), 1),
            )
        elif level.tag == TEXT + "list-level-style-bullet":
            sign = (level.get(TEXT + "bullet-char") or "-").strip()
            found[at] = ListLevel(form="-", prefix="+" if sign == "+" else "-")
    return found
