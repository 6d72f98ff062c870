"""What a person would add where a document names a body that is not there."""

import datetime as dt

from minhbach.agencies.contracts import KNOWN_FROM, BodyToAdd
from minhbach.agencies.models import Body, TerritoryVersion
from minhbach.agencies.queries.rows import holds_on
from minhbach.agencies.rules import name_key
from minhbach.domain.bodies.model import BodyModel
from minhbach.domain.bodies.names import normalise_name
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import squeeze
from minhbach.lawbook.bodies import load_body_models


def body_to_add(name: str, *, place: str, on: dt.date) -> BodyToAdd | None:
    """Return what would be added for a written name; None where the place is not known, or several are called so.

    The kind is that of the like-named body in `law/bodies`; where there is none, a person says it.
    """
    key = normalise_name(name)
    where = key.place or normalise_name(f"x {place}").place or place
    models = [model for model in load_body_models() if normalise_name(model.name).core == key.core]
    rows = TerritoryVersion.objects.filter(holds_on(max(on, KNOWN_FROM)), name_key=name_key(where))
    if key.kind is not None:
        rows = rows.filter(kind=key.kind)
    if models:
        rows = rows.filter(territory__level__in={model.level for model in models})
    found = list(rows.select_related("territory")[:2])
    if len(found) != 1 or not key.core:
        return None
    version = found[0]
    model = next((one for one in models if one.level == version.territory.level), None)
    return BodyToAdd(
        name=_own_name(squeeze(name), model),
        kind=model.kind if model else Kind.OTHER,
        territory_key=version.territory.key,
        territory_name=f"{version.kind} {version.name}",
    )


def committee_of(territory_key: str) -> int | None:
    """Return the id of the committee of a territory, under which its other bodies stand."""
    rows = Body.objects.filter(territory__key=territory_key, kind=Kind.COMMITTEE)
    return rows.order_by("pk").values_list("pk", flat=True).first()


def _own_name(written: str, model: BodyModel | None) -> str:
    return model.name.replace(" {unit}", "") if model else written
