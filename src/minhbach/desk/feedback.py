"""What feedback hands in for the first page: to give, to answer, to let out; of denunciations only that one waits."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act, Group, Rest
from minhbach.desk.queries import soon_until
from minhbach.desk.sources import AT_MOST, first_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import FeedbackState
from minhbach.intake.covering import covered
from minhbach.outreach.labels import OFFICER_TAGS
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.listing import for_today
from minhbach.outreach.rules import READS_SENDERS


def feedback_today(actor: Actor, today: date) -> Iterator[Act | Rest]:
    """Yield what waits for this officer; each line opens the act itself."""
    if not actor.holds(*READS_SENDERS):
        return
    near = soon_until(today)
    rows, count = first_of(for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('outreach:list')}?tinh_trang=open")
    for row in rows:
        yield _act(row, near)


def _act(row: Feedback, near: date) -> Act:
    if row.is_confidential:
        return _confidential(row)
    return _ready(row) if row.state == FeedbackState.ANSWERED else _open(row, near)


def _ready(row: Feedback) -> Act:
    return Act(
        what=gettext("Câu trả lời góp ý %(number)s") % {"number": row.number},
        detail=row.public_question[:120],
        verb=gettext("Duyệt công khai"),
        state=gettext("Chờ duyệt"),
        url=reverse("outreach:approve", args=[row.pk]),
    )


def _open(row: Feedback, near: date) -> Act:
    is_new = row.state == FeedbackState.RECEIVED
    dated = row.due_on is not None and row.due_on <= near
    return Act(
        what=gettext("Góp ý %(number)s") % {"number": row.number},
        detail=covered(row.subject),
        verb=gettext("Giao giải quyết") if is_new else gettext("Trả lời"),
        url=reverse("outreach:do_assign" if is_new else "outreach:do_answer", args=[row.pk]),
        due_on=row.due_on if dated else None,
        state="" if dated else str(OFFICER_TAGS[FeedbackState(row.state)][1]),
    )


def _confidential(row: Feedback) -> Act:
    """Return a line that tells nothing of it: the leader's screen may be seen by others."""
    return Act(
        what=gettext("Điều giữ kín"),
        verb=gettext("Xem"),
        state=gettext("Chỉ lãnh đạo đọc"),
        url=reverse("outreach:feedback", args=[row.pk]),
    )
