"""Enter a body that the law data do not hold: one of a single province, a service unit, one of earlier days."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.access import MAY_ADD, in_own_province
from minhbach.agencies.adding import NewBody, insert_body
from minhbach.agencies.contracts import BodyRecord, NameNotKnown, NotAllowed
from minhbach.agencies.models import Body, Territory
from minhbach.agencies.queries.bodies import body
from minhbach.agencies.registries import bodies_were_added
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain


@transaction.atomic
def add_body(
    *,
    name: str,
    kind: Kind,
    territory_key: str,
    actor: Actor,
    now: dt.datetime,
    parent_id: int | None = None,
    exists_from: dt.date | None = None,
    exists_until: dt.date | None = None,
    source: str = "",
) -> BodyRecord:
    """Enter a body of a territory; it is marked as not confirmed and as added by hand.

    :param name: with or without the territory: "Sở Ngoại vụ", "Trạm Y tế phường Mẫu Một".
    :param parent_id: the body that it is under, in the same territory; None: its committee, if there is one.
    :param exists_until: exclusive; None: as long as the territory.
    :raises NotAllowed: if the actor is no officer of that province who may add bodies.
    :raises NameNotKnown: if there is no such territory.
    :raises AlreadyThere: if a body of that name is in the territory already.
    """
    territory = Territory.objects.filter(key=territory_key).first()
    if territory is None:
        raise NameNotKnown(_("Không có đơn vị hành chính nào mang khóa %(key)s.") % {"key": territory_key})
    if actor.system is None and not (actor.holds(*MAY_ADD) and in_own_province(actor, territory.pk)):
        raise NotAllowed(_("Chỉ thêm được cơ quan thuộc tỉnh, thành phố của mình."))
    parent = parent_id if parent_id is not None else _committee(territory.pk)
    wanted = NewBody(squeeze(name), kind, territory.pk, parent, exists_from, exists_until, squeeze(source))
    row = insert_body(wanted)
    record_event(
        chain=body_chain(row.pk),
        kind="agencies.body_added",
        subject=Subject("body", row.pk),
        actor=actor,
        now=now,
        facts={"territory": territory_key, "kind": kind.value, "parent": parent},
    )
    bodies_were_added()
    return body(row.pk)


def _committee(territory: int) -> int | None:
    return Body.objects.filter(territory=territory, kind=Kind.COMMITTEE).values_list("pk", flat=True).first()
