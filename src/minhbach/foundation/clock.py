"""The clock. Asked only at the edge (views, jobs, commands); everything further in is handed the moment."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Return the present moment, with its zone."""
    return timezone.now()


def today() -> date:
    """Return the date of today in Việt Nam."""
    return timezone.localdate()
