"""Remembers, while one page is read, what its parts ask alike. Nothing is remembered while something is written."""

import functools
from collections.abc import Callable, Collection, Hashable
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
        memory = _memory.get()
        if memory is None:
            return function(ids)
        key = (function, frozenset(ids))
        if key not in memory:
            memory[key] = function(ids)
        return memory[key]  # type: ignore[return-value]

    return asked


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
