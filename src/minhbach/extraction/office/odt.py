"""An ODT as paragraphs and tables in order, list numbers rendered, deleted text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.flow import Item, Paragraph, Table, TableCell
from minhbach.extraction.office.docx_names import whole
from minhbach.extraction.office.odt_styles import DRAW, OFFICE, TABLE, TEXT, ListLevel, OdtStyles
from minhbach.extraction.office.package import Package

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."
_NOT_SHOWN = frozenset(
    [TEXT + name for name in ("note", "tracked-changes", "table-of-content", "sequence-decls", "hidden-text")]
    + [TEXT + name for name in ("bookmark", "ruby-text")]
    + [OFFICE + name for name in ("annotation", "annotation-end", "forms")]
)
_FIXED = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": ""}
_MOST_SPACES = 200


def items_of(package: Package) -> list[Item]:
    """Return the paragraphs and tables of a text document.

    :raises CannotRead: if the package is damaged, encrypted, or holds no text.
    """
    manifest = package.xml_if_present("META-INF/manifest.xml")
    if manifest is not None and manifest.find(f".//{_MANIFEST}encryption-data") is not None:
        raise CannotRead("encrypted", _ENCRYPTED)
    content = package.xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise CannotRead("empty", "Tệp không có nội dung văn bản.")
    return _Document(OdtStyles(content, package.xml_if_present("styles.xml"))).items(body)


@dataclass(slots=True)
class _List:
    """An open list: its style, its depth from 1, and how far each level has counted."""

    style: str
    depth: int
    counts: dict[int, int] = field(default_factory=dict)


class _Document:
    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._ended: dict[str, dict[int, int]] = {}  # list style → counts, for lists that go on later
        self._named: dict[str, dict[int, int]] = {}  # list id → counts
        self._headings: dict[int, int] = {}
        self._seen = 0

    def items(self, parent: Any, lists: _List | None = None, label: str = "") -> list[Item]:
        found: list[Item] = []
        for element in parent:
            self._seen += 1
            if self._seen > limits.MAX_ELEMENTS:
                raise CannotRead("too_long", "Văn bản quá dài. Hãy tách thành nhiều tệp.")
            if element.tag in (TEXT + "p", TEXT + "h"):
                found += self._paragraph(element, label)
                label = ""
            elif element.tag == TEXT + "list":
                found += self._list(element, lists)
            elif element.tag == TABLE + "table":
                found.append(self._table(element))
            elif isinstance(element.tag, str) and element.tag not in _NOT_SHOWN:
                found += self.items(element, lists)
        return found

    def _paragraph(self, element: Any, label: str) -> Iterator[Item]:
        name = element.get(TEXT + "style-name")
        pieces = list(self._pieces(element, name))
        text = "".join(words for words, _ in pieces)
        heading = whole(element.get(TEXT + "outline-level"), 1) if element.tag == TEXT + "h" else None
        label = label or (self._heading_label(heading) if heading and text.strip() else "")
        bold = [is_bold for words, is_bold in pieces if words.strip()]
        shown = f"{label} {text.lstrip()}" if label and text.strip() else text
        yield Paragraph(shown, heading=heading, bold=bool(bold) and all(bold))
        for box in element.iter(DRAW + "text-box"):
            if not any(outer.tag == DRAW + "text-box" for outer in box.iterancestors()):
                yield from self.items(box)

    def _pieces(self, element: Any, style: str | None, *, inherited: bool = False) -> Iterator[tuple[str, bool]]:
        """Yield the visible words below an element, each with whether they are bold."""
        if self._styles.is_hidden(style):
            return
        said = self._styles.is_bold(style)
        bold = inherited if said is None else said
        if element.text:
            yield self._cased(element.text, style), bold
        for child in element:
            if child.tag == TEXT + "s":
                yield " " * min(whole(child.get(TEXT + "c"), 1), _MOST_SPACES), bold
            elif child.tag in _FIXED:
                yield _FIXED[child.tag], bold
            elif isinstance(child.tag, str) and child.tag not in _NOT_SHOWN and not child.tag.startswith(DRAW):
                yield from self._pieces(child, child.get(TEXT + "style-name"), inherited=bold)
            if child.tail:
                yield self._cased(child.tail, style), bold

    def _cased(self, text: str, style: str | None) -> str:
        """Return text as shown: line ends of the file are spaces in ODT."""
        text = " ".join(text.split("\n"))
        return text.upper() if self._styles.is_capital(style) else text

    def _list(self, element: Any, outer: _List | None) -> list[Item]:
        name = element.get(TEXT + "style-name") or (outer.style if outer else "")
        current = _List(name, outer.depth + 1 if outer else 1, outer.counts if outer and outer.style == name else {})
        if outer is None:
            current.counts = self._continued(element, name)
        found: list[Item] = []
        for item in element:
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                label = self._item_label(item, current) if item.tag == TEXT + "list-item" else ""
                found += self.items(item, current, label)
        return found

    def _continued(self, element: Any, name: str) -> dict[int, int]:
        """Return the counts that an outermost list starts with: empty, or those of the list that it goes on with."""
        counts: dict[int, int] = {}
        earlier = self._named.get(element.get(TEXT + "continue-list") or "")
        if earlier is not None:
            counts = earlier
        elif element.get(TEXT + "continue-numbering") == "true":
            counts = self._ended.get(name, {})
        self._ended[name] = counts
        identity = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if identity:
            self._named[identity] = counts
        return counts

    def _item_label(self, item: Any, current: _List) -> str:
        """Count one item that has words of its own, and return what stands before it."""
        first = next(iter(item), None)
        if first is None or first.tag == TEXT + "list":
            return ""
        levels = self._styles.lists.get(current.style, {})
        level = levels.get(current.depth, ListLevel(prefix="-"))
        told = item.get(TEXT + "start-value")
        count = whole(told, 1) if told else current.counts.get(current.depth, level.start - 1) + 1
        current.counts[current.depth] = count
        for deeper in [depth for depth in current.counts if depth > current.depth]:
            del current.counts[deeper]
        return _label(levels, current.depth, current.counts)

    def _heading_label(self, heading: int) -> str:
        level = self._styles.outline.get(heading)
        if level is None or not level.form:
            return ""
        self._headings[heading] = self._headings.get(heading, level.start - 1) + 1
        for deeper in [depth for depth in self._headings if depth > heading]:
            del self._headings[deeper]
        return _label(self._styles.outline, heading, self._headings)

    def _table(self, element: Any) -> Table:
        rows = [row for row in _rows(element) for _ in range(_repeated(row, "number-rows-repeated"))]
        table = Table()
        cells_seen = ruled = 0
        for row in rows[: limits.MAX_LINES]:
            cells = [cell for cell in row if cell.tag == TABLE + "table-cell"]
            table.rows.append([copy for cell in cells for copy in self._cell(cell)])
            cells_seen += len(cells)
            ruled += sum(self._styles.draws_lines(cell.get(TABLE + "style-name")) for cell in cells)
            if cells_seen > limits.MAX_TABLE_CELLS:
                break
        table.ruled = ruled * 2 > cells_seen
        return table

    def _cell(self, element: Any) -> list[TableCell]:
        spans = (
            min(max(1, whole(element.get(TABLE + "number-columns-spanned"), 1)), limits.MAX_TABLE_COLUMNS),
            max(1, whole(element.get(TABLE + "number-rows-spanned"), 1)),
        )
        items = self.items(element)
        return [TableCell(items, *spans) for _ in range(_repeated(element, "number-columns-repeated"))]


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(element)


def _repeated(element: Any, attribute: str) -> int:
    """Return how often a row or cell stands in a row; spreadsheets repeat empty ones a million times."""
    return min(max(1, whole(element.get(TABLE + attribute), 1)), limits.MAX_TABLE_COLUMNS)


def _label(levels: dict[int, ListLevel], depth: int, counts: dict[int, int]) -> str:
    level = levels.get(depth, ListLevel(prefix="-"))
    if level.form == "-":
        return level.prefix
    first = max(1, depth - max(1, level.shown) + 1)
    shown = [levels.get(at, level).count(counts.get(at, levels.get(at, level).start)) for at in range(first, depth + 1)]
    return f"{level.prefix}{'.'.join(part for part in shown if part)}{level.suffix}" if level.form else ""
