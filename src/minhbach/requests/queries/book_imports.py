"""Follow-up books that are taken over, for those who receive requests."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.extraction.tables.values import TableCell, cell_from_plain
from minhbach.requests.books.columns import BookColumn
from minhbach.requests.books.reading import BookRow, read_book
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.models import BookImport, BookLine
from minhbach.requests.rules import MAY_RECEIVE

BOOK_IMPORT = "book_import"
"""The kind under which events name a book that is taken over."""


def book_imports_visible_to(actor: Actor) -> QuerySet[BookImport]:
    """Return the books of the bodies in which the actor receives requests, the newest first."""
    rows = BookImport.objects.filter(body_id__in=actor.bodies_where(*MAY_RECEIVE))
    return rows.select_related("body", "handed_in_by")


def visible_book_import(import_id: int, *, actor: Actor) -> BookImport:
    """Return one.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    return _only(book_imports_visible_to(actor).filter(pk=import_id))


def book_import_for_change(import_id: int, *, actor: Actor) -> BookImport:
    """Return one, locked until the end of the transaction.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    return _only(book_imports_visible_to(actor).select_for_update(of=("self",)).filter(pk=import_id))


def sheet_names(row: BookImport) -> list[str]:
    """Return the names of its sheets, in their order."""
    return [sheet["name"] for sheet in row.content.get("sheets", ())]


def cells_of(row: BookImport) -> Sequence[Sequence[TableCell]]:
    """Return the rows of the chosen sheet."""
    sheets = row.content.get("sheets", ())
    if row.sheet >= len(sheets):
        return ()
    return [[cell_from_plain(plain) for plain in cells] for cells in sheets[row.sheet]["rows"]]


def headings_of(row: BookImport) -> list[str]:
    """Return the headings of the chosen head, each on one line."""
    rows = cells_of(row)
    return [" ".join(cell.text.split()) for cell in rows[row.head_row]] if row.head_row < len(rows) else []


def rows_of(row: BookImport, *, calendar: Calendar, today: date) -> list[BookRow]:
    """Return the rows as they would be taken in; nothing is written."""
    lines = BookLine.objects.filter(body=row.body_id, year=row.year)
    return read_book(
        cells_of(row),
        head=row.head_row,
        columns=[BookColumn(one) for one in row.columns or ()],
        year=row.year,
        taken=frozenset(lines.values_list("number", flat=True)),
        calendar=calendar,
        today=today,
    )


def _only(rows: QuerySet[BookImport]) -> BookImport:
    row = rows.first()
    if row is None:
        raise CaseNotVisible
    return row
