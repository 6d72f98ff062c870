"""Fifty days of a province over Tết: each morning everybody's Hôm nay and mail are what a head clerk would lay out.

The clerk (`tests/slow_day.py`) is told what this test does, and knows nothing of the product.
"""

import ast
import datetime as dt
import os
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minhbach.accounts.models import Delegation, Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.desk.contracts import Act
from minhbach.desk.queries import day_of
from minhbach.domain.access import Actor, system_actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.units.values import Level, UnitKind
from minhbach.foundation.models import OutgoingMail
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.answer_result import accept_period, accept_result, send_back_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work, resume_work
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.remind import remind
from minhbach.planning.actions.report_work import report_result, take_back_result
from minhbach.planning.models import Assignment, AssignmentRole, Plan, Task
from minhbach.planning.spans import begin_spans
from tests import slow_day
from tests.slow_day import DAY, Away, House, Job, Place

pytestmark = pytest.mark.django_db
FIRST, DAYS, TASKS = dt.date(2026, 1, 19), 50, 48
SEED = int(os.environ.get("FIFTY_DAYS_SEED", "1"))
SILENT = range(31, 38)
"""A week in which no reminder goes out: the machine is off, after Tết when most is late."""
TWICE = 3
"""Every third morning the reminders run twice."""
GROUND = "Công văn số 15/UBND-NC"


def morning(day: dt.date, hour: int = 0) -> dt.datetime:
    """Return seven in the morning of a day here, or later."""
    return dt.datetime(day.year, day.month, day.day, hour, tzinfo=dt.UTC)


@dataclass
class Life:
    """Everybody, the clerk, and what this test still knows of each work."""

    dice: random.Random
    house: House = field(default_factory=House)
    bodies: dict[str, Body] = field(default_factory=dict)
    people: list[int] = field(default_factory=list)
    awaited: list[int] = field(default_factory=list)
    monthly: set[int] = field(default_factory=set)
    acts: Counter[str] = field(default_factory=Counter)

    def settle(self) -> None:
        """Make the province, its people and its plan."""
        for key, level, kind, name, above in (
            ("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ", None),
            ("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du"),
            ("mau-hai", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "thi-du"),
            ("mau-ba", Level.COMMUNE, UnitKind.XA, "Mẫu Ba", "thi-du"),
        ):
            add_territory(
                key=key, level=level, kind=kind, name=name, parent_key=above, from_on=dt.date(2025, 7, 1),
                actor=system_actor("test"), now=morning(FIRST),
            )  # fmt: skip
        self.body("province", "thi-du", "committee", None)
        self.body("justice", "thi-du", "department", None, "Sở Tư pháp")
        for one in ("mot", "hai", "ba"):
            self.body(f"{one}", f"mau-{one}", "committee", None)
            self.body(f"{one}.office", f"mau-{one}", "office", one)
            self.body(f"{one}.culture", f"mau-{one}", "division", one, "Phòng Văn hóa")
        for where, role, unit in (
            ("province", "leader", None), ("province", "focal_point", None), ("justice", "leader", None),
            ("justice", "justice_coordinator", None), ("justice", "specialist", None), ("province", "supervisor", None),
            ("mot", "leader", None), ("mot", "leader", None), ("mot", "focal_point", "mot.office"),
            ("mot", "specialist", "mot.office"), ("mot", "specialist", "mot.culture"), ("mot", "administrator", None),
            # The second ward has no focal point yet; of the third only people within its divisions are here.
            ("hai", "leader", None), ("hai", "specialist", None), ("hai.culture", "specialist", None),
            ("ba", "specialist", None), ("ba.culture", "moderator", None),
        ):  # fmt: skip
            self.person(where, role, unit)
        self.plan()

    def body(self, name: str, territory: str, kind: str, above: str | None, begins: str = "") -> None:
        """Find a body that the territory got, and tell the clerk what it is a part of."""
        self.bodies[name] = (
            Body.objects.get(territory__key=territory, kind=kind, name__startswith=begins)
            if begins
            else (Body.objects.filter(territory__key=territory, kind=kind).order_by("pk")[0])
        )
        self.house.parent[self.bodies[name].pk] = self.bodies[above].pk if above else None

    def person(self, where: str, role: str, unit: str | None) -> None:
        """Let somebody take a place; every fourth has no address."""
        number = len(self.people) + 1
        email = f"thu{number}@vidu.vn" if number % 4 else ""
        row = Person.objects.create(
            username=f"thu{number}", name=f"Lê Thử {number}", email=email, created_at=morning(FIRST)
        )
        body, within = self.bodies[where], self.bodies[unit] if unit else None
        PostRow.objects.create(person=row, role=role, body=body, unit=within, from_on=dt.date(2026, 1, 1))
        self.people.append(row.pk)
        if role not in ("supervisor", "administrator"):
            self.house.places.append(Place(row.pk, role, body.pk, within.pk if within else None))

    def plan(self) -> None:
        """Make a plan of the province with work of every kind for everybody, limits on weekends and in Tết among it."""
        keeper = self.bodies["province"]
        plan = Plan.objects.create(
            body=keeper, slug="ke-hoach", doc_type="Kế hoạch", number="15", symbol="KH-UBND", title="Kế hoạch năm",
            issued_on=FIRST - DAY * 10, confirmed_at=morning(FIRST),
        )  # fmt: skip
        for position in range(1, TASKS + 1):
            kind = self.dice.choices(
                (DeadlineKind.DATE, DeadlineKind.PERIODIC, DeadlineKind.EVENT, DeadlineKind.ONGOING), (70, 12, 14, 4)
            )[0]
            due = {
                DeadlineKind.DATE: FIRST + DAY * self.dice.randint(-12, DAYS + 8),
                DeadlineKind.PERIODIC: slow_25th(FIRST),
                DeadlineKind.ONGOING: dt.date(2026, 3, 31),
            }.get(kind)
            task = Task.objects.create(
                plan=plan, position=position, number=str(position), title=f"Việc thứ {position}", deadline_kind=kind,
                deadline_text="", due_on=due, rhythm="monthly:25" if kind == DeadlineKind.PERIODIC else "",
            )  # fmt: skip
            body = self.bodies[self.dice.choice(sorted(self.bodies.keys() - {"province"}))]
            row = Assignment.objects.create(
                task=task, body=body, role=AssignmentRole.LEAD, as_written=body.name, due_on=due
            )
            begin_spans([row], plan_id=plan.pk, on=FIRST - DAY * 10)
            # Who only coordinates has no limit of their own, and finds nothing.
            Assignment.objects.create(
                task=task, body=keeper, role=AssignmentRole.COORDINATING, as_written="", due_on=due
            )
            self.house.jobs[row.pk] = Job(body.pk, keeper.pk, due)
            if kind == DeadlineKind.EVENT:
                self.awaited.append(row.pk)
            if kind == DeadlineKind.PERIODIC:
                self.monthly.add(row.pk)

    def actor(self, person: int, day: dt.date) -> Actor:
        return actor_of(person, on=day)

    def live(self, day: dt.date) -> None:
        """Let a day pass: some acts of whoever may do them, and what happens to people."""
        for _act in range(self.dice.choice((1, 2, 3, 4, 6))):
            number = self.dice.choice(sorted(self.house.jobs))
            self.act(number, self.house.jobs[number], day)
        if self.dice.random() < 0.25:
            self.go_away(day)
        if day == FIRST + DAY * 24:
            self.leave()

    def act(self, number: int, job: Job, day: dt.date) -> None:
        now = morning(day, 5)
        chance = self.dice.random()
        if chance < 0.12:
            self.change_limit(number, job, day)
        elif number in self.awaited and job.state in ("given", "doing") and job.due is None:
            self.happen(number, job, day)
        elif chance < 0.17 and job.state in ("given", "doing", "reported"):
            drop_work(assignment_id=number, ground=GROUND, actor=self.actor(self.people[0], day), now=now)
            job.state, job.reporter = "dropped", None
            self.acts["drop"] += 1
        elif job.state == "dropped":
            resume_work(assignment_id=number, reason=GROUND, actor=self.actor(self.people[0], day), now=now)
            job.state = "doing"
            self.acts["resume"] += 1
        elif job.state == "given" or (job.state == "doing" and chance < 0.4):
            self.give(number, job, day)
        elif job.state == "doing":
            self.report(number, job, day)
        elif job.state == "reported":
            self.judge(number, job, day)

    def change_limit(self, number: int, job: Job, day: dt.date) -> None:
        due = day + DAY * self.dice.randint(-3, 20)
        if job.state in ("given", "doing", "reported") and due != job.due:
            actor = self.actor(self.people[0], day)
            change_limit(assignment_id=number, due_on=due, ground=GROUND, actor=actor, now=morning(day, 5))
            job.due = due
            self.acts["limit"] += 1

    def happen(self, number: int, job: Job, day: dt.date) -> None:
        due = day + DAY * self.dice.randint(1, 15)
        record_happening(
            task_id=Assignment.objects.get(pk=number).task_id, happened_on=day, what="Có đề nghị", due_on=due,
            calendar=load_calendar(), actor=self.actor(self.people[0], day), now=morning(day, 5),
        )  # fmt: skip
        job.due = due
        self.acts["event"] += 1

    def give(self, number: int, job: Job, day: dt.date) -> None:
        """Let who gives out the body's work give it, to a person or to a unit alone."""
        givers = sorted(self.house.nearest(job.body, slow_day.GIVING, day))
        able = sorted({acting for place, acting in self.house.acting(day) if self.house.near(place, job)})
        if not givers or not able:
            return
        person: int | None = self.dice.choice(able)
        unit = None if person and self.dice.random() < 0.9 else job.body
        person = person if unit is None else None
        actor = self.actor(self.dice.choice(givers), day)
        give_task(assignment_id=number, unit_id=unit, person_id=person, actor=actor, now=morning(day, 5))
        job.state, job.person, job.unit = "doing", person, unit
        self.acts["give" if person else "give a unit"] += 1

    def report(self, number: int, job: Job, day: dt.date) -> None:
        able = sorted(self.house.hands(job, day))
        if able:
            who = self.dice.choice(able)
            report_result(assignment_id=number, text="Đã xong", actor=self.actor(who, day), now=morning(day, 5))
            job.state, job.reporter = "reported", who
            self.acts["report"] += 1

    def judge(self, number: int, job: Job, day: dt.date) -> None:
        able, chance, now = sorted(self.house.judges(job, day)), self.dice.random(), morning(day, 6)
        if not able:
            return
        actor = self.actor(self.dice.choice(able), day)
        if chance < 0.2:
            send_back_result(assignment_id=number, answer="Còn thiếu", actor=actor, now=now)
            job.state = "doing"
        elif chance < 0.3 and job.reporter in self.house.hands(job, day):
            take_back_result(assignment_id=number, actor=self.actor(job.reporter, day), now=now)
            job.state = "doing"
        elif number in self.monthly:
            reported = Assignment.objects.get(pk=number).reported_on
            assert reported
            accept_period(assignment_id=number, actor=actor, now=now)
            job.due = slow_25th((max(job.due, reported) if job.due else reported) + DAY)
            job.state = "doing"
            self.acts["period"] += 1
        else:
            accept_result(assignment_id=number, actor=actor, now=now)
            job.state = "done"
            self.acts["accept"] += 1
        job.reporter = None

    def go_away(self, day: dt.date) -> None:
        """Let somebody be away for some days, and a colleague of the same body stand in."""
        place = self.dice.choice(self.house.places)
        others = [one.person for one in self.house.places if one.body == place.body and one.person != place.person]
        others = [one for one in others if one not in self.house.left]
        if not others or any(one.person == place.person for one in self.house.away):
            return
        one = Away(place.person, place.body, self.dice.choice(others), day + DAY, day + DAY * self.dice.randint(3, 9))
        post = PostRow.objects.get(person=place.person)
        Delegation.objects.create(
            post=post, delegate_id=one.deputy, from_on=one.first, until_on=one.last + DAY, reason="Nghỉ phép"
        )
        self.house.away.append(one)
        self.acts["away"] += 1

    def leave(self) -> None:
        """Let the office's specialist leave at once, their work not handed over."""
        (place,) = [
            one for one in self.house.places if one.unit == self.bodies["mot.office"].pk and one.role == "specialist"
        ]
        Person.objects.filter(pk=place.person).update(is_active=False)
        self.house.left.add(place.person)


def slow_25th(day: dt.date) -> dt.date:
    """Return the first 25th that is not before the day."""
    while day.day != 25:
        day += DAY
    return day


def shown(acts: tuple[Act, ...]) -> set[tuple[int, dt.date | None]]:
    """Return number of the work and limit of the acts that are about work."""
    found = ((re.search(r"/viec/(\d+)/", act.url), act.due_on) for act in acts)
    return {(int(match[1]), due) for match, due in found if match}


def test_everybody_finds_each_morning_what_is_theirs_and_nothing_else() -> None:
    life = Life(random.Random(SEED))
    life.settle()
    house, seen_early, lines = life.house, Counter[str](), 0
    for ahead in range(DAYS):
        day = FIRST + DAY * ahead
        on_a_desk: set[tuple[int, dt.date | None]] = set()
        for person in life.people:
            if person in house.left:
                continue
            found = day_of(life.actor(person, day), day)
            own = shown((*found.late, *found.due_today, *found.soon))
            assert own == house.desk(person, day), (day, person)
            assert {work for work, _none in shown(found.waiting)} == house.to_accept(person, day), (day, person)
            assert shown(found.due_today) == {(work, due) for work, due in own if due == day}
            assert shown(found.late) == {(work, due) for work, due in own if due and due < day}
            on_a_desk |= own
            lines += len(own)
        # Two working days before its limit at the latest, work that is open stands on somebody's page.
        for work, job in house.jobs.items():
            if job.due and job.state in ("given", "doing") and slow_day.worked(job.due, -2) <= day:
                assert (work, job.due) in on_a_desk, (day, work)
                seen_early["before" if day <= job.due else "late"] += 1
        check_mail(life, day, silent=ahead in SILENT, twice=ahead % TWICE == 0)
        life.live(day)
    assert lines > 1000, "enough happened to be worth comparing"
    assert min(seen_early.values()) > 50, seen_early
    wanted = ("give", "give a unit", "report", "accept", "period", "limit", "event", "drop", "resume", "away")
    assert all(life.acts[act] for act in wanted), life.acts


def check_mail(life: Life, day: dt.date, *, silent: bool, twice: bool) -> None:
    """Let the reminders run as they may; what goes out is what the clerk posts to who has an address."""
    if silent:
        return
    before = OutgoingMail.objects.count()
    for hour in (1, 7)[: 2 if twice else 1]:
        remind(calendar=load_calendar(), actor=system_actor("reminder"), now=morning(day, hour))
    sent = OutgoingMail.objects.order_by("pk").values_list("person_id", "subject")[before:]
    addressed = set(Person.objects.exclude(email="").values_list("pk", flat=True))
    wanted = {person: subject for person, subject in life.house.post(day).items() if person in addressed}
    assert dict(sent) == wanted, day
    assert len(sent) == len(wanted), "one mail a person a day"


def test_a_limit_near_is_counted_over_the_holiday() -> None:
    """Off from Saturday 14 to Sunday 22/02/2026: on Thursday the 12th the limit of Tuesday the 24th is near."""
    assert slow_day.worked(dt.date(2026, 2, 12), 3) == dt.date(2026, 2, 24)
    assert load_calendar().add_working_days(dt.date(2026, 2, 12), 3) == dt.date(2026, 2, 24)


def test_the_clerk_knows_nothing_of_the_product() -> None:
    tree = ast.parse(Path(slow_day.__file__).read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
    assert names
    assert not [name for name in names if name.startswith("minhbach")]


def test_states_of_the_clerk_are_those_of_the_product() -> None:
    assert {state.value for state in AssignmentState} == {"given", "in_work", "reported", "done", "dropped"}
