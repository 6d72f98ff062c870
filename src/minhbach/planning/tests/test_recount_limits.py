"""After a change of the days off, every view of the work shows the date that holds now."""

import datetime as dt
import io

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.calendars.changes import DaysOff, Swap
from minhbach.foundation.actions.change_calendar import Changed, change_calendar
from minhbach.foundation.actions.recount_dates import recount_dates
from minhbach.foundation.actions.take_back_calendar_change import take_back_calendar_change
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.calendar.previewing import preview
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import CalendarState, OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.keep_calendar_feed import open_calendar_feed
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.remind import remind
from minhbach.planning.models import Assignment, AssignmentSpan, Happening, LimitChange
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.test_calendar_feed import events
from minhbach.planning.tests.test_pages import BACKEND
from minhbach.planning.tests.urging_world import Urgent, make_urgent
from minhbach.planning.tests.work_plan import ON_REQUEST, WITHIN, work_on
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.submit import submit_for_publication

FRIDAY = dt.date(2026, 10, 9)
WAS, IS = dt.date(2026, 10, 16), dt.date(2026, 10, 19)
"""Five working days from the Friday: 12 13 14 15 16; and 12 13 15 16 | 19, where Wednesday 14 is off."""
DAY_OFF = DaysOff(dt.date(2026, 10, 14), dt.date(2026, 10, 14), "Ngày lễ thử")
SOURCE = "Thông báo 12/TB-BNV ngày 12/10/2026"


@pytest.fixture
def urgent(world: World) -> Urgent:
    """The plan, public, whose awaited task waits no longer and is the specialist's."""
    made = make_urgent(world)
    happen(made, WITHIN)
    give_task(assignment_id=work(made).pk, unit_id=None, person_id=made.doer.person, actor=made.focal, now=NOW)
    published = {"subject_kind": "plan", "subject_id": made.plan.pk, "now": NOW}
    submit_for_publication(body_id=world.ward.pk, actor=made.focal, **published)
    approve_publication(seen_with_own_eyes=True, actor=made.leader, **published)
    return made


@pytest.fixture
def keeper(world: World) -> Actor:
    """The administrator of the body at the top."""
    return world.officer(Role.ADMINISTRATOR, body=Body.objects.get(territory__key="thi-du", kind="committee"))


def happen(urgent: Urgent, position: int, due_on: dt.date | None = None) -> Happening:
    return record_happening(
        task_id=work_on(urgent.plan, position).task_id,
        happened_on=FRIDAY,
        what="Công văn số 7/STP-VP",
        due_on=due_on,
        calendar=calendar_in_use(),
        actor=urgent.leader,
        now=NOW,
    )


def work(urgent: Urgent) -> Assignment:
    return work_on(urgent.plan, WITHIN)


def announce(keeper: Actor) -> Changed:
    return change_calendar(act=DAY_OFF, source=SOURCE, actor=keeper, now=NOW)


def logged_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def test_open_limit_moves_with_a_ground_an_event_and_its_history(urgent: Urgent, keeper: Actor) -> None:
    assert work(urgent).due_on == WAS
    assert [(one.label, one.count) for one in preview(DAY_OFF, source=SOURCE).moved] == [("hạn của nhiệm vụ", 1)]
    assert announce(keeper).moved == 1
    row = work(urgent)
    assert row.due_on == Happening.objects.get().due_on == IS
    change = LimitChange.objects.get()
    assert (change.old_due_on, change.new_due_on, change.changed_by_id) == (WAS, IS, keeper.person)
    assert change.ground == f"Lịch ngày nghỉ thay đổi: 14/10/2026 ({SOURCE})"
    event = events_about(Subject("assignment", row.pk))[-1]
    assert event.kind == "assignment.limit_recounted"
    facts = {"change": change.pk, "old": "2026-10-16", "new": "2026-10-19", "days": "2026-10-14"}
    assert (event.actor, event.facts) == (keeper.reference, facts)
    assert AssignmentSpan.objects.get(assignment=row, until_on=None).due_on == IS


def test_every_view_shows_the_new_date(urgent: Urgent, keeper: Actor) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    announce(keeper)
    row, plan = work(urgent), urgent.plan
    doer, leader, visitor = logged_in(urgent.doer), logged_in(urgent.leader), Client()
    shown = {
        "own list": read(doer, "/lam-viec/nhiem-vu/"),
        "own list as a file": read(doer, "/lam-viec/nhiem-vu/nhiem-vu.csv"),
        "task": read(leader, f"/lam-viec/ke-hoach/{plan.pk}/nhiem-vu/{row.task_id}/"),
        "plan's work": read(leader, f"/lam-viec/ke-hoach/{plan.pk}/viec/"),
        "public work": read(visitor, f"/ke-hoach/{plan.slug}/viec/"),
        "public data": read(visitor, f"/ke-hoach/{plan.slug}.json"),
    }
    new, old = ("19/10/2026", "2026-10-19"), ("16/10/2026", "2026-10-16")
    assert [name for name, text in shown.items() if not any(one in text for one in new)] == []
    assert [name for name, text in shown.items() if any(one in text for one in old)] == []
    page = read(doer, f"/lam-viec/viec/{row.pk}/")
    assert "16/10/2026 → <strong>19/10/2026</strong>" in page
    assert "Lịch ngày nghỉ đổi (14/10/2026): hạn 16/10/2026 thành 19/10/2026" in page
    days = days_in(leader, f"/lam-viec/ke-hoach/{plan.pk}/bang.xlsx")
    assert (IS in days, WAS in days) == (True, False)
    (event,) = events(secret)
    assert (event.decoded("DTSTART"), event["SEQUENCE"]) == (IS, 2)


def days_in(client: Client, path: str) -> set[object]:
    answer = client.get(path)
    content = b"".join(answer) if answer.streaming else answer.content
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}


def test_people_are_reminded_of_the_new_date_and_not_of_the_old_one(urgent: Urgent, keeper: Actor) -> None:
    announce(keeper)

    def mails_of(day: dt.datetime) -> list[str]:
        before = set(OutgoingMail.objects.values_list("pk", flat=True))
        remind(calendar=calendar_in_use(), actor=system_actor("reminder"), now=day)
        fresh = OutgoingMail.objects.filter(person_id=urgent.doer.person).exclude(pk__in=before)
        return list(fresh.values_list("text", flat=True))

    assert mails_of(NOW.replace(day=12)) == [], "three working days before the new limit are not yet there"
    (text,) = mails_of(NOW)
    assert "19/10/2026" in text
    assert "16/10/2026" not in text
    assert mails_of(NOW.replace(day=14)) == [], "nobody is reminded on the day off"
    assert len(mails_of(NOW.replace(day=19))) == 1


def test_taken_back_the_date_moves_back(urgent: Urgent, keeper: Actor) -> None:
    done = announce(keeper)
    assert take_back_calendar_change(change_id=done.id, reason="ghi nhầm", actor=keeper, now=NOW) == 1
    assert work(urgent).due_on == WAS
    assert LimitChange.objects.count() == 2


def test_a_limit_that_a_leader_set_and_closed_work_stay(urgent: Urgent, keeper: Actor) -> None:
    set_by_leader = dt.date(2026, 10, 30)
    change_limit(assignment_id=work(urgent).pk, due_on=set_by_leader, ground="Văn bản", actor=urgent.leader, now=NOW)
    assert announce(keeper).moved == 0
    assert work(urgent).due_on == set_by_leader
    change_limit(assignment_id=work(urgent).pk, due_on=IS, ground="Văn bản", actor=urgent.leader, now=NOW)
    drop_work(assignment_id=work(urgent).pk, ground="Bãi bỏ", actor=urgent.leader, now=NOW)
    other = DaysOff(dt.date(2026, 10, 15), dt.date(2026, 10, 15), "Ngày lễ thử")
    assert change_calendar(act=other, source=SOURCE, actor=keeper, now=NOW).moved == 0
    assert work(urgent).due_on == IS


def test_a_limit_that_was_typed_stays(urgent: Urgent, keeper: Actor) -> None:
    happen(urgent, ON_REQUEST, due_on=WAS)
    announce(keeper)
    assert work_on(urgent.plan, ON_REQUEST).due_on == WAS


def test_days_outside_the_term_and_swaps_inside_it_move_nothing(urgent: Urgent, keeper: Actor) -> None:
    before = Swap(FRIDAY, dt.date(2026, 10, 10), "Hoán đổi thử")
    assert change_calendar(act=before, source=SOURCE, actor=keeper, now=NOW).moved == 1, "Saturday 10 counts"
    assert work(urgent).due_on == dt.date(2026, 10, 15)
    after = DaysOff(dt.date(2026, 10, 16), dt.date(2026, 10, 16), "Ngày lễ thử")
    assert change_calendar(act=after, source=SOURCE, actor=keeper, now=NOW).moved == 0


def test_other_files_move_it_by_the_machine(urgent: Urgent, keeper: Actor) -> None:
    """As if the release that counted it had known Wednesday 14 as a day off, and this one does not."""
    recount_dates(actor=system_actor("calendar"), now=NOW)
    state = CalendarState.objects.get()
    CalendarState.objects.update(counted={**(state.counted or {}), "2026-10-14": False})
    Assignment.objects.filter(pk=work(urgent).pk).update(due_on=IS)
    Happening.objects.update(due_on=IS)
    assert recount_dates(actor=system_actor("calendar"), now=NOW) == 1
    assert work(urgent).due_on == WAS
    assert LimitChange.objects.get().changed_by is None
    assert "máy" in read(logged_in(urgent.doer), f"/lam-viec/viec/{work(urgent).pk}/")
