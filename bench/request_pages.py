"""Requests: milliseconds (p50, p95) and questions of the officer's list, a case and Hôm nay, beside very many cases.

    .venv/bin/python bench/request_pages.py [--cases 200000] [--times 30]
    tools/with-postgresql .venv/bin/python bench/request_pages.py

Rows are written in bulk, as they would stand after years: most are answered, one in two hundred is open.
"""

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from register import BACKEND, NOW, TODAY, make_commune, say

STATES = ("provided", "refused", "provided_in_part", "pointed", "withdrawn")
AT_ONCE = 5000


def main() -> int:
    """Fill and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=30)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(MINHBACH_MODE="test", MINHBACH_DATA=folder, DJANGO_SETTINGS_MODULE="minhbach.config.settings")
        import django  # noqa: PLC0415 (settings must be in the environment before Django reads them)

        django.setup()
        from django.conf import settings  # noqa: PLC0415

        settings.ALLOWED_HOSTS = ["testserver"]
        measure(asked)
    return 0


def measure(asked: argparse.Namespace) -> None:
    """Do all of it, and print one line a figure."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from minhbach.accounts.models import Person, Post  # noqa: PLC0415
    from minhbach.foundation import clock  # noqa: PLC0415

    clock.now, clock.today = (lambda: NOW), (lambda: TODAY)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    body_id, _keeper = make_commune()
    focal = Person.objects.create(username="daumoi", name="Lê Thị Thử", created_at=NOW)
    Post.objects.create(person=focal, role="focal_point", body_id=body_id, from_on=dt.date(2026, 1, 1))
    fill(asked.cases, body_id)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    say(f"{connection.vendor}, {asked.cases} cases:")
    pages(asked.times, focal)


def fill(count: int, body_id: int) -> None:
    """Write the rows of years of requests."""
    from minhbach.intake.models import Submission  # noqa: PLC0415
    from minhbach.requests.models import Case, Step  # noqa: PLC0415

    for start in range(0, count, AT_ONCE):
        places = range(start, min(start + AT_ONCE, count))
        days = {place: TODAY - dt.timedelta(days=(count - place) * 2000 // count) for place in places}
        sent = Submission.objects.bulk_create(
            Submission(
                number=f"{days[place].year}-{place:06}", kind="request", body_id=body_id, statute=law(days[place]),
                channel="online", way="portal", sent_on=days[place], received_on=days[place],
                received_at=NOW - (TODAY - days[place]), behalf="self", delivery="download",
                text=f"Xin bảng giá đất thôn {place % 97} năm {days[place].year}", secret_hash="x",
            )
            for place in places
        )  # fmt: skip
        cases = Case.objects.bulk_create(case_of(row, place) for row, place in zip(sent, places, strict=True))
        Step.objects.bulk_create(
            Step(
                case=row, event="find_valid", from_state="received", to_state="in_work", on=row.received_on,
                at=NOW - (TODAY - row.received_on),
            )
            for row in cases
        )  # fmt: skip


def case_of(row: Any, place: int) -> Any:
    """Return the case of a submission: one in two hundred is open."""
    from minhbach.requests.models import Case  # noqa: PLC0415

    is_open = place % 200 == 0
    return Case(
        submission=row, number=row.number, body_id=row.body_id, statute=row.statute, channel=row.channel,
        sent_on=row.sent_on, received_on=row.received_on, subject=row.text,
        search_text=f"{row.number} xin bang gia dat",
        state="in_work" if is_open else STATES[place % len(STATES)], valid_on=row.received_on, complexity="complex",
        due_on=row.received_on + dt.timedelta(days=14), ended_on=None if is_open else row.received_on,
    )  # fmt: skip


def law(day: dt.date) -> str:
    """Return the law of a day."""
    return "01/2026/QH16" if day >= dt.date(2026, 9, 1) else "104/2016/QH13"


def pages(times: int, focal: Any) -> None:
    """Ask for each page, and print p50, p95 and questions."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from minhbach.requests.models import Case  # noqa: PLC0415

    client = Client()
    client.force_login(focal, backend=BACKEND)
    newest = Case.objects.order_by("-pk").values_list("pk", flat=True)[:1].get()
    urls = {
        "list": "/lam-viec/yeu-cau/",
        "list, late": "/lam-viec/yeu-cau/?tinh_trang=late",
        "list, by day due": "/lam-viec/yeu-cau/?xep=han",
        "list, a word": "/lam-viec/yeu-cau/?tim=gia+dat",
        "case": f"/lam-viec/yeu-cau/{newest}/",
        "Hôm nay": "/lam-viec/",
        "book": "/lam-viec/yeu-cau/so-theo-doi/",
    }
    for name, url in urls.items():
        assert client.get(url).status_code == 200, url
        asked: list[str] = []
        with connection.execute_wrapper(noting(asked)):
            client.get(url)
        took = [timed(client, url) for _ in range(times)]
        p95 = statistics.quantiles(took, n=20)[18]
        say(f"  {name}: p50 {statistics.median(took):.0f} ms, p95 {p95:.0f} ms, {len(asked)} questions")


def noting(asked: list[str]) -> Any:
    """Return a wrapper of the database's questions that notes each of them."""

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    return note


def timed(client: Any, url: str) -> float:
    """Return how many milliseconds a page takes."""
    start = time.perf_counter()
    client.get(url)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
