"""Three generated years of work, lived through the actions: the counts of every day equal a clerk's slow count.

The clerk (`tests/slow_count.py`) reads a journal that this test keeps of what it did, and knows nothing of the product.
"""

import ast
import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.units.values import Level, UnitKind
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.answer_result import accept_period, accept_result, send_back_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work, reopen_work, resume_work
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.report_work import report_progress, report_result, take_back_result
from minhbach.planning.models import Assignment, AssignmentRole, DraftTask, Plan, PlanImport
from minhbach.planning.queries.counting import Counts, counts, counts_by, spans_on
from minhbach.planning.queries.periods import periods_of
from tests import slow_count
from tests.slow_count import DAY, Office

pytestmark = pytest.mark.django_db
FIRST, LAST = dt.date(2026, 7, 1), dt.date(2029, 6, 30)
PLANS, TASKS = 9, 22
ASKED_DAYS = 40


def on_24th(day: dt.date) -> bool:
    return day.day == 24


def ends_quarter(day: dt.date) -> bool:
    return day.month % 3 == 0 and (day + DAY).day == 1


def first(recurs: Callable[[dt.date], bool], day: dt.date) -> dt.date:
    while not recurs(day):
        day += DAY
    return day


@dataclass
class Life:
    """Everybody who acts, the clerk, and what each work is doing now as far as this test knows."""

    dice: random.Random
    leader: Actor
    officer: Actor
    bodies: dict[str, list[Body]]
    office: Office = field(default_factory=Office)
    doing: dict[int, str] = field(default_factory=dict)
    tasks: dict[int, list[int]] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)

    def live(self) -> None:
        """Let three years pass."""
        days = [FIRST + DAY * ahead for ahead in range((LAST - FIRST).days)]
        starts = sorted(self.dice.sample(days[: len(days) * 2 // 3], PLANS))
        for day in days:
            for number in [number for number, start in enumerate(starts) if start == day]:
                self.make_plan(number, day)
            for _act in range(self.dice.choice((0, 0, 1, 1, 3)) if self.doing else 0):
                self.act(day)

    def make_plan(self, number: int, day: dt.date) -> None:
        """Confirm a plan that was issued some days ago, half of them kept by the province, half by a commune."""
        keeper = self.dice.choice(self.bodies["keepers"])
        issued = day - DAY * self.dice.randint(0, 20)
        row = PlanImport.objects.create(
            body=keeper,
            state=ImportState.IN_REVIEW,
            uploaded_at=moment(day),
            file_sha256=f"{number:064}",
            head={"title": f"Kế hoạch thử {number}", "number": str(number + 1), "date": issued.isoformat()},
            issuing_body=keeper,
        )
        DraftTask.objects.bulk_create(self.draft(row, position, day) for position in range(1, TASKS + 1))
        plan = Plan.objects.get(pk=confirm_plan(import_id=row.pk, actor=self.officer, now=moment(day)))
        for part in Assignment.objects.filter(task__plan=plan, role=AssignmentRole.LEAD).select_related("task", "body"):
            self.enter(part, plan, issued, day)

    def draft(self, row: PlanImport, position: int, day: dt.date) -> DraftTask:
        """Return a task of some kind, led by one to three bodies; coordinating ones are counted nowhere."""
        end = day + DAY * self.dice.randint(-30, 400)
        text, kind = self.dice.choice(
            (
                (f"Đến hết ngày {end:%d/%m/%Y}", "date"),
                (f"Đến hết ngày {end:%d/%m/%Y}", "date"),
                ("Trước ngày 25 hằng tháng", "periodic"),
                ("Thường xuyên", "ongoing"),
                ("Trong 10 ngày kể từ ngày nhận được đề nghị", "within"),
                ("Khi có đề nghị", "on_request"),
                ("", "none"),
                ("Đã thực hiện", "done"),
            )
        )
        several = self.dice.sample(self.bodies["workers"], self.dice.choice((2, 3, 4)))
        return DraftTask(
            plan_import=row,
            position=position,
            title=f"Nhiệm vụ thử {position}",
            lead=[name(several[:-1])],
            coordinating=[name(several[-1:])],
            deadline_text=text,
            deadline_kind=kind,
            deadline_end=end if kind == "date" else None,
        )

    def enter(self, part: Assignment, plan: Plan, issued: dt.date, day: dt.date) -> None:
        """Tell the clerk of a new work, with its first limit as this test reads the words."""
        words = part.task.deadline_text
        recurs = {"Trước ngày 25 hằng tháng": on_24th, "Thường xuyên": ends_quarter}.get(words)
        due = first(recurs, day) if recurs else None
        if words.startswith("Đến hết ngày"):
            due = dt.datetime.strptime(words[-10:], "%d/%m/%Y").date()  # noqa: DTZ007
        level = "province" if part.body in self.bodies["province"] else "commune"
        self.office.works[part.pk] = slow_count.Work(part.body_id, plan.pk, level, recurs)
        self.office.note(issued, "given", part.pk, due)
        self.doing[part.pk] = "given"
        self.tasks.setdefault(part.task_id, []).append(part.pk)
        if words.startswith(("Trong 10 ngày", "Khi có đề nghị")):
            self.waiting[part.task_id] = words
        if words == "Đã thực hiện":
            self.office.note(issued, "reported", part.pk)
            self.office.note(issued, "accepted", part.pk)
            self.doing[part.pk] = "done"

    def act(self, day: dt.date) -> None:
        """Do one thing that makes sense with one work, and tell the clerk."""
        if self.waiting and self.dice.random() < 0.06:
            return self.happen(day)
        work = self.dice.choice(list(self.doing))
        recurs = self.office.works[work].recurs is not None
        act = self.dice.choice(
            {
                "given": ("take", "progress", "result", "result", "limit", "drop"),
                "working": ("progress", "result", "result", "result", "result", "limit", "drop"),
                "reported": ("accept", "accept", "period", "period", "send back", "take back", "drop"),
                "done": ("reopen", "nothing", "nothing", "nothing"),
                "dropped": ("resume",),
            }[self.doing[work]]
        )
        if act == "period" and not recurs:
            act = "accept"
        getattr(self, act.replace(" ", "_"))(work, day)
        return None

    def nothing(self, work: int, day: dt.date) -> None:
        """Let done work be."""

    def take(self, work: int, day: dt.date) -> None:
        give_task(assignment_id=work, unit_id=None, person_id=self.officer.person, actor=self.officer, now=moment(day))
        self.doing[work] = "working"

    def progress(self, work: int, day: dt.date) -> None:
        percent = self.dice.randint(0, 99)
        report_progress(assignment_id=work, percent=percent, text="Đang làm", actor=self.officer, now=moment(day))
        self.doing[work] = "working"

    def result(self, work: int, day: dt.date) -> None:
        # Of what passed unreported, sometimes several periods are told at once, as the clerk sees them.
        owed = [one for one, stands in self.office.periods(work, day).items() if stands == "open_late"]
        until = self.dice.choice(owed) if owed and self.dice.random() < 0.4 else None
        report_result(assignment_id=work, text="Đã làm", period_until=until, actor=self.officer, now=moment(day))
        self.office.note(day, "reported", work, until)
        self.doing[work] = "reported"

    def take_back(self, work: int, day: dt.date) -> None:
        take_back_result(assignment_id=work, actor=self.officer, now=moment(day))
        self.told(work, day, "withdrawn", "working")

    def send_back(self, work: int, day: dt.date) -> None:
        send_back_result(assignment_id=work, answer="Còn thiếu", actor=self.leader, now=moment(day))
        self.told(work, day, "sent back", "working")

    def accept(self, work: int, day: dt.date) -> None:
        accept_result(assignment_id=work, actor=self.leader, now=moment(day))
        self.told(work, day, "accepted", "done")

    def period(self, work: int, day: dt.date) -> None:
        accept_period(assignment_id=work, actor=self.leader, now=moment(day))
        self.told(work, day, "period", "working")

    def reopen(self, work: int, day: dt.date) -> None:
        reopen_work(assignment_id=work, reason="Sai mẫu", actor=self.leader, now=moment(day))
        self.told(work, day, "reopened", "working")

    def drop(self, work: int, day: dt.date) -> None:
        drop_work(assignment_id=work, ground="Bãi bỏ", actor=self.leader, now=moment(day))
        self.told(work, day, "dropped", "dropped")

    def resume(self, work: int, day: dt.date) -> None:
        resume_work(assignment_id=work, reason="Vẫn phải làm", actor=self.leader, now=moment(day))
        self.told(work, day, "resumed", "working")

    def limit(self, work: int, day: dt.date) -> None:
        due = day + DAY * self.dice.randint(-40, 200)
        if self.office.limits(day)[work] == due:
            return
        change_limit(assignment_id=work, due_on=due, ground="Công văn", actor=self.leader, now=moment(day))
        self.office.note(day, "limit", work, due)

    def happen(self, day: dt.date) -> None:
        """Record the event that a task waits for: ten days from it, or a day that is typed."""
        task = self.dice.choice(list(self.waiting))
        happened = day - DAY * self.dice.randint(0, 15)
        typed = None if self.waiting[task].startswith("Trong 10 ngày") else happened + DAY * self.dice.randint(0, 30)
        record_happening(
            task_id=task, happened_on=happened, what="Công văn đến", due_on=typed, calendar=load_calendar(),
            actor=self.leader, now=moment(day),
        )  # fmt: skip
        for work in self.tasks[task]:
            if self.doing[work] not in ("done", "dropped"):
                self.office.note(day, "limit", work, typed or happened + DAY * 10)

    def told(self, work: int, day: dt.date, what: str, doing: str) -> None:
        self.office.note(day, what, work)
        self.doing[work] = doing


def name(bodies: list[Body]) -> dict[str, object]:
    return {"text": "tên thử", "bodies": [body.pk for body in bodies], "how": "chosen", "note": ""}


def moment(day: dt.date) -> dt.datetime:
    """Return some moment of the day here: in the night it is still the day before in Greenwich."""
    return dt.datetime.combine(day, dt.time(1 if day.day % 2 else 22), tzinfo=dt.timezone(dt.timedelta(hours=7)))


@pytest.fixture
def life(db: None) -> Life:
    for key, level, kind, written, parent in (
        ("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ", None),
        ("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du"),
        ("mau-hai", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "thi-du"),
    ):
        add_territory(
            key=key, level=level, kind=kind, name=written, parent_key=parent, from_on=dt.date(2025, 7, 1),
            actor=system_actor("test"), now=moment(FIRST),
        )  # fmt: skip
    keepers = list(Body.objects.filter(kind="committee").order_by("pk"))
    province = list(Body.objects.filter(territory__key="thi-du", kind__in=["committee", "department"]).order_by("pk"))
    wards = list(Body.objects.filter(territory__level="commune", kind__in=["office", "division"]).order_by("pk"))
    people = {
        role: Person.objects.create(username=role.value, name=f"Lê Thử {role}", created_at=moment(FIRST))
        for role in (Role.LEADER, Role.FOCAL_POINT)
    }
    for role, person in people.items():
        for body in {*keepers, *province}:
            PostRow.objects.create(person=person, role=role, body=body, from_on=dt.date(2025, 7, 1))
    bodies = {"keepers": keepers, "province": province, "workers": province[:6] + wards}
    leader, officer = (actor_of(person.pk, on=FIRST) for person in people.values())
    return Life(random.Random(2026), leader, officer, bodies)


def plain(found: Counts) -> dict[str, int]:
    names = ("done_in_time", "done_late", "open_in_time", "open_late", "without_date")
    return {one: getattr(found, one) for one in names if getattr(found, one)}


def asked_days(dice: random.Random) -> Iterator[dt.date]:
    yield from (FIRST - DAY * 40, FIRST, LAST)
    yield from (FIRST + DAY * dice.randint(0, (LAST - FIRST).days) for _day in range(ASKED_DAYS))


def test_every_count_of_three_years_equals_a_slow_count(life: Life) -> None:
    life.live()
    assert len(life.office.works) >= 300, "hundreds of assignments"
    assert {entry.what for entry in life.office.journal} == {
        "given", "limit", "reported", "withdrawn", "sent back", "accepted", "period", "reopened", "dropped", "resumed",
    }  # fmt: skip
    seen: set[str] = set()
    for day in asked_days(life.dice):
        spans = spans_on(day)
        expected = life.office.counts(day)
        assert plain(counts(spans, on=day)) == expected, day
        seen |= expected.keys()
        compare(life.office, day, "body", {body: plain(its) for body, its in counts_by(spans, "body", on=day).items()})
        compare(life.office, day, "plan", {plan: plain(its) for plan, its in counts_by(spans, "plan", on=day).items()})
        levels = counts_by(spans, "body__territory__level", on=day)
        compare(life.office, day, "level", {level: plain(its) for level, its in levels.items()})
    assert seen == {"done_in_time", "done_late", "open_in_time", "open_late", "without_date"}
    limits = dict(Assignment.objects.filter(role=AssignmentRole.LEAD).values_list("pk", "due_on"))
    assert limits == life.office.limits(LAST)
    listed = {work: periods for work in limits if (periods := life.office.periods(work, LAST))}
    assert {stands for periods in listed.values() for stands in periods.values()} == {
        "done_in_time", "done_late", "open_in_time", "open_late",
    }  # fmt: skip
    rows = Assignment.objects.filter(pk__in=limits).select_related("task")
    found = {row.pk: {one.day: one.stands(on=LAST).value for one in periods_of(row, on=LAST)} for row in rows}
    assert {work: periods for work, periods in found.items() if periods} == listed


def compare(office: Office, day: dt.date, field_name: str, found: dict[object, dict[str, int]]) -> None:
    """Hold the counts of each body, plan or level to the clerk's."""
    wanted = {getattr(work, field_name) for work in office.works.values()}
    expected = {one: office.counts(day, where=lambda w, one=one: getattr(w, field_name) == one) for one in wanted}
    assert {one: its for one, its in found.items() if its} == {one: its for one, its in expected.items() if its}, day


def test_the_slow_count_imports_nothing_of_the_product() -> None:
    tree = ast.parse(Path(slow_count.__file__).read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in imports if isinstance(node, ast.ImportFrom)}
    assert names == {"datetime", "collections", "collections.abc", "dataclasses"}
