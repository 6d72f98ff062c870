"""Sends requests in processes that are killed at random moments, and says what is on the disk afterwards.

Run inside an installation of its own: `python -m minhbach.requests.tests.crash_submissions KILLS SEED`.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from minhbach.agencies.actions.add_territory import add_territory  # noqa: E402
from minhbach.agencies.models import Body  # noqa: E402
from minhbach.domain.access import system_actor  # noqa: E402
from minhbach.domain.units.values import Level, UnitKind  # noqa: E402
from minhbach.foundation.files import quarantine  # noqa: E402
from minhbach.intake.contracts import FileRole, Given, Sender  # noqa: E402
from minhbach.intake.holding import put_aside  # noqa: E402
from minhbach.intake.models import SealedSender, Submission, SubmissionFile, SubmissionSeries  # noqa: E402
from minhbach.intake.queries import by_secret  # noqa: E402
from minhbach.requests.actions.receive_request import receive_online  # noqa: E402
from minhbach.requests.models import Case  # noqa: E402

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
LONGEST = 0.25
"""Seconds that a process lives at the most after its first step; one request takes some 50 ms."""


def main(kills: int, seed: int) -> None:
    """Kill so many processes and print what was promised, what is there and what is wrong, as JSON.

    With no kill at all one request is sent to its end, for who looks on from outside.
    """
    body_id = a_commune()
    if not kills:
        _send(body_id, "0-1", sys.stdout.fileno())
        return
    chance = random.Random(seed)
    promised: list[tuple[str, str, str]] = []
    for kill in range(kills):
        promised += _sent_until_killed(body_id, kill, chance.uniform(0, LONGEST))
    print(json.dumps({"promised": len(promised), **_what_is_there(promised)}))  # noqa: T201


def a_commune() -> int:
    """Return the id of a made-up commune's committee, made where it lacks."""
    made = Body.objects.filter(territory__key="mau-mot", kind="committee").first()
    if made is not None:
        return made.pk
    add_territory(
        key="mau-mot", level=Level.COMMUNE, kind=UnitKind.XA, name="Mẫu Một", parent_key=None,
        from_on=NOW.date().replace(month=1, day=1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip
    return Body.objects.get(territory__key="mau-mot", kind="committee").pk


def _sent_until_killed(body_id: int, kill: int, seconds: float) -> list[tuple[str, str, str]]:
    """Let a process send one request after the other, kill it, and return what it had promised by then."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _send_without_end(body_id, kill, writing)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        # A line that was cut off is a receipt that nobody saw whole.
        return [tuple(line.split("\t")) for line in pipe.read().split("\n")[:-1]]  # type: ignore[misc]


def _send_without_end(body_id: int, kill: int, writing: int) -> None:
    place = 0
    while True:
        place += 1
        _send(body_id, f"{kill}-{place}", writing)


def _send(body_id: int, key: str, writing: int) -> None:
    file = put_aside(name="don.txt", content=f"đơn {key}".encode(), role=FileRole.ATTACHMENT)
    given = Given(text=f"Xin bảng giá đất {key}", sender=Sender(name="Trần Thị Thử"), files=(file,))
    receipt = receive_online(given=given, body_id=body_id, form_key=key, now=NOW)
    os.write(writing, f"{receipt.number}\t{receipt.secret}\t{key}\n".encode())


def _what_is_there(promised: list[tuple[str, str, str]]) -> dict[str, object]:
    rows = {row.number: row for row in Submission.objects.all()}
    lost = [number for number, _secret, key in promised if rows.get(number) is None or rows[number].form_key != key]
    shut = [number for number, secret, _key in promised if by_secret(number, secret) is None]
    half = [
        row.number
        for row in rows.values()
        if not (Case.objects.filter(submission=row).exists() and SealedSender.objects.filter(submission=row).exists())
    ]
    files = SubmissionFile.objects.select_related("submission")
    damaged = [
        file.submission.number
        for file in files
        if quarantine.waiting(file.place) != f"đơn {file.submission.form_key}".encode()
    ]
    last = SubmissionSeries.objects.values_list("last", flat=True).first() or 0
    without_file = len(rows) - files.count()
    gaps = sorted({f"2026-{place:05}" for place in range(1, last + 1)} ^ set(rows))
    on_disk = len(list((Path(settings.DATA) / "quarantine").iterdir()))
    return {
        "there": len(rows), "lost": lost, "shut": shut, "half": half, "damaged": damaged, "gaps": gaps,
        "without_file": without_file, "files_on_disk": on_disk,
    }  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
