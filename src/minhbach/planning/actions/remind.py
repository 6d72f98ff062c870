"""Remind people of limits, and tell leaders of what is late (nhắc việc, báo lãnh đạo)."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from minhbach.accounts.queries import addresses_of
from minhbach.domain.access import Actor, Role
from minhbach.domain.calendars.calendar import Calendar
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.planning.mail_words import Told, digest
from minhbach.planning.models import Assignment, AssignmentRole, Reminder, ReminderKind
from minhbach.planning.queries.due import TO_DO, WORK
from minhbach.planning.queries.staff import Staff, Work, staff_of
from minhbach.planning.reminding import Call, calls_on, last_limit_called

Noted = tuple[int, dt.date, str, int, int]
"""Assignment, limit, kind, turn and person: what nobody is told twice."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many people were reminded, how many of them by mail, and how many works nobody could be reminded of."""

    people: int
    mails: int
    nobody: int


@dataclass(frozen=True, slots=True)
class _Line:
    body: int
    told: Told
    call: Call


def remind(*, calendar: Calendar, actor: Actor, now: dt.datetime) -> Reminded:
    """Send each person one mail with what fits today of all their limits; who has no address sees it on Hôm nay alone.

    Safe twice: a person who had their mail today gets none again, and each kind of reminder of a limit goes out once.
    After a silence only what fits the day is sent. A moved limit starts anew; what is reported, done or dropped is
    left alone. Each person's mail is a transaction of its own, so that one that fails takes no other with it.
    """
    today = local_date(now)
    works = _works(last_limit_called(today, calendar))
    staff = staff_of([work for work, _due in works.values()], on=today)
    lines: dict[int, list[_Line]] = {}
    nobody = 0
    for pk, (work, due) in works.items():
        calls = calls_on(due, today=today, calendar=calendar)
        told = [(call, person) for call in calls for person in _people(staff, work, call)]
        nobody += bool(calls) and not told
        for call, person in told:
            lines.setdefault(person, []).append(_Line(work.body, Told(pk, due, call.kind), call))
    noted, addresses = _noted(works), addresses_of(lines)
    mailed_today = set(
        Reminder.objects.filter(noted_on=today).exclude(mail_id=None).values_list("person_id", flat=True)
    )
    done = [
        _tell(person, staff.home(person, otherwise=fresh[0].body), fresh, addresses.get(person, ""), actor, now)
        for person in sorted(lines.keys() - mailed_today)
        if (fresh := [line for line in lines[person] if _key(line, person) not in noted])
    ]
    return Reminded(people=sum(one is not None for one in done), mails=sum(bool(one) for one in done), nobody=nobody)


def _works(until: dt.date) -> Mapping[int, tuple[Work, dt.date]]:
    rows = Assignment.objects.filter(role=AssignmentRole.LEAD, state__in=TO_DO, due_on__lte=until)
    found = rows.order_by("due_on", "pk").values_list("pk", "due_on", *WORK)
    return {pk: (Work(*work), due) for pk, due, *work in found}


def _people(staff: Staff, work: Work, call: Call) -> Collection[int]:
    if call.kind != ReminderKind.ESCALATION:
        return staff.doers(work, otherwise=(Role.FOCAL_POINT,))
    # A leader who does the work themself, or sees to what nobody has, is reminded of it anyhow.
    return staff.answering(work, reporter=None) - staff.doers(work, otherwise=(Role.FOCAL_POINT,))


def _noted(works: Collection[int]) -> frozenset[Noted]:
    rows = Reminder.objects.filter(assignment__role=AssignmentRole.LEAD, assignment__state__in=TO_DO)
    facts = rows.values_list("assignment_id", "due_on", "kind", "turn", "person_id")
    return frozenset(one for one in facts.iterator(chunk_size=5000) if one[0] in works)


def _key(line: _Line, person: int) -> Noted:
    return (line.told.assignment_id, line.told.due_on, line.call.kind.value, line.call.turn, person)


def _tell(person: int, home: int, lines: list[_Line], address: str, actor: Actor, now: dt.datetime) -> int | None:
    """Return the id of the mail, 0 where the person has no address, None where another sweep was quicker."""
    try:
        with transaction.atomic():
            mail = _mail(person, home, lines, address, actor, now) if address else None
            Reminder.objects.bulk_create(_rows(person, lines, mail, now))
            record_event(
                chain=body_chain(home),
                kind="person.reminded",
                subject=Subject("person", person),
                actor=actor,
                now=now,
                facts={"mail": mail, "works": len({line.told.assignment_id for line in lines})},
            )
            return mail or 0
    except IntegrityError:
        return None


def _mail(person: int, home: int, lines: list[_Line], address: str, actor: Actor, now: dt.datetime) -> int | None:
    subject, text = digest(line.told for line in lines)
    try:
        return queue_mail(
            to=address,
            subject=subject,
            body=text,
            about=Subject("person", person),
            actor=actor,
            now=now,
            body_id=home,
            person_id=person,
        )
    except MailRefused:
        # An address that is none must not keep everybody else's mail back; the work stands on their page.
        return None


def _rows(person: int, lines: list[_Line], mail: int | None, now: dt.datetime) -> Iterator[Reminder]:
    for line in lines:
        yield Reminder(
            assignment_id=line.told.assignment_id,
            kind=line.call.kind,
            due_on=line.told.due_on,
            turn=line.call.turn,
            person_id=person,
            noted_on=local_date(now),
            mail_id=mail,
        )
