"""The number under which pages of the public are kept in a cache: it changes in the transaction of what they show."""

from datetime import datetime

from django.db.models import F

from minhbach.publication.models import PublicStamp

THE_ROW = 1


def mark_changed(*, now: datetime) -> None:
    """Let nothing kept in a cache be shown any more. The last write of a transaction: its row is everybody's."""
    changed = PublicStamp.objects.filter(pk=THE_ROW).update(number=F("number") + 1, changed_at=now)
    if not changed:
        PublicStamp.objects.get_or_create(pk=THE_ROW, defaults={"number": 1, "changed_at": now})


def public_stamp() -> tuple[int, datetime | None]:
    """Return the number, and when anything changed last; 0 and None while nothing was ever public."""
    row = PublicStamp.objects.filter(pk=THE_ROW).values_list("number", "changed_at").first()
    return row or (0, None)
