"""Take out what is marked: a copy is made on the server and proved by other readers, or not given at all."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import REDACTION, RedactionEvent, RedactionState
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import Box, NotProved, Redacted
from minhbach.extraction.redaction.redact import redact
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import CorruptFile, Subject
from minhbach.foundation.queries import file_content
from minhbach.publication.actions.read_redaction import counting, refuse
from minhbach.publication.contracts import MarkSource, MarkState
from minhbach.publication.models import Redaction, RedactionMark
from minhbach.publication.queries.redactions import REDACTION as REDACTION_KIND
from minhbach.publication.queries.redactions import redaction_for_change
from minhbach.publication.redaction.grounds import short
from minhbach.publication.redaction.journal import note
from minhbach.publication.redaction.naming import copy_name
from minhbach.publication.redaction.proof import left_elsewhere, proof_kept
from minhbach.publication.redaction.rights import refuse_who_may_not_redact

TO_MARK_ANEW = ("wrong_box", "no_boxes")


@transaction.atomic
def apply_redaction(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Have the copy made; the caller enqueues the job.

    :raises PublicationNotVisible: if the redaction is not there for the actor.
    :raises PublicationRefused: if the actor may not take out what is marked.
    :raises MoveNotAllowed: if nothing is handed on.
    """
    row = redaction_for_change(redaction_id, actor=actor)
    refuse_who_may_not_redact(row, actor=actor, on=timezone.localdate(now))
    row.state = REDACTION.next(RedactionState(row.state), RedactionEvent.APPLY)
    row.applied_by_id, row.done_pages, row.trouble = actor.person, 0, ""
    row.save()
    note(row, "applied", actor=actor, now=now)


def make_copy(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Make the copy and prove it, or write down why there is none. Safe to call again, late, or two at a time."""
    row = Redaction.objects.filter(pk=redaction_id, state=RedactionState.APPLYING).first()
    if row is None:
        return
    try:
        made = redact(file_content(row.file_id), list(_boxes(row)), accept_elsewhere=True, progress=counting(row.pk))
    except NotProved as refusal:
        _not_proved(row.pk, refusal.message, [], actor, now)
    except CannotRead as refusal:
        if refusal.code in TO_MARK_ANEW:
            _not_proved(row.pk, refusal.message, [], actor, now)
        else:
            refuse(row.pk, RedactionState.APPLYING, refusal.message, actor=actor, now=now)
    except CorruptFile as damaged:
        refuse(row.pk, RedactionState.APPLYING, str(damaged), actor=actor, now=now)
    else:
        _settle(row, made, actor, now)


def _boxes(row: Redaction) -> Iterator[Box]:
    for mark in row.marks.filter(state=MarkState.REMOVED):
        for x0, y0, x1, y1 in mark.boxes:
            yield Box(mark.page, x0, y0, x1, y1, short(row.statute, mark.ground), mark.label or None)


def _settle(row: Redaction, made: Redacted, actor: Actor, now: datetime) -> None:
    left = list(left_elsewhere(row, made.proof))
    if left:
        with override("vi"):
            sentence = _("Chữ đã che còn đứng ở %(count)s chỗ khác: che thêm, hoặc nêu vì sao để nguyên.")
            _not_proved(row.pk, sentence % {"count": len(left)}, left, actor, now)
        return
    _keep(row.pk, made, actor, now)


@transaction.atomic
def _not_proved(
    redaction_id: int, sentence: str, left: list[dict[str, Any]], actor: Actor, now: datetime
) -> None:  # fmt: skip
    row = _still_applying(redaction_id)
    if row is None:
        return
    row.state = REDACTION.next(RedactionState(row.state), RedactionEvent.NOT_PROVE)
    row.trouble, row.applied_by = sentence[:500], None
    row.save()
    RedactionMark.objects.bulk_create(
        RedactionMark(redaction=row, source=MarkSource.LEFT, state=MarkState.PROPOSED, **one) for one in left
    )
    note(row, "not_proved", actor=actor, now=now, left=len(left))


@transaction.atomic
def _keep(redaction_id: int, made: Redacted, actor: Actor, now: datetime) -> None:
    row = _still_applying(redaction_id)
    if row is None:  # Another worker was quicker.
        return
    name = copy_name(row)
    stored = store_file(content=made.pdf, name=name, subject=Subject(REDACTION_KIND, row.pk), actor=actor, now=now)
    row.state = REDACTION.next(RedactionState(row.state), RedactionEvent.MAKE)
    row.copy_id, row.copy_name, row.copy_sha256 = stored.id, stored.name, stored.sha256
    row.proof = proof_kept(made)
    row.save()
    note(row, "made", actor=actor, now=now, sha256=stored.sha256, pages=made.pages)


def _still_applying(redaction_id: int) -> Redaction | None:
    return Redaction.objects.select_for_update().filter(pk=redaction_id, state=RedactionState.APPLYING).first()
