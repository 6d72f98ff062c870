"""The way back from the contract's object to a reading, for who had a document read in another process."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from minhbach.domain.reading.results import Reading, Source


def reading_from_json(printed: Mapping[str, Any]) -> Reading:
    """Return the reading that `as_json` printed. Equal to the first in every field.

    :raises LookupError, TypeError, ValueError: if it is no such object.
    """
    reading: Reading = _object(Reading, {**printed, "head": printed["document"]})
    return reading


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _object(kind: type, plain: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    values = {name: _value(hint, plain[name]) for name, hint in hints.items() if name in plain}
    if hints.get("source") is Source:
        # `as_json` prints a source's lines and place as keys of what stands there.
        values["source"] = _object(Source, plain)
    return kind(**values)


def _value(hint: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(hint, UnionType):
        return _value(next(kind for kind in get_args(hint) if kind is not type(None)), plain)
    if get_origin(hint) is tuple:
        kinds = get_args(hint)
        return tuple(_value(kinds[0] if kinds[-1] is Ellipsis else kinds[at], item) for at, item in enumerate(plain))
    if get_origin(hint) is dict:
        return {key: _value(get_args(hint)[1], item) for key, item in plain.items()}
    if is_dataclass(hint):
        return _object(hint, plain) if isinstance(hint, type) else plain
    if hint is dt.date:
        return dt.date.fromisoformat(plain)
    return hint(plain) if issubclass(hint, StrEnum) else plain
