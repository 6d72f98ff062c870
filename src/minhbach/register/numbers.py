"""Numbers that are given once: of the book of a body and year, and of the address of an item."""

import secrets

from minhbach.register.models import BookSeries, Item

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without what is easily read as another: 0 o 1 i l."""
LENGTH = 8


def next_book_numbers(*, body_id: int, year: int, count: int = 1) -> range:
    """Return the next numbers of the book and hold its row until the end of the transaction."""
    BookSeries.objects.get_or_create(body_id=body_id, year=year)
    series = BookSeries.objects.select_for_update().get(body_id=body_id, year=year)
    first = series.last + 1
    series.last += count
    series.save(update_fields=["last"])
    return range(first, first + count)


def new_public_ids(count: int) -> list[str]:
    """Return as many ids as are wanted, none of which is in use."""
    found: dict[str, None] = {}
    while len(found) < count:
        fresh = {_random_id() for _ in range(count - len(found))} - found.keys()
        found |= dict.fromkeys(fresh - _used(fresh))
    return list(found)


def _random_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def _used(ids: set[str]) -> set[str]:
    wanted, used = sorted(ids), set[str]()
    for start in range(0, len(wanted), 500):
        used |= set(Item.objects.filter(public_id__in=wanted[start : start + 500]).values_list("public_id", flat=True))
    return used
