"""Write down how a body is reached, and whether it renders essential public services."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.db import transaction

from minhbach.agencies.access import body_for_change
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date


@dataclass(frozen=True, slots=True)
class BodyDetails:
    """What a body says of itself; empty texts are shown nowhere."""

    address: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""
    working_hours: str = ""
    essential_service: bool = False


@transaction.atomic
def change_body(*, body_id: int, details: BodyDetails, actor: Actor, now: dt.datetime) -> None:
    """Write the details anew. No change, no event.

    :raises BodyNotVisible: if the officer does not see the body.
    :raises NotAllowed: if the officer may not change it.
    """
    row = body_for_change(body_id, actor=actor, on=local_date(now))
    values = {name: squeeze(value) if isinstance(value, str) else value for name, value in asdict(details).items()}
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(row, name, values[name])
    row.save(update_fields=changed)
    record_event(
        chain=body_chain(row.pk),
        kind="agencies.body_changed",
        subject=Subject("body", row.pk),
        actor=actor,
        now=now,
        facts={"fields": ",".join(changed)},
    )
