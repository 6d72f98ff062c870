"""One round of reading: what waits in running batches is looked through, several files at a time, until time is up.

Looking through needs no database and takes seconds; what was found is written in a short transaction of its own, and
only where the scan still waits. A worker that dies between the two leaves the scan waiting, to be read by the next.
"""

import os
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from minhbach.digitisation.actions.settle_scan import settle_read, settle_unfit
from minhbach.digitisation.actions.steer_batch import pause_batch
from minhbach.digitisation.contracts import DigitisationRefused
from minhbach.digitisation.holding import held
from minhbach.digitisation.models import Scan
from minhbach.digitisation.reading import Looked, Unfit, look_through
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import BatchState, ScanState

# Kept as the machine's own sentence; pages in other languages go by the code.
LOST = "Tệp chờ đọc không còn. Quét lại rồi gửi tệp mới."
STOPS_THE_BATCH = ("no_ocr", "no_office")
"""Refusals that say nothing of the file: the machine lacks something, and would refuse every other one too."""


@dataclass
class Round:
    """What one round did."""

    read: int = 0
    unfit: int = 0

    @property
    def files(self) -> int:
        """Return how many files it looked through."""
        return self.read + self.unfit


def waiting_scans(batch_id: int | None = None) -> list[int]:
    """Return the scans of running batches that nobody has read, the oldest first."""
    rows = Scan.objects.filter(state=ScanState.WAITING, batch__state=BatchState.RUNNING)
    rows = rows.filter(batch_id=batch_id) if batch_id else rows
    return list(rows.order_by("pk").values_list("pk", flat=True))


def read_round(
    *,
    actor: Actor,
    now: datetime,
    clamd: str,
    seconds: float,
    trusted: Path | None = None,
    batch_id: int | None = None,
    hands: int | None = None,
) -> Round:
    """Read what waits until the time is up; what is under way by then is finished.

    :param trusted: folder of the certificates that signatures are held against.
    :param hands: how many files are looked through at a time; None: one a processor.
    """
    done, stop = Round(), time.monotonic() + seconds
    look = partial(_look, clamd=clamd, trusted=trusted, now=now)
    waiting = iter(waiting_scans(batch_id))
    with ThreadPoolExecutor(max_workers=hands or os.cpu_count() or 1) as pool:
        under_way: dict[Future[Looked], int] = {}
        while True:
            room = (hands or os.cpu_count() or 1) - len(under_way)
            if time.monotonic() < stop:
                under_way |= {pool.submit(look, scan_id): scan_id for scan_id in _next(waiting, room)}
            if not under_way:
                return done
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                _settle(under_way.pop(future), future, done, actor, now)


def _next(waiting: Iterator[int], room: int) -> Iterator[int]:
    """Yield as many scans as there is room for whose batch has not been held meanwhile."""
    while room > 0:
        scan_id = next(waiting, None)
        if scan_id is None:
            return
        if Scan.objects.filter(pk=scan_id, state=ScanState.WAITING, batch__state=BatchState.RUNNING).exists():
            room -= 1
            yield scan_id


def _look(scan_id: int, *, clamd: str, trusted: Path | None, now: datetime) -> Looked:
    try:
        content = held(scan_id)
    except FileNotFoundError:
        raise Unfit("no_file", LOST) from None
    return look_through(content, clamd=clamd, trusted=trusted, now=now)


def _settle(scan_id: int, future: "Future[Looked]", done: Round, actor: Actor, now: datetime) -> None:
    try:
        looked = future.result()
    except Unfit as unfit:
        if unfit.code in STOPS_THE_BATCH:
            _stop(scan_id, unfit, actor, now)
            return
        settle_unfit(scan_id=scan_id, unfit=unfit, actor=actor, now=now)
        done.unfit += 1
    else:
        settle_read(scan_id=scan_id, looked=looked, actor=actor, now=now)
        done.read += 1


def _stop(scan_id: int, unfit: Unfit, actor: Actor, now: datetime) -> None:
    """Hold the scan's batch and say why; another file of it may have done so already."""
    batch_id = Scan.objects.values_list("batch_id", flat=True).get(pk=scan_id)
    try:
        pause_batch(batch_id=batch_id, actor=actor, now=now, trouble=unfit.sentence)
    except DigitisationRefused:
        return
