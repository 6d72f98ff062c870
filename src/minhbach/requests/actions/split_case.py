"""Cut a request into parts, each a case with its own clock; its requester goes on reading one page (tách)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent, RequestState
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.write_message import write_message
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import settle
from minhbach.requests.models import Case
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.parts import new_part
from minhbach.requests.queries.cases import CASE, case_for_change

LEAST, MOST, LONGEST = 2, 20, 200


@transaction.atomic
def split_case(
    *, case_id: int, parts: Sequence[str], calendar: Calendar, actor: Actor, now: datetime
) -> tuple[int, ...]:
    """Return the ids of the parts. A clock that runs goes on in each of them; else each is checked by itself.

    :param parts: what each asks for, in one line; two to twenty.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, it is a part itself, or the parts are too few, too many or too long.
    :raises MoveNotAllowed: if the case is decided or has ended.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.SPLIT, actor=actor)
    named = [line for line in (squeeze(nfc(part)) for part in parts) if line]
    _refuse_wrong(case, named)
    rows = [_part(case, line, calendar) for line in named]
    words = _("Yêu cầu được tách thành các phần, mỗi phần trả lời riêng:")
    message = "\n".join([words, *(f"- {row.number}: {row.subject}" for row in rows)])
    sent = write_message(submission_id=case.submission_id, kind="split", text=message, actor=actor, now=now)
    move(case, RequestEvent.SPLIT, actor=actor, now=now, words=message, told={"parts": len(rows)}, message_id=sent)
    for row in rows:
        record_event(
            chain=body_chain(row.body_id),
            kind="case.part_opened",
            subject=Subject(CASE, row.pk),
            actor=actor,
            now=now,
            facts={"number": row.number, "statute": row.statute},
        )
    return tuple(row.pk for row in rows)


def _refuse_wrong(case: Case, named: Sequence[str]) -> None:
    if case.whole_id is not None:
        raise CaseRefused(_("Phần đã tách thì không tách nữa."))
    if not LEAST <= len(named) <= MOST:
        raise CaseRefused(
            _("Ghi từ %(least)s đến %(most)s phần, mỗi dòng một phần.") % {"least": LEAST, "most": MOST}, field="parts"
        )
    if any(len(line) > LONGEST for line in named):
        raise CaseRefused(_("Mỗi phần nhiều nhất %(most)s ký tự.") % {"most": LONGEST}, field="parts")


def _part(case: Case, line: str, calendar: Calendar) -> Case:
    row = new_part(case, body_id=case.body_id, subject=line)
    row.handler_id, row.unit_id = case.handler_id, case.unit_id
    if case.valid_on is not None:
        row.valid_on, row.complexity, row.extension = case.valid_on, case.complexity, case.extension
        row.state = RequestState.IN_WORK
        settle(row, calendar=calendar)
    row.save()
    return row
