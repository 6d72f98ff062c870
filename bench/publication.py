"""The gate: milliseconds to bring one item to the public, the sweep over what is scheduled, and the pages beside it.

    .venv/bin/python bench/publication.py [--scheduled 10000] [--items 30] [--times 20]
    tools/with-postgresql .venv/bin/python bench/publication.py

Items come in through the register's actions; each of `--items` has a text file of two pages and goes through the whole
gate. The sweep opens what was approved for the day: each in a transaction of its own, held against what was approved,
indexed anew.
"""

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from register import BACKEND, NOW, TODAY, make_commune, say, take_in

PAGE = "Kế hoạch sử dụng đất năm 2027 của xã Mẫu Một, thôn {n}. Diện tích đất lúa là {n} ha, đất ở là 45 ha. " * 40


def main() -> int:
    """Fill, bring through, sweep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduled", type=int, default=10_000)
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--times", type=int, default=20)
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
    body_id, keeper = make_commune()
    leader = Person.objects.create(username="lanhdao", name="Lê Văn Thử", created_at=NOW)
    Post.objects.create(person=leader, role="leader", body_id=body_id, from_on=dt.date(2026, 1, 1))
    say(f"{connection.vendor}:")
    bring_through(asked.items, body_id, keeper, leader)
    take_in(0, asked.scheduled, body_id, keeper)
    schedule_all(asked.scheduled, keeper, leader)
    sweep()
    pages(asked.times, keeper)


def bring_through(count: int, body_id: int, keeper: Any, leader: Any) -> None:
    """Bring items with a file of two pages from the register to the public, and print what each step takes."""
    from minhbach.accounts.queries import actor_of  # noqa: PLC0415
    from minhbach.domain.access import system_actor  # noqa: PLC0415
    from minhbach.foundation.calendar import calendar_in_use  # noqa: PLC0415
    from minhbach.publication.actions.approve_item import approve_item  # noqa: PLC0415
    from minhbach.publication.actions.ask_screening import ask_screening  # noqa: PLC0415
    from minhbach.publication.actions.screen_version import screen_version  # noqa: PLC0415
    from minhbach.publication.actions.submit_item import submit_item  # noqa: PLC0415
    from minhbach.register.actions.check_held_file import check_held_file  # noqa: PLC0415
    from minhbach.register.actions.classify_item import classify_item  # noqa: PLC0415
    from minhbach.register.actions.register_item import register_item  # noqa: PLC0415
    from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile  # noqa: PLC0415
    from minhbach.register.models import HeldFile, Item  # noqa: PLC0415

    drafts, leads, calendar = actor_of(keeper.pk, on=TODAY), actor_of(leader.pk, on=TODAY), calendar_in_use()
    machine = system_actor("bench")
    spent: dict[str, list[float]] = {"screen": [], "submit": [], "approve and open": []}
    for number in range(count):
        item_id = register_item(
            facts=ItemFacts(title=f"Kế hoạch sử dụng đất thôn {number}", created_on=TODAY), body_id=body_id,
            files=(NewFile(f"{number}.txt", PAGE.format(n=number).encode()),), calendar=calendar, actor=drafts, now=NOW,
        )  # fmt: skip
        for held in HeldFile.objects.filter(version__item=item_id):
            check_held_file(held_id=held.pk, actor=machine, now=NOW)
        given = Classification(Access.OPEN, letter="l")
        classify_item(item_id=item_id, classification=given, calendar=calendar, actor=drafts, now=NOW)
        run_id = ask_screening(item_id=item_id, actor=drafts, now=NOW)
        spent["screen"].append(taken(lambda run_id=run_id: screen_version(run_id=run_id, actor=machine, now=NOW)))  # type: ignore[misc]
        spent["submit"].append(taken(lambda item_id=item_id: submit_item(item_id=item_id, actor=drafts, now=NOW)))  # type: ignore[misc]
        version = Item.objects.get(pk=item_id).versions.get().pk
        spent["approve and open"].append(
            taken(
                lambda item_id=item_id, version=version: approve_item(  # type: ignore[misc]
                    item_id=item_id,
                    version_id=version,
                    seen_with_own_eyes=True,
                    calendar=calendar,
                    actor=leads,
                    now=NOW,
                )
            )
        )
    for step, times in spent.items():
        say(f"  one item, {step}: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")


def taken(act: Callable[[], Any]) -> float:
    """Return the milliseconds that an act takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def schedule_all(count: int, keeper: Any, leader: Any) -> None:
    """Put rows where the actions would have put them, since only the sweep over them is measured."""
    from minhbach.domain.lifecycles.publication import PublicationState  # noqa: PLC0415
    from minhbach.publication.content import newest_content  # noqa: PLC0415
    from minhbach.publication.models import Publication, ScreeningRun  # noqa: PLC0415
    from minhbach.register.models import Item, ItemVersion  # noqa: PLC0415

    rows = Item.objects.filter(public_version__isnull=True).order_by("pk")
    rows.exclude(access="open").update(access="open", letter="a", statute="01/2026/QH16", grounds=[])
    ItemVersion.objects.filter(item__in=rows).update(text=PAGE.format(n=1))
    for row in rows[:count].iterator():
        content = newest_content(row)
        publication = Publication.objects.create(
            subject_kind="item", subject_id=row.pk, version_id=content.version.id, version_number=1,
            body_id=row.body_id, state=PublicationState.SCHEDULED, drafted_by=keeper, submitted_by=keeper,
            submitted_at=NOW, approved_by=leader, approved_at=NOW, digest=content.digest, publish_on=TODAY,
            words=dict(content.words),
        )  # fmt: skip
        ScreeningRun.objects.create(
            publication=publication, state="done", asked_by=keeper, asked_at=NOW, done_at=NOW, digest=content.digest
        )


def sweep() -> None:
    """Open everything, twice."""
    from minhbach.domain.access import system_actor  # noqa: PLC0415
    from minhbach.foundation.calendar import calendar_in_use  # noqa: PLC0415
    from minhbach.publication.actions.open_scheduled import open_scheduled  # noqa: PLC0415

    for words in ("sweep", "sweep again"):
        began = time.perf_counter()
        opened, stopped = open_scheduled(calendar=calendar_in_use(), actor=system_actor("bench"), now=NOW)
        seconds = time.perf_counter() - began
        each = f", {seconds / opened * 1000:.1f} ms each" if opened else ""
        say(f"  {words}: opened {opened:,}, stopped {stopped:,} in {seconds:.1f} s{each}")


def pages(times: int, keeper: Any) -> None:
    """Ask the pages that officers open most, and the form that everybody may send."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from minhbach.register.models import Item  # noqa: PLC0415

    client, row = Client(), Item.objects.filter(public_version__isnull=False).order_by("-pk")[0]
    client.force_login(keeper, backend=BACKEND)
    base = "/lam-viec/cong-khai/"
    told = {
        "list": base,
        "list, on its way": f"{base}?tinh_trang=cho",
        "list, public": f"{base}?tinh_trang=da&xep=-luc",
        "item": f"{base}{row.pk}/",
        "petitions": f"{base}kien-nghi/",
        "report something wrong": f"/thong-tin/{row.public_id}/bao-sai/",
    }
    for name, url in told.items():
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200, url
        queries = len(captured)
        spent = sorted(taken(lambda url=url: client.get(url)) for _ in range(times))  # type: ignore[misc]
        median, slowest = statistics.median(spent), spent[-1]
        say(f"  {name:24} p50 {median:6.0f} ms  slowest {slowest:6.0f} ms  {queries:3} queries")


if __name__ == "__main__":
    sys.exit(main())
