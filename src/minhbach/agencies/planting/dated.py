"""Dated rows that belong to an owner: replaced together where they differ."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from django.db import models

from minhbach.agencies.models import Dated
from minhbach.agencies.planting.wanted import Tally

Row = TypeVar("Row", bound=Dated)
BATCH = 500


def replace_dated(
    model: type[Row], owner: str, owners: Collection[int], wanted: Iterable[Row], fields: Sequence[str]
) -> Tally:
    """Make the rows of each owner equal to the wanted ones; owners whose rows are equal already are not written."""
    compared = (owner, "from_on", "until_on", *fields)
    wished: dict[int, list[Row]] = defaultdict(list)
    for row in wanted:
        wished[getattr(row, owner)].append(row)
    held = _held(model, owner, owners, compared)
    differing = [one for one in owners if held.get(one, set()) != {_values(row, compared) for row in wished[one]}]
    changed = [one for one in differing if one in held]
    for start in range(0, len(changed), BATCH):
        model._default_manager.filter(**{f"{owner}__in": changed[start : start + BATCH]}).delete()
    fresh = [row for one in differing for row in wished[one]]
    model._default_manager.bulk_create(fresh, batch_size=BATCH)
    rewritten = sum(len(wished[one]) for one in changed)
    total = sum(len(rows) for rows in wished.values())
    return Tally(created=len(fresh) - rewritten, changed=rewritten, unchanged=total - len(fresh))


def _held(
    model: type[models.Model], owner: str, owners: Collection[int], compared: Sequence[str]
) -> dict[int, set[tuple[object, ...]]]:
    held: dict[int, set[tuple[object, ...]]] = defaultdict(set)
    asked = list(owners)
    for start in range(0, len(asked), BATCH):
        rows = model._default_manager.filter(**{f"{owner}__in": asked[start : start + BATCH]})
        for values in rows.values_list(*compared):
            held[values[0]].add(values)
    return dict(held)


def _values(row: models.Model, compared: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in compared)
