"""Reads of bodies. Who exists, when, where and under which name is public, so these ask for no actor."""

from minhbach.agencies.queries.bodies import (
    bodies,
    body,
    body_by_slug,
    body_names,
    existing_ids,
    search_bodies,
)
from minhbach.agencies.queries.naming import find_body_from_head, find_issuing_body, resolve_names
from minhbach.agencies.queries.succession import (
    predecessors_of,
    successor_today,
    successors_of,
    with_predecessors,
)

__all__ = [
    "bodies",
    "body",
    "body_by_slug",
    "body_names",
    "existing_ids",
    "find_body_from_head",
    "find_issuing_body",
    "predecessors_of",
    "resolve_names",
    "search_bodies",
    "successor_today",
    "successors_of",
    "with_predecessors",
]
