"""How scans and batches are called, and what the head of one is to the register."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from minhbach.digitisation.models import Batch, Scan
from minhbach.domain.text import fold
from minhbach.register.contracts import ItemFacts
from minhbach.register.rules import item_name


def facts_of(head: Mapping[str, str]) -> ItemFacts:
    """Return what was read as the register's facts; nothing of it is checked yet."""
    issued_on = date.fromisoformat(head["issued_on"]) if head.get("issued_on") else None
    return ItemFacts(
        title=head.get("title", ""),
        kind=head.get("kind", ""),
        number=head.get("number", ""),
        symbol=head.get("symbol", ""),
        issuer_name=head.get("issuer_name", ""),
        issued_on=issued_on,
        created_on=issued_on,
    )


def batch_name(row: Batch) -> str:
    """Return how a batch is called: "Lô 07/2026", "Lô 07/2026, hộp 12"."""
    name = _("Lô %(number)s/%(year)s") % {"number": f"{row.number:02}", "year": row.year}
    return _("%(batch)s, hộp %(box)s") % {"batch": name, "box": row.box} if row.box else name


def scan_name(row: Scan) -> str:
    """Return how a scan is called: as its head says, else as its file was called; of a secret one its place alone."""
    head = row.head or {}
    said = item_name(kind=head.get("kind", ""), number=head.get("number", ""), symbol=head.get("symbol", ""))
    return said or row.name or _("Bản quét %(place)s") % {"place": row.place}


def searched(head: Mapping[str, str]) -> str:
    """Return the words by which the list of scans finds one: without marks, in small letters."""
    said = " ".join(head.get(name, "") for name in ("title", "kind", "issuer_name"))
    return fold(f"{said} {head.get('number', '')}/{head.get('symbol', '')}")
