"""Parts of a DOCX that python-docx has no words for: fields, rules, repeated heads, columns without a frame."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from minhbach.papers.layout import FONT, TEXT_SIZE

CAPITAL, SMALL, THIN = 0.75, 0.52, 0.3
"""Mean widths in ems of Times's bold letters, to find how long a rule must be; a word processor measures exactly."""
_THIN = frozenset(" .,;:-/'()ijltfrI1")
POINT = 25.4 / 72
_AFTER_BORDERS = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
)


def set_styles(document: Any) -> None:
    """Set the font and language of all styles; headings lose the colours of the program's own template."""
    for name in ("Normal", "Header", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(TEXT_SIZE)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    language = _child(normal.element.get_or_add_rPr(), "w:lang")
    for script in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{script}"), "vi-VN")


def write(paragraph: Any, words: str, *, size: float, bold: bool = False, italic: bool = False) -> None:
    """Add words to a paragraph; a line break in them stays one."""
    run = paragraph.add_run(words)
    run.font.name, run.font.size, run.bold, run.italic = FONT, Pt(size), bold, italic
    run._element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    run._element.rPr.rFonts.set(qn("w:cs"), FONT)


def add_line(
    where: Any,
    words: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    align: Any = WD_ALIGN_PARAGRAPH.CENTER,
) -> Any:
    """Add a paragraph of one line, close to its neighbours, to a document or cell and return it."""
    paragraph = where.add_paragraph()
    paragraph.alignment = align
    write(paragraph, words, size=size, bold=bold, italic=italic)
    space(paragraph)
    return paragraph


def space(paragraph: Any, *, before: float = 0, after: float = 0) -> None:
    """Set the room above and below a paragraph, in points."""
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)


def add_rule(where: Any, *, length: float, width: float) -> None:
    """Add a horizontal rule in the middle; both measures in millimetres."""
    paragraph = where.add_paragraph()
    space(paragraph, after=4)
    side = max((width - min(length, width)) / 2, 0)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders = _child(paragraph._p.get_or_add_pPr(), "w:pBdr", before=_AFTER_BORDERS)
    border = _child(borders, "w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)


def width_of(words: str, size: float) -> float:
    """Return about how wide bold words of this size in points are, in millimetres."""
    ems = sum(THIN if sign in _THIN else CAPITAL if sign.isupper() else SMALL for sign in words)
    return ems * size * POINT


def add_page_number(paragraph: Any, *, size: float) -> None:
    """Add a field that shows the page's number."""
    for kind in ("begin", "separate", "end"):
        write(paragraph, "", size=size)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.runs[-1]._element.append(mark)
        if kind == "begin":
            write(paragraph, "", size=size)
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = " PAGE "
            paragraph.runs[-1]._element.append(code)
        elif kind == "separate":
            # What programs show that do not work fields out.
            write(paragraph, "2", size=size)


def add_columns(document: Any, left: float, right: float, *, before: float = 0) -> tuple[Any, Any]:
    """Add two columns without a frame, of these widths in millimetres, and return their cells."""
    if before:
        space(document.add_paragraph(), before=0, after=0)
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    margins = _child(table._tbl.tblPr, "w:tblCellMar", before=("w:tblLook",))
    for side in ("left", "right"):
        margin = _child(margins, f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
    set_widths(table, [left, right])
    keep_whole(table.rows[0])
    cells = table.rows[0].cells
    return cells[0], cells[1]


def drop_first(cell: Any) -> None:
    """Take the empty paragraph away with which every cell begins."""
    if len(cell.paragraphs) > 1:
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)


def set_widths(table: Any, widths: Sequence[float]) -> None:
    """Fix the widths of columns, in millimetres: programs differ in whether they believe the grid or the cells."""
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)


def repeat_as_head(row: Any) -> None:
    """Let the row stand again at the top of each page that the table runs over."""
    _child(row._tr.get_or_add_trPr(), "w:tblHeader")
    keep_whole(row)


def keep_whole(row: Any) -> None:
    """Let no page end inside the row."""
    _child(row._tr.get_or_add_trPr(), "w:cantSplit")


def _child(parent: Any, name: str, *, before: Sequence[str] = ()) -> Any:
    """Return the child of this name, made where there is none: the format wants children in one order."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        later = next((child for child in parent if child.tag in {qn(other) for other in before}), None)
        parent.append(found) if later is None else later.addprevious(found)
    return found
