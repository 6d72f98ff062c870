"""In whose lists what a body holds or held is found: its own, its successors', those of what they are parts of."""

from collections.abc import Collection

from minhbach.agencies.models import Succession
from minhbach.agencies.queries.beneath import chains_of, own_lines


def who_answers_for(ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for each body all bodies to which belongs what it holds: the way back of what lists gather.

    A query for each generation of successors and each storey of the tree, however many bodies are asked for.
    """
    newer = _newer(ids)
    reached = {one: _followers(one, newer) for one in ids}
    everyone = set().union(*reached.values())
    lines = own_lines(chains_of(everyone))
    return {one: frozenset(body for follower in reached[one] for body in lines[follower]) for one in ids}


def _newer(ids: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    fresh = set(ids)
    while fresh:
        rows = Succession.objects.filter(older__in=fresh).values_list("older", "newer")
        steps: dict[int, set[int]] = {}
        for older, newer in rows:
            steps.setdefault(older, set()).add(newer)
        found |= steps
        fresh = set().union(*steps.values()) - found.keys()
    return found


def _followers(body_id: int, newer: dict[int, set[int]]) -> set[int]:
    found, waiting = {body_id}, [body_id]
    while waiting:
        fresh = newer.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found
