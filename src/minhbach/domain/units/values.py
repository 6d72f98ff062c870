"""Units, their dated versions, and what passes from one unit to another."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

KNOWN_FROM = dt.date(2025, 6, 30)
"""The first day of which anything is known: the last day of the three levels."""


class Level(StrEnum):
    """A level of government. The district level ended on 01/7/2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class UnitKind(StrEnum):
    """What a unit is called, as it is written before its name."""

    TINH = "tỉnh"
    THANH_PHO = "thành phố"
    QUAN = "quận"
    HUYEN = "huyện"
    THI_XA = "thị xã"
    XA = "xã"
    PHUONG = "phường"
    THI_TRAN = "thị trấn"
    DAC_KHU = "đặc khu"


class Extent(StrEnum):
    """How much of the older unit went to the newer one."""

    WHOLE = "whole"
    PART = "part"


class NotKnown(LookupError):
    """The data say nothing of that day, that unit or that name. The message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a unit was over a time: from `in_force_from` on, up to but without `in_force_until` (None: still).

    :param parent: key of the unit above; None for a province.
    """

    name: str
    kind: UnitKind
    parent: str | None
    in_force_from: dt.date
    in_force_until: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether this version was in force on that day."""
        return self.in_force_from <= day and (self.in_force_until is None or day < self.in_force_until)

    @property
    def full_name(self) -> str:
        """Return the kind and the name as in running text: "phường Lê Chân"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit through time.

    Codes are used again (11383 was phường Trần Nguyên Hãn and is phường Lê Chân), so a unit is known by its code and
    the day from which the data know it: `key` is "11383@2025-07-01". That day is 30/6/2025 for every unit that is
    older than the data, whenever it was founded.
    """

    key: str
    code: str
    level: Level
    versions: tuple[Version, ...]

    def on(self, day: dt.date) -> Version | None:
        """Return what the unit was on that day; None if it was not there, or the data do not reach back so far."""
        for version in self.versions:
            if version.holds_on(day):
                return version
        return None

    @property
    def latest(self) -> Version:
        """Return the last version known: the present one, or the one in which the unit ended."""
        return self.versions[-1]

    @property
    def is_older_than_known(self) -> bool:
        """Tell whether the unit was there on the first day known, so that its beginning is not known."""
        return self.versions[0].in_force_from <= KNOWN_FROM

    @property
    def ended_on(self) -> dt.date | None:
        """Return the first day on which the unit was no more; None if it still is."""
        return self.latest.in_force_until


@dataclass(frozen=True, slots=True)
class Succession:
    """What passed from an older unit to a newer one on a day.

    :param main: among several successors of a divided unit, the one that took its seat or most of it. It orders a
        choice; it never makes one.
    """

    on: dt.date
    older: str
    newer: str
    extent: Extent
    main: bool
