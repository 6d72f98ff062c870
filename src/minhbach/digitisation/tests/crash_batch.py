"""Sends files into one batch and reads them in processes that are killed at random moments; says what is there then.

Run inside an installation of its own: `python -m minhbach.digitisation.tests.crash_batch FILES KILLS SEED`.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from minhbach.agencies.actions.add_territory import add_territory  # noqa: E402
from minhbach.agencies.models import Body  # noqa: E402
from minhbach.digitisation.actions.open_batch import open_batch  # noqa: E402
from minhbach.digitisation.actions.receive_scans import receive_scans  # noqa: E402
from minhbach.digitisation.contracts import BatchFacts, NewScan, Way  # noqa: E402
from minhbach.digitisation.holding import PREFIX, held, place_of  # noqa: E402
from minhbach.digitisation.jobs import read_waiting_scans  # noqa: E402
from minhbach.digitisation.leftovers import take_left_scans_away  # noqa: E402
from minhbach.digitisation.models import Scan  # noqa: E402
from minhbach.digitisation.tests.papers import document, picture, secret  # noqa: E402
from minhbach.domain.access import system_actor  # noqa: E402
from minhbach.domain.lifecycles.scan import ScanState  # noqa: E402
from minhbach.domain.units.values import Level, UnitKind  # noqa: E402
from minhbach.foundation.eventlog.verifying import verify_log  # noqa: E402
from minhbach.foundation.files import quarantine  # noqa: E402
from minhbach.foundation.jobs.worker import Worker  # noqa: E402
from minhbach.foundation.models import Event  # noqa: E402

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
ACTOR = system_actor("scanner")
AT_ONCE = 10
LONGEST_SENDING, LONGEST_READING = 3.0, 20.0
"""Seconds that a sender and a worker live at the most."""
MOST_READ = 20
"""Files that a worker settles at the most before it is killed."""
EVERY_SECRET, EVERY_PICTURE = 50, 20
PATIENCE = 1200.0


def main(files: int, kills: int, seed: int) -> None:
    """Kill so many times both who sends and who reads, let both finish, and print what became of the files."""
    chance = random.Random(seed)
    scans = [_file(number) for number in range(1, files + 1)]
    batch_id = _a_batch()
    for _time in range(kills):
        _start_and_kill(batch_id, scans, chance)
    before = _settled()
    connections.close_all()
    _send(batch_id, scans)
    _let_a_worker_finish()
    told = {"files": files, "read_before_the_last_kill": before, **_what_is_there(scans)}
    print(json.dumps(told))  # noqa: T201


def _start_and_kill(batch_id: int, scans: list[NewScan], chance: random.Random) -> None:
    """Let one send and another read at the same time; kill each, the reader in the middle of its work."""
    settled = _settled()
    sender, worker = _forked(lambda: _send(batch_id, scans)), _forked(lambda: Worker().run())
    time.sleep(chance.uniform(0, LONGEST_SENDING))
    _kill(sender)
    until, enough = time.monotonic() + LONGEST_READING, settled + chance.randint(1, MOST_READ)
    while _waiting() and _settled() < enough and time.monotonic() < until:
        time.sleep(0.05)
    _kill(worker)


def _kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _waiting() -> bool:
    return Scan.objects.filter(state=ScanState.WAITING).exists()


def _settled() -> int:
    return Scan.objects.exclude(state=ScanState.WAITING).count()


def _file(number: int) -> NewScan:
    if number % EVERY_SECRET == 7:
        return NewScan(f"{number}.txt", secret(number))
    if number % EVERY_PICTURE == 3:
        return NewScan(f"{number}.png", picture(f"Tờ số {number}"))
    return NewScan(f"{number}.txt", document(number))


def _a_batch() -> int:
    add_territory(
        key="mau-mot", level=Level.COMMUNE, kind=UnitKind.XA, name="Mẫu Một", parent_key=None,
        from_on=NOW.date().replace(month=1, day=1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip
    body_id = Body.objects.get(territory__key="mau-mot", kind="committee").pk
    return open_batch(body_id=body_id, facts=BatchFacts(title="Hộp 12"), way=Way.FOLDER, actor=ACTOR, now=NOW)


def _forked(work: Callable[[], object]) -> int:
    """Let a process of its own do the work and end, and return its number."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def _send(batch_id: int, scans: list[NewScan]) -> None:
    """Send everything from the start, as somebody does who does not know how far it came; the job comes with it."""
    for start in range(0, len(scans), AT_ONCE):
        receive_scans(batch_id=batch_id, files=scans[start : start + AT_ONCE], actor=ACTOR, now=NOW)
        read_waiting_scans.enqueue()


def _let_a_worker_finish() -> None:
    child, until = _forked(lambda: Worker().run()), time.monotonic() + PATIENCE
    while _waiting() and time.monotonic() < until:
        time.sleep(0.3)
    _kill(child)


def _what_is_there(scans: list[NewScan]) -> dict[str, object]:
    """Count each file; what is secret has no name and no digest, and is refused anew each time that it is sent."""
    secrets = [scan for number, scan in enumerate(scans, start=1) if number % EVERY_SECRET == 7]
    wanted = {hashlib.sha256(scan.content).hexdigest() for scan in scans if scan not in secrets}
    rows = list(Scan.objects.all())
    kept = Counter(row.sha256 for row in rows if row.sha256)
    refused = [row for row in rows if row.state == ScanState.REFUSED]
    reads = Counter(Event.objects.filter(kind="scan.read").values_list("subject_id", flat=True))
    left = take_left_scans_away(now=datetime.now(UTC) + timedelta(days=1))
    return {
        "lost": sorted(wanted - set(kept)) + ["secret"] * max(0, len(secrets) - len(refused)),
        "twice": [sha256 for sha256, times in kept.items() if times > 1] + [pk for pk, n in reads.items() if n > 1],
        "strange": sorted(set(kept) - wanted),
        "unread": [row.pk for row in rows if row.state == ScanState.WAITING],
        "failed": [(row.pk, row.code) for row in rows if row.state == ScanState.UNREADABLE],
        "damaged": [row.pk for row in rows if row.sha256 and not _is_whole(row)],
        "gaps": sorted({row.place for row in rows} ^ set(range(1, len(rows) + 1))),
        "secret_left": [row.pk for row in refused if place_of(row.pk) in _lying()],
        "broken_log": [problem.sentence for problem in verify_log(settings.CHECKPOINTS_ROOT).problems],
        "secrets": len(secrets), "refusals": len(refused), "to_check": len(reads), "bytes_left_by_kills": left,
    }  # fmt: skip


def _is_whole(row: Scan) -> bool:
    try:
        return hashlib.sha256(held(row.pk)).hexdigest() == row.sha256
    except FileNotFoundError:
        return False


def _lying() -> set[str]:
    return set(quarantine.left_since(datetime.now(UTC) + timedelta(days=1), prefix=PREFIX))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
