"""Plan which older papers are digitised by when: add, change or drop a line of the roadmap (lộ trình số hóa)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.digitisation.actions.open_batch import refuse_who_may_not
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused
from minhbach.digitisation.models import RoadmapLine
from minhbach.digitisation.queries.visible import ROADMAP, roadmap_visible_to
from minhbach.digitisation.rules import LONGEST_TITLE, MAY_DIGITISE
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain


@dataclass(frozen=True, slots=True)
class PlannedShare:
    """A share of the older papers: documents of some years, inclusive, and by which day they are to be digitised."""

    title: str
    from_year: int
    until_year: int
    due_on: date
    letter: str = ""
    boxes: int = 0
    pages: int = 0


@transaction.atomic
def add_line(*, body_id: int, share: PlannedShare, actor: Actor, now: datetime) -> int:
    """Add a line and return its id.

    :raises BatchNotVisible: if the actor holds no post in the body.
    :raises DigitisationRefused: if the actor does not keep its register, or the share makes no sense.
    """
    if actor.system is None and body_id not in actor.bodies():
        raise BatchNotVisible
    if actor.system is None and not actor.holds(*MAY_DIGITISE, body=body_id):
        raise DigitisationRefused(_("Vai trò của người này không lập lộ trình cho cơ quan đã chọn."))
    row = RoadmapLine(body_id=body_id, made_by_id=actor.person, made_at=now)
    _write(row, share)
    row.save()
    _note(row, "added", actor, now, {"due_on": share.due_on.isoformat(), "pages": share.pages, "boxes": share.boxes})
    return row.pk


@transaction.atomic
def change_line(*, line_id: int, share: PlannedShare, seen_version: int, actor: Actor, now: datetime) -> None:
    """Change a line.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, the share makes no sense, or somebody else changed it meanwhile.
    """
    row = _line(line_id, actor)
    if seen_version != row.version:
        raise DigitisationRefused(_("Người khác vừa sửa dòng này. Xem lại bản mới nhất, rồi sửa tiếp."))
    before = row.due_on
    _write(row, share)
    row.version += 1
    row.save()
    _note(row, "changed", actor, now, {"due_on": share.due_on.isoformat(), "was_due_on": before.isoformat()})


@transaction.atomic
def drop_line(*, line_id: int, actor: Actor, now: datetime) -> None:
    """Take a line out of the roadmap; its batches stay.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not.
    """
    row = _line(line_id, actor)
    row.is_dropped = True
    row.version += 1
    row.save()
    row.batches.update(roadmap=None)
    _note(row, "dropped", actor, now, {})


def _line(line_id: int, actor: Actor) -> RoadmapLine:
    row = roadmap_visible_to(actor).select_for_update(of=("self",)).filter(pk=line_id).first()
    if row is None:
        raise BatchNotVisible
    refuse_who_may_not(actor, row.body_id)
    return row


def _write(row: RoadmapLine, share: PlannedShare) -> None:
    if share.from_year > share.until_year:
        raise DigitisationRefused(_("Năm cuối không thể trước năm đầu."), field="until_year")
    row.title = squeeze(share.title)[:LONGEST_TITLE]
    if not row.title:
        raise DigitisationRefused(_("Ghi phần hồ sơ nào."), field="title")
    row.from_year, row.until_year, row.due_on = share.from_year, share.until_year, share.due_on
    row.letter, row.boxes, row.pages = share.letter, share.boxes, share.pages


def _note(row: RoadmapLine, kind: str, actor: Actor, now: datetime, facts: dict[str, Fact]) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"roadmap.{kind}",
        subject=Subject(ROADMAP, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
