"""The monitor of mandatory publication over the whole country: milliseconds a page, and how many questions it asks.

    .venv/bin/python bench/monitor.py [--agencies 3400] [--items 30] [--times 5]
    tools/with-postgresql .venv/bin/python bench/monitor.py

Made-up communes in one province, each with so many public items, one file each; one in ten lacks something.
"""

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from register import NOW, TODAY, say

LETTERS = "abcdlqsu"


def main() -> int:
    """Fill and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agencies", type=int, default=3_400)
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--times", type=int, default=5)
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
    """Do all of it, and print one line a page."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from minhbach.foundation import clock  # noqa: PLC0415

    clock.now, clock.today = (lambda: NOW), (lambda: TODAY)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    fill(asked.agencies, asked.items)
    say(f"{connection.vendor}: {asked.agencies:,} agencies, {asked.agencies * asked.items:,} public items")
    pages(asked.times)


def fill(agencies: int, items: int) -> None:
    """Put rows where the actions would have put them, since only the counting is measured."""
    from minhbach.agencies.models import Body, BodyPosition, Territory, TerritoryVersion  # noqa: PLC0415
    from minhbach.register.models import BookSeries, Item, ItemVersion, VersionFile  # noqa: PLC0415
    from minhbach.register.rules import letter_place  # noqa: PLC0415

    top = Territory.objects.create(key="tinh", code="1", level="province")
    TerritoryVersion.objects.create(territory=top, kind="tỉnh", name="Thí Dụ", path="00000001")
    lands = Territory.objects.bulk_create(
        Territory(key=f"xa-{n}", code=str(n), level="commune") for n in range(agencies)
    )
    TerritoryVersion.objects.bulk_create(
        TerritoryVersion(
            territory=one, parent=top, kind="xã", name=f"Mẫu {n}", path=f"00000001{n:08}", sort_key=f"{n:06}"
        )
        for n, one in enumerate(lands)
    )
    bodies = Body.objects.bulk_create(
        Body(
            slug=f"ubnd-xa-mau-{n}", kind="committee", level="commune", territory=one, name=f"UBND xã Mẫu {n}",
            place="tỉnh Thí Dụ", sort_key=f"{n:06}", search_text=f"ubnd xa mau {n}", state="confirmed",
        )
        for n, one in enumerate(lands)
    )  # fmt: skip
    BodyPosition.objects.bulk_create(
        BodyPosition(body=one, path=f"00000001{n:08}{n:08}") for n, one in enumerate(bodies)
    )
    BookSeries.objects.bulk_create(BookSeries(body=one, year=2026, last=items) for one in bodies)
    due, late = TODAY - dt.timedelta(days=3), TODAY - dt.timedelta(days=2)
    for start in range(0, agencies, 200):
        part = bodies[start : start + 200]
        made = Item.objects.bulk_create(
            Item(
                public_id=f"b{body.pk:07}{n:05}", body=body, book_year=2026, book_number=n, title=f"Văn bản {n}",
                search_text=f"van ban {n}", sort_key=f"{n:05}", origin="created", access="open",
                letter=LETTERS[n % 8], letter_place=letter_place(LETTERS[n % 8]), statute="01/2026/QH16",
                created_on=TODAY - dt.timedelta(days=8), publish_due_on=due, published_on=late if n % 10 == 3 else due,
                entered_at=NOW,
            )
            for body in part
            for n in range(items)
        )  # fmt: skip
        versions = ItemVersion.objects.bulk_create(
            ItemVersion(item=one, number=1, made_at=NOW, published_on=due, text="Một trang chữ. " * 60) for one in made
        )
        VersionFile.objects.bulk_create(
            VersionFile(
                version=one, role="original", file_id=one.pk, name="a.pdf", media_type="application/pdf", size=9,
                sha256="0" * 64, characters=0 if n % 10 == 4 else 900, is_whole=n % 10 != 5, looked_at=NOW,
            )
            for n, one in enumerate(versions)
        )  # fmt: skip
        for item, version in zip(made, versions, strict=True):
            item.public_version = version
        Item.objects.bulk_update(made, ["public_version"])


def pages(times: int) -> None:
    """Ask the pages as they come anew; what is kept answers in a millisecond or two (`bench/pages.py`)."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client()
    for name, url in {
        "all agencies": "/giam-sat/",
        "letters over all": "/giam-sat/theo-diem/",
        "those that lack a letter": "/giam-sat/?nhom=a&thieu=muon",
        "some by name": "/giam-sat/?q=mau+12",
        "one agency": "/giam-sat/ubnd-xa-mau-7/",
        "data of all": "/giam-sat/?dang=json",
        "rows behind a figure": "/danh-muc/cong-khai/?co_quan=ubnd-xa-mau-7&nhom=a&thay=muon",
    }.items():
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(url)
        queries = len(captured)
        assert answer.status_code == 200, url
        spent = []
        for _ in range(times):
            began = time.perf_counter()
            client.get(url)
            spent.append((time.perf_counter() - began) * 1000)
        size = len(answer.content) / 1024
        say(
            f"  {name:26} p50 {statistics.median(spent):6.0f} ms  slowest {max(spent):6.0f} ms  "
            f"{queries:3} queries  {size:6.0f} KB"
        )


if __name__ == "__main__":
    sys.exit(main())
