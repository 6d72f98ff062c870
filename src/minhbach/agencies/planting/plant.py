"""All tables in the order in which they need each other."""

from collections.abc import Callable

from django.db import connection

from minhbach.agencies.models import Body, BodyName, BodyPosition, Succession, Territory, TerritoryVersion
from minhbach.agencies.planting.bodies import plant_bodies, plant_names
from minhbach.agencies.planting.positions import plant_positions
from minhbach.agencies.planting.successions import plant_successions
from minhbach.agencies.planting.territories import plant_territories
from minhbach.agencies.planting.wanted import Changes, Wanted


def plant(wanted: Wanted, *, progress: Callable[[str], None]) -> Changes:
    """Make the tables hold what is wanted, inside the caller's transaction; say each step before it is taken."""
    progress(f"{len(wanted.units)} đơn vị hành chính")
    territories, places, territory_tally = plant_territories(wanted.units)
    progress(f"{len(wanted.bodies)} cơ quan")
    ids, body_tally = plant_bodies(wanted.bodies, territories, places)
    progress("tên của cơ quan")
    names = plant_names(wanted.bodies, ids)
    progress("vị trí trong cây")
    positions = plant_positions(wanted.bodies, ids, places)
    progress(f"{len(wanted.successions)} quan hệ kế thừa")
    successions = plant_successions(wanted.successions, ids)
    changes = Changes(territory_tally, body_tally, names, positions, successions)
    if changes.anything:
        _count_rows_anew()
    return changes


def _count_rows_anew() -> None:
    """Tell PostgreSQL how many rows there are now: until it finds out by itself it plans for the few of before."""
    if connection.vendor != "postgresql":
        return
    tables = ", ".join(
        connection.ops.quote_name(model._meta.db_table)
        for model in (Territory, TerritoryVersion, Body, BodyName, BodyPosition, Succession)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
