"""Work on plans with 100,000 assignments: milliseconds (p50, p95) and queries of each page, for whom it is made.

    .venv/bin/python bench/plans.py [--assignments 100000] [--times 20] [--only WORDS]
    tools/with-postgresql .venv/bin/python bench/plans.py

Loads the 34 provinces (3,321 communes), gives every commune tasks of a plan of the centre, of its province and of its
own, each with the history of its limits, and asks pages through the whole stack, in this process. SQLite in a temporary
folder, or the database of DATABASE_URL where `tools/with-postgresql` names one. Building takes some minutes.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from typing import Any

TODAY = dt.date(2026, 10, 13)
NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SLOW = 200
"""Milliseconds, of p95, from which on a page is marked."""


def main() -> int:
    """Build, then print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignments", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--only", default="", help="ask only the pages whose name has these words")
    parser.add_argument("--data", default="", help="a folder to build in once and use again (SQLite)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = asked.data or folder
        os.makedirs(data, exist_ok=True)  # noqa: PTH103
        os.environ.update(MINHBACH_MODE="test", MINHBACH_DATA=data, DJANGO_SETTINGS_MODULE="minhbach.config.settings")
        import django  # noqa: PLC0415 (settings must be in the environment before Django reads them)

        django.setup()
        from django.conf import settings  # noqa: PLC0415

        settings.ALLOWED_HOSTS = ["testserver"]
        measure(asked)
    return 0


def measure(asked: argparse.Namespace) -> None:
    """Build what is not there yet, and ask."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from minhbach.foundation import clock  # noqa: PLC0415
    from minhbach.planning.models import Assignment, AssignmentSpan  # noqa: PLC0415

    # Whatever does not load should say so before minutes of building.
    reverse("desk:today")
    clock.now, clock.today = (lambda: NOW), (lambda: TODAY)
    call_command("migrate", verbosity=0)
    if not Assignment.objects.exists():
        began = time.perf_counter()
        Builder(asked.assignments).build()
        say(f"built in {time.perf_counter() - began:.0f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"{connection.vendor}: {Assignment.objects.count():,} assignments, {AssignmentSpan.objects.count():,} spans")
    counting(asked)
    pages(asked)


class Builder:
    """Writes bodies through the loader, and work in bulk: the actions would take hours for so much."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.dice, self.made = wanted, random.Random(2026), 0

    def build(self) -> None:
        """Write everything."""
        from minhbach.agencies.actions.load_province import load_province  # noqa: PLC0415
        from minhbach.agencies.models import Body, TerritoryVersion  # noqa: PLC0415
        from minhbach.domain.access import system_actor  # noqa: PLC0415
        from minhbach.lawbook.units import load_units  # noqa: PLC0415

        for unit in load_units().provinces(on=TODAY):
            load_province(name_or_code=unit.code, on=TODAY, actor=system_actor("bench"), now=NOW)
        rows = living(Body)
        committees = [row for row in rows if row.kind == "committee"]
        provinces = [row for row in committees if row.territory.level == "province"]
        communes = [row for row in committees if row.territory.level == "commune"]
        say(f"{len(rows):,} bodies, {len(communes):,} communes")
        departments: dict[int, list[Any]] = {}
        units: dict[int, list[Any]] = {}
        for row in rows:
            if row.kind == "department":
                departments.setdefault(row.territory_id, []).append(row)
            if row.kind in ("office", "division"):
                units.setdefault(row.territory_id, []).append(row)
        home = provinces[0]
        above = dict(TerritoryVersion.objects.filter(until_on=None).values_list("territory", "parent"))
        below: dict[int, list[Any]] = {}
        for commune in communes:
            below.setdefault(above[commune.territory_id], []).append(commune)
        justice = next(row for row in departments[home.territory_id] if row.name.startswith("Sở Tư pháp"))
        ward = below[home.territory_id][0]
        people = self.people(home, justice, ward)
        self.plan(home, "trung ương", [communes] * 9 + [departments[one.territory_id] for one in provinces])
        for province in provinces:
            near = below[province.territory_id]
            self.plan(province, "tỉnh", [near] * 10 + [[one] for one in departments[province.territory_id] * 3])
        number = 0
        while self.made < self.wanted:
            own = units[communes[number % len(communes)].territory_id]
            self.plan(communes[number % len(communes)], "xã", [[own[task % len(own)]] for task in range(10)])
            number += 1
        self.publish(people)

    def people(self, home: Any, justice: Any, ward: Any) -> dict[str, Any]:
        """Write the officers who will ask."""
        from minhbach.accounts.models import Person, Post  # noqa: PLC0415

        made = {}
        for name, body, roles in (
            ("specialist", ward, ["specialist"]),
            ("focal_point", ward, ["focal_point"]),
            ("leader", ward, ["leader"]),
            ("administrator", home, ["administrator"]),
            ("justice", home, ["justice_coordinator", "focal_point"]),
            ("department", justice, ["focal_point"]),
            ("province_leader", home, ["leader"]),
        ):
            made[name] = Person.objects.create(username=name, name=f"Lê Thử {name}", created_at=NOW)
            for role in roles:
                Post.objects.create(person=made[name], role=role, body=body, from_on=dt.date(2026, 1, 1))
        return made

    def plan(self, keeper: Any, level: str, tasks: list[list[Any]]) -> None:
        """Write a plan whose tasks are led by these bodies, one coordinating body in ten."""
        from minhbach.planning.models import Assignment, AssignmentSpan, Plan, Task  # noqa: PLC0415

        issued = TODAY - dt.timedelta(days=self.dice.randint(30, 300))
        plan = Plan.objects.create(
            body=keeper, issuing_body=keeper, slug=f"ke-hoach-{self.made}", doc_type="Kế hoạch", number=str(self.made),
            symbol="KH-UBND", issued_on=issued, title=f"Kế hoạch {level} thi hành Luật Tiếp cận thông tin",
            confirmed_at=NOW, search_text="ke hoach thi hanh luat tiep can thong tin",
        )  # fmt: skip
        made = Task.objects.bulk_create(self.task(plan, position) for position in range(1, len(tasks) + 1))
        parts = [self.part(task, body) for task, bodies in zip(made, tasks, strict=True) for body in bodies]
        Assignment.objects.bulk_create(parts, batch_size=2000)
        spans = (span for part in parts if part.role == "lead" for span in self.spans(part, plan, issued))
        AssignmentSpan.objects.bulk_create(spans, batch_size=2000)
        self.made += len(parts)

    def task(self, plan: Any, position: int) -> Any:
        from minhbach.planning.models import Task  # noqa: PLC0415

        title = f"Rà soát, công khai danh mục thông tin đợt {position}"
        due = TODAY + dt.timedelta(days=self.dice.randint(-120, 200))
        return Task(
            plan=plan, position=position, number=str(position), title=title, deadline_text=f"Trước ngày {due:%d/%m/%Y}",
            deadline_kind="before_date", deadline_end=due, due_on=due, search_text=f"ra soat cong khai dot {position}",
        )  # fmt: skip

    def part(self, task: Any, body: Any) -> Any:
        from minhbach.planning.models import Assignment  # noqa: PLC0415

        state = self.dice.choices(["given", "in_work", "reported", "done", "dropped"], [25, 30, 3, 40, 2])[0]
        done = task.due_on + dt.timedelta(days=self.dice.randint(-60, 20)) if state == "done" else None
        return Assignment(
            task=task, body=body, role="coordinating" if self.dice.random() < 0.1 else "lead", state=state,
            as_written=body.name[:300], progress=100 if done else self.dice.randint(0, 90), due_on=task.due_on,
            done_on=min(done, TODAY) if done else None, reported_on=TODAY if state == "reported" else None,
        )  # fmt: skip

    def spans(self, part: Any, plan: Any, issued: dt.date) -> Iterable[Any]:
        from minhbach.planning.models import AssignmentSpan  # noqa: PLC0415

        whose = {"assignment": part, "plan": plan, "body_id": part.body_id}
        moved = issued + dt.timedelta(days=self.dice.randint(1, 25))
        yield AssignmentSpan(**whose, from_on=issued, until_on=moved, due_on=part.due_on - dt.timedelta(days=30))
        ends = max(part.done_on or TODAY, moved + dt.timedelta(days=1)) if part.state in ("done", "dropped") else None
        yield AssignmentSpan(**whose, from_on=moved, until_on=ends, due_on=part.due_on)
        if ends:
            dropped = part.state == "dropped"
            yield AssignmentSpan(**whose, from_on=ends, due_on=part.due_on, done_on=part.done_on, dropped=dropped)

    def publish(self, people: dict[str, Any]) -> None:
        """Let the public see the plan of the centre and every tenth other."""
        from minhbach.planning.models import Plan  # noqa: PLC0415
        from minhbach.publication.models import Publication  # noqa: PLC0415

        Publication.objects.bulk_create(
            Publication(
                subject_kind="plan", subject_id=plan.pk, body_id=plan.body_id, state="public",
                submitted_by_id=people["justice"].pk, submitted_at=NOW,
                approved_by_id=people["province_leader"].pk, approved_at=NOW,
            )
            for plan in Plan.objects.order_by("pk")
            if plan.number == "0" or plan.pk % 10 == 0
        )  # fmt: skip


def living(body: Any) -> list[Any]:
    """Return the bodies that there are today, with their territories."""
    from minhbach.agencies.queries.rows import exists_on  # noqa: PLC0415

    return list(
        body.objects.filter(exists_on(TODAY), territory__isnull=False).select_related("territory").order_by("pk")
    )


def counting(asked: argparse.Namespace) -> None:
    """Count everything as of a past day."""
    from minhbach.planning.queries import counts, spans_on  # noqa: PLC0415

    day = TODAY - dt.timedelta(days=60)
    for name, act in (
        ("four-way count of everything as of a past day", lambda: counts(spans_on(day), on=day)),
        ("four-way count of everything today", lambda: counts(spans_on(TODAY), on=TODAY)),
    ):
        if asked.only in name:
            report(name, act, asked.times)


def pages(asked: argparse.Namespace) -> None:
    """Ask each page as those for whom it is made."""
    from django.test import Client  # noqa: PLC0415
    from django.urls import NoReverseMatch, reverse  # noqa: PLC0415

    from minhbach.accounts.models import Person  # noqa: PLC0415
    from minhbach.foundation.supervision.settling import settle  # noqa: PLC0415
    from minhbach.planning.models import Assignment, Plan, Task  # noqa: PLC0415

    big = Plan.objects.order_by("pk").first()
    assert big is not None
    own = Plan.objects.filter(body=big.body).order_by("-pk").first()
    ward = Person.objects.get(username="specialist").posts.get().body_id
    one_task, one_work = (
        Task.objects.filter(plan=big).first(),
        Assignment.objects.filter(body=ward, task__plan=big).first(),
    )
    assert own and one_task and one_work
    clients: dict[str, Client] = {"visitor": Client()}
    clients["visitor"].get(reverse("planning:public_plan", args=[big.slug]))
    # As a process that serves does, once it is warm.
    settle()
    for person in Person.objects.all():
        clients[person.username] = Client()
        clients[person.username].force_login(person, backend=BACKEND)
    past = f"?tinh_den={TODAY - dt.timedelta(days=60):%d/%m/%Y}"
    every = ("specialist", "leader", "justice", "administrator", "province_leader")
    wanted: list[tuple[str, tuple[Any, ...], str, tuple[str, ...]]] = [
        ("desk:today", (), "", every),
        ("planning:my_tasks", (), "", every),
        ("planning:my_tasks", (), "?tinh_trang=qua-han", ("specialist", "justice", "administrator")),
        ("planning:my_tasks", (), past, ("specialist", "justice")),
        ("planning:my_tasks", (), "?xep=co-quan", ("specialist", "justice")),
        ("planning:plans", (), "", ("specialist", "justice", "administrator")),
        ("planning:plan", (big.pk,), "", ("specialist", "justice", "administrator")),
        ("planning:plan", (own.pk,), "", ("justice",)),
        ("planning:plan_work", (big.pk,), "", ("specialist", "justice", "administrator")),
        ("planning:plan_work", (big.pk,), "?tinh_trang=qua-han", ("justice",)),
        ("planning:plan_work", (big.pk,), "?trang=500", ("justice",)),
        ("planning:plan_work", (big.pk,), past, ("justice",)),
        ("planning:plan_work", (big.pk,), "?tim=dot+3", ("justice",)),
        ("planning:task", (big.pk, one_task.pk), "", ("specialist", "justice")),
        ("planning:work", (one_work.pk,), "", ("specialist", "justice")),
        ("planning:public_plans", (), "", ("visitor",)),
        ("planning:public_plan", (big.slug,), "", ("visitor",)),
        ("planning:public_work", (big.slug,), "", ("visitor",)),
        ("planning:cascade", (big.pk,), "", ("justice", "administrator")),
        ("planning:nobody_took_over", (big.pk,), "", ("justice",)),
    ]
    for name, arguments, question, askers in wanted:
        try:
            url = reverse(name, args=arguments) + question
        except NoReverseMatch:
            continue
        for asker in askers:
            if asked.only in f"{name}{question} {asker}":
                get(f"{name}{question} as {asker}", clients[asker], url, asked.times)


def get(name: str, client: Any, url: str, times: int) -> None:
    """Ask one address."""

    def ask() -> str:
        answer = client.get(url)
        # What is not for the asker is answered quickly by right.
        return "" if answer.status_code == 200 else f"   ({answer.status_code})"

    report(name, ask, times)


def report(name: str, act: Callable[[], Any], times: int) -> None:
    """Print the figures of one act."""
    from django.db import connection  # noqa: PLC0415

    queries: list[tuple[float, str]] = []

    def note_query(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            queries.append((time.perf_counter() - began, sql))

    with connection.execute_wrapper(note_query):
        note = act()
    began = time.process_time()
    taken = sorted(timed(act) for _ in range(times))
    # What this process itself worked, whoever else works on the machine; of PostgreSQL's own work it knows nothing.
    worked = (time.process_time() - began) * 1000 / times
    p50, p95 = statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.95))]
    mark = "  SLOW" if p95 > SLOW else ""
    note = note if isinstance(note, str) else ""
    say(f"{name:60} p50 {p50:5.0f}   p95 {p95:5.0f}   worked {worked:5.0f} ms   {len(queries):3} queries{note}{mark}")
    if mark and os.environ.get("BENCH_SHOW_SLOW"):
        print(name, file=sys.stderr)
        for seconds, sql in sorted(queries, reverse=True)[:3]:
            print(f"    {seconds * 1000:.0f} ms", sql[:60], "…", sql[sql.find(" FROM ") :][:700], file=sys.stderr)


def timed(act: Callable[[], Any]) -> float:
    """Return how many milliseconds it took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def say(words: str) -> None:
    """Print one line at once."""
    print(f"plans: {words}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
