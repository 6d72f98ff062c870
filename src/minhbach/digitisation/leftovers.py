"""Bytes that a process left in quarantine when it died between its transaction and their removal.

Of a scan that was refused for a mark of secrecy nothing may stay, whenever the machine stops.
"""

from datetime import datetime, timedelta

from minhbach.digitisation.holding import PREFIX, place_of
from minhbach.digitisation.models import Scan
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.foundation.files import quarantine

GONE = (ScanState.REFUSED, ScanState.DUPLICATE, ScanState.DROPPED)
"""Nothing leads back from there, so bytes are taken away at once."""
NEEDED = (ScanState.WAITING, ScanState.TO_CHECK, ScanState.PUT_OFF)
UNDER_WAY = timedelta(hours=1)
"""Bytes come before their row, or before the row's return from "confirmed"; no transaction takes that long."""
AT_ONCE = 500


def take_left_scans_away(*, now: datetime) -> int:
    """Remove bytes that no scan needs any more; return how many files that were. Safe twice, late, or at any moment."""
    lying, old = (set(quarantine.left_since(moment, prefix=PREFIX)) for moment in (now, now - UNDER_WAY))
    left = _of(lying, GONE) | (old - _of(old, NEEDED))
    for name in left:
        quarantine.remove(name)
    return len(left)


def _of(names: set[str], states: tuple[ScanState, ...]) -> set[str]:
    """Return those names whose scan stands at one of the states."""
    ids = sorted(int(number) for name in names if (number := name.removeprefix(PREFIX)).isdecimal())
    found: set[str] = set()
    for start in range(0, len(ids), AT_ONCE):
        rows = Scan.objects.filter(pk__in=ids[start : start + AT_ONCE], state__in=states)
        found |= {place_of(pk) for pk in rows.values_list("pk", flat=True)}
    return found
