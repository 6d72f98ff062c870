"""What the law on personal data asks, read from `law/personal_data/` and from what an operator added."""

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from minhbach.domain.personal_data import (
    CONFIRMED,
    BreachTerm,
    DataMatter,
    FirstReply,
    Notice,
    NoticePart,
    RetentionPeriod,
    Source,
)
from minhbach.lawbook.folder import added_law_folder, law_folder

Held = TypeVar("Held", bound=Source)
STATES = (CONFIRMED, "unverified", "provisional")
FOLDER = "personal_data"


class PersonalDataInvalid(ValueError):
    """A file says something that cannot be; the message names file and row."""


def notice_on(day: date) -> Notice | None:
    """Return what people are told on a day; None before any law asked for it."""
    return _latest(_notices(), day)


def retention_on(day: date, matter: DataMatter) -> RetentionPeriod:
    """Return how long data of a matter that ended on a day are kept.

    :raises PersonalDataInvalid: if no row holds on that day.
    """
    found = _latest((one for one in _periods() if one.matter is matter), day)
    if found is None:
        raise PersonalDataInvalid(f"retention.toml: không có thời hạn nào cho {matter} ngày {day:%d/%m/%Y}")
    return found


def shortest_retention(matter: DataMatter) -> int:
    """Return the months of the shortest period that ever holds for a matter: whatever ended later is kept still."""
    return min(one.months for one in _periods() if one.matter is matter)


def first_reply_on(day: date) -> FirstReply | None:
    """Return the term of the first reply to a person about their own data."""
    return _latest(_replies(), day)


def breach_term_on(day: date) -> BreachTerm | None:
    """Return the term of the notice of a breach found on a day."""
    return _latest(_breaches(), day)


@cache
def _notices() -> tuple[Notice, ...]:
    return tuple(_notice(row) for row in _rows("notice.toml", "notice"))


@cache
def _periods() -> tuple[RetentionPeriod, ...]:
    rows = (row | {"matter": DataMatter(row["matter"])} for row in _rows("retention.toml", "period"))
    return tuple(RetentionPeriod(**row) for row in rows)


@cache
def _replies() -> tuple[FirstReply, ...]:
    return tuple(FirstReply(**row) for row in _rows("terms.toml", "first_reply"))


@cache
def _breaches() -> tuple[BreachTerm, ...]:
    return tuple(BreachTerm(**row) for row in _rows("terms.toml", "breach"))


def _notice(row: dict[str, Any]) -> Notice:
    parts = tuple(_part(dict(one)) for one in row["part"])
    return Notice(**{name: value for name, value in row.items() if name != "part"}, parts=parts)


def _part(row: dict[str, Any]) -> NoticePart:
    matters = frozenset(DataMatter(one) for one in row.pop("matters", list(DataMatter)))
    return NoticePart(**row, matters=matters)


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    """Return the rows of ours and then those that were added, each with where it stands checked."""
    return [row for folder in (law_folder(), added_law_folder()) for row in _of_file(folder / FOLDER / name, table)]


def _of_file(path: Path, table: str) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get(table, [])
    for place, row in enumerate(rows, start=1):
        if row.get("state") not in STATES:
            raise PersonalDataInvalid(f"{path.name}: [[{table}]] thứ {place}: state phải là {', '.join(STATES)}")
        if row["state"] == CONFIRMED and not row.get("quotation"):
            raise PersonalDataInvalid(f"{path.name}: [[{table}]] thứ {place}: confirmed phải có quotation")
    return rows


def _latest(rows: Iterable[Held], day: date) -> Held | None:
    # The order of equal days stays: what was added comes last, and counts.
    known = sorted((row for row in rows if row.since <= day), key=lambda row: row.since)
    return known[-1] if known else None
