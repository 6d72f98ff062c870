"""Bring what a body announces through the gate (trình, duyệt, công bố)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.announcements.announced import AnnouncementKind, Heading
from minhbach.publication.announcements.kinds import how
from minhbach.publication.announcements.words import screening_of
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, Publication, ScanState
from minhbach.publication.queries.announcements import announcement_for_change, announcements_in_force
from minhbach.publication.queries.scans import why_scan_is_unfit
from minhbach.publication.rights import refuse_what_was_announced_meanwhile, refuse_what_was_rewritten


@transaction.atomic
def submit_announcement(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Hand it to the leader.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, the decision is not named or of a day to come, it says nothing, or
        its words bear a mark of secrecy.
    :raises MoveNotAllowed: if it waits already or was public.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    if not row.is_draft:
        raise PublicationRefused(_("Bản này đã công bố. Lập bản mới để thay."))
    heading = Heading(row.number, row.decided_on)
    if heading.decided_on is None or not heading.is_whole:
        raise PublicationRefused(_("Ghi số, ký hiệu và ngày của quyết định công bố trước khi trình."))
    if heading.decided_on > local_date(now):
        raise PublicationRefused(_("Ngày của quyết định công bố chưa tới."))
    if lacking := how(row).why_unfinished(row):
        raise PublicationRefused(lacking)
    _refuse_unfit_scan(row)
    if screening_of(row).secrecy:
        raise PublicationRefused(_("Có dấu chỉ mức mật trong phần chữ: bản này không công bố được."))
    submit_for_publication(subject_kind=row.kind, subject_id=row.pk, body_id=row.body_id, actor=actor, now=now)


def _refuse_unfit_scan(row: Announcement) -> None:
    state = why_scan_is_unfit(row)
    if state is ScanState.WAITING:
        raise PublicationRefused(_("Bản quét quyết định đang được kiểm tra. Chờ một phút rồi trình lại."))
    if state is not None:
        raise PublicationRefused(_("Bản quét quyết định không dùng được: bỏ nó hoặc gửi tệp khác rồi trình."))


@transaction.atomic
def approve_announcement(
    *,
    announcement_id: int,
    seen_with_own_eyes: bool,
    seen_revision: int | None = None,
    seen_in_force: int | None = None,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the public read it in the leader's name; what it replaces stays to be cited.

    :param seen_revision: of the text on the approver's page; None: there was no page.
    :param seen_in_force: the id of what was in force on that page, 0 for none; None: there was no page.
    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not approve, has not looked, or it was written anew or another was
        announced or withdrawn while the page was open.
    :raises MoveNotAllowed: if nothing waits for approval.
    """
    row, today = announcement_for_change(announcement_id, actor=actor), local_date(now)
    # What it replaces is locked too: who withdraws that one at this moment waits, and is told of this one.
    held = announcements_in_force(AnnouncementKind(row.kind)).select_for_update(of=("self",))
    before = held.filter(body_id=row.body_id).first()
    refuse_what_was_announced_meanwhile(seen_in_force=seen_in_force, in_force=before.pk if before else 0)
    refuse_what_was_rewritten(row, seen_revision)
    approve_publication(
        subject_kind=row.kind, subject_id=row.pk, seen_with_own_eyes=seen_with_own_eyes, actor=actor, now=now
    )
    if before is not None:
        _replace(before, now)
    row.is_draft, row.public_from = False, today
    row.save(update_fields=["is_draft", "public_from"])
    row.scans.filter(state=ScanState.KEPT).update(public_from=today)
    how(row).approved(row, before, actor, now)


def _replace(before: Announcement, now: datetime) -> None:
    before.replaced_on = local_date(now)
    before.save(update_fields=["replaced_on"])
    publication = Publication.objects.select_for_update().get(subject_kind=before.kind, subject_id=before.pk)
    publication.state = PUBLICATION.next(PublicationState(publication.state), PublicationEvent.CORRECT)
    publication.save(update_fields=["state"])
