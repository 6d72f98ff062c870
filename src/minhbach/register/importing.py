"""Looks the rows of a list through: read, with the bodies that they name, and told apart from what is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from minhbach.register.item_columns import ItemColumn
from minhbach.register.item_rows import Complaint, RowRead, read_rows
from minhbach.register.law import statute_of_register
from minhbach.register.models import Item, ItemImport, ItemState
from minhbach.register.naming import issuing_body_of
from minhbach.register.queries.imports import rows_of

NOTED_EVERY = 500
Key = tuple[str, str, str, int | None]


def looked_through(row: ItemImport, *, today: date) -> list[RowRead]:
    """Return the rows that are to be taken in, those that a person left out away; progress is written down."""
    columns = [ItemColumn(one) for one in row.columns or ()]
    left_out = set(row.left_out)
    found = read_rows(
        rows_of(row), head=row.head_row or 0, columns=columns, statute=statute_of_register(today), today=today
    )
    kept = [one for one in found if one.number not in left_out]
    ItemImport.objects.filter(pk=row.pk).update(rows_total=len(kept))
    return list(_placed(kept, row, columns, _noting(row.pk)))


def preview_of(row: ItemImport, *, today: date) -> list[RowRead]:
    """Return all rows as they would be taken in, for the page that shows them; nothing is written."""
    columns = [ItemColumn(one) for one in row.columns or ()]
    found = read_rows(
        rows_of(row), head=row.head_row or 0, columns=columns, statute=statute_of_register(today), today=today
    )
    return list(_placed(list(found), row, columns, None))


def _placed(
    rows: Sequence[RowRead], row: ItemImport, columns: Sequence[ItemColumn], note: Callable[[int], None] | None
) -> Iterator[RowRead]:
    known, seen, bodies = _known(row.body_id), dict[Key, int](), dict[str, int | None]()
    place = next((place for place, one in enumerate(columns) if one in (ItemColumn.REFERENCE, ItemColumn.NUMBER)), None)
    for count, one in enumerate(rows, start=1):
        if one.facts is not None:
            _name_issuer(one, row.body_id, bodies)
            key = _key(one)
            if key and key in known:
                one.complaints.append(Complaint(place, _("Văn bản cùng số, ký hiệu, loại và năm đã có trong kho.")))
            elif key and key in seen:
                sentence = _("Trùng số, ký hiệu, loại và năm với dòng %(row)s.") % {"row": seen[key]}
                one.complaints.append(Complaint(place, sentence))
            elif key:
                seen[key] = one.number
        if note and count % NOTED_EVERY == 0:
            note(count)
        yield one


def _name_issuer(one: RowRead, body_id: int, bodies: dict[str, int | None]) -> None:
    assert one.facts is not None
    name = one.facts.issuer_name
    if name not in bodies:
        # A list names few bodies many times; each is looked up once, as it is called today.
        bodies[name] = issuing_body_of(name, body_id=body_id, on=None)
    one.facts = replace(one.facts, issuing_body_id=bodies[name])


def _key(one: RowRead) -> Key | None:
    facts = one.facts
    if facts is None or not facts.number or not facts.symbol:
        return None
    day = facts.issued_on or facts.created_on
    return facts.kind, facts.number, facts.symbol, day.year if day else None


def _known(body_id: int) -> set[Key]:
    rows = Item.objects.filter(body_id=body_id, state=ItemState.ACTIVE).exclude(number="").exclude(symbol="")
    return {
        (kind, number, symbol, day.year if (day := issued or created) else None)
        for kind, number, symbol, issued, created in rows.values_list(
            "kind", "number", "symbol", "issued_on", "created_on"
        ).iterator(chunk_size=5000)
    }


def _noting(import_id: int) -> Callable[[int], None]:
    def note(done: int) -> None:
        ItemImport.objects.filter(pk=import_id).update(rows_done=done)

    return note
