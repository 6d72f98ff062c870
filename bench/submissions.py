"""Durable submissions a second: each with number, words, a file and its case on the disk before the next begins.

    .venv/bin/python bench/submissions.py [--count 200] [--processes 1 2 4]
    tools/with-postgresql .venv/bin/python bench/submissions.py

Several processes send at once, as people do; the numbers come from one series, so they wait for one another.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from register import NOW, make_commune, say


def main() -> int:
    """Send and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Not the mode of tests, whose database may be less careful with the disk.
        url = os.environ.get("DATABASE_URL", f"sqlite:///{Path(folder) / 'minhbach.sqlite3'}")
        os.environ.update(
            MINHBACH_MODE="demonstration",
            MINHBACH_DATA=folder,
            DATABASE_URL=url,
            DJANGO_SETTINGS_MODULE="minhbach.config.settings",
        )
        measure(asked)
    return 0


def measure(asked: argparse.Namespace) -> None:
    """Send from so many processes at once, and print one line for each number of them."""
    set_up()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, connections  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    body_id, _keeper = make_commune()
    for processes in asked.processes:
        connections.close_all()
        each = asked.count // processes
        began = time.perf_counter()
        with get_context("spawn").Pool(processes, initializer=set_up) as pool:
            given = [(body_id, f"{processes}-{place}", each) for place in range(processes)]
            pool.starmap(send, [(body_id, f"warm-{processes}-{place}", 1) for place in range(processes)])
            began = time.perf_counter()
            taken = [one for times in pool.starmap(send, given) for one in times]
        seconds = time.perf_counter() - began
        p50, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        say(
            f"{connection.vendor}, {processes} at once: {len(taken) / seconds:.1f} durable submissions a second; "
            f"one takes p50 {1000 * p50:.0f} ms, p95 {1000 * p95:.0f} ms"
        )


def set_up() -> None:
    """Load Django, once a process."""
    import django  # noqa: PLC0415 (settings must be in the environment before Django reads them)

    django.setup()


def send(body_id: int, name: str, count: int) -> list[float]:
    """Send so many requests, each with a file, and return how many seconds each took."""
    from minhbach.intake.contracts import FileRole, Given, Sender  # noqa: PLC0415
    from minhbach.intake.holding import put_aside  # noqa: PLC0415
    from minhbach.requests.actions.receive_request import receive_online  # noqa: PLC0415

    taken: list[float] = []
    for place in range(count):
        began = time.perf_counter()
        key = f"{name}-{place}"
        file = put_aside(name="don.txt", content=key.encode() * 200, role=FileRole.ATTACHMENT)
        sender: Any = Sender(name="Trần Thị Thử", identity_number="001085012345", email="thu@vidu.vn")
        given = Given(text=f"Xin bảng giá đất {key}", sender=sender, files=(file,))
        receive_online(given=given, body_id=body_id, form_key=key, now=NOW)
        taken.append(time.perf_counter() - began)
    return taken


if __name__ == "__main__":
    sys.exit(main())
