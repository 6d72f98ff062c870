"""A paper as DOCX, to be worked on further in a word processor."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from minhbach.foundation.training import watermark
from minhbach.papers import layout
from minhbach.papers.cleaning import clean
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Table
from minhbach.papers.layout import Lines, lines_of
from minhbach.papers.rendering import docx_parts as parts
from minhbach.papers.writing import ended, issued_with

CENTRE, LEFT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
TEXT_WIDTH = layout.PAGE_WIDTH - layout.LEFT - layout.RIGHT
SIGNATURE_ROOM = 72
"""Points between position and name, for the signature and the seal."""
RULED_PART = 0.4
"""The rule under a body's name and under a subject: a third to a half of the line."""


def as_docx(paper: Paper) -> bytes:
    """Return the paper as DOCX, its fonts named "Times New Roman"."""
    paper = clean(paper)
    document, lines = Document(), lines_of(paper)
    _set_page(document)
    parts.set_styles(document)
    _set_properties(document, paper)
    _add_head(document, lines)
    _add_title(document, lines)
    _add_addressees(document, lines)
    blocks = ended(paper.blocks)
    depths = layout.heading_depths(blocks, under_title=bool(lines.title))
    for block, depth in zip(blocks, depths, strict=True):
        _add_block(document, block, depth)
    # A signature does not stand on a page alone.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _add_foot(document, paper, lines)
    _add_annex(document, paper)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(layout.PAGE_WIDTH), Mm(layout.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(layout.TOP), Mm(layout.BOTTOM)
    section.left_margin, section.right_margin = Mm(layout.LEFT), Mm(layout.RIGHT)
    section.header_distance = Mm(layout.PAGE_NUMBER_FROM_TOP)
    # The first page shows no number.
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    parts.space(paragraph)
    parts.add_page_number(paragraph, size=layout.PAGE_NUMBER_SIZE)
    if mark := watermark():
        for header in (section.header, section.first_page_header):
            line = header.add_paragraph()
            line.alignment = CENTRE
            line.add_run(mark).bold = True


def _set_properties(document: Any, paper: Paper) -> None:
    known = document.core_properties
    known.title, known.author = layout.document_title(paper)[:255], paper.issuing_body.replace("\n", " ")[:255]
    known.comments, known.language, known.last_modified_by = "", "vi-VN", ""
    if paper.day:
        known.created = known.modified = datetime.combine(paper.day, time())


def _add_head(document: Any, lines: Lines) -> None:
    left, right = parts.add_columns(document, layout.HEAD_LEFT, layout.HEAD_RIGHT)
    for line in lines.body_above:
        parts.add_line(left, line, size=layout.BODY_NAME_SIZE)
    for line in lines.issuing_body:
        parts.add_line(left, line, size=layout.BODY_NAME_SIZE, bold=True)
    last = lines.issuing_body[-1] if lines.issuing_body else ""
    length = parts.width_of(last, layout.BODY_NAME_SIZE) * RULED_PART
    parts.add_rule(left, length=length, width=layout.HEAD_LEFT)
    parts.add_line(left, lines.number, size=layout.NUMBER_SIZE)
    if lines.about:
        parts.space(parts.add_line(left, lines.about, size=layout.ABOUT_SIZE), before=6)
    parts.add_line(right, layout.NATION, size=layout.NATION_SIZE, bold=True)
    parts.add_line(right, layout.MOTTO, size=layout.MOTTO_SIZE, bold=True)
    parts.add_rule(right, length=parts.width_of(layout.MOTTO, layout.MOTTO_SIZE), width=layout.HEAD_RIGHT)
    # Number and date stand on one line, however many lines the names above them take.
    for _line in range(len(lines.body_above) + len(lines.issuing_body) - 2):
        parts.add_line(right, "", size=layout.BODY_NAME_SIZE)
    parts.add_line(right, lines.place_and_day, size=layout.DATE_SIZE, italic=True)
    parts.drop_first(left)
    parts.drop_first(right)


def _add_title(document: Any, lines: Lines) -> None:
    if not lines.title:
        return
    title = document.add_paragraph(style="Heading 1")
    title.alignment = CENTRE
    parts.write(title, lines.title, size=layout.TITLE_SIZE, bold=True)
    parts.space(title, before=12)
    if lines.subject:
        subject = parts.add_line(document, lines.subject, size=layout.TITLE_SIZE, bold=True)
        parts.space(subject)
        length = min(parts.width_of(lines.subject, layout.TITLE_SIZE), TEXT_WIDTH * 0.8) * RULED_PART
        parts.add_rule(document, length=length, width=TEXT_WIDTH)


def _add_addressees(document: Any, lines: Lines) -> None:
    if len(lines.addressees) == 1:
        only = parts.add_line(document, f"{layout.ADDRESSED} {lines.addressees[0]}", size=layout.TEXT_SIZE)
        parts.space(only, before=12, after=6)
    elif lines.addressees:
        first = parts.add_line(document, layout.ADDRESSED, size=layout.TEXT_SIZE, align=LEFT)
        parts.space(first, before=12)
        first.paragraph_format.left_indent = Mm(40)
        for line in lines.addressees:
            paragraph = parts.add_line(document, line, size=layout.TEXT_SIZE, align=LEFT)
            paragraph.paragraph_format.left_indent = Mm(62)
            paragraph.paragraph_format.first_line_indent = Mm(-3)


def _add_block(document: Any, block: Block, depth: int) -> None:
    match block:
        case Heading(text, level):
            paragraph = document.add_paragraph(style=f"Heading {depth}")
            parts.write(paragraph, text, size=layout.TEXT_SIZE, bold=True, italic=level == 3)
            paragraph.alignment = LEFT if level else CENTRE
            indent = Mm(layout.FIRST_LINE) if level else Mm(0)
            paragraph.paragraph_format.first_line_indent = indent
            parts.space(paragraph, before=6 if level else 12, after=6 if level else 12)
        case Paragraph(text, ground):
            parts.write(_text(document), text, size=layout.TEXT_SIZE, italic=ground)
        case Item(label, text):
            parts.write(_text(document), f"{label} {text}", size=layout.TEXT_SIZE)
        case Table():
            _add_table(document, block)


def _text(document: Any) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(layout.FIRST_LINE)
    parts.space(paragraph, before=0, after=layout.BETWEEN_PARAGRAPHS)
    paragraph.paragraph_format.line_spacing = 1.1
    return paragraph


def _add_table(document: Any, block: Table) -> None:
    widths = block.widths or (1,) * len(block.head)
    measures = [TEXT_WIDTH * width / sum(widths) for width in widths]
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, words in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].alignment = CENTRE
        parts.write(cell.paragraphs[0], words, size=layout.TABLE_SIZE, bold=True)
    parts.repeat_as_head(table.rows[0])
    for row in block.rows:
        added = table.add_row()
        parts.keep_whole(added)
        for place, (cell, words) in enumerate(zip(added.cells, row, strict=True)):
            cell.paragraphs[0].alignment = CENTRE if place in block.centred else LEFT
            parts.write(cell.paragraphs[0], words, size=layout.TABLE_SIZE)
    parts.set_widths(table, measures)
    parts.space(document.add_paragraph(), after=0)


def _add_annex(document: Any, paper: Paper) -> None:
    """Set what the paper issues on pages of its own, under its title."""
    if paper.annex is None:
        return
    title = document.add_paragraph(style="Heading 1")
    title.alignment, title.paragraph_format.page_break_before = CENTRE, True
    parts.write(title, paper.annex.title, size=layout.TITLE_SIZE, bold=True)
    parts.space(parts.add_line(document, paper.annex.subject, size=layout.TITLE_SIZE, bold=True))
    parts.space(parts.add_line(document, issued_with(paper), size=layout.TEXT_SIZE, italic=True), after=12)
    blocks = ended(paper.annex.blocks)
    for block, depth in zip(blocks, layout.heading_depths(blocks, under_title=True), strict=True):
        _add_block(document, block, depth)


def _add_foot(document: Any, paper: Paper, lines: Lines) -> None:
    left, right = parts.add_columns(document, TEXT_WIDTH / 2, TEXT_WIDTH / 2, before=6)
    if lines.recipients:
        parts.add_line(left, layout.RECIPIENTS, size=layout.RECIPIENTS_WORD_SIZE, bold=True, italic=True, align=LEFT)
        for line in lines.recipients:
            parts.add_line(left, line, size=layout.RECIPIENTS_SIZE, align=LEFT)
    for line in filter(None, lines.signature):
        parts.add_line(right, line, size=layout.SIGNATURE_SIZE, bold=True)
    name = parts.add_line(right, paper.signature.name, size=layout.SIGNATURE_SIZE, bold=True)
    parts.space(name, before=SIGNATURE_ROOM)
    parts.drop_first(left)
    parts.drop_first(right)
    for cell in (left, right):
        for paragraph in cell.paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True
