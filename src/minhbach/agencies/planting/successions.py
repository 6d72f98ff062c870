"""Who followed whom."""

from collections.abc import Iterable, Mapping

from minhbach.agencies.models import Succession
from minhbach.agencies.planting.dated import BATCH
from minhbach.agencies.planting.wanted import Tally
from minhbach.domain.units.values import Succession as Passed

_COMPARED = ("on", "extent", "main")


def plant_successions(wanted: Iterable[Passed], ids: Mapping[str, int]) -> Tally:
    """Make the table hold the successions between bodies; those that people recorded beside them stay."""
    rows = {(ids[one.older], ids[one.newer]): _row(one, ids) for one in wanted}
    held = {(row.older_id, row.newer_id): row for row in _held({older for older, _ in rows})}
    fresh = [row for pair, row in rows.items() if pair not in held]
    changed = []
    for pair, row in rows.items():
        if pair in held and any(getattr(held[pair], field) != getattr(row, field) for field in _COMPARED):
            row.pk = held[pair].pk
            changed.append(row)
    Succession.objects.bulk_create(fresh, batch_size=BATCH)
    Succession.objects.bulk_update(changed, _COMPARED, batch_size=BATCH)
    return Tally(len(fresh), len(changed), len(rows) - len(fresh) - len(changed))


def _row(one: Passed, ids: Mapping[str, int]) -> Succession:
    return Succession(
        older_id=ids[one.older], newer_id=ids[one.newer], on=one.on, extent=one.extent.value, main=one.main
    )


def _held(older: set[int]) -> Iterable[Succession]:
    asked = sorted(older)
    for start in range(0, len(asked), BATCH):
        yield from Succession.objects.filter(older__in=asked[start : start + BATCH])
