"""Which matters are held, and the holds of one."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from minhbach.privacy.models import LegalHold


def in_force(on: date) -> QuerySet[LegalHold]:
    """Return the holds that stop an erasure on a day: not lifted, and their last day is not over."""
    return LegalHold.objects.filter(Q(until__isnull=True) | Q(until__gte=on), lifted_at__isnull=True)


def held_among(submissions: Collection[int], *, on: date) -> frozenset[int]:
    """Return those of the submissions that are held on a day."""
    return frozenset(in_force(on).filter(submission_id__in=submissions).values_list("submission_id", flat=True))


def holds_of(submission_id: int) -> QuerySet[LegalHold]:
    """Return all holds of a submission, the latest first. The caller has asked who may see it."""
    return LegalHold.objects.filter(submission=submission_id).select_related("placed_by", "lifted_by")
