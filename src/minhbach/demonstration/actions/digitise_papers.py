"""Let the made-up ward digitise a box of older papers, with a scan at each step of the way."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import READER, acting, at
from minhbach.demonstration.old_papers import BROKEN, READ, WAITING
from minhbach.demonstration.people import WARD_COMMITTEE
from minhbach.digitisation.actions.confirm_scan import confirm_scan
from minhbach.digitisation.actions.open_batch import open_batch
from minhbach.digitisation.actions.plan_roadmap import PlannedShare, add_line
from minhbach.digitisation.actions.receive_scans import receive_scans
from minhbach.digitisation.actions.set_scan_aside import put_off_scan
from minhbach.digitisation.actions.steer_batch import pause_batch
from minhbach.digitisation.contracts import BatchFacts, CheckedScan, Way
from minhbach.digitisation.naming import facts_of
from minhbach.digitisation.queries.visible import scans_visible_to
from minhbach.digitisation.reading_round import read_round
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.foundation.calendar import calendar_in_use
from minhbach.register.contracts import PaperPlace

KEEPER = "mau.chuyenvien"
SECONDS = 60.0
"""For reading five pages; a machine that is slower leaves the rest to the worker."""
STORE = "Kho lưu trữ tầng 1"


def digitise_papers(*, today: dt.date) -> int:
    """Plan the backlog, take one box in and read it, hold another; return how many files were read."""
    body_id, day = body_by_slug(WARD_COMMITTEE).id, today - dt.timedelta(days=1)
    keeper, now = acting(KEEPER, at(day, 8)), at(day, 8)
    share = PlannedShare("Văn bản đi của Ủy ban nhân dân phường", 2025, 2025, day + dt.timedelta(days=120), "", 6, 900)
    line = add_line(body_id=body_id, share=share, actor=keeper, now=now)
    held = _box("13", "Quyết định năm 2025", line, body_id, keeper, now)
    receive_scans(batch_id=held, files=[paper.scan for paper in WAITING], actor=keeper, now=at(day, 8, 30))
    pause_batch(batch_id=held, actor=keeper, now=at(day, 8, 40))
    batch = _box("12", "Thông báo, kế hoạch năm 2025", line, body_id, keeper, at(day, 9))
    papers = [*(paper.scan for paper in READ), BROKEN]
    receive_scans(batch_id=batch, files=papers, actor=keeper, now=at(day, 9, 5))
    receive_scans(batch_id=held, files=papers[:1], actor=keeper, now=at(day, 9, 10))
    done = read_round(actor=READER, now=at(day, 9, 20), clamd="", seconds=SECONDS, batch_id=batch)
    _look_at_some(batch, keeper, at(day, 10))
    return done.files


def _box(box: str, title: str, line: int, body_id: int, keeper: Actor, now: dt.datetime) -> int:
    facts = BatchFacts(title, PaperPlace(store=STORE, shelf="2", box=box), line)
    return open_batch(body_id=body_id, facts=facts, way=Way.UPLOAD, actor=keeper, now=now)


def _look_at_some(batch_id: int, keeper: Actor, now: dt.datetime) -> None:
    """Confirm the first scan and put the second off; the others wait for whoever looks at the demonstration."""
    read = scans_visible_to(keeper).filter(batch_id=batch_id, state=ScanState.TO_CHECK).order_by("place")
    first, second = list(read[:1]), list(read[1:2])
    for row in first:
        confirm_scan(
            scan_id=row.pk, checked=CheckedScan(facts_of(row.head)), seen_version=row.version,
            calendar=calendar_in_use(), actor=keeper, now=now,
        )  # fmt: skip
    for row in second:
        put_off_scan(scan_id=row.pk, actor=keeper, now=now)
