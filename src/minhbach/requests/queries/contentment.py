"""How content requesters were with answers, as numbers alone."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count

from minhbach.requests.contracts import Content
from minhbach.requests.models import Contentment


def contentment_counted(bodies: Collection[int] | None, *, since: date, until: date) -> dict[Content, int]:
    """Return how many requesters said each step of answers of bodies (None: all), between two days, both included."""
    rows = Contentment.objects.filter(said_at__date__range=(since, until))
    rows = rows if bodies is None else rows.filter(case__body_id__in=bodies)
    lines = rows.order_by().values_list("content").annotate(Count("pk"))
    return {Content(content): count for content, count in lines}
