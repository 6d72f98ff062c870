"""Turns tables of a TOML file into values of a statute, refusing whatever it does not understand."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from minhbach.domain.statutes.access import AccessClass, Ground, Letter, PublicationForm
from minhbach.domain.statutes.book import StatuteDataInvalid
from minhbach.domain.statutes.requests import Channel, Cost, Form, RefusalGround, RequestField, Rule
from minhbach.domain.statutes.statute import Applied, Choice
from minhbach.domain.statutes.terms import Reading, Term
from minhbach.domain.statutes.values import Cited, State

Row = TypeVar("Row", bound=Cited)

TABLES: Mapping[str, tuple[str, type[Cited]]] = {
    "class": ("classes", AccessClass),
    "ground": ("grounds", Ground),
    "letter": ("letters", Letter),
    "publication_form": ("publication_forms", PublicationForm),
    "term": ("terms", Term),
    "channel": ("channels", Channel),
    "request_field": ("request_fields", RequestField),
    "refusal_ground": ("refusal_grounds", RefusalGround),
    "cost": ("costs", Cost),
    "asker": ("askers", Rule),
    "step": ("steps", Rule),
    "outcome": ("outcomes", Rule),
    "form": ("forms", Form),
    "correction": ("corrections", Rule),
    "complaint": ("complaints", Rule),
    "transition": ("transition", Rule),
    "reading": ("readings", Reading),
    "counting": ("counting", Rule),
}
"""The tables of a file: which field of a statute each fills, with what."""

INHERITED = ("document", "source", "state")
"""What a table takes from the head of its file where it does not say it itself."""


def rows_of(place: str, content: Mapping[str, Any]) -> dict[str, tuple[Cited, ...]]:
    """Return the values of a file by field of a statute.

    :param place: the file's name, for refusals.
    :raises StatuteDataInvalid: for an unknown table or key, a missing or wrong value.
    """
    head = {key: content[key] for key in INHERITED if key in content}
    return {
        TABLES[table][0]: tuple(
            row(f"{place}, {table} thứ {n}", TABLES[table][1], raw, head) for n, raw in enumerate(raws, 1)
        )
        for table, raws in content.items()
        if table in TABLES
    }


def row(place: str, kind: type[Row], raw: Any, head: Mapping[str, Any]) -> Row:
    """Return one value.

    :raises StatuteDataInvalid: if the table does not say what the value needs, or more.
    """
    if not isinstance(raw, dict):
        raise StatuteDataInvalid(f"{place}: phải là một mục [[…]]")
    told = {**head, **raw}
    types, needed = _SHAPES[kind]
    if missing := sorted(needed - told.keys()):
        raise StatuteDataInvalid(f"{place}: thiếu {', '.join(missing)}")
    if unknown := sorted(told.keys() - types.keys()):
        raise StatuteDataInvalid(f"{place}: không hiểu {', '.join(unknown)}")
    made = kind(**{key: convert(f"{place}: {key}", types[key], value) for key, value in told.items()})
    _check_citation(place, made)
    return made


def convert(place: str, kind: Any, value: Any) -> Any:
    """Return a TOML value as the type that a field wants.

    :raises StatuteDataInvalid: if it is none.
    """
    if get_origin(kind) is UnionType:  # "X | None": a key that is left out is None already
        kind = get_args(kind)[0]
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise StatuteDataInvalid(f"{place} phải là một danh sách [ … ]")
        return tuple(convert(place, get_args(kind)[0], one) for one in value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if value not in set(kind):
            raise StatuteDataInvalid(f"{place} là “{value}”, không phải một trong {', '.join(kind)}")
        return kind(value)
    # A boolean is an int to Python and a datetime a date; neither is meant.
    if type(value) is not kind:
        raise StatuteDataInvalid(f"{place} là “{value}”, phải là {_NAMES[kind]}")
    return value


_NAMES = {str: "chữ trong ngoặc kép", int: "số nguyên", bool: "true hoặc false", dt.date: "một ngày, như 2026-09-01"}


_SHAPES: dict[type[Cited], tuple[dict[str, Any], frozenset[str]]] = {
    kind: (get_type_hints(kind), frozenset(field.name for field in fields(kind) if field.default is MISSING))
    for kind in {Choice, Applied, *(kind for _, kind in TABLES.values())}
}
"""Of each kind of value: the type of each key, and which keys are needed."""


def _check_citation(place: str, made: Cited) -> None:
    for key in ("document", "article", "source"):
        if not getattr(made, key).strip():
            raise StatuteDataInvalid(f"{place}: {key} để trống")
    if not made.quotation.strip() and made.state is State.CONFIRMED:
        raise StatuteDataInvalid(f"{place}: đã confirmed thì phải có quotation, nguyên văn")
