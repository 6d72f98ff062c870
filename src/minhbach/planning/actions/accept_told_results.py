"""Accept at once the results that a spreadsheet told (duyệt kết quả theo bảng)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.dates import local_date
from minhbach.planning.actions.answer_result import accept_result
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.queries.plans import visible_plan
from minhbach.planning.queries.sheets import results_to_accept

AT_ONCE = 500
"""What one sending accepts at most: each acceptance is an act of its own, with its event."""


@transaction.atomic
def accept_told_results(*, plan_id: int, assignment_ids: Collection[int], actor: Actor, now: datetime) -> int:
    """Accept those of the results that the leader may accept and return how many; all of them, or none.

    :raises PlanNotVisible: if the plan is not there for the actor.
    :raises WorkRefused: if nothing was chosen, one no longer waits or is not theirs to accept, too many are sent at
        once, or the actor confirmed the list themselves while another leader could accept.
    """
    waiting = {row.pk for row in results_to_accept(visible_plan(plan_id, actor=actor), actor=actor, on=local_date(now))}
    chosen = sorted(set(assignment_ids))
    if not chosen:
        raise WorkRefused(_("Chọn ít nhất một kết quả."))
    if len(chosen) > AT_ONCE:
        raise WorkRefused(_("Mỗi lần duyệt tối đa 500 kết quả."))
    if not waiting.issuperset(chosen):
        raise WorkRefused(_("Có kết quả không còn chờ duyệt. Mở lại trang để xem danh sách hiện nay."))
    for assignment_id in chosen:
        accept_result(assignment_id=assignment_id, actor=actor, now=now)
    return len(chosen)
