"""Write down that one body took over what another had."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.access import MAY_ADD, in_own_province
from minhbach.agencies.contracts import AlreadyThere, BodyNotVisible, DatesNotPossible, NotAllowed
from minhbach.agencies.models import Body, Succession
from minhbach.domain.access import Actor
from minhbach.domain.units.values import Extent
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain


@transaction.atomic
def record_succession(
    *,
    older_id: int,
    newer_id: int,
    on: dt.date,
    extent: Extent,
    actor: Actor,
    now: dt.datetime,
    main: bool = False,
    ground: str = "",
) -> None:
    """Record a succession between two bodies.

    :param on: the first day on which the newer one holds what passed.
    :param ground: number and symbol of the decision, for the page and the log.
    :raises BodyNotVisible: if one of the bodies is not there.
    :raises NotAllowed: if the newer body is not in a province of the actor's.
    :raises DatesNotPossible: if the newer body is not there on that day, or both are the same.
    :raises AlreadyThere: if this succession is recorded already.
    """
    rows = Body.objects.in_bulk([older_id, newer_id])
    if older_id not in rows or newer_id not in rows:
        raise BodyNotVisible(_("Không tìm thấy cơ quan này."))
    newer = rows[newer_id]
    if actor.system is None and not (actor.holds(*MAY_ADD) and in_own_province(actor, newer.territory_id)):
        raise NotAllowed(_("Chỉ ghi được việc kế thừa của cơ quan thuộc tỉnh, thành phố của mình."))
    ended = newer.exists_until is not None and newer.exists_until <= on
    if older_id == newer_id or ended or (newer.exists_from is not None and on < newer.exists_from):
        raise DatesNotPossible(_("Vào ngày này cơ quan nhận chưa có hoặc không còn."))
    if Succession.objects.filter(older=older_id, newer=newer_id).exists():
        raise AlreadyThere(_("Việc kế thừa này đã được ghi."))
    Succession.objects.create(
        older_id=older_id, newer_id=newer_id, on=on, extent=extent.value, main=main, ground=ground
    )
    record_event(
        chain=body_chain(newer_id),
        kind="agencies.succession_recorded",
        subject=Subject("body", newer_id),
        actor=actor,
        now=now,
        ground=ground,
        facts={"older": older_id, "on": on.isoformat(), "extent": extent.value},
    )
