"""Let a copy take the place of its original on the way out (duyệt bản che)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import REDACTION, RedactionEvent, RedactionState
from minhbach.foundation.queries import file_content
from minhbach.publication.contracts import MadeCopy, MarkState, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import redaction_for_change
from minhbach.publication.redaction.forgetting import forget_words
from minhbach.publication.redaction.journal import note
from minhbach.publication.redaction.rights import is_own, refuse_who_may_not_redact
from minhbach.publication.redaction.words import why_public
from minhbach.publication.registries import host_of


@transaction.atomic
def approve_redaction(
    *,
    redaction_id: int,
    copy_sha256: str,
    seen_with_own_eyes: bool,
    actor: Actor,
    now: datetime,
    approves_own: bool = False,
) -> int:
    """Approve a copy and hand it to the subject; return the id of what it is there. The original stays as it is.

    :param copy_sha256: of the copy that the approver had before them.
    :param seen_with_own_eyes: the approver's statement “đã kiểm tra bằng mắt”.
    :param approves_own: the second step of who marked too: only where nobody else may.
    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not or has not looked, it is another copy, or the file went meanwhile.
    :raises MoveNotAllowed: if there is no proved copy.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    refuse_who_may_not_redact(row, actor=actor, on=timezone.localdate(now))
    own = is_own(row, actor=actor)
    if own and not approves_own:
        raise PublicationRefused(_("Tự duyệt là bước riêng: xác nhận rằng cơ quan không có ai khác duyệt được."))
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem từng trang của bản che” trước khi duyệt."), field="seen")
    state = REDACTION.next(RedactionState(row.state), RedactionEvent.APPROVE)
    if row.copy_id is None or row.copy_sha256 != copy_sha256:
        raise PublicationRefused(_("Bản che đã được làm lại. Xem bản mới rồi mới duyệt."))
    row.result = _handed_over(row, row.copy_id, actor, now)
    row.state, row.approved_by_id, row.approved_at, row.approved_by_marker = state, actor.person, now, own
    row.save()
    removed = row.marks.filter(state=MarkState.REMOVED).count()
    forget_words(row)
    note(row, "approved", actor=actor, now=now, sha256=copy_sha256, removed=removed, approved_by_marker=own)
    return row.result


def _handed_over(row: Redaction, copy_id: int, actor: Actor, now: datetime) -> int:
    copy = MadeCopy(
        subject_id=row.subject_id,
        file_id=row.file_id,
        name=row.copy_name,
        content=file_content(copy_id),
        why=why_public(row),
        actor=actor,
        now=now,
    )
    return host_of(row.subject_kind).take(copy)
