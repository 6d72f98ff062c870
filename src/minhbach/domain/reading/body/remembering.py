"""Remembers what was found in a text: each paragraph is looked at by many readers, and plans repeat themselves."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from minhbach.domain.text import lower_one_tone

_P = ParamSpec("_P")
_R = TypeVar("_R")
_LONGEST = 2_000  # a hostile paragraph must not stay in memory


def remembered(function: Callable[Concatenate[str, _P], _R]) -> Callable[Concatenate[str, _P], _R]:
    """Return `function` with its answers for short texts kept; it must depend on its arguments alone."""
    kept = lru_cache(maxsize=1024)(function)

    @wraps(function)
    def recall(text: str, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        return kept(text, *args, **kwargs) if len(text) <= _LONGEST else function(text, *args, **kwargs)  # type: ignore[arg-type]

    return recall


@remembered
def lowered(text: str) -> str:
    """Return what `lower_one_tone` gives, as long as `text`, so that places found in it are places in the text."""
    return lower_one_tone(text)
