"""Open the gate for a version of an item, at once or on a later day (duyệt đăng)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.actions.ask_screening import refuse_unfit
from minhbach.publication.actions.submit_item import fit_run
from minhbach.publication.content import newest_content
from minhbach.publication.contracts import PublicationRecord, PublicationRefused
from minhbach.publication.opening import open_version
from minhbach.publication.queries.findings import unread_in
from minhbach.publication.queries.gate import record
from minhbach.publication.queries.items import item_publication
from minhbach.publication.queries.redactions import is_redacted
from minhbach.publication.rights import refuse_what_moved_on, takes_part, why_not_approve
from minhbach.register.queries import ITEM


@transaction.atomic
def approve_item(
    *,
    item_id: int,
    version_id: int,
    seen_with_own_eyes: bool,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    approves_own: bool = False,
    publish_on: date | None = None,
    hides_earlier: bool = False,
    seen_public: int | None = None,
    seen_unread: bool = False,
) -> PublicationRecord:
    """Make the version public in the approver's name, or let the sweep do so on a later day.

    :param version_id: of the page that the approver had before them.
    :param seen_with_own_eyes: the approver's statement “đã kiểm tra bằng mắt”; without it nothing goes out.
    :param approves_own: the second step of who approves what they made: only where nobody else may.
    :param publish_on: None or today: at once.
    :param hides_earlier: earlier versions must not be read any more.
    :param seen_unread: the approver's statement that they looked into what no machine could read inside the files.
    :param seen_public: the id of the version that was public on the approver's page, 0 for none; None: no page.
    :raises PublicationNotVisible: if the item is not there for the actor, or not at the gate.
    :raises PublicationRefused: if the actor may not approve or has not looked, or it is not what was looked through.
    :raises MoveNotAllowed: if it does not wait for approval.
    """
    row, publication = item_publication(item_id, actor=actor)
    today = timezone.localdate(now)
    reason = why_not_approve(row, publication, actor=actor, on=today)
    if reason:
        raise PublicationRefused(reason)
    own = takes_part(row, publication, actor=actor)
    if own and not approves_own:
        raise PublicationRefused(_("Tự duyệt là bước riêng: xác nhận rằng cơ quan không có ai khác duyệt được."))
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt."), field="seen")
    if publish_on is not None and publish_on < today:
        raise PublicationRefused(_("Ngày đăng đã qua. Chọn hôm nay hoặc ngày sau."), field="publish_on")
    refuse_what_moved_on(row, seen_public)
    content = newest_content(row)
    if publication.version_id != version_id or content.version.id != version_id:
        raise PublicationRefused(_("Có bản mới hơn bản đang xem. Xem lại bản mới nhất."))
    refuse_unfit(row, content)
    run = fit_run(publication, content)
    unread = unread_in(run)
    if unread and not seen_unread:
        raise PublicationRefused(_("Có hình, đối tượng máy không đọc được: xem bằng mắt rồi đánh dấu."), field="unread")
    later = publish_on is not None and publish_on > today
    event = PublicationEvent.SCHEDULE if later else PublicationEvent.APPROVE
    publication.state = PUBLICATION.next(PublicationState(publication.state), event)
    publication.approved_by_id, publication.approved_at, publication.approved_by_drafter = actor.person, now, own
    # What a copy took out must not be read in an earlier version.
    publication.hides_earlier = hides_earlier or is_redacted(publication, after=row.public_version_id or 0)
    publication.digest = content.digest
    publication.words = dict(content.words)
    publication.publish_on = publish_on if later else None
    publication.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.scheduled" if later else "publication.approved",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={
            "version": publication.version_number,
            "approved_by_drafter": own,
            "screening": run.pk,
            "unread_seen": len(unread),
            "digest": content.digest,
            "on": publish_on.isoformat() if publish_on else None,
        },
    )
    if not later:
        open_version(row, publication, calendar=calendar, actor=actor, now=now)
    return record(publication)
