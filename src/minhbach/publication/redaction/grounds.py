"""On which grounds something goes from a file: those of the law that holds for its subject."""

from django.utils.translation import gettext as _

from minhbach.domain.statutes import NotInStatute, Statute
from minhbach.domain.statutes.access import Ground
from minhbach.domain.statutes.values import cited_as
from minhbach.lawbook.statutes import statute
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.register.law import grounds_of

PERSONAL = frozenset({"personal_data", "private_life"})


def law_of(row: Redaction) -> Statute:
    """Return the law whose grounds the marks of a redaction name."""
    return statute(row.statute)


def ground_choices(row: Redaction) -> list[tuple[str, str]]:
    """Return the grounds to choose from: not accessible, or only conditionally; no state secret is held here."""
    return grounds_of(law_of(row))


def first_ground(row: Redaction) -> str:
    """Return the ground for personal data, which most places go on; "" where the law names none.

    What is not accessible comes before what is with consent.
    """
    keys = {key for key, _words in ground_choices(row)}
    return next((one.key for one in law_of(row).grounds if PERSONAL.intersection(one.concerns) and one.key in keys), "")


def refuse_unknown_ground(row: Redaction, key: str) -> None:
    """Refuse a ground on which nothing can go.

    :raises PublicationRefused: naming the box.
    """
    if key not in dict(ground_choices(row)):
        raise PublicationRefused(_("Chọn căn cứ có trong luật áp dụng."), field="ground")


def ground_of(statute_number: str, key: str) -> Ground | None:
    """Return a ground by the number of its law, None where the law has none of this key."""
    try:
        return statute(statute_number).ground(key)
    except NotInStatute:
        return None


def cited(statute_number: str, key: str) -> str:
    """Return where a ground stands: "khoản 2 Điều 15 Luật 01/2026/QH16"."""
    found = ground_of(statute_number, key)
    return statute(statute_number).cite(found) if found else key


def short(statute_number: str, key: str) -> str:
    """Return the article alone, as it is painted into the box: "khoản 2 Điều 15"."""
    found = ground_of(statute_number, key)
    return cited_as(found.article, "").strip() if found else key


def worded(statute_number: str, key: str) -> str:
    """Return what a ground is about: "bí mật kinh doanh"."""
    found = ground_of(statute_number, key)
    return found.words if found else key
