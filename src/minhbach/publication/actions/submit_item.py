"""Hand a version that was looked through to the leader (trình duyệt công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.actions.ask_screening import refuse_unfit
from minhbach.publication.content import Content, newest_content
from minhbach.publication.contracts import PublicationRecord, PublicationRefused
from minhbach.publication.models import Publication, ScreeningRun
from minhbach.publication.models.screening import RunState
from minhbach.publication.queries.gate import record
from minhbach.publication.queries.items import item_publication, latest_run
from minhbach.publication.rights import who_drafts
from minhbach.register.queries import ITEM


@transaction.atomic
def submit_item(*, item_id: int, actor: Actor, now: datetime) -> PublicationRecord:
    """Ask the leader to publish the newest version.

    :raises PublicationNotVisible: if the item is not there for the actor, or not at the gate.
    :raises PublicationRefused: if the actor may not, or the version was not looked through, bears a mark of secrecy or
        holds personal data that nobody has answered for.
    :raises MoveNotAllowed: if it waits already or is public.
    """
    row, publication = item_publication(item_id, actor=actor)
    person = who_drafts(row, actor=actor)
    content = newest_content(row)
    refuse_unfit(row, content)
    run = fit_run(publication, content)
    publication.state = PUBLICATION.next(PublicationState(publication.state), PublicationEvent.SUBMIT)
    publication.submitted_by_id, publication.submitted_at = person, now
    publication.approved_by, publication.approved_at, publication.approved_by_drafter = None, None, False
    publication.digest, publication.publish_on, publication.remark = "", None, ""
    publication.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.submitted",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"version": publication.version_number, "digest": run.digest},
    )
    return record(publication)


def fit_run(publication: Publication, content: Content) -> ScreeningRun:
    """Return the look through what would go out now.

    :raises PublicationRefused: if there is none, or what it found keeps the gate shut.
    """
    run = latest_run(publication)
    if publication.version_id != content.version.id or run is None:
        raise PublicationRefused(_("Có bản mới chưa được kiểm tra. Kiểm tra bản mới trước khi trình."))
    if run.state != RunState.DONE:
        raise PublicationRefused(_("Bản này đang được kiểm tra. Chờ xong rồi xem kết quả."))
    if run.digest != content.digest:
        raise PublicationRefused(_("Nội dung đã đổi sau lần kiểm tra. Kiểm tra lại trước khi trình."))
    if run.secrecy:
        raise PublicationRefused(
            _("Có dấu “%(mark)s”: không được đăng, dù ai duyệt. Gỡ tệp, xử lý theo luật về bí mật nhà nước.")
            % {"mark": run.secrecy}
        )
    if any(entry["trouble"] for entry in run.looked_at):
        raise PublicationRefused(_("Có tệp máy không đọc được nên không biết bên trong có gì. Thay tệp bằng bản mới."))
    if run.findings.filter(ground="").exists():
        raise PublicationRefused(_("Còn dữ liệu cá nhân chưa được trả lời: để nguyên thì nêu căn cứ, hoặc thay bản."))
    return run
