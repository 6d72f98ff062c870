"""Remind those on whom something of one's own waits, once a day (nhắc)."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.accounts.queries import active_holders, addresses_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.foundation.queries import events_about
from minhbach.planning.contracts import AssignmentNotVisible, DifficultyNotVisible, WorkRefused
from minhbach.planning.difficulties.moves import DIFFICULTY_KIND
from minhbach.planning.mail_words import nudge
from minhbach.planning.moving import ASSIGNMENT_KIND, person_of
from minhbach.planning.queries.difficulties import difficulty_for_change, may_raise_for
from minhbach.planning.queries.staff import Work, staff_of
from minhbach.planning.queries.work import assignment_for_change, may_work
from minhbach.planning.rules import MAY_FOLLOW


@transaction.atomic
def nudge_leaders(*, assignment_id: int, actor: Actor, now: dt.datetime) -> int:
    """Remind the leaders whose word a reported result waits for, and return how many of them by mail.

    :raises AssignmentNotVisible: if it is not there for the actor, or is not their body's work.
    :raises WorkRefused: if no result waits, they were reminded today already, or none of them has an address.
    """
    row = assignment_for_change(assignment_id, actor=actor)
    if not may_work(actor, row):
        raise AssignmentNotVisible
    if row.state != AssignmentState.REPORTED:
        raise WorkRefused(_("Không còn kết quả nào chờ duyệt ở việc này."))
    staff = staff_of([work := Work(row.body_id, row.task.plan.body_id)], on=local_date(now))
    people = staff.answering(work, reporter=actor.person) - {actor.person}
    homes = {person: staff.home(person, otherwise=row.body_id) for person in people}
    return _nudge(homes, Subject(ASSIGNMENT_KIND, row.pk), body=row.body_id, actor=actor, now=now)


@transaction.atomic
def nudge_answerers(*, difficulty_id: int, actor: Actor, now: dt.datetime) -> int:
    """Remind those who may answer a difficulty of the actor's body, and return how many of them by mail.

    :raises DifficultyNotVisible: if it is not there for the actor, or their body did not raise it.
    :raises WorkRefused: if it waits for no answer, they were reminded today already, or none of them has an address.
    """
    row = difficulty_for_change(difficulty_id, actor=actor)
    if not may_raise_for(actor, row):
        raise DifficultyNotVisible
    if row.state not in (DifficultyState.RAISED, DifficultyState.PASSED_UP):
        raise WorkRefused(_("Vướng mắc này không còn chờ trả lời."))
    people = active_holders(body_id=row.asked_id, roles=MAY_FOLLOW, on=local_date(now)) - {actor.person}
    homes = dict.fromkeys(people, row.asked_id)
    return _nudge(homes, Subject(DIFFICULTY_KIND, row.pk), body=row.body_id, actor=actor, now=now)


def _nudge(homes: Mapping[int, int], about: Subject, *, body: int, actor: Actor, now: dt.datetime) -> int:
    """Mail each person, in the name of the body that they act in; the event is the asking body's."""
    person_of(actor)
    kind = f"{about.kind}.nudged"
    if any(event.kind == kind and local_date(event.at) == local_date(now) for event in events_about(about)):
        raise WorkRefused(_("Hôm nay đã nhắc rồi. Ngày mai nhắc lại được."))
    addresses = addresses_of(homes)
    if not addresses:
        raise WorkRefused(_("Chưa ai trong số họ có thư điện tử; việc đang hiện ở trang Hôm nay của họ."))
    subject, text = nudge()
    for person, address in sorted(addresses.items()):
        queue_mail(
            to=address,
            subject=subject,
            body=text,
            about=about,
            actor=actor,
            now=now,
            body_id=homes[person],
            person_id=person,
        )
    record_event(
        chain=body_chain(body), kind=kind, subject=about, actor=actor, now=now, facts={"people": len(addresses)}
    )
    return len(addresses)
