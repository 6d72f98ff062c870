"""The country's administrative units by date, read from `law/units/` as far as they are asked for."""

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from minhbach.domain.units.finding import Found, find_unit
from minhbach.domain.units.values import KNOWN_FROM, Extent, Level, NotKnown, Succession, Unit, UnitKind, Version
from minhbach.lawbook.folder import law_folder

_KINDS = {str(kind): kind for kind in UnitKind}
_EXTENTS = {str(extent): extent for extent in Extent}
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}


class Units:
    """The tree of units. Provinces and districts are read at once, communes when their province is asked for.

    Days are local dates. Every method that takes one raises `NotKnown` for a day before `KNOWN_FROM`; `known_day` says
    which day to ask for instead.
    """

    def __init__(self, folder: Path) -> None:
        """Read the upper levels from `folder` (`law/units`)."""
        self._folder = folder
        self._units: dict[str, Unit] = {}
        self._by_code: dict[str, list[Unit]] = defaultdict(list)
        self._children: dict[str, list[Unit]] = defaultdict(list)
        self._older: dict[str, list[Succession]] = defaultdict(list)
        self._newer: dict[str, list[Succession]] = defaultdict(list)
        self._loaded: set[str] = set()
        self._read_units("provinces.csv")
        self._read_units("districts.csv")
        self._read_successions("province_successions.csv")
        self._files = sorted(path.stem for path in (folder / "communes").glob("*.csv"))

    def known_day(self, day: dt.date) -> dt.date:
        """Return the day itself, or `KNOWN_FROM` where it is earlier: answer with that, and say so on the page."""
        return max(day, KNOWN_FROM)

    def unit(self, key: str) -> Unit:
        """Return a unit by its key ("11383@2025-07-01").

        :raises NotKnown: if there is none.
        """
        if key not in self._units and len(key.partition("@")[0]) == 5:
            self._load_all()
        if key not in self._units:
            raise NotKnown(f"Không có đơn vị hành chính nào mang khóa {key}.")
        return self._units[key]

    def by_code(self, code: str, *, on: dt.date) -> Unit:
        """Return the unit that had this code on that day.

        :raises NotKnown: if none had.
        """
        self._check(on)
        if len(code) == 5 and not self._held(code, on):
            self._load_all()
        found = self._held(code, on)
        if found is None:
            raise NotKnown(f"Ngày {on:%d/%m/%Y} không có đơn vị hành chính nào mang mã {code}.")
        return found

    def provinces(self, *, on: dt.date) -> tuple[Unit, ...]:
        """Return the provinces of that day, by code."""
        self._check(on)
        return tuple(u for u in self._units.values() if u.level is Level.PROVINCE and u.on(on))

    def districts(self, province: str, *, on: dt.date) -> tuple[Unit, ...]:
        """Return the districts of a province on that day; none from 01/7/2025 on."""
        self._check(on)
        return tuple(unit for unit in self._below(province, on) if unit.level is Level.DISTRICT)

    def communes(self, within: str, *, on: dt.date) -> tuple[Unit, ...]:
        """Return the communes of a province or of a district on that day, by code."""
        self._check(on)
        self._load_around(self.unit(within))
        below = self._below(within, on)
        lower = [commune for unit in below if unit.level is Level.DISTRICT for commune in self._below(unit.key, on)]
        return tuple(sorted([u for u in below if u.level is Level.COMMUNE] + lower, key=lambda u: u.key))

    def parent(self, key: str, *, on: dt.date) -> Unit | None:
        """Return the unit above on that day; None for a province.

        :raises NotKnown: if the unit was not there on that day.
        """
        self._check(on)
        version = self.unit(key).on(on)
        if version is None:
            raise NotKnown(f"Ngày {on:%d/%m/%Y} không có {self.unit(key).latest.full_name}.")
        return self.unit(version.parent) if version.parent else None

    def province_of(self, key: str, *, on: dt.date) -> Unit:
        """Return the province in which a unit lay on that day; a province is its own."""
        unit = self.unit(key)
        while (above := self.parent(unit.key, on=on)) is not None:
            unit = above
        return unit

    def predecessors(self, key: str) -> tuple[Succession, ...]:
        """Return what the unit was made from. A district's or a first unit's answer is empty."""
        self._load_around(self.unit(key))
        return tuple(self._older[key])

    def successors(self, key: str) -> tuple[Succession, ...]:
        """Return what became of the unit, the main successor first.

        A district's successors are worked out from its communes: whole where all went to one, otherwise in part.
        """
        unit = self.unit(key)
        self._load_around(unit)
        if unit.level is Level.DISTRICT and not self._newer[key]:
            return self._successors_of_district(unit)
        return tuple(sorted(self._newer[key], key=lambda s: (not s.main, s.newer)))

    def find(self, name: str, *, on: dt.date, within: str | None = None, level: Level | None = None) -> Found:
        """Look a written name up among the units of that day.

        :param within: key of a province or district; None searches the country.
        :param level: only units of this level; None takes every level.
        """
        self._check(on)
        return find_unit(name, self._searched(within, on), on=on, level=level)

    def all(self) -> tuple[Unit, ...]:
        """Return every unit of every day."""
        self._load_all()
        return tuple(self._units.values())

    def _searched(self, within: str | None, day: dt.date) -> Iterable[Unit]:
        if within is None:
            self._load_all()
            return self._units.values()
        return (self.unit(within), *self.districts(within, on=day), *self.communes(within, on=day))

    def _check(self, day: dt.date) -> None:
        if day < KNOWN_FROM:
            raise NotKnown(
                f"Dữ liệu đơn vị hành chính bắt đầu từ {KNOWN_FROM:%d/%m/%Y}; ngày {day:%d/%m/%Y} chưa biết."
            )

    def _below(self, key: str, day: dt.date) -> tuple[Unit, ...]:
        self.unit(key)
        found = {u.key: u for u in self._children[key] if (version := u.on(day)) and version.parent == key}
        return tuple(sorted(found.values(), key=lambda u: u.key))

    def _held(self, code: str, day: dt.date) -> Unit | None:
        for unit in self._by_code[code]:
            if unit.on(day) is not None:
                return unit
        return None

    def _key_of(self, code: str, day: dt.date) -> str | None:
        unit = self._held(code, day) if code else None
        return unit.key if unit else None

    def _successors_of_district(self, district: Unit) -> tuple[Succession, ...]:
        last_day = district.latest.in_force_until
        if last_day is None:
            return ()
        communes = self._below(district.key, last_day - dt.timedelta(days=1))
        went_on = {c.key for c in communes if c.on(last_day)}
        newer = went_on | {s.newer for c in communes for s in self._newer[c.key] if s.on == last_day}
        extent = Extent.WHOLE if len(newer) == 1 else Extent.PART
        return tuple(Succession(last_day, district.key, key, extent, main=len(newer) == 1) for key in sorted(newer))

    def _load_around(self, unit: Unit) -> None:
        """Read the communes of the present province of a unit; a commune that is held already brought its own."""
        if unit.level is Level.COMMUNE:
            return
        key = unit.key if unit.level is Level.PROVINCE else unit.versions[0].parent or ""
        for province in (key, *(s.newer for s in self._newer[key])):
            self._load(self.unit(province).code)

    def _load_all(self) -> None:
        for code in self._files:
            self._load(code)

    def _load(self, code: str) -> None:
        if code in self._loaded or code not in self._files:
            return
        self._loaded.add(code)
        self._read_units(f"communes/{code}.csv")
        self._read_successions(f"successions/{code}.csv")

    def _read_units(self, name: str) -> None:
        versions: dict[tuple[str, str], list[Version]] = {}
        above = cache(self._key_of)
        for code, since, kind, title, parent, begins, ends in _rows(self._folder / name):
            start = _day(begins)
            version = Version(title, _KINDS[kind], above(parent, start), start, _day(ends) if ends else None)
            versions.setdefault((code, since), []).append(version)
        for (code, since), dated in versions.items():
            if len(dated) > 1:
                dated.sort(key=lambda version: version.in_force_from)
            self._add(Unit(f"{code}@{since}", code, _LEVELS[len(code)], tuple(dated)))

    def _add(self, unit: Unit) -> None:
        self._units[unit.key] = unit
        self._by_code[unit.code].append(unit)
        for version in unit.versions:
            if version.parent is not None:
                self._children[version.parent].append(unit)

    def _read_successions(self, name: str) -> None:
        for on, older, newer, extent, main in _rows(self._folder / name):
            day = _day(on)
            before, after = self._held(older, day - dt.timedelta(days=1)), self._held(newer, day)
            if before is None or after is None:
                raise NotKnown(f"{name}: {older} → {newer} ngày {on} nhắc tới đơn vị không có trong dữ liệu.")
            passed = Succession(day, before.key, after.key, _EXTENTS[extent], main == "1")
            self._newer[before.key].append(passed)
            self._older[after.key].append(passed)


@cache
def load_units(folder: Path | None = None) -> Units:
    """Return the units of `law/units` (or of another folder), read once in a process."""
    return Units(folder or law_folder() / "units")


@cache
def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _rows(path: Path) -> Iterator[list[str]]:
    """Return the rows of a CSV file without comment lines and the line of column names."""
    lines = path.read_text("utf-8").splitlines()
    begin = next(number for number, line in enumerate(lines) if not line.startswith("#")) + 1
    return csv.reader(lines[begin:])
