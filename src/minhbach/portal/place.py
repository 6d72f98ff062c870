"""Which place the installation serves and whom to call: what stands in the head and at the foot of every page."""

from django.urls import reverse

from minhbach.agencies.queries.directory import territories_below
from minhbach.agencies.queries.focal_points import telephone_at_the_top
from minhbach.foundation import clock
from minhbach.foundation.shell import HelpLine


def place_served() -> str:
    """Return the province whose bodies were made here ("tỉnh Thí Dụ"); nothing where there are none or several."""
    provinces = territories_below(None, on=clock.today())
    return provinces[0].name if len(provinces) == 1 else ""


def help_line() -> HelpLine | None:
    """Return whom to call at the one committee at the top; None where nobody was named, or there are several."""
    telephone = telephone_at_the_top(on=clock.today())
    return HelpLine(telephone, reverse("agencies:focal_points")) if telephone else None
