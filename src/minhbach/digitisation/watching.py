"""The folder that scanners write into: AGENCY/BOX/FILE/*.pdf. What lies there whole is taken in, then taken away.

A file is taken away only after the batch has it for good. If the machine stops in between, the same bytes are known to
the batch the next time, and the file is taken away without a second scan.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.utils import timezone

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.digitisation.actions.open_batch import open_batch
from minhbach.digitisation.actions.receive_scans import receive_scans
from minhbach.digitisation.contracts import BatchFacts, NewScan, Way
from minhbach.digitisation.models import Batch
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import BatchState
from minhbach.extraction import limits
from minhbach.register.contracts import PaperPlace

logger = logging.getLogger("minhbach.digitisation")
STILL = timedelta(seconds=20)
"""A file that was written to more recently may not be whole yet."""
AT_ONCE = 20
MOST_DEEP = 2
Place = tuple[str, str, str]
"""The agency's name in its address, box, and file; the last two may be ""."""


def take_from_folder(root: Path, *, actor: Actor, now: datetime) -> int:
    """Take in what lies in the folder and return how many new scans that gave."""
    found: dict[Place, list[Path]] = {}
    for path in _whole_files(root, now):
        found.setdefault(_place(path.relative_to(root)), []).append(path)
    return sum(_take(place, paths, actor, now) for place, paths in sorted(found.items()))


def _whole_files(root: Path, now: datetime) -> Iterator[Path]:
    """Yield the files that are done; hidden ones, links and what lies deeper than a file of a box are left alone."""
    if not root.is_dir():
        return
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part.startswith(".") for part in parts) or not 2 <= len(parts) <= MOST_DEEP + 2:
            continue
        if path.is_symlink() or not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
            continue
        if path.stat().st_mtime <= (now - STILL).timestamp():
            yield path


def _place(relative: Path) -> Place:
    agency, *inner = relative.parts[:-1]
    box, folder = (*inner, "", "")[:2]
    return agency, box, folder


def _take(place: Place, paths: list[Path], actor: Actor, now: datetime) -> int:
    agency, box, folder = place
    try:
        body_id = body_by_slug(agency).id
    except BodyNotVisible:
        logger.warning("Thư mục máy quét: không có cơ quan “%s”.", agency)
        return 0
    batch_id = _batch_of_the_day(body_id, box, folder, actor, now)
    taken, waiting = 0, iter(paths)
    while part := list(islice(waiting, AT_ONCE)):
        files: Mapping[Path, NewScan] = {path: NewScan(path.name, path.read_bytes()) for path in part if _fits(path)}
        received = receive_scans(batch_id=batch_id, files=list(files.values()), actor=actor, now=now)
        taken += len(received.taken)
        for path in files:
            path.unlink(missing_ok=True)
    return taken


def _fits(path: Path) -> bool:
    size = path.stat().st_size
    if 0 < size <= limits.MAX_BYTES:
        return True
    logger.warning("Thư mục máy quét: bỏ qua một tệp %s byte.", size)
    return False


def _batch_of_the_day(body_id: int, box: str, folder: str, actor: Actor, now: datetime) -> int:
    """Return today's batch of this folder, or open one."""
    today = timezone.localdate(now)
    rows = Batch.objects.filter(body_id=body_id, way=Way.FOLDER, box=box[:60], folder=folder[:60])
    rows = rows.exclude(state=BatchState.CANCELLED).filter(started_at__date=today)
    row = rows.order_by("-pk").first()
    if row is not None:
        return row.pk
    facts = BatchFacts(place=PaperPlace(box=box, folder=folder))
    return open_batch(body_id=body_id, facts=facts, way=Way.FOLDER, actor=actor, now=now)
