"""The roadmap: shares of the backlog with a day, and how far they are by what was confirmed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from minhbach.digitisation.actions.confirm_scan import confirm_scan, undo_scan
from minhbach.digitisation.actions.open_batch import change_batch
from minhbach.digitisation.actions.plan_roadmap import PlannedShare, add_line, change_line, drop_line
from minhbach.digitisation.contracts import BatchFacts, BatchNotVisible, CheckedScan, DigitisationRefused
from minhbach.digitisation.models import Batch, RoadmapLine
from minhbach.digitisation.naming import facts_of
from minhbach.digitisation.queries.roadmaps import LineProgress, pages_without_a_line, roadmap_of
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import document
from minhbach.domain.access import Actor, Role
from minhbach.foundation.models import Event
from minhbach.register.contracts import PaperPlace
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World

pytestmark = pytest.mark.django_db
SHARE = PlannedShare("Quyết định trước năm 2020", 2015, 2019, date(2027, 6, 30), boxes=4, pages=10)


@pytest.fixture
def line(world: World, keeper: Actor) -> int:
    return add_line(body_id=world.ward.pk, share=SHARE, actor=keeper, now=NOW)


def confirmed_of(world: World, keeper: Actor, line: int | None, *, box: str, numbers: tuple[int, ...]) -> list[int]:
    """Confirm scans of a box that carries out the line; return their ids."""
    batch = batch_of(world, keeper, [document(number) for number in numbers])
    facts = BatchFacts("Hộp", PaperPlace(box=box), line)
    change_batch(batch_id=batch.pk, facts=facts, seen_version=batch.version, actor=keeper, now=NOW)
    for scan in read_all(batch):
        confirm_scan(
            scan_id=scan.pk, checked=CheckedScan(facts_of(scan.head)), seen_version=scan.version,
            calendar=CALENDAR, actor=keeper, now=NOW,
        )  # fmt: skip
    return list(batch.scans.values_list("pk", flat=True))


def progress(world: World, keeper: Actor) -> LineProgress:
    (found,) = roadmap_of(world.ward.pk, actor=keeper)
    return found


def test_what_is_done_is_counted_from_confirmed_scans(world: World, keeper: Actor, line: int) -> None:
    assert (progress(world, keeper).share, progress(world, keeper).pages_left) == (0, 10)
    confirmed_of(world, keeper, line, box="12", numbers=(1, 2))
    (third,) = confirmed_of(world, keeper, line, box="13", numbers=(3,))
    done = progress(world, keeper)
    assert (done.pages_done, done.boxes_done, done.scans_done, done.share, done.pages_left) == (3, 2, 3, 30, 7)
    undo_scan(scan_id=third, actor=keeper, now=NOW)
    assert (progress(world, keeper).pages_done, progress(world, keeper).boxes_done) == (2, 1)


def test_pages_of_no_line_are_counted_apart(world: World, keeper: Actor, line: int) -> None:
    confirmed_of(world, keeper, None, box="14", numbers=(1, 2))
    assert pages_without_a_line(world.ward.pk) == 2
    assert progress(world, keeper).pages_done == 0


@pytest.mark.parametrize(
    ("pages", "boxes", "share"), [(10, 4, 30), (0, 4, 50), (0, 0, 0), (2, 0, 100)], ids=["pages", "boxes", "-", "over"]
)
def test_a_share_is_counted_by_pages_or_else_by_boxes(pages: int, boxes: int, share: int) -> None:
    row = RoadmapLine(title="a", from_year=2015, until_year=2019, boxes=boxes, pages=pages, due_on=TODAY)
    assert LineProgress(row, pages_done=3, boxes_done=2, scans_done=3).share == share


def test_a_line_is_late_from_the_day_after_its_last(world: World) -> None:
    row = RoadmapLine(title="a", from_year=2015, until_year=2019, pages=10, due_on=TODAY)
    half, whole = LineProgress(row, 5, 1, 5), LineProgress(row, 10, 1, 5)
    assert [half.standing(TODAY), half.standing(TODAY + timedelta(days=1))] == ["open", "late"]
    assert whole.standing(TODAY + timedelta(days=1)) == "done"


def test_a_line_is_changed_and_dropped_with_an_event_each(world: World, keeper: Actor, line: int) -> None:
    change_line(line_id=line, share=replace(SHARE, boxes=5), seen_version=1, actor=keeper, now=NOW)
    assert RoadmapLine.objects.get(pk=line).boxes == 5
    with pytest.raises(DigitisationRefused):
        change_line(line_id=line, share=SHARE, seen_version=1, actor=keeper, now=NOW)
    drop_line(line_id=line, actor=keeper, now=NOW)
    assert roadmap_of(world.ward.pk, actor=keeper) == []
    with pytest.raises(BatchNotVisible):
        drop_line(line_id=line, actor=keeper, now=NOW)
    kinds = Event.objects.filter(subject_id=str(line), kind__contains="roadmap").order_by("sequence")
    assert [kind.rpartition(".")[2] for kind in kinds.values_list("kind", flat=True)] == ["added", "changed", "dropped"]


@pytest.mark.parametrize(
    ("changes", "box"), [({"until_year": 2014}, "until_year"), ({"title": "  "}, "title")], ids=["years", "title"]
)
def test_a_share_that_makes_no_sense_is_refused(
    world: World, keeper: Actor, changes: dict[str, object], box: str
) -> None:
    with pytest.raises(DigitisationRefused) as refusal:
        add_line(body_id=world.ward.pk, share=replace(SHARE, **changes), actor=keeper, now=NOW)  # type: ignore[arg-type]
    assert refusal.value.field == box
    assert not RoadmapLine.objects.exists()


def test_others_neither_see_nor_change_the_roadmap(world: World, keeper: Actor, line: int) -> None:
    stranger = world.officer(*Role, body=world.other_ward)
    assert roadmap_of(world.ward.pk, actor=stranger) == []
    with pytest.raises(BatchNotVisible):
        change_line(line_id=line, share=SHARE, seen_version=1, actor=stranger, now=NOW)
    with pytest.raises(BatchNotVisible):
        add_line(body_id=world.ward.pk, share=SHARE, actor=stranger, now=NOW)
    with pytest.raises(DigitisationRefused):
        drop_line(line_id=line, actor=world.officer(Role.LEADER), now=NOW)


def test_a_batch_carries_out_a_line_of_its_own_body_only(world: World, keeper: Actor) -> None:
    other = world.officer(Role.SPECIALIST, body=world.other_ward)
    theirs = add_line(body_id=world.other_ward.pk, share=SHARE, actor=other, now=NOW)
    with pytest.raises(DigitisationRefused) as refusal:
        confirmed_of(world, keeper, theirs, box="12", numbers=(1,))
    assert refusal.value.field == "roadmap"
    assert Batch.objects.get().roadmap_id is None
