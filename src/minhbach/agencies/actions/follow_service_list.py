"""Mark the service units that a committee's published list names (danh mục đơn vị sự nghiệp công lập)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from minhbach.agencies.models import Body
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain


@transaction.atomic
def follow_service_list(*, named: Collection[int], not_named: Collection[int], actor: Actor, now: datetime) -> int:
    """Let the bodies say what the list says, and return how many changed.

    The caller has asked who may publish the list; being named decides whether a unit must have a focal point.

    :param not_named: those that the list before named and this one does not.
    """
    units = Body.objects.select_for_update().filter(kind=Kind.SERVICE_UNIT)
    changed = [*units.filter(pk__in=named, essential_service=False)]
    changed += units.filter(pk__in=set(not_named) - set(named), essential_service=True)
    for row in changed:
        row.essential_service = not row.essential_service
        row.save(update_fields=["essential_service"])
        record_event(
            chain=body_chain(row.pk),
            kind="agencies.named_in_service_list" if row.essential_service else "agencies.left_service_list",
            subject=Subject("body", row.pk),
            actor=actor,
            now=now,
        )
    return len(changed)
