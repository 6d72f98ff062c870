"""Bodies: seconds to load a province or the country, a second time too; names and lists afterwards.

    .venv/bin/python bench/agencies.py [--all]

Loads into a database of its own in a temporary folder: Hải Phòng, or with --all the 34 provinces (over a minute).
"""

import argparse
import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

DAY = dt.date(2026, 10, 13)
NAMES = ["Sở Tư pháp", "các Sở, ban, ngành", "UBND cấp xã", "Văn phòng UBND thành phố", "Sở Kế hoạch và Đầu tư"]


def main() -> int:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(MINHBACH_MODE="test", MINHBACH_DATA=data, DJANGO_SETTINGS_MODULE="minhbach.config.settings")
        os.environ.pop("DATABASE_URL", None)
        import django  # noqa: PLC0415 (settings must be in the environment before Django reads them)

        django.setup()
        measure(every=asked.all)
    return 0


def measure(*, every: bool) -> None:
    """Load, then ask."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from minhbach.agencies.models import Body, Succession  # noqa: PLC0415
    from minhbach.agencies.queries import body_by_slug, find_body_from_head, resolve_names  # noqa: PLC0415
    from minhbach.lawbook.units import load_units  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    codes = [unit.code for unit in load_units().provinces(on=DAY)] if every else ["31"]
    say("first load, s", timed(lambda: load(codes)))
    say("bodies", Body.objects.count())
    say("successions", Succession.objects.count())
    say("second load, nothing to do, s", timed(lambda: load(codes)))
    city, client = body_by_slug("ubnd-hai-phong").id, Client()
    say("five names of a plan of 2026, s", best(lambda: resolve_names(NAMES, issuing_body_id=city, on=DAY)))
    older = body_by_slug("ubnd-hai-phong-den-2025").id
    early = dt.date(2016, 10, 19)
    say("five names of a plan of 2016, s", best(lambda: resolve_names(NAMES, issuing_body_id=older, on=early)))
    head = ("Ủy ban nhân dân phường Lê Chân", "Hải Phòng", DAY)
    say("the issuer from a head, s", best(lambda: find_body_from_head(*head)))
    for path in ("/co-quan/?q=le+chan", "/co-quan/?noi=31@2025-07-01", "/dau-moi/", "/dau-moi/?dang=csv"):
        say(f"GET {path}, s", best(lambda path=path: client.get(path)))  # type: ignore[misc]


def load(codes: list[str]) -> None:
    """Load provinces as the command does."""
    from minhbach.agencies.actions.load_province import load_province  # noqa: PLC0415
    from minhbach.domain.access import system_actor  # noqa: PLC0415

    now = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
    for code in codes:
        load_province(name_or_code=code, on=DAY, actor=system_actor("bench"), now=now)


def timed(act: Callable[[], Any]) -> float:
    """Return how long it took, in seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def best(act: Callable[[], Any], times: int = 5) -> float:
    """Return the median of some runs after a first one."""
    act()
    return statistics.median(timed(act) for _ in range(times))


def say(what: str, figure: float) -> None:
    """Print one figure."""
    print(f"agencies: {what}: {figure:.3f}" if isinstance(figure, float) else f"agencies: {what}: {figure:,}")


if __name__ == "__main__":
    raise SystemExit(main())
