"""A DOCX as paragraphs and tables in order, numbers rendered, tracked changes accepted."""

import posixpath
from collections.abc import Iterator
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.flow import Item, Paragraph, Table, TableCell
from minhbach.extraction.office.docx_names import MC, W, child, switched, value, whole
from minhbach.extraction.office.docx_numbering import Numbering
from minhbach.extraction.office.docx_old_fonts import word_part
from minhbach.extraction.office.docx_runs import words_of
from minhbach.extraction.office.docx_styles import Styles, draws_lines, heading_level
from minhbach.extraction.office.package import Package

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_EMPTY = "Tệp Word không có nội dung."


def main_part(package: Package) -> str | None:
    """Return the name of the part that holds a Word document's text, or None where the package is something else."""
    root = package.xml_if_present("_rels/.rels")
    for relation in [] if root is None else root.findall(_RELATION):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            name = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
            return name if name.startswith("word/") or "document" in posixpath.basename(name) else None
    return "word/document.xml" if "word/document.xml" in package.names else None


def items_of(package: Package, main: str) -> list[Item]:
    """Return the paragraphs and tables of a Word document.

    :raises CannotRead: if the package is damaged or holds no body.
    """
    body = child(word_part(package, main), "body")
    if body is None:
        raise CannotRead("empty", _EMPTY)
    folder = posixpath.dirname(main)
    styles = Styles(package.xml_if_present(f"{folder}/styles.xml"))
    numbering = Numbering(package.xml_if_present(f"{folder}/numbering.xml"))
    return _Document(styles, numbering).items(body)


class _Document:
    """Walks a body once, in order, so that numbers count as they do in Word."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._carried = ""  # text of a paragraph whose end was deleted: it runs on into the next
        self._seen = 0

    def items(self, parent: Any) -> list[Item]:
        found: list[Item] = []
        for element in parent:
            if element.tag == W + "p":
                found += self._paragraph(element)
            elif element.tag == W + "tbl":
                found.append(self._table(element))
            elif element.tag in _TRANSPARENT:
                found += self.items(element)
            elif element.tag == MC + "AlternateContent" and len(element):
                found += self.items(element[0])
            self._count()
        return found

    def _count(self) -> None:
        self._seen += 1
        if self._seen > limits.MAX_ELEMENTS:
            raise CannotRead("too_long", "Văn bản quá dài. Hãy tách thành nhiều tệp.")

    def _paragraph(self, element: Any) -> Iterator[Item]:
        properties = child(element, "pPr")
        style = self._styles.paragraph(value(child(properties, "pStyle")))
        words = words_of(element, style, self._styles)
        if switched(child(properties, "rPr"), "del") is not None:
            self._carried += words.text
            return
        text, self._carried = self._carried + words.text, ""
        number = value(child(properties, "numPr", "numId")) or style.number
        level = value(child(properties, "numPr", "ilvl"))
        label = self._numbering.next_label(number, whole(level, 0) if level else style.level)
        outline = value(child(properties, "outlineLvl"))
        heading = heading_level(outline) or style.heading
        shown = f"{label} {text.lstrip()}" if label and text.strip() else text
        yield Paragraph(shown, heading=heading, bold=words.all_bold)
        for box in words.boxes:
            yield from self.items(box)

    def _table(self, element: Any) -> Table:
        rows = [row for row in _rows(element) if child(row, "trPr", "del") is None]
        placed = [list(self._cells(row)) for row in rows]
        _span_down(placed)
        table = Table(ruled=self._is_ruled(element))
        table.rows = [[cell for _, cell, merge in row if merge != "continue"] for row in placed]
        return table

    def _cells(self, row: Any) -> "Iterator[tuple[int, TableCell, str | None]]":
        """Yield each cell with the grid column where it starts and its vertical merge ("restart", "continue", None)."""
        column = whole(value(child(row, "trPr", "gridBefore")), 0)
        if column:
            yield 0, TableCell(columns=min(column, limits.MAX_TABLE_COLUMNS)), None
        for element in _inside(row, "tc"):
            properties = child(element, "tcPr")
            merge = child(properties, "vMerge")
            span = min(max(1, whole(value(child(properties, "gridSpan")), 1)), limits.MAX_TABLE_COLUMNS)
            yield column, TableCell(self.items(element), span), None if merge is None else value(merge) or "continue"
            column += span

    def _is_ruled(self, element: Any) -> bool:
        properties = child(element, "tblPr")
        own = draws_lines(child(properties, "tblBorders"))
        styled = self._styles.other(value(child(properties, "tblStyle"))).ruled
        if own or (own is None and styled):
            return True
        borders = [draws_lines(b) for b in element.iter(W + "tcBorders")]
        return sum(b is True for b in borders) * 2 > len(borders)


def _rows(table: Any) -> Iterator[Any]:
    return _inside(table, "tr")


def _inside(parent: Any, name: str) -> Iterator[Any]:
    """Yield the rows or cells of an element, also where content controls or tracked insertions wrap them."""
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag in _TRANSPARENT:
            yield from _inside(element, name)


def _span_down(rows: "list[list[tuple[int, TableCell, str | None]]]") -> None:
    """Turn vertical merges into row spans: a cell grows by each row below that continues it in its column."""
    above: dict[int, TableCell] = {}
    for row in rows:
        current: dict[int, TableCell] = {}
        for index, (column, cell, merge) in enumerate(row):
            if merge == "continue" and column in above:
                current[column] = above[column]
                above[column].rows += 1
            elif merge == "continue":
                row[index] = (column, cell, "restart")
                current[column] = cell
            elif merge == "restart":
                current[column] = cell
        above = current
