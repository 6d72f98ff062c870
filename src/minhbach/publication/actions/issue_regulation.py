"""From the draft of a regulation to the decision that issues it (ban hành), and back while no stranger has read it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.domain.lifecycles.regulation import REGULATION, RegulationEvent, RegulationState
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.lawbook.statutes import statute
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.queries import visible_letter
from minhbach.papers.writing import number_written
from minhbach.publication.actions.attach_decision_scan import drop_decision_scan
from minhbach.publication.actions.draft_service_list import refuse_to_change
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, Opinion
from minhbach.publication.queries.regulations import regulation_for_change
from minhbach.publication.regulations.content import faults_in, frozen, law_of, model_used, thawed
from minhbach.publication.regulations.labels import fault_words
from minhbach.publication.regulations.paper import decision_paper


@transaction.atomic
def draw_up_decision(*, announcement_id: int, seen_revision: int, actor: Actor, now: datetime) -> int:
    """Put the decision with the regulation behind it among the body's letters; return the letter's id.

    The law's terms in the text stay from now on as they are today.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed it meanwhile, something forbids issuing it, or an
        opinion is not answered.
    :raises MoveNotAllowed: if it is out for opinions, or has a decision already.
    """
    row, today = regulation_for_change(announcement_id, actor=actor), local_date(now)
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    _move(row, RegulationEvent.DRAW_UP_DECISION)
    _refuse_unfinished(row, today)
    regulation = row.regulation
    regulation.values = frozen(regulation.values, law_of(regulation, on=today))
    paper = decision_paper(row, on=today)
    about = Subject(row.kind, row.pk)
    regulation.letter_id = draft_letter(paper=paper, body_id=row.body_id, actor=actor, now=now, about=about)
    regulation.save()
    _record(row, "regulation.decision_drawn_up", actor, now, {"letter": regulation.letter_id})
    return int(regulation.letter_id)


@transaction.atomic
def issue_regulation(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Take the number and the day from the signed decision: the regulation is issued and may go to the gate.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, there is no decision, or it has no number or no signed scan yet.
    :raises MoveNotAllowed: if it is issued already.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    refuse_to_change(row, seen_revision=row.revision, actor=actor)
    if row.regulation.letter_id is None:
        raise PublicationRefused(_("Chưa có quyết định nào ở Công văn. Soạn quyết định trước."))
    letter = visible_letter(row.regulation.letter_id, actor=actor)
    if letter.state != LetterState.SIGNED or letter.number is None:
        raise PublicationRefused(_("Quyết định chưa có số hoặc chưa có bản ký. Cấp số và lưu bản ký ở Công văn trước."))
    _move(row, RegulationEvent.ISSUE)
    _issued(row, f"{number_written(letter.number)}/{letter.symbol}", letter.issued_on, actor, now)


@transaction.atomic
def record_issued_elsewhere(
    *, announcement_id: int, number: str, decided_on: date, seen_revision: int, actor: Actor, now: datetime
) -> None:
    """Write down the decision by which the regulation was issued on paper, outside of here.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed it meanwhile, number or day are missing, the day
        is yet to come, or something forbids issuing it.
    :raises MoveNotAllowed: if it is out for opinions or issued already.
    """
    row, today = regulation_for_change(announcement_id, actor=actor), local_date(now)
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    if not squeeze(number):
        raise PublicationRefused(_("Ghi số, ký hiệu của quyết định."), field="number")
    if decided_on > today:
        raise PublicationRefused(_("Ngày của quyết định chưa tới."), field="decided_on")
    if row.regulation.state != RegulationState.DRAFTING:
        raise PublicationRefused(_("Bản này đang lấy ý kiến hoặc đã có quyết định."))
    _refuse_unfinished(row, today)
    _move(row, RegulationEvent.ISSUE)
    row.regulation.values = frozen(row.regulation.values, law_of(row.regulation, on=today))
    row.regulation.save()
    _issued(row, squeeze(number)[:60], decided_on, actor, now)


@transaction.atomic
def return_to_draft(*, announcement_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Let the text be written again: the leader wants other words, or a mistake was seen before it was public.

    A decision among the letters stays there, to be dropped with its own reason. A scan of what was signed goes.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, it waits at the gate or was public, or no reason is given.
    :raises MoveNotAllowed: if it is a draft already.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    refuse_to_change(row, seen_revision=row.revision, actor=actor)
    said = squeeze(reason)[:300]
    if not said:
        raise PublicationRefused(_("Ghi vì sao đưa về soạn lại."), field="reason")
    _move(row, RegulationEvent.RETURN_TO_DRAFT)
    drop_decision_scan(announcement_id=row.pk, actor=actor, now=now)
    regulation = row.regulation
    regulation.letter_id, regulation.values, regulation.returned_reason = None, thawed(regulation.values), said
    regulation.save()
    row.number, row.decided_on, row.remark = "", None, ""
    row.save(update_fields=["number", "decided_on", "remark"])
    _record(row, "regulation.returned", actor, now, {})


def _refuse_unfinished(row: Announcement, today: date) -> None:
    model, law = model_used(row.regulation), statute(row.regulation.statute, today)
    if not row.regulation.articles.filter(left_out=False).exists():
        raise PublicationRefused(_("Quy chế chưa có điều nào."))
    if forbidding := [one for one in faults_in(row.regulation, on=today) if not one.is_warning]:
        raise PublicationRefused(fault_words(forbidding[0], model, law))
    waiting = Opinion.objects.filter(asked__round__regulation=row.regulation, answer="", stance="changes").count()
    if waiting:
        sentence = _("Còn %(count)s ý kiến chưa được trả lời. Trả lời từng ý kiến trước khi ban hành.")
        raise PublicationRefused(sentence % {"count": waiting})


def _issued(row: Announcement, number: str, decided_on: date | None, actor: Actor, now: datetime) -> None:
    row.number, row.decided_on = number, decided_on
    row.save(update_fields=["number", "decided_on"])
    _record(row, "regulation.issued", actor, now, {"number": number, "elsewhere": row.regulation.letter_id is None})


def _move(row: Announcement, event: RegulationEvent) -> None:
    row.regulation.state = REGULATION.next(RegulationState(row.regulation.state), event)
    row.regulation.save(update_fields=["state"])


def _record(row: Announcement, kind: str, actor: Actor, now: datetime, facts: dict[str, Any]) -> None:
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=Subject(row.kind, row.pk), actor=actor, now=now, facts=facts
    )
