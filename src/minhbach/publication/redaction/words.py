"""Sentences about what was taken out: how many places on which ground, never what stood there."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from minhbach.publication.contracts import MarkState
from minhbach.publication.models import Redaction
from minhbach.publication.redaction.grounds import short, worded


def why_public(row: Redaction) -> str:
    """Return what everybody reads beside the copy: "Che 2 chỗ: … (khoản 2 Điều 15)". It is Vietnamese in any page."""
    grounds = Counter(row.marks.filter(state=MarkState.REMOVED).values_list("ground", flat=True))
    with override("vi"):
        return _("Che %(what)s.") % {"what": "; ".join(_by_ground(row.statute, sorted(grounds.items())))}


def told(counted: Iterable[tuple[str, str, int]]) -> list[str]:
    """Return (statute, ground, how many) as words for the public's page."""
    return [line for number, key, count in counted for line in _by_ground(number, [(key, count)])]


def _by_ground(number: str, counted: Iterable[tuple[str, int]]) -> list[str]:
    return [
        _("%(count)s chỗ: %(what)s (%(article)s)")
        % {"count": count, "what": worded(number, key), "article": short(number, key)}
        for key, count in counted
    ]
