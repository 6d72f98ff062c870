"""The cascade over a whole country: seconds and queries for the query and its pages.

    .venv/bin/python bench/cascade.py [--communes 3321] [--tasks 9]

Makes 34 provinces with departments and communes in a database of its own in a temporary folder, one plan whose tasks
reach all of them, and plans of two thirds of the communes. `tools/with-postgresql` before it measures PostgreSQL.
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
NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
PROVINCES, DEPARTMENTS = 34, 15


def main() -> int:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--communes", type=int, default=3321)
    parser.add_argument("--tasks", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(MINHBACH_MODE="test", MINHBACH_DATA=data, DJANGO_SETTINGS_MODULE="minhbach.config.settings")
        import django  # noqa: PLC0415 (settings must be in the environment before Django reads them)

        django.setup()
        measure(asked.communes, asked.tasks)
    return 0


def measure(communes: int, tasks: int) -> None:
    """Make the country, then ask."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from minhbach.foundation.supervision.settling import settle  # noqa: PLC0415
    from minhbach.planning.models import AssignmentSpan, Plan  # noqa: PLC0415
    from minhbach.planning.queries.cascade import cascade_of  # noqa: PLC0415
    from minhbach.planning.tests.country import make_country  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    country = make_country(provinces=PROVINCES, communes=communes, departments=DEPARTMENTS, tasks=tasks)
    say(f"{connection.vendor}: spans", AssignmentSpan.objects.count())
    say("plans below", Plan.objects.filter(above=country.plan).count())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    client = Client()
    client.force_login(country.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = f"/lam-viec/ke-hoach/{country.plan.pk}/"
    client.get(address)
    # As a process that serves does, once it is warm.
    settle()
    say("cascade_of, s", best(lambda: cascade_of(country.plan, on=DAY, actor=country.actor)))
    first = f"t{country.province_ids[0]}"
    for path in (
        "cap-duoi/", f"cap-duoi/?nhanh={first}", "cap-duoi/?thieu=ke-hoach", "cap-duoi/?tim=mau+12",
        "cap-duoi/?dang=csv", "cap-duoi/viec/", f"cap-duoi/viec/?nhanh={first}&tinh_trang=qua-han", "chua-ai-nhan/",
    ):  # fmt: skip
        assert client.get(address + path).status_code == 200, path
        say(f"GET {path}, s", best(lambda path=path: client.get(address + path)))  # type: ignore[misc]


def best(act: Callable[[], Any]) -> str:
    """Return the median of seven runs, and the slowest."""
    spent = []
    for _ in range(7):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return f"{statistics.median(spent):.3f} (slowest {max(spent):.3f})"


def say(name: str, figure: object) -> None:
    """Print one figure."""
    print(f"{name}: {figure}")


if __name__ == "__main__":
    raise SystemExit(main())
