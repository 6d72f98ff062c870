"""From names in documents to bodies."""

from collections.abc import Sequence
from datetime import date

from minhbach.agencies.contracts import KNOWN_FROM, OLD_DATA_NOTE, NameResolution


def resolve_names(names: Sequence[str], *, issuing_body_id: int, on: date | None) -> tuple[NameResolution, ...]:
    """Say which bodies the names mean in a document that the body issued on the day.

    A document older than the data is answered with the bodies of 30/6/2025 and says so in `data_note`; one without a
    date, with the bodies of the issuing body's last day.
    """
    note = OLD_DATA_NOTE if on is not None and on < KNOWN_FROM else ""
    why = "Chưa có danh bạ để tra tên này."
    return tuple(NameResolution(name, (), False, False, (), why, note) for name in names)


def find_issuing_body(name: str, *, place: str = "", on: date | None = None) -> int | None:
    """Return the body that a document's head names, if it is sure."""
    return None
