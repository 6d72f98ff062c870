"""Public items as lines of lists: of the search, of what is new, of feeds. The number of queries grows with no line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from minhbach.register.contracts import FileRole
from minhbach.register.queries import public_items
from minhbach.register.rules import item_name, reference_of

NOT_FOR_LINES = ("public_version__text", "proposal", "search_text")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A public item as a line of a list.

    :param html: its title, with the words of a question marked where there was one. `highlight` is HTML too.
    :param files: kind and size in bytes of each.
    """

    public_id: str
    title: str
    html: SafeString
    name: str
    reference: str
    kind: str
    body: str
    letter: str
    on: date | None
    published_on: date
    files: tuple[tuple[str, int], ...]
    highlight: SafeString = SafeString("")

    @property
    def url(self) -> str:
        """Return the path of its page."""
        return reverse("portal:item", args=[self.public_id])


def newest_items() -> QuerySet[Any]:
    """Return the public items, what was published last first."""
    return for_lines(public_items()).order_by("-published_on", "-pk")


def for_lines(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows with what lines show of them."""
    files = Prefetch("public_version__files")
    return rows.select_related("body", "public_version").prefetch_related(files).defer(*NOT_FOR_LINES)


def lines_of(rows: Iterable[Any]) -> tuple[ItemLine, ...]:
    """Return public items as lines, in their order."""
    return tuple(line_of(row) for row in rows)


def line_of(row: Any, *, html: SafeString | None = None, highlight: SafeString | None = None) -> ItemLine:
    """Return one public item as a line."""
    return ItemLine(
        public_id=row.public_id,
        title=row.title,
        html=html if html is not None else escape(row.title),
        name=item_name(kind=row.kind, number=row.number, symbol=row.symbol),
        reference=reference_of(number=row.number, symbol=row.symbol),
        kind=row.kind,
        body=row.body.name,
        letter=row.letter,
        on=row.issued_on or row.created_on,
        published_on=row.published_on,
        files=tuple(_file(one) for one in row.public_version.files.all()),
        highlight=highlight if highlight is not None else SafeString(""),
    )


def _file(file: Any) -> tuple[str, int]:
    ending = file.name.rpartition(".")[2].upper() if "." in file.name else ""
    return ("TXT" if file.role == FileRole.TEXT.value else ending or "?", file.size)
