"""Enter a unit inside a body: a division, an office, a centre."""

import datetime as dt

from django.db import transaction

from minhbach.agencies.access import body_for_change
from minhbach.agencies.adding import NewBody, insert_body
from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries.bodies import body
from minhbach.agencies.registries import bodies_were_added
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date


@transaction.atomic
def add_unit(
    *,
    parent_id: int,
    name: str,
    actor: Actor,
    now: dt.datetime,
    kind: Kind = Kind.INNER_UNIT,
    exists_from: dt.date | None = None,
) -> BodyRecord:
    """Enter a unit of a body that the officer may change.

    :raises BodyNotVisible: if the officer does not see the body.
    :raises NotAllowed: if the officer may not change it.
    :raises AlreadyThere: if it has a unit of that name already.
    """
    parent = body_for_change(parent_id, actor=actor, on=local_date(now))
    wanted = NewBody(squeeze(name), kind, parent.territory_id, parent.pk, exists_from, parent.exists_until)
    row = insert_body(wanted)
    record_event(
        chain=body_chain(parent.pk),
        kind="agencies.unit_added",
        subject=Subject("body", parent.pk),
        actor=actor,
        now=now,
        facts={"unit": row.pk, "kind": kind.value},
    )
    bodies_were_added()
    return body(row.pk)
