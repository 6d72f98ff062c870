"""Bring an item to the gate and have its newest version looked through (kiểm tra trước khi đăng)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.content import Content, newest_content
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Publication, ScreeningRun
from minhbach.publication.models.screening import RunState
from minhbach.publication.queries.items import locked_item
from minhbach.publication.rights import who_drafts
from minhbach.register.contracts import Access
from minhbach.register.queries import ITEM
from minhbach.register.rows import ItemRow


@transaction.atomic
def ask_screening(*, item_id: int, actor: Actor, now: datetime) -> int:
    """Let the machine look through the newest version, and return the run's id; the caller enqueues the job.

    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor does not draft, the item is not open or struck, or nothing would go out.
    :raises MoveNotAllowed: if it is before the leader or public already.
    """
    row = locked_item(item_id, actor=actor)
    person = who_drafts(row, actor=actor)
    content = newest_content(row)
    refuse_unfit(row, content)
    publication = _publication_of(row, content, person, now)
    PUBLICATION.next(PublicationState(publication.state), PublicationEvent.CHECK)
    if publication.runs.filter(state=RunState.WAITING).exists():
        raise PublicationRefused(_("Bản này đang được kiểm tra. Chờ xong rồi xem kết quả."))
    run = ScreeningRun.objects.create(publication=publication, asked_by_id=actor.person, asked_at=now)
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.screening_asked",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"version": content.version.number},
    )
    return run.pk


def refuse_unfit(row: ItemRow, content: Content) -> None:
    """Refuse what cannot become public as it stands in the register.

    :raises PublicationRefused: saying what to do.
    """
    if row.state != "active":
        raise PublicationRefused(_("Mục này đã bị gạch. Khôi phục trước, rồi mới đưa ra công khai."))
    if row.access != Access.OPEN:
        raise PublicationRefused(_("Chỉ công khai được thông tin đã phân loại “được tiếp cận”. Phân loại trước."))
    if content.version.waiting:
        raise PublicationRefused(_("Còn tệp của bản này đang được đọc tìm dấu mật. Chờ đọc xong."))
    if content.is_empty:
        raise PublicationRefused(_("Bản này chưa có tệp nào để đăng. Thêm bản mới có tệp trước."))


def _publication_of(row: ItemRow, content: Content, person: int, now: datetime) -> Publication:
    found = Publication.objects.filter(subject_kind=ITEM, subject_id=row.pk, version_id=content.version.id).first()
    if found is not None:
        return found
    return Publication.objects.create(
        subject_kind=ITEM,
        subject_id=row.pk,
        version_id=content.version.id,
        version_number=content.version.number,
        body_id=row.body_id,
        state=PublicationState.DRAFT,
        drafted_by_id=person,
        submitted_by_id=person,
        submitted_at=now,
    )
