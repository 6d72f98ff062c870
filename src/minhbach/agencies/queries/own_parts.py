"""What belongs to a body so closely that its own page tells of it."""

from collections.abc import Collection

from minhbach.agencies.access import PARTS
from minhbach.agencies.models import BodyPosition


def with_own_parts(ids: Collection[int]) -> frozenset[int]:
    """Return the bodies with their offices, divisions and inner units, those that ended too.

    What a committee's office has to do is the committee's to answer for; what a department has is the department's.
    """
    found = set(ids)
    fresh = set(ids)
    while fresh:
        inside = BodyPosition.objects.filter(parent__in=fresh, body__kind__in=PARTS)
        fresh = set(inside.values_list("body", flat=True)) - found
        found |= fresh
    return frozenset(found)
