"""Which bodies stand beneath others in the tree."""

from collections.abc import Collection

from django.db.models import Q

from minhbach.agencies.models import BodyPosition
from minhbach.agencies.rules import beyond


def with_bodies_beneath(ids: Collection[int]) -> frozenset[int]:
    """Return the bodies with all that stand beneath them now: a committee with its office, divisions and units.

    The committees of lower territories are not beneath: a ward is not a part of the province's committee.
    """
    if not ids:
        return frozenset()
    current = BodyPosition.objects.filter(until_on__isnull=True)
    beneath = Q()
    for path in current.filter(body_id__in=ids).values_list("path", flat=True):
        beneath |= Q(path__gte=path, path__lt=beyond(path))
    found = current.filter(beneath).values_list("body_id", flat=True) if beneath else ()
    return frozenset(ids) | frozenset(found)
