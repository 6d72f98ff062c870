"""Read a file that is to be redacted: its pages, its lines, and what a machine proposes to take out."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import REDACTION, RedactionEvent, RedactionState
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import shape_to_plain
from minhbach.extraction.redaction.proposing import Markable, propose
from minhbach.foundation.contracts import CorruptFile
from minhbach.foundation.queries import file_content
from minhbach.publication.contracts import MarkSource, MarkState
from minhbach.publication.models import Redaction, RedactionMark, RedactionPage
from minhbach.publication.redaction.journal import note

MOST_MARKS = 5000


def read_redaction(*, redaction_id: int, actor: Actor, now: datetime) -> None:
    """Read the file, or say why no copy of it can be made. Safe to call again, late, or two at a time."""
    row = Redaction.objects.filter(pk=redaction_id, state=RedactionState.READING).first()
    if row is None:
        return
    try:
        found = propose(file_content(row.file_id), progress=counting(row.pk))
    except CannotRead as refusal:
        refuse(row.pk, RedactionState.READING, refusal.message, actor=actor, now=now)
    except CorruptFile as damaged:
        refuse(row.pk, RedactionState.READING, str(damaged), actor=actor, now=now)
    else:
        _write(row.pk, found, actor, now)


def counting(redaction_id: int) -> Callable[[int, int], None]:
    """Return what writes down how far the machine is, for the page that shows it."""

    def count(done: int, pages: int) -> None:
        Redaction.objects.filter(pk=redaction_id).update(done_pages=done, pages=pages)

    return count


@transaction.atomic
def refuse(redaction_id: int, state: RedactionState, sentence: str, *, actor: Actor, now: datetime) -> None:
    """Write down that no copy of the file can be made, and why; nothing of it goes out."""
    row = Redaction.objects.select_for_update().filter(pk=redaction_id, state=state).first()
    if row is None:
        return
    row.state = REDACTION.next(state, RedactionEvent.REFUSE)
    row.trouble = sentence[:500]
    row.save(update_fields=["state", "trouble"])
    note(row, "refused", actor=actor, now=now)


@transaction.atomic
def _write(redaction_id: int, found: Markable, actor: Actor, now: datetime) -> None:
    row = Redaction.objects.select_for_update().filter(pk=redaction_id, state=RedactionState.READING).first()
    if row is None:  # Another worker was quicker, or it was dropped meanwhile.
        return
    row.state = REDACTION.next(RedactionState.READING, RedactionEvent.READ)
    row.format, row.pages, row.done_pages = found.format, len(found.pages), 0
    row.left_out = list(found.left_out)
    row.save()
    RedactionPage.objects.bulk_create(_pages(row, found))
    marks = list(_marks(row, found))[:MOST_MARKS]
    RedactionMark.objects.bulk_create(marks, batch_size=500)
    note(row, "read", actor=actor, now=now, pages=row.pages, found=len(marks))


def _pages(row: Redaction, found: Markable) -> Iterator[RedactionPage]:
    for page in found.pages:
        lines = [[line.text, *line.box] for line in page.lines]
        yield RedactionPage(redaction=row, number=page.number, shape=shape_to_plain(page.shape), lines=lines)


def _marks(row: Redaction, found: Markable) -> Iterator[RedactionMark]:
    for one in found.proposals:
        yield RedactionMark(
            redaction=row,
            page=one.page,
            boxes=[list(box) for box in one.boxes],
            source=MarkSource.FOUND,
            state=MarkState.PROPOSED,
            label=one.label,
            text=one.text[:300],
            why=one.why[:200],
            confidence=one.confidence,
        )
