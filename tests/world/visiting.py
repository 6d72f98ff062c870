"""Visits of one actor, without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.world.values import World


def client_of(world: World, actor: str) -> Client:
    """Return the actor's client, with nothing but the session that the actor had at first; a visitor has none."""
    # Loading the middleware anew for each of thousands of visits would take most of the time.
    client = world.clients.get(actor) or Client(raise_request_exception=False)
    world.clients[actor] = client
    client.cookies.clear()
    if world.sessions[actor]:
        client.cookies["sessionid"] = world.sessions[actor]
    return client


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Undo whatever a visit writes, so that each one meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answer(world: World, actor: str, method: str, url: str, data: dict[str, Any] | None = None) -> HttpResponseBase:
    """Return what the actor is answered; nothing that the visit writes stays."""
    client = client_of(world, actor)
    with nothing_stays():
        return client.get(url) if method == "GET" else client.post(url, data or {})


def body_of(response: HttpResponseBase) -> bytes:
    """Return the whole content, also of a file that is sent in pieces."""
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return response.content  # type: ignore[attr-defined, no-any-return]
