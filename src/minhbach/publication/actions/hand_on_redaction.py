"""Hand marks to the focal point, take or send them back, or give the whole up (Decree 13/2018, Article 7)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import REDACTION, RedactionEvent, RedactionState
from minhbach.domain.text import nfc, squeeze
from minhbach.publication.contracts import MarkState, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import redaction_for_change
from minhbach.publication.redaction.forgetting import forget_words
from minhbach.publication.redaction.journal import note
from minhbach.publication.redaction.rights import marker_of, refuse_who_may_not_redact


@transaction.atomic
def hand_on_redaction(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Hand what is marked to the focal point.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not, a proposal is not answered, or nothing goes.
    :raises MoveNotAllowed: if it is not being marked.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    person = marker_of(row.body_id, actor=actor)
    state = REDACTION.next(RedactionState(row.state), RedactionEvent.HAND_ON)
    left = row.marks.filter(state=MarkState.PROPOSED).count()
    if left:
        sentence = _("Còn %(left)s chỗ máy đề xuất chưa trả lời: che, hoặc nêu vì sao để nguyên.")
        raise PublicationRefused(sentence % {"left": left})
    gone = row.marks.filter(state=MarkState.REMOVED).count()
    if not gone:
        raise PublicationRefused(_("Chưa có chỗ nào để che. Tệp không cần che thì bỏ việc này."))
    row.state, row.marked_by_id, row.marked_at = state, person, now
    row.remark, row.trouble = "", ""
    row.save()
    note(row, "handed_on", actor=actor, now=now, removed=gone, kept=row.marks.count() - gone)


@transaction.atomic
def take_redaction_back(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Go on marking what was handed on, or what a copy was made of; that copy does not count any more.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor does not mark.
    :raises MoveNotAllowed: if nothing is handed on, or it is approved.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    marker_of(row.body_id, actor=actor)
    _back(row, RedactionEvent.TAKE_BACK)
    note(row, "taken_back", actor=actor, now=now)


@transaction.atomic
def send_redaction_back(*, redaction_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Send marks or a copy back to who marked, saying what is to be mended; the words stay in the table alone.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not take out what is marked, or says nothing.
    :raises MoveNotAllowed: if nothing is handed on, or it is approved.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    refuse_who_may_not_redact(row, actor=actor, on=timezone.localdate(now))
    remark = squeeze(nfc(remark))[:500]
    if not remark:
        raise PublicationRefused(_("Ghi cần sửa gì, để người đánh dấu biết."), field="remark")
    _back(row, RedactionEvent.SEND_BACK, remark)
    note(row, "sent_back", actor=actor, now=now)


@transaction.atomic
def drop_redaction(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Give a redaction up; the file stands as it stood, and does not pass the gate for that.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor does not mark.
    :raises MoveNotAllowed: while the machine makes the copy, or if it is over.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    marker_of(row.body_id, actor=actor)
    row.state = REDACTION.next(RedactionState(row.state), RedactionEvent.DROP)
    row.save(update_fields=["state"])
    forget_words(row)
    note(row, "dropped", actor=actor, now=now)


def _back(row: Redaction, event: RedactionEvent, remark: str = "") -> None:
    row.state = REDACTION.next(RedactionState(row.state), event)
    row.remark, row.trouble = remark, ""
    row.applied_by, row.copy_id, row.copy_name, row.copy_sha256, row.proof = None, None, "", "", {}
    row.save()
