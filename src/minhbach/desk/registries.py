"""Where rooms hand in what needs an act today. `config` connects them, in the order in which they stand on the page."""

from collections.abc import Callable, Iterable
from datetime import date

from minhbach.desk.contracts import Act, Awaited, Rest
from minhbach.domain.access import Actor

Source = Callable[[Actor, date], Iterable[Act | Awaited | Rest]]

_sources: dict[str, Source] = {}


def hand_in(name: str, source: Source) -> None:
    """Let a source of lines speak on the first page; the same name again replaces it."""
    _sources[name] = source


def sources() -> tuple[Source, ...]:
    """Return the sources in the order in which they were handed in."""
    return tuple(_sources.values())
