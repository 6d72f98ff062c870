"""What bodies that share a task learn of each other's parts in it (decision 0077)."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from minhbach.planning.models import Assignment, AssignmentRole


def progress_open_through_the_task(bodies: Collection[int]) -> Q:
    """Return the condition that one of the bodies shares the task with a part, and may see how far that part is.

    Of two that both are one of many, as wards of which each does its own, neither sees into the other: they see the
    class and the limit, as whoever sees the plan does.
    """
    return Exists(_parts_of(bodies).exclude(_one_of_many())) | (~_one_of_many() & Exists(_parts_of(bodies)))


def reports_open_through_the_task(bodies: Collection[int]) -> Q:
    """Return the condition that one of the bodies shares the task and may read the part's reports and evidence.

    Who leads a task alone reads all of it; who is named as coordinating in their own name reads what such a lead
    reports.
    """
    alone = _parts_of(bodies).exclude(_one_of_many())
    helping = Exists(alone.filter(role=AssignmentRole.COORDINATING))
    only_lead = Q(role=AssignmentRole.LEAD) & ~_one_of_many()
    return Exists(alone.filter(role=AssignmentRole.LEAD)) | (only_lead & helping)


def _parts_of(bodies: Collection[int]) -> QuerySet[Assignment]:
    return Assignment.objects.filter(task=OuterRef("task"), body_id__in=bodies)


def _one_of_many() -> Q:
    """Return the condition that a part is one of several leads, or of several that a single written name stands for.

    Two that are named one by one as coordinating ("Phòng Kinh tế; Phòng Văn hóa") are each named alone.
    """
    others = Assignment.objects.filter(task=OuterRef("task")).exclude(pk=OuterRef("pk"))
    leads = others.filter(role=AssignmentRole.LEAD)
    called_alike = others.filter(role=AssignmentRole.COORDINATING, as_written=OuterRef("as_written"))
    return (Q(role=AssignmentRole.LEAD) & Exists(leads)) | (Q(role=AssignmentRole.COORDINATING) & Exists(called_alike))
