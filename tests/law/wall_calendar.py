"""A wall calendar: weekdays, and the days off and make-up days written on it by hand from `law/calendars/`.

Nothing of the product is imported here, so that a mistake in the product cannot stand on both sides of the comparison.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path

DAY = dt.timedelta(days=1)
LAW = Path(__file__).parents[2] / "law"
WEEKEND = "cuối tuần"


@dataclass(frozen=True)
class WallCalendar:
    """What is written on the days: why they are off, or that they are worked. Other days are what their weekday is."""

    off: dict[dt.date, str]
    made_up: dict[dt.date, str]
    announced: frozenset[int]

    def why_off(self, day: dt.date) -> str | None:
        """Say why offices are closed, or None where they are open."""
        if day in self.made_up:
            return None
        return self.off.get(day) or (WEEKEND if day.weekday() > 4 else None)

    def is_announced(self, first: dt.date, last: dt.date) -> bool:
        """Say whether the lists of all years from one day to the other were announced."""
        return all(year in self.announced for year in range(first.year, last.year + 1))

    def count(self, event: dt.date, amount: int, *, only_worked: bool) -> dt.date:
        """Turn the leaves one by one after the day of the event, then on to a day that is worked."""
        day = event
        while amount:
            day += DAY
            amount -= not only_worked or self.why_off(day) is None
        while self.why_off(day) is not None:
            day += DAY
        return day


def read(*, with_proposals: bool = False, folder: Path = LAW / "calendars") -> WallCalendar:
    """Write the rows of all years on a calendar: those decided alone, or as if what is proposed were decided too."""
    off: dict[dt.date, str] = {}
    made_up: dict[dt.date, str] = {}
    announced = set()
    for path in sorted(folder.glob("*.toml")):
        year = tomllib.loads(path.read_text(encoding="utf-8"))
        if year["state"] == "confirmed":
            announced.add(year["year"])
        for row in year["day"]:
            if with_proposals or row["state"] == "confirmed":
                (made_up if row["kind"] == "working_day" else off)[row["on"]] = row["why"]
    return WallCalendar(off, made_up, frozenset(announced))
