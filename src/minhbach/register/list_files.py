"""Lists as files: workbook, and a paper of which DOCX and PDF are made."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import IO, Any

import xlsxwriter
from django.utils import translation
from django.utils.translation import gettext as _

from minhbach.foundation.training import watermark
from minhbach.papers.contracts import Block, Heading, Letterhead, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.register.listed import (
    COLUMNS,
    TITLES,
    AddressOf,
    ListKind,
    cells_of,
    letter_in_words,
    on_paper,
)
from minhbach.register.models import Item

HEAD_ROW = 3
"""From 0: above stand the title, the body and the day."""
WIDTH = 2
"""Characters of a workbook's column for each part of its weight."""
MOST_ON_PAPER = 3000
"""Lines of one paper; of a longer list the workbook is the file to take."""


def list_workbook(
    head: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], *, title: str, about: str
) -> IO[bytes]:
    """Return lines as a workbook at its beginning, made in bounded memory; no cell is ever a formula.

    :param head: the words of each column and its width in characters.
    """
    # Not `delete` by name: the file has none, and is gone with its last reader.
    file = tempfile.TemporaryFile()  # noqa: SIM115 (its reader closes it)
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    cell = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "border": 1, "text_wrap": True}
    # The mark of a cell that was typed as text: it stays text when somebody edits it.
    text = book.add_format({**cell, "quote_prefix": True})
    bold = book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#E9ECEE"})
    plain = book.add_format({"font_name": "Times New Roman", "font_size": 12})
    big = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
    book.set_properties({"title": title[:250], "subject": about[:250]})
    sheet = _sheet(book, head)
    sheet.write_string(0, 0, ": ".join(filter(None, (watermark(), title))), big)
    sheet.write_string(1, 0, about, plain)
    for place, (words, _width) in enumerate(head):
        sheet.write_string(HEAD_ROW, place, words, bold)
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value[:32_000], text)
    book.close()
    file.seek(0)
    return file


def _sheet(book: Any, head: Sequence[tuple[str, int]]) -> Any:
    sheet = book.add_worksheet()
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    for place, (_words, width) in enumerate(head):
        sheet.set_column(place, place, width)
    return sheet


def list_paper(kind: ListKind, rows: Iterable[Item], *, body_id: int, on: date, address_of: AddressOf) -> Paper:
    """Return a list as a document of the body, ready to be numbered and signed by hand.

    :param rows: at most `MOST_ON_PAPER`, in the order of the list.
    """
    # A document that a body issues is Vietnamese, in whatever language its officer reads the pages.
    with translation.override("vi"):
        return _paper(kind, list(enumerate(rows, start=1)), letterhead(body_id), on, address_of)


def _paper(
    kind: ListKind, numbered: list[tuple[int, Item]], head: Letterhead, on: date, address_of: AddressOf
) -> Paper:
    blocks = tuple(_blocks(kind, numbered, address_of))
    return Paper(
        kind=_("Danh mục"),
        issuing_body=head.issuing_body,
        body_above=head.body_above,
        symbol="",
        place=head.place,
        subject=str(TITLES[kind]).removeprefix(_("Danh mục")).strip().capitalize(),
        blocks=blocks or (Paragraph(_("Chưa có mục nào.")),),
        signature=Signature(head.authority, head.position, ""),
        year=on.year,
    )


def _blocks(kind: ListKind, numbered: list[tuple[int, Item]], address_of: AddressOf) -> Iterator[Block]:
    if kind is not ListKind.MUST_BE_PUBLIC:
        if numbered:
            yield _table(kind, numbered, address_of)
        return
    for words, part in groupby(numbered, key=lambda pair: letter_in_words(pair[1])):
        yield Heading(words)
        yield _table(kind, list(part), address_of)


def _table(kind: ListKind, numbered: list[tuple[int, Item]], address_of: AddressOf) -> Table:
    columns = [column for column in COLUMNS[kind] if column.on_paper]
    return Table(
        head=tuple(str(column.words) for column in columns),
        rows=tuple(on_paper(kind, cells_of(kind, row, number, address_of)) for number, row in numbered),
        widths=tuple(column.weight for column in columns),
        centred=(0,),
    )


def workbook_head(kind: ListKind) -> list[tuple[str, int]]:
    """Return the columns of a list's workbook."""
    return [(str(column.words), column.weight * WIDTH) for column in COLUMNS[kind]]
