"""Send the draft of a regulation out for opinions, and end the round (lấy ý kiến)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.accounts.queries import active_holders, addresses_of, held_posts
from minhbach.agencies.queries import existing_ids
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.regulation import REGULATION, RegulationEvent, RegulationState
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.draft_service_list import refuse_to_change
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, AskedForOpinion, Opinion, OpinionRound
from minhbach.publication.queries.regulations import (
    open_round,
    regulation_for_change,
)
from minhbach.publication.regulations.mail import asking_mail
from minhbach.publication.rules import MAY_DRAFT

MOST_ASKED = 200


@dataclass(frozen=True, slots=True)
class Question:
    """Who is asked, until which day, and what is said to them. `people` work in the body itself."""

    bodies: frozenset[int]
    people: frozenset[int]
    until_on: date
    note: str = ""


@transaction.atomic
def ask_opinions(*, announcement_id: int, question: Question, seen_revision: int, actor: Actor, now: datetime) -> None:
    """Send the draft out; its text stands still until the round is closed.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed it meanwhile, nobody or a stranger is asked, or
        the day is not after today.
    :raises MoveNotAllowed: if it is out already, at signing or issued.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    assert actor.person is not None, "the system drafts nothing"
    _refuse_question(row, question, today=local_date(now))
    _move(row, RegulationEvent.ASK_OPINIONS)
    made = OpinionRound.objects.create(
        regulation=row.regulation, asked_by_id=actor.person, asked_at=now, until_on=question.until_on,
        note=squeeze(question.note)[:500],
    )  # fmt: skip
    asked = [AskedForOpinion(round=made, body_id=one) for one in sorted(question.bodies)]
    asked += [AskedForOpinion(round=made, body_id=row.body_id, person_id=one) for one in sorted(question.people)]
    AskedForOpinion.objects.bulk_create(asked)
    mails = _tell(row, question, actor, now)
    facts = {"asked": len(asked), "until_on": question.until_on.isoformat(), "mails": mails}
    _record(row, "regulation.opinions_asked", actor, now, facts)


def _tell(row: Announcement, question: Question, actor: Actor, now: datetime) -> int:
    """Mail who may answer, in the name of the body that they act in, and return how many have an address."""
    posts = held_posts(roles=MAY_DRAFT, on=local_date(now), bodies=question.bodies)
    homes = dict.fromkeys(question.people, row.body_id) | {one.person_id: one.body_id for one in posts}
    homes.pop(actor.person or 0, None)
    addresses = addresses_of(homes)
    subject, text = asking_mail(row.pk, question.until_on)
    for person, address in sorted(addresses.items()):
        queue_mail(
            to=address, subject=subject, body=text, about=Subject(row.kind, row.pk), actor=actor, now=now,
            body_id=homes[person], person_id=person,
        )  # fmt: skip
    return len(addresses)


def _refuse_question(row: Announcement, question: Question, *, today: date) -> None:
    count = len(question.bodies) + len(question.people)
    if not count:
        raise PublicationRefused(_("Chọn ít nhất một đơn vị, một người hoặc một cơ quan để hỏi ý kiến."))
    if count > MOST_ASKED:
        raise PublicationRefused(_("Nhiều nhất %(most)s nơi một lần.") % {"most": MOST_ASKED})
    if question.until_on <= today:
        raise PublicationRefused(_("Ngày góp ý phải sau hôm nay."), field="until_on")
    if existing_ids(question.bodies) != set(question.bodies):
        raise PublicationRefused(_("Có cơ quan không còn trong danh bạ. Mở lại trang."))
    if not question.people <= active_holders(body_id=row.body_id, roles=tuple(Role), on=today):
        raise PublicationRefused(_("Có người không còn làm việc ở cơ quan này. Mở lại trang."))


@transaction.atomic
def close_opinions(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """End the round: the text may be written again; opinions stay to be answered.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor's posts do not include one that drafts.
    :raises MoveNotAllowed: if it is not out for opinions.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    _refuse_who_does_not_draft(row, actor)
    held = open_round(row)
    _move(row, RegulationEvent.CLOSE_OPINIONS)
    assert held is not None
    held.closed_at = now
    held.save(update_fields=["closed_at"])
    given = Opinion.objects.filter(asked__round=held).count()
    _record(row, "regulation.opinions_closed", actor, now, {"opinions": given})


def _refuse_who_does_not_draft(row: Announcement, actor: Actor) -> None:
    if not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không sửa được."))


def _move(row: Announcement, event: RegulationEvent) -> None:
    row.regulation.state = REGULATION.next(RegulationState(row.regulation.state), event)
    row.regulation.save(update_fields=["state"])


def _record(row: Announcement, kind: str, actor: Actor, now: datetime, facts: dict[str, Any]) -> None:
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=Subject(row.kind, row.pk), actor=actor, now=now, facts=facts
    )
