"""All statutes with the documents that detail them: which one holds for a matter on a day, and with which values."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from minhbach.domain.statutes.statute import Applied, Choice, Statute
from minhbach.domain.statutes.values import Cited, Matter, State

KEYS: Mapping[str, str] = {
    "classes": "code",
    "grounds": "key",
    "letters": "letter",
    "publication_forms": "key",
    "terms": "key",
    "channels": "key",
    "request_fields": "key",
    "refusal_grounds": "key",
    "costs": "key",
    "askers": "key",
    "steps": "key",
    "outcomes": "key",
    "forms": "number",
    "corrections": "key",
    "complaints": "key",
    "transition": "key",
    "readings": "key",
    "counting": "key",
}
"""The fields of a statute that hold rows, and which attribute tells rows of one field apart."""


class NoStatute(LookupError):
    """No statute governs the matter on that day. The message is Vietnamese and names the article that begins it."""


class StatuteDataInvalid(ValueError):
    """Data of a statute say something that cannot be. The message names the file or document, and the key."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A document that details statutes (nghị định, thông tư).

    :param rows: its values by field of `Statute`.
    :param applies: under which statutes, since when, and how sure that is.
    :param replaces: documents that no longer hold, under the same statutes, once this one does.
    :param amends: documents of which single values with the same key give way to this one's.
    """

    number: str
    applies: tuple[Applied, ...]
    rows: Mapping[str, tuple[Cited, ...]]
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """Every statute that is known.

    :param statutes: each without its details, the oldest first.
    :raises StatuteDataInvalid: where a matter has no statute between two that have it, or two on one day; or where two
        documents give a value for the same key on the same day without one saying that it replaces or amends the other.
    """

    statutes: tuple[Statute, ...]
    details: tuple[Detail, ...] = ()

    def __post_init__(self) -> None:
        for matter in Matter:
            check_periods(
                matter, [choice for one in self.statutes for choice in one.choices if choice.matter == matter]
            )
        numbers = [one.number for one in self.statutes] + [one.number for one in self.details]
        for number in numbers:
            if numbers.count(number) > 1:
                raise StatuteDataInvalid(f"văn bản {number} đứng hai lần")
        _ = self._dated  # built at once, so that what does not fit is refused now

    def statute_for(self, matter: Matter, on: dt.date) -> Statute:
        """Return the statute that governs a matter, as it holds on that day.

        :param on: the day that chooses: of sending, creation, receipt of the petition, classifying (see `Matter`).
        :raises NoStatute: for a day before the first statute.
        """
        for one in self.statutes:
            if one.choice(matter).holds_on(on):
                return self.statute(one.number, on=on)
        first = self.statutes[0]
        since = first.choice(matter).since
        raise NoStatute(
            f"ngày {on:%d/%m/%Y} chưa có luật nào về tiếp cận thông tin: {first.title} có hiệu lực từ {since:%d/%m/%Y} "
            f"({first.choice(Matter.PUBLICATION).article} {first.title})"
        )

    def statute(self, number: str, *, on: dt.date | None = None) -> Statute:
        """Return a statute with the details that hold on a day; without a day, with all that are known to come.

        :raises NoStatute: if there is none of this number.
        """
        dated = self._dated.get(number)
        if dated is None:
            raise NoStatute(f"không có luật số {number} trong dữ liệu")
        # The same values hold from one change to the next; before its first day a law is given as it begins.
        changed_on = max((day for day in dated if day <= (on or dt.date.max)), default=min(dated))
        return dated[changed_on]

    def changes_of(self, number: str) -> tuple[dt.date, ...]:
        """Return the days on which values of a statute change, its first day included, in order."""
        return tuple(self._dated[number])

    @cached_property
    def _dated(self) -> Mapping[str, Mapping[dt.date, Statute]]:
        """Each statute as it holds from each day on which its values change."""
        found: dict[str, dict[dt.date, Statute]] = {}
        for law in self.statutes:
            applied = self._by_statute[law.number]
            edges = {day for _, one in applied for day in (one.since, one.until) if day and day > law.in_force_from}
            days = (law.in_force_from, *sorted(edges))
            found[law.number] = {day: _on(law, applied, day) for day in days}
        return found

    @cached_property
    def _by_statute(self) -> Mapping[str, list[tuple[Detail, Applied]]]:
        """Which details hold under each statute, the earliest first, each ended where another replaces it."""
        known = {one.number for one in self.statutes}
        found: dict[str, list[tuple[Detail, Applied]]] = {number: [] for number in known}
        for detail in self.details:
            for applied in detail.applies:
                if applied.statute not in known:
                    raise StatuteDataInvalid(f"{detail.number}: không có luật số {applied.statute}")
                found[applied.statute].append((detail, applied))
        for pairs in found.values():
            pairs.sort(key=lambda pair: pair[1].since)
            pairs[:] = [(detail, _ended(detail, applied, pairs)) for detail, applied in pairs]
        return found


def check_periods(matter: Matter, choices: list[Choice]) -> None:
    """Hold that each day from the first on has exactly one statute for the matter.

    :raises StatuteDataInvalid: for a gap, an overlap, or no open end.
    """
    if not choices:
        raise StatuteDataInvalid(f"{matter}: không có luật nào")
    ordered = sorted(choices, key=lambda choice: choice.since)
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        if earlier.until is None or earlier.until > later.since:
            raise StatuteDataInvalid(f"{matter}: hai luật cùng áp dụng ngày {later.since:%d/%m/%Y}")
        if earlier.until < later.since:
            raise StatuteDataInvalid(f"{matter}: không có luật nào từ {earlier.until:%d/%m/%Y}")
    if ordered[-1].until is not None:
        raise StatuteDataInvalid(f"{matter}: không có luật nào từ {ordered[-1].until:%d/%m/%Y}")


def _ended(detail: Detail, applied: Applied, pairs: list[tuple[Detail, Applied]]) -> Applied:
    ends = [other.since for newer, other in pairs if detail.number in newer.replaces]
    ends += [applied.until] if applied.until else []
    return replace(applied, until=min(ends)) if ends else applied


def _on(law: Statute, details: Iterable[tuple[Detail, Applied]], day: dt.date) -> Statute:
    for detail, applied in details:
        if applied.since <= day and (applied.until is None or day < applied.until):
            law = _with(law, detail, applied)
    return law


def _with(statute: Statute, detail: Detail, applied: Applied) -> Statute:
    changed: dict[str, tuple[Cited, ...]] = {}
    for field, rows in detail.rows.items():
        told = {getattr(row, KEYS[field]): row for row in getattr(statute, field)}
        for row in rows:
            key = getattr(row, KEYS[field])
            if key in told and told[key].document not in detail.amends:
                raise StatuteDataInvalid(
                    f"{detail.number}: {field} “{key}” đã có trong {told[key].document}; "
                    "ghi văn bản ấy vào amends hoặc replaces"
                )
            # What may not hold at all cannot be surer than that.
            told[key] = replace(row, state=applied.state) if row.state is State.CONFIRMED else row
        changed[field] = tuple(told.values())
    return replace(statute, **changed, details=(*statute.details, applied))  # type: ignore[arg-type]
