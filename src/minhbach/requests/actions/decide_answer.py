"""A leader's word on a drafted answer: approved, or given back (duyệt, trả lại)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.contracts import Fact
from minhbach.requests.answering.drafting import draft
from minhbach.requests.answering.values import GIVES, LETTERS, answer_places, as_given
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of
from minhbach.requests.models import Answer, Case
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.answers import (
    digest_of,
    files_of_answer,
    latest_answer,
    only_for_eyes,
    takes_part,
    why_not_approve,
    why_unfit,
)
from minhbach.requests.queries.cases import case_for_change


@transaction.atomic
def approve_answer(
    *,
    case_id: int,
    answer_id: int,
    seen_with_own_eyes: bool,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    approves_own: bool = False,
    seen_unread: bool = False,
) -> int:
    """Approve what the leader has before them, and return the letter that is drafted for their signature.

    :param answer_id: of the page that the leader had before them.
    :param seen_with_own_eyes: the leader's statement that they read answer and files.
    :param seen_unread: the leader's statement that they looked into what no machine could read inside the files.
    :param approves_own: the second step of who approves what they drafted: only where nobody else leads.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not or has not looked, the answer is another one, or a file is not fit.
    :raises MoveNotAllowed: if nothing lies before the leader.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.APPROVE, actor=actor)
    row = latest_answer(case)
    if row is None or row.pk != answer_id:
        raise CaseRefused(_("Có bản trả lời mới hơn bản đang xem. Xem lại bản mới nhất."))
    own = _refuse_own(case, row, approves_own, actor, now)
    if not seen_with_own_eyes:
        raise CaseRefused(_("Đánh dấu “Tôi đã đọc văn bản và tệp sẽ gửi” trước khi duyệt."), field="seen")
    files = list(files_of_answer(case)) if row.outcome in GIVES else []
    if reason := why_unfit(files):
        raise CaseRefused(reason)
    if only_for_eyes(files) and not seen_unread:
        raise CaseRefused(_("Có hình, đối tượng máy không đọc được: xem bằng mắt rồi đánh dấu."), field="unread")
    places = answer_places(as_given(row), files, law_of(case))
    letter = draft(case, LETTERS[row.outcome], places, calendar=calendar, actor=actor, now=now)
    row.approved_by_id, row.approved_at, row.approved_by_drafter = actor.person, now, own
    row.letter_id, row.digest = letter.id, digest_of(row, files)
    row.save()
    told: dict[str, Fact] = {
        "answer": row.pk, "outcome": row.outcome, "own": own, "digest": row.digest, "letter": letter.id,
    }  # fmt: skip
    move(case, RequestEvent.APPROVE, actor=actor, now=now, facts={"answer": row.pk, "letter": letter.id}, told=told)
    return letter.id


@transaction.atomic
def send_answer_back(*, case_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Give the answer back to who drafted it, saying what to mend.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or says nothing.
    :raises MoveNotAllowed: if nothing lies before the leader.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.SEND_BACK, actor=actor)
    if not remark.strip():
        raise CaseRefused(_("Ghi điều cần sửa."), field="remark")
    move(case, RequestEvent.SEND_BACK, actor=actor, now=now, note=remark)


def _refuse_own(case: Case, row: Answer, approves_own: bool, actor: Actor, now: datetime) -> bool:
    reason = why_not_approve(case, row, actor=actor, on=timezone.localdate(now))
    if reason:
        raise CaseRefused(reason)
    own = takes_part(case, row, actor=actor)
    if own and not approves_own:
        raise CaseRefused(
            _("Tự duyệt là bước riêng: xác nhận rằng cơ quan không có ai khác duyệt được."), field="approves_own"
        )
    return own
