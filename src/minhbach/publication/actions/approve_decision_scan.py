"""Let the public open a scan that was put beside what is public already, or take such a scan away again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.queries import others_may_approve
from minhbach.publication.queries.announcements import announcement_for_change
from minhbach.publication.queries.scans import scan_to_approve, takes_later_scan
from minhbach.publication.rules import MAY_APPROVE, reason_not_to_approve
from minhbach.publication.stamp import mark_changed


@transaction.atomic
def approve_decision_scan(
    *, announcement_id: int, scan_id: int, seen_with_own_eyes: bool, actor: Actor, now: datetime
) -> None:
    """Make the scan public in the leader's name, beside the text that is public.

    :param scan_id: of the scan that the leader looked at; another one that came meanwhile is not approved.
    :raises PublicationNotVisible: if the announcement is not there for the actor.
    :raises PublicationRefused: if the actor may not approve, has not looked, or the scan waits no more.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    scan = scan_to_approve(row.pk, scan_id) if takes_later_scan(row) else None
    if scan is None:
        raise PublicationRefused(_("Bản quét này không còn chờ duyệt. Xem tình trạng hiện nay rồi mới làm."))
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=local_date(now))
    # A scan that the machine took in for nobody has no person who could approve their own.
    reason = reason_not_to_approve(
        actor=actor, body=row.body_id, submitted_by=scan.handed_in_by_id or 0, others_may_approve=others
    )
    if reason:
        raise PublicationRefused(reason)
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt."))
    scan.public_from = local_date(now)
    scan.save(update_fields=["public_from"])
    _record(row, "announcement.scan_approved", actor, now, {"by_drafter": actor.person == scan.handed_in_by_id})
    mark_changed(now=now)


@transaction.atomic
def withdraw_decision_scan(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Let nobody open the public scan any more; the text stays public, and another scan may be put beside it.

    :raises PublicationNotVisible: if the announcement is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, or no scan is public.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    if not actor.holds(*MAY_APPROVE, body=row.body_id):
        raise PublicationRefused(_("Chỉ lãnh đạo của cơ quan mới làm được việc này."))
    gone, _by_table = row.scans.filter(public_from__isnull=False).delete()
    if not gone:
        raise PublicationRefused(_("Không có bản quét nào đang công khai."))
    _record(row, "announcement.scan_withdrawn", actor, now, {})
    mark_changed(now=now)


def _record(row: Announcement, kind: str, actor: Actor, now: datetime, facts: dict[str, bool]) -> None:
    subject = Subject(row.kind, row.pk)
    record_event(chain=body_chain(row.body_id), kind=kind, subject=subject, actor=actor, now=now, facts=facts)
