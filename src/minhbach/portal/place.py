"""Which place the installation serves, for the head of every page."""

from minhbach.agencies.queries.directory import territories_below
from minhbach.foundation import clock


def place_served() -> str:
    """Return the province whose bodies were made here ("tỉnh Thí Dụ"); nothing where there are none or several."""
    provinces = territories_below(None, on=clock.today())
    return provinces[0].name if len(provinces) == 1 else ""
