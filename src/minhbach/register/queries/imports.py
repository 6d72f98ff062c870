"""Lists that are taken in, for those who keep the register."""

from collections.abc import Sequence

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.extraction.tables.values import TableCell, cell_from_plain
from minhbach.register.contracts import ImportNotVisible
from minhbach.register.item_columns import ItemColumn, find_head, propose_columns
from minhbach.register.models import ColumnChoice, ItemImport
from minhbach.register.rules import MAY_KEEP

IMPORT = "item_import"
"""The kind under which events name a list that is taken in."""
Rows = Sequence[Sequence[TableCell]]


def imports_visible_to(actor: Actor) -> QuerySet[ItemImport]:
    """Return the lists of the bodies whose register the actor keeps, the newest first."""
    return ItemImport.objects.filter(body_id__in=actor.bodies_where(*MAY_KEEP)).order_by("-handed_in_at", "-pk")


def visible_import(import_id: int, *, actor: Actor) -> ItemImport:
    """Return one list.

    :raises ImportNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_related("body").filter(pk=import_id).first()
    if row is None:
        raise ImportNotVisible
    return row


def import_for_change(import_id: int, *, actor: Actor) -> ItemImport:
    """Return one list, locked until the end of the transaction.

    :raises ImportNotVisible: if it is not there for the actor.
    """
    rows = ItemImport.objects.all() if actor.system else imports_visible_to(actor)
    row = rows.select_for_update(of=("self",)).filter(pk=import_id).first()
    if row is None:
        raise ImportNotVisible
    return row


def sheet_names(row: ItemImport) -> list[str]:
    """Return the names of its sheets, in their order."""
    return [sheet["name"] for sheet in row.content.get("sheets", ())]


def rows_of(row: ItemImport) -> Rows:
    """Return the rows of the chosen sheet."""
    sheets = row.content.get("sheets", ())
    if row.sheet >= len(sheets):
        return ()
    return [[cell_from_plain(plain) for plain in cells] for cells in sheets[row.sheet]["rows"]]


def headings_of(row: ItemImport) -> list[str]:
    """Return the headings of the chosen head, each on one line."""
    rows = rows_of(row)
    head = row.head_row or 0
    return [" ".join(cell.text.split()) for cell in rows[head]] if head < len(rows) else []


def likely_head(rows: Rows) -> int:
    """Return where the head of the list seems to be, from 0."""
    return find_head([[cell.text for cell in row] for row in rows[:60]])


def proposed_columns(row: ItemImport, headings: Sequence[str]) -> list[ItemColumn]:
    """Return what each column is likely to hold, by what the body's officers said before and by the headings."""
    remembered = ColumnChoice.objects.filter(body_id=row.body_id).values_list("heading", "column")
    return propose_columns(headings, {heading: ItemColumn(column) for heading, column in remembered})


def waiting_imports() -> QuerySet[ItemImport]:
    """Return the lists that the job has to take in, the oldest first."""
    return ItemImport.objects.filter(state="running").order_by("pk")
