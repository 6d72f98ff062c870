"""What the officers' list of items is narrowed to and sorted by."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from minhbach.domain.text import fold
from minhbach.register.contracts import Access
from minhbach.register.models import Item, ItemState

NOT_CLASSIFIED = "none"
"""How a filter says that nobody has classified an item."""
OVERDUE, DUE, DONE, DONE_LATE, NOT_CLEAR = "late", "due", "done", "done_late", "not_clear"
COLUMNS = {"ten": "sort_key", "ngay": "created_on", "han": "publish_due_on", "so": "number", "vao-so": "pk"}
NEVER_EMPTY = ("ten", "so", "vao-so")
IS_PUBLIC = Q(public_version__isnull=False) | Q(address_since__isnull=False)
"""The condition that an item is public, here or elsewhere."""
MUST_BE_PUBLIC = Q(access=Access.OPEN.value, state=ItemState.ACTIVE) & ~Q(letter="")


@dataclass(frozen=True, slots=True)
class ItemFilters:
    """What a list is narrowed to; "" and None narrow nothing. Words are compared without marks.

    :param access: a class of access, or `NOT_CLASSIFIED`.
    :param standing: OVERDUE, DUE, DONE, DONE_LATE or NOT_CLEAR.
    :param statute: the number of the law whose letter is meant; the same letter says other things in another law.
    :param year: of creation.
    """

    words: str = ""
    body_id: int | None = None
    kind: str = ""
    access: str = ""
    letter: str = ""
    statute: str = ""
    standing: str = ""
    origin: str = ""
    year: int | None = None
    state: str = ItemState.ACTIVE.value


def narrowed(rows: QuerySet[Item], to: ItemFilters, *, on: date) -> QuerySet[Item]:
    """Return the items that fit, as they stand on the day."""
    for word in fold(to.words).split():
        rows = rows.filter(search_text__contains=word)
    plain = {"body_id": to.body_id, "kind": to.kind, "letter": to.letter, "origin": to.origin, "state": to.state}
    plain["statute"] = to.statute
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if to.access:
        rows = rows.filter(access="" if to.access == NOT_CLASSIFIED else to.access)
    if to.year:
        rows = rows.filter(created_on__range=(date(to.year, 1, 1), date(to.year, 12, 31)))
    return rows.filter(standing(to.standing, on=on)) if to.standing else rows


def standing(asked: str, *, on: date) -> Q:
    """Return the condition that an item stands so on the day."""
    waits = MUST_BE_PUBLIC & ~IS_PUBLIC
    late = Q(public_version__isnull=False, published_on__gt=F("publish_due_on")) | Q(
        public_version__isnull=True, address_since__gt=F("publish_due_on")
    )
    conditions = {
        OVERDUE: waits & Q(publish_due_on__lt=on),
        DUE: waits & Q(publish_due_on__gte=on),
        NOT_CLEAR: waits & Q(publish_due_on__isnull=True),
        DONE: MUST_BE_PUBLIC & IS_PUBLIC,
        DONE_LATE: MUST_BE_PUBLIC & late,
    }
    return conditions.get(asked, Q(pk__in=()))


def sorted_items(rows: QuerySet[Item], asked: str) -> QuerySet[Item]:
    """Return the items sorted by one of `COLUMNS`, the newest entries first unless asked otherwise."""
    chosen = asked if asked.removeprefix("-") in COLUMNS else "-vao-so"
    backwards, column = chosen.startswith("-"), chosen.removeprefix("-")
    # What is never empty is asked for plainly: PostgreSQL has no index in the order of NULLS LAST.
    empty_last = None if column in NEVER_EMPTY else True
    field = F(COLUMNS[column])
    first = field.desc(nulls_last=empty_last) if backwards else field.asc(nulls_last=empty_last)
    return rows.order_by(first, "-pk")
