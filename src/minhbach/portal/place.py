"""Which place the installation serves and whom to call: what stands in the head and at the foot of every page."""

import datetime as dt
from collections.abc import Callable

from django.core.cache import caches
from django.urls import reverse

from minhbach.agencies.queries.directory import territories_below
from minhbach.agencies.queries.focal_points import telephone_at_the_top
from minhbach.foundation import clock
from minhbach.foundation.shell import HelpLine
from minhbach.portal.caching import SECONDS

CACHE = "frame"


def place_served() -> str:
    """Return the province whose bodies were made here ("tỉnh Thí Dụ"); nothing where there are none or several."""
    return _kept("place", _place, on=clock.today())


def help_line() -> HelpLine | None:
    """Return whom to call at the one committee at the top; None where nobody was named, or there are several."""
    telephone = _kept("telephone", lambda on: telephone_at_the_top(on=on), on=clock.today())
    return HelpLine(telephone, reverse("agencies:focal_points")) if telephone else None


def _place(on: dt.date) -> str:
    provinces = territories_below(None, on=on)
    return provinces[0].name if len(provinces) == 1 else ""


def _kept(what: str, find: Callable[[dt.date], str], *, on: dt.date) -> str:
    # Every page shows both, and to find them took a quarter of what a short page costs.
    key = f"{what}-{on.isoformat()}"
    found: str | None = caches[CACHE].get(key)
    if found is None:
        found = find(on)
        caches[CACHE].set(key, found, SECONDS)
    return found
