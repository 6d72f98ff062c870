"""Stop the erasure of a matter's data, and let it go on (giữ lại, thôi giữ)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.queries import SUBMISSION
from minhbach.privacy.contracts import HoldKind, Matter, MatterNotVisible, PrivacyRefused
from minhbach.privacy.models import LegalHold
from minhbach.privacy.queries.matters import matter_visible_to
from minhbach.privacy.rules import MAY_DECIDE, MAY_HOLD
from minhbach.register.queries.visible import holds_for


@transaction.atomic
def place_hold(
    *, submission_id: int, kind: HoldKind, ground: str, until: date | None, actor: Actor, now: datetime
) -> int:
    """Keep the data of a matter beyond their time and return the hold's id.

    :param ground: the document or matter that asks for it; no name of a person.
    :param until: the last day; None until it is lifted.
    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if nothing is said, the day is over, or the data are erased already.
    """
    row = matter_visible_to(submission_id, actor=actor)
    ground = squeeze(ground)[:300]
    if not holds_for(actor, MAY_HOLD, row.body_id) or actor.person is None:
        raise PrivacyRefused(_("Vai trò của người này không giữ dữ liệu lại được."))
    if row.erased_at is not None:
        raise PrivacyRefused(_("Dữ liệu đã xóa, không còn gì để giữ."))
    if not ground:
        raise PrivacyRefused(_("Ghi căn cứ: văn bản, vụ việc yêu cầu giữ."), field="ground")
    if until is not None and until < timezone.localdate(now):
        raise PrivacyRefused(_("Ngày này đã qua."), field="until")
    hold = LegalHold.objects.create(
        submission_id=submission_id, kind=kind, ground=ground, until=until, placed_by_id=actor.person, placed_at=now
    )
    _record(row, "held", hold, actor, now)
    return hold.pk


@transaction.atomic
def lift_hold(*, submission_id: int, hold_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Let the erasure go on; what is due goes with the next nightly sweep.

    :raises MatterNotVisible: if there is no such hold in force for the actor.
    :raises PrivacyRefused: if the actor does not decide, or gives no reason.
    """
    row = matter_visible_to(submission_id, actor=actor)
    if not holds_for(actor, MAY_DECIDE, row.body_id):
        raise PrivacyRefused(_("Chỉ lãnh đạo thôi giữ dữ liệu được."))
    if not squeeze(reason):
        raise PrivacyRefused(_("Ghi lý do."), field="reason")
    rows = LegalHold.objects.select_for_update(of=("self",))
    hold = rows.filter(pk=hold_id, submission=submission_id, lifted_at__isnull=True).first()
    if hold is None:
        raise MatterNotVisible
    hold.lifted_by_id, hold.lifted_at, hold.lifted_because = actor.person, now, squeeze(reason)[:300]
    hold.save()
    _record(row, "hold_lifted", hold, actor, now)


def _record(row: Matter, what: str, hold: LegalHold, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"personal_data.{what}",
        subject=Subject(SUBMISSION, row.submission_id),
        actor=actor,
        now=now,
        facts={"number": row.number, "hold": hold.pk, "why": hold.kind, "until": str(hold.until or "")},
    )
