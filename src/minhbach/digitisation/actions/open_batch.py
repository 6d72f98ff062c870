"""Open a batch, or change what it is called and where its paper lies (mở lô, sửa lô)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.digitisation.contracts import BatchFacts, BatchNotVisible, DigitisationRefused, Way
from minhbach.digitisation.journal import note_batch
from minhbach.digitisation.models import Batch, BatchSeries, RoadmapLine
from minhbach.digitisation.queries.visible import batch_for_change, may_digitise
from minhbach.digitisation.rules import LONGEST_PLACE, LONGEST_TITLE, MAY_DIGITISE
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze


@transaction.atomic
def open_batch(*, body_id: int, facts: BatchFacts, way: Way, actor: Actor, now: datetime) -> int:
    """Open an empty batch and return its id; its number is the next of the body's year.

    :raises BatchNotVisible: if the actor holds no post in the body.
    :raises DigitisationRefused: if the actor does not keep its register, or the line of the roadmap is another body's.
    """
    _refuse_stranger(actor, body_id)
    year = timezone.localdate(now).year
    row = Batch(body_id=body_id, year=year, way=way.value, started_by_id=actor.person, started_at=now)
    _write(row, facts)
    row.number = _next_number(body_id, year)
    row.save()
    note_batch(row, "opened", actor=actor, now=now, facts={"number": f"{row.year}-{row.number}", "way": row.way})
    return row.pk


@transaction.atomic
def change_batch(*, batch_id: int, facts: BatchFacts, seen_version: int, actor: Actor, now: datetime) -> None:
    """Change a batch's name, place and line of the roadmap.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or somebody else changed it meanwhile.
    """
    row = batch_for_change(batch_id, actor=actor)
    refuse_who_may_not(actor, row.body_id)
    if seen_version != row.version:
        raise DigitisationRefused(_("Người khác vừa sửa lô này. Xem lại bản mới nhất, rồi sửa tiếp."))
    _write(row, facts)
    row.version += 1
    row.save()
    note_batch(row, "changed", actor=actor, now=now)


def refuse_who_may_not(actor: Actor, body_id: int) -> None:
    """Refuse who reads the register but does not keep it.

    :raises DigitisationRefused: then.
    """
    if not may_digitise(actor, body_id):
        raise DigitisationRefused(_("Vai trò của người này không số hóa cho cơ quan đã chọn."))


def _refuse_stranger(actor: Actor, body_id: int) -> None:
    if actor.system is not None:
        return
    if body_id not in actor.bodies():
        raise BatchNotVisible
    if not actor.holds(*MAY_DIGITISE, body=body_id):
        raise DigitisationRefused(_("Vai trò của người này không số hóa cho cơ quan đã chọn."))


def _write(row: Batch, facts: BatchFacts) -> None:
    if facts.roadmap_id and not RoadmapLine.objects.filter(pk=facts.roadmap_id, body_id=row.body_id).exists():
        raise DigitisationRefused(_("Chọn dòng lộ trình của chính cơ quan này."), field="roadmap")
    row.title = squeeze(facts.title)[:LONGEST_TITLE]
    row.roadmap_id = facts.roadmap_id
    for name in ("store", "shelf", "box", "folder"):
        setattr(row, name, squeeze(getattr(facts.place, name))[:LONGEST_PLACE])


def _next_number(body_id: int, year: int) -> int:
    """Return the next number; the row is held until the end of the transaction, so that none is given twice."""
    BatchSeries.objects.get_or_create(body_id=body_id, year=year)
    series = BatchSeries.objects.select_for_update().get(body_id=body_id, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
