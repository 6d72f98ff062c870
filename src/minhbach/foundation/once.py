"""Remembers, while one page is read, what its parts ask alike. Nothing is remembered while something is written."""

import functools
from collections.abc import Callable, Collection, Hashable, Iterable
from contextvars import ContextVar
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

Answer = TypeVar("Answer")
READING = ("GET", "HEAD")

_memory: ContextVar[dict[Hashable, object] | None] = ContextVar("answers of this page", default=None)


def asked_once(function: Callable[[Collection[int]], Answer]) -> Callable[[Collection[int]], Answer]:
    """Let a read of ids ask the database once for each set of ids while a page is read.

    The answer is shared, so it must not be one that callers change.
    """

    @functools.wraps(function)
    def asked(ids: Collection[int]) -> Answer:
        return remembered((function, frozenset(ids)), lambda: function(ids))

    return asked


def asked_once_each(
    function: Callable[[Iterable[int]], dict[int, Answer]],
) -> Callable[[Iterable[int]], dict[int, Answer]]:
    """Let a read of ids ask the database once for each id while a page is read, in whatever company it is asked for.

    An id without an answer is remembered as such. The answers come in no order.
    """

    @functools.wraps(function)
    def asked(ids: Iterable[int]) -> dict[int, Answer]:
        wanted = set(ids)
        known: dict[int, dict[int, Answer]] = remembered(function, dict)
        if new := wanted - known.keys():
            found = function(new)
            known |= {one: {one: found[one]} if one in found else {} for one in new}
        return {pk: answer for one in wanted for pk, answer in known[one].items()}

    return asked


def told(asked: Callable[[Iterable[int]], dict[int, Answer]], answers: dict[int, Answer]) -> None:
    """Let a read of `asked_once_each` know answers that another question brought along."""
    known: dict[int, dict[int, Answer]] = remembered(asked.__wrapped__, dict)  # type: ignore[attr-defined]
    known |= {one: {one: answer} for one, answer in answers.items()}


def remembered(key: Hashable, find: Callable[[], Answer]) -> Answer:
    """Return what was found under the key while this page is read, or find it. The answer is shared: never change it.

    A failure is not remembered.
    """
    memory = _memory.get()
    if memory is None:
        return find()
    if key not in memory:
        memory[key] = find()
    return memory[key]  # type: ignore[return-value]


class RememberWhileReading:
    """Opens the memory for each request that only reads, and closes it with the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        token = _memory.set({} if request.method in READING else None)
        try:
            return self.get_response(request)
        finally:
            _memory.reset(token)
