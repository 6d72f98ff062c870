"""Lines of the list of what is accessible under conditions, on their way to the public."""

from typing import Any

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.extraction.screening.screen import screen_text
from minhbach.extraction.screening.sheet import as_text
from minhbach.register.contracts import Access
from minhbach.register.queries import active, items_kept_for


def conditional_lines(actor: Actor, *, listed: bool) -> QuerySet[Any]:
    """Return the items under conditions of the registers that the actor reads, let out or not yet, the newest first."""
    rows = active(items_kept_for(actor)).filter(access=Access.CONDITIONAL.value, listed_on__isnull=not listed)
    return rows.select_related("body").order_by("-created_on", "-pk")


def may_be_let_out(row: Any) -> bool:
    """True if the item belongs to the list that the public may read."""
    return bool(row.access == Access.CONDITIONAL.value and row.state == "active")


def found_in_line(row: Any) -> tuple[str, ...]:
    """Return what is found in a line that must not go out: labels of personal data, or the mark of secrecy."""
    said = "\n".join(part for part in (row.title, row.issuer_name) if part)
    seen = screen_text(as_text(said))
    marks = (seen.secrecy,) if seen.secrecy else ()
    return (*marks, *dict.fromkeys(one.label for one in seen.findings))
