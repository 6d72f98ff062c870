"""Say what goes from a file and what stays, place by place, each with its ground (đánh dấu chỗ cần che)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.domain.text import nfc, squeeze
from minhbach.publication.contracts import NEEDS_WORDS, KeepGround, MarkSource, MarkState, PublicationRefused
from minhbach.publication.models import Redaction, RedactionMark
from minhbach.publication.queries.redactions import redaction_for_change
from minhbach.publication.redaction.grounds import refuse_unknown_ground
from minhbach.publication.redaction.places import Place, boxes_of
from minhbach.publication.redaction.rights import marker_of

MACHINE = (MarkSource.FOUND, MarkSource.LEFT)
MOST_OWN = 2000


@transaction.atomic
def take_out(*, redaction_id: int, mark_ids: Collection[int], ground: str, actor: Actor, now: datetime) -> int:
    """Say that places go, on one ground of the statute, and return how many they were.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not, it is not being marked, nothing is chosen, or the ground is none.
    """
    row, person = _being_marked(redaction_id, actor)
    refuse_unknown_ground(row, ground)
    decided = {"decided_by_id": person, "decided_at": now}
    return _decide(row, mark_ids, state=MarkState.REMOVED, ground=ground, kept="", words="", **decided)


@transaction.atomic
def leave_in(
    *, redaction_id: int, mark_ids: Collection[int], kept: KeepGround, words: str, actor: Actor, now: datetime
) -> int:
    """Say why places may stay, and return how many they were.

    :param words: which law, whose consent of which day.
    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not, it is not being marked, nothing is chosen, or words are missing.
    """
    row, person = _being_marked(redaction_id, actor)
    words = squeeze(nfc(words))[:300]
    if kept in NEEDS_WORDS and not words:
        raise PublicationRefused(_("Ghi căn cứ: điều, khoản, văn bản, hoặc ai cho phép ngày nào."), field="words")
    decided = {"decided_by_id": person, "decided_at": now}
    return _decide(row, mark_ids, state=MarkState.KEPT, ground="", kept=kept.value, words=words, **decided)


@transaction.atomic
def mark_place(*, redaction_id: int, place: Place, ground: str, actor: Actor, now: datetime) -> int:
    """Mark a place that no machine proposed, and return the mark's id.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not, it is not being marked, or place or ground are none.
    """
    row, person = _being_marked(redaction_id, actor)
    refuse_unknown_ground(row, ground)
    page = row.own_pages.filter(number=place.page).first()
    if page is None:
        raise PublicationRefused(_("Tệp không có trang này."))
    if row.marks.exclude(source__in=MACHINE).count() >= MOST_OWN:
        raise PublicationRefused(_("Một tệp có nhiều nhất %(most)s chỗ tự đánh dấu.") % {"most": MOST_OWN})
    boxes, text = boxes_of(place, page)
    return RedactionMark.objects.create(
        redaction=row, page=place.page, boxes=boxes, source=place.source, state=MarkState.REMOVED, text=text,
        ground=ground, decided_by_id=person, decided_at=now,
    ).pk  # fmt: skip


@transaction.atomic
def undo_marks(*, redaction_id: int, mark_ids: Collection[int], actor: Actor) -> int:
    """Take back what was decided: proposals wait again, a person's own marks go. Return how many they were.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not, it is not being marked, or nothing is chosen.
    """
    row, _person = _being_marked(redaction_id, actor)
    chosen = row.marks.filter(pk__in=list(mark_ids))
    own = chosen.exclude(source__in=MACHINE).delete()[0]
    waiting = chosen.filter(source__in=MACHINE).exclude(state=MarkState.PROPOSED).update(
        state=MarkState.PROPOSED, ground="", kept="", words="", decided_by=None, decided_at=None
    )  # fmt: skip
    if not own + waiting:
        raise PublicationRefused(_("Chọn ít nhất một chỗ."), field="marks")
    return own + waiting


def _being_marked(redaction_id: int, actor: Actor) -> tuple[Redaction, int]:
    row = redaction_for_change(redaction_id, actor=actor)
    person = marker_of(row.body_id, actor=actor)
    if row.state != RedactionState.MARKING:
        raise PublicationRefused(_("Chỉ đánh dấu được trước khi chuyển cho đầu mối. Lấy lại trước, rồi mới sửa."))
    return row, person


def _decide(row: Redaction, mark_ids: Collection[int], **decision: object) -> int:
    count = row.marks.filter(pk__in=list(mark_ids)).update(**decision)
    if not count:
        raise PublicationRefused(_("Chọn ít nhất một chỗ."), field="marks")
    return count
