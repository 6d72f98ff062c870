"""Reads the files of `law/statutes/`: a folder for each law, one file for each document that details them."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from minhbach.domain.statutes.book import KEYS, Detail, StatuteDataInvalid
from minhbach.domain.statutes.statute import Applied, Choice, Statute
from minhbach.domain.statutes.values import Cited
from minhbach.lawbook.statutes_rows import INHERITED, TABLES, convert, row, rows_of

_STATUTE = {"document", "title", "name", "signed_on", "in_force_from", "source", "state"}
_DETAIL = {"document", "title", "name", "in_force_from", "source", "state", "applies_to"}


def read_statute(folder: Path) -> Statute:
    """Return the law that a folder holds, without what details it.

    :raises StatuteDataInvalid: if a file cannot be read, or says something that cannot be.
    """
    path = folder / "statute.toml"
    place = f"{folder.name}/{path.name}"
    head = content_of(path, place)
    _check_keys(place, head, needed=_STATUTE | {"choice"}, allowed=_STATUTE | {"choice", "in_force_until"})
    number, title, name = (_text(place, head, key) for key in ("document", "title", "name"))
    inherited = {key: head[key] for key in INHERITED}
    choices = tuple(row(f"{place}, choice thứ {n}", Choice, raw, inherited) for n, raw in enumerate(head["choice"], 1))
    rows: dict[str, tuple[Cited, ...]] = dict.fromkeys(KEYS, ())
    for file in sorted(folder.glob("*.toml")):
        if file != path:
            for field, values in _tables(file, f"{folder.name}/{file.name}").items():
                rows[field] += values
    _check_once(folder.name, rows)
    return Statute(
        number=number,
        title=title,
        name=name,
        signed_on=_day(place, head, "signed_on"),
        in_force_from=_day(place, head, "in_force_from"),
        in_force_until=_day(place, head, "in_force_until") if "in_force_until" in head else None,
        choices=choices,
        **rows,  # type: ignore[arg-type]
    )


def read_detail(path: Path) -> Detail:
    """Return a document that details laws: its values, and under which laws they hold since when.

    :raises StatuteDataInvalid: if the file cannot be read, or says something that cannot be.
    """
    content = content_of(path, path.name)
    _check_keys(path.name, content, needed=_DETAIL, allowed=_DETAIL | TABLES.keys() | {"replaces", "amends"})
    rows = rows_of(path.name, content)
    _check_once(path.name, rows)
    head = {
        **{key: content[key] for key in (*INHERITED, "title", "name")},
        "number": content["document"],
        "since": _day(path.name, content, "in_force_from"),
    }
    return Detail(
        number=_text(path.name, content, "document"),
        applies=tuple(_applied(path.name, head, n, raw) for n, raw in enumerate(content["applies_to"], 1)),
        rows=rows,
        replaces=convert(f"{path.name}: replaces", tuple[str, ...], content.get("replaces", [])),
        amends=convert(f"{path.name}: amends", tuple[str, ...], content.get("amends", [])),
    )


def content_of(path: Path, place: str) -> Mapping[str, Any]:
    """Return what a TOML file holds.

    :raises StatuteDataInvalid: if there is none, or it is no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise StatuteDataInvalid(f"{place}: không đọc được ({problem})") from problem


def _tables(path: Path, place: str) -> dict[str, tuple[Cited, ...]]:
    content = content_of(path, place)
    _check_keys(place, content, needed=set(INHERITED), allowed=set(INHERITED) | TABLES.keys())
    return rows_of(place, content)


def _applied(place: str, head: Mapping[str, Any], number: int, raw: Any) -> Applied:
    made = row(f"{place}, applies_to thứ {number}", Applied, raw, head)
    if made.since < head["since"]:
        raise StatuteDataInvalid(f"{place}, applies_to thứ {number}: áp dụng trước ngày có hiệu lực")
    return made


def _check_keys(place: str, content: Mapping[str, Any], *, needed: set[str], allowed: Iterable[str]) -> None:
    if missing := sorted(needed - content.keys()):
        raise StatuteDataInvalid(f"{place}: thiếu {', '.join(missing)}")
    if unknown := sorted(content.keys() - set(allowed)):
        raise StatuteDataInvalid(f"{place}: không hiểu {', '.join(unknown)}")
    for table in ("choice", "applies_to", *TABLES):
        if not isinstance(content.get(table, []), list):
            raise StatuteDataInvalid(f"{place}: {table} phải là các mục [[{table}]]")


def _check_once(place: str, rows: Mapping[str, tuple[Cited, ...]]) -> None:
    for field, values in rows.items():
        keys = [getattr(value, KEYS[field]) for value in values]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise StatuteDataInvalid(f"{place}: {field} “{twice[0]}” đứng hai lần")


def _text(place: str, content: Mapping[str, Any], key: str) -> str:
    return str(convert(f"{place}: {key}", str, content[key]))


def _day(place: str, content: Mapping[str, Any], key: str) -> dt.date:
    day: dt.date = convert(f"{place}: {key}", dt.date, content[key])
    return day
