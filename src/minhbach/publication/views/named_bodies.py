"""Reads names of bodies that somebody typed into one box."""

import datetime as dt

from django.utils.translation import gettext as _

from minhbach.agencies.queries import bodies, search_bodies
from minhbach.domain.text import fold, squeeze
from minhbach.publication.contracts import PublicationRefused

OFFERED = 5


def bodies_named(text: str, *, on: dt.date) -> frozenset[int]:
    """Return the ids of the bodies named in a text, semicolons between them.

    :raises PublicationRefused: for a name that no body of that day has, or several have; it says which were found.
    """
    return frozenset(_body_named(name, on) for name in map(squeeze, text.split(";")) if name)


def _body_named(name: str, on: dt.date) -> int:
    found = search_bodies(name, limit=OFFERED + 1)
    here = {pk for pk, one in bodies([pk for pk, _name in found]).items() if one.exists_on(on)}
    offered = [(pk, called) for pk, called in found if pk in here]
    exact = [pk for pk, called in offered if fold(called) == fold(name)]
    named = exact or [pk for pk, called in offered if fold(called.partition(",")[0]) == fold(name)]
    if len(named) == 1 or (not named and len(offered) == 1):
        return named[0] if named else offered[0][0]
    if not offered:
        raise PublicationRefused(_("Không thấy cơ quan “%(name)s” trong danh bạ.") % {"name": name}, field="others")
    names = "; ".join(called for _pk, called in offered[:OFFERED])
    sentence = _("Có nhiều cơ quan hợp với “%(name)s”: %(names)s. Ghi đủ tên và nơi.")
    raise PublicationRefused(sentence % {"name": name, "names": names}, field="others")
