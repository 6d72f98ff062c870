"""The register with 100,000 items: rows a second of lists that are taken in, then milliseconds and queries a page.

    .venv/bin/python bench/register.py [--items 100000] [--rows 10000] [--times 20] [--only WORDS]
    tools/with-postgresql .venv/bin/python bench/register.py

Takes lists in through the actions, as an officer does: CSV taken apart in a process with limits, every row looked
through, all written at once with number, version, day of publication and search entry. All items are one commune's.
SQLite in a temporary folder, or the database of DATABASE_URL where `tools/with-postgresql` names one.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from typing import Any

TODAY = dt.date(2026, 10, 13)
NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SLOW = 200
"""Milliseconds, of p95, from which on a page is marked."""
ABOUT = (
    ("Kế hoạch", "KH", "sử dụng đất và danh mục dự án thu hồi đất của thôn {n}", "l"),
    ("Quyết định", "QĐ", "giao dự toán thu, chi ngân sách cho trường học số {n}", "d"),
    ("Báo cáo", "BC", "tình hình phát triển kinh tế - xã hội tháng {n}", "a"),
    ("Thông báo", "TB", "kết quả kiểm tra an toàn thực phẩm đợt {n}", "n"),
    ("Tờ trình", "TTr", "phương án bố trí trụ sở số {n}", ""),
)


def main() -> int:
    """Fill the register, then print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=10_000, help="of each list that is taken in")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--only", default="", help="ask only the pages whose name has these words")
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
    """Fill and ask."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from minhbach.foundation import clock  # noqa: PLC0415
    from minhbach.register.models import Item  # noqa: PLC0415

    clock.now, clock.today = (lambda: NOW), (lambda: TODAY)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    body_id, person = make_commune()
    say(f"{connection.vendor}: lists of {asked.rows:,} rows")
    for number in range(asked.items // asked.rows):
        take_in(number, asked.rows, body_id, person)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"{connection.vendor}: {Item.objects.count():,} items")
    pages(asked, person)


def make_commune() -> tuple[int, Any]:
    """Return the committee of a made-up commune and a person who keeps its register and leads it."""
    from minhbach.accounts.models import Person, Post  # noqa: PLC0415
    from minhbach.agencies.actions.add_territory import add_territory  # noqa: PLC0415
    from minhbach.agencies.models import Body  # noqa: PLC0415
    from minhbach.domain.access import Role, system_actor  # noqa: PLC0415
    from minhbach.domain.units.values import Level, UnitKind  # noqa: PLC0415

    given = {"from_on": dt.date(2025, 7, 1), "actor": system_actor("bench"), "now": NOW}
    add_territory(key="thi-du", level=Level.PROVINCE, kind=UnitKind.TINH, name="Thí Dụ", parent_key=None, **given)
    add_territory(key="mau-mot", level=Level.COMMUNE, kind=UnitKind.XA, name="Mẫu Một", parent_key="thi-du", **given)
    body = Body.objects.get(territory__key="mau-mot", kind="committee")
    person = Person.objects.create(username="thu", name="Trần Thị Thử", created_at=NOW)
    for role in (Role.SPECIALIST, Role.FOCAL_POINT, Role.LEADER):
        Post.objects.create(person=person, role=role, body=body, from_on=dt.date(2026, 1, 1))
    return body.pk, person


def take_in(number: int, rows: int, body_id: int, person: Any) -> None:
    """Take one list in and say how quickly."""
    from minhbach.accounts.queries import actor_of  # noqa: PLC0415
    from minhbach.domain.access import system_actor  # noqa: PLC0415
    from minhbach.foundation.calendar import calendar_in_use  # noqa: PLC0415
    from minhbach.register.actions.import_items import map_list, receive_list, start_import  # noqa: PLC0415
    from minhbach.register.actions.take_items_in import take_items_in  # noqa: PLC0415
    from minhbach.register.queries.imports import headings_of, proposed_columns, visible_import  # noqa: PLC0415

    actor, content = actor_of(person.pk, on=TODAY), as_csv(number, rows)
    began = time.perf_counter()
    import_id = receive_list(content=content, name=f"{number}.csv", body_id=body_id, actor=actor, now=NOW)
    row = visible_import(import_id, actor=actor)
    columns = proposed_columns(row, headings_of(row))
    map_list(import_id=import_id, sheet=0, head_row=row.head_row or 0, columns=columns, actor=actor, now=NOW)
    start_import(import_id=import_id, left_out=(), gives_classes=True, actor=actor, now=NOW)
    read = time.perf_counter()
    state = take_items_in(import_id=import_id, calendar=calendar_in_use(), actor=system_actor("keeper"), now=NOW)
    ended = time.perf_counter()
    parts = f"read {read - began:.1f} s, looked through and written {ended - read:.1f} s"
    say(f"  list {number + 1}: {state}, {rows / (ended - began):,.0f} rows/s ({parts})")


def as_csv(number: int, rows: int) -> bytes:
    """Return a list of made-up documents."""
    dice = random.Random(number)
    lines = ["Tên văn bản;Loại văn bản;Số, ký hiệu;Ngày tạo ra;Điểm;Hình thức công khai;Kho;Hộp;Thời hạn bảo quản"]
    for place in range(number * rows, (number + 1) * rows):
        kind, code, title, letter = ABOUT[place % len(ABOUT)]
        day = TODAY - dt.timedelta(days=dice.randint(0, 1500))
        about = title.format(n=place).capitalize()
        lines.append(
            f"{about};{kind};{place}/{code}-UBND;{day:%d/%m/%Y};{letter};Cổng thông tin;Kho 1;{place // 50};10 năm"
        )
    return "\n".join(lines).encode()


def pages(asked: argparse.Namespace, person: Any) -> None:
    """Ask the pages that officers open most."""
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from minhbach.register.models import Item  # noqa: PLC0415

    client = Client()
    client.force_login(person, backend=BACKEND)
    items, middle = reverse("register:items"), Item.objects.order_by("pk")[Item.objects.count() // 2]
    told = {
        "list": items,
        "list, by words": f"{items}?tim=thu+hoi+dat+thon+5000",
        "list, by frequent words": f"{items}?tim=ngan+sach",
        "list, by number": f"{items}?tim=50001%2Fqd-ubnd",
        "list, overdue, soonest first": f"{items}?cong_khai=qua-han&xep=han",
        "list, one letter": f"{items}?diem=l",
        "list, not classified": f"{items}?tiep_can=none",
        "list, by name": f"{items}?xep=ten",
        "list, last page": f"{items}?trang=999999",
        "item": reverse("register:item", args=[middle.pk]),
        "must be public": reverse("register:list", args=["phai-cong-khai"]),
        "book": reverse("register:book"),
        "backlog": reverse("register:backlog"),
    }
    for name, url in told.items():
        if asked.only in name:
            ask(name, url, client, asked.times)


def ask(name: str, url: str, client: Any, times: int) -> None:
    """Print what one page takes."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)
    queries = len(asked)
    assert answer.status_code == 200, (url, answer.status_code)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        client.get(url)
        taken.append((time.perf_counter() - began) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1] if times > 1 else taken[0]
    mark = "  !" if p95 > SLOW else ""
    size = len(answer.content) / 1024
    times_taken = f"p50 {statistics.median(taken):6.0f} ms  p95 {p95:6.0f} ms"
    say(f"  {name:30} {times_taken}  {queries:3} queries  {size:4.0f} KB{mark}")


def say(words: str) -> None:
    """Print at once."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
