"""How procedures for requests go through the gate of announcements."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.foundation.actions.index_entry import drop_entry
from minhbach.foundation.dates import local_date
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.law_today import law_today
from minhbach.publication.models import Announcement
from minhbach.publication.procedures.indexing import index_procedure
from minhbach.publication.procedures.law import from_json
from minhbach.publication.procedures.showing import shown_procedure
from minhbach.publication.step_figure import days_written, sum_of


def context(row: Announcement) -> dict[str, Any]:
    """Return what the agency's part and the law's part show, and whom to ask today."""
    points = focal_points_of([row.body_id], on=clock.today()).get(row.body_id, ())
    return shown_procedure(row.procedure, from_json(row.procedure.law_lines)) | {"focal_points": points}


def words(row: Announcement) -> Iterable[str]:
    """Return what people typed; names of units and what the law says are left out."""
    said = row.procedure
    return (said.place, said.hours, said.remark, *said.steps.values_list("title", flat=True))


def why_unfinished(row: Announcement) -> str | None:
    """Return what it lacks: where and when requests are received, steps, or steps that fit the law's term."""
    said = row.procedure
    if not said.place or not said.hours:
        return _("Ghi nơi tiếp nhận và giờ tiếp nhận yêu cầu.")
    steps = list(said.steps.all())
    if not steps:
        return _("Ghi ít nhất một bước của quy trình nội bộ: việc, đơn vị, số ngày làm việc.")
    days = sum_of(one.days for one in steps)
    if days > said.days_at_hand:
        return _("Các bước cộng lại %(days)s ngày làm việc, quá %(most)s ngày mà thời hạn của luật có chắc chắn.") % {
            "days": days_written(days),
            "most": said.days_at_hand,
        }
    return None


def approved(row: Announcement, before: Announcement | None, actor: Actor, now: datetime) -> None:  # noqa: ARG001
    """Let it be found in place of the one before; refuse what tells of a law that says something else by now.

    :raises PublicationRefused: if the law changed since the draft was written.
    """
    if row.procedure.law_digest != law_today(local_date(now)).digest:
        raise PublicationRefused(_("Luật đã đổi từ khi bản này được soạn. Trả lại để người soạn lưu lại và trình lại."))
    if before is not None:
        drop_entry(before.kind, before.pk)
    index_procedure(row)


def withdrawn(row: Announcement) -> None:
    """Let it be found no more."""
    drop_entry(row.kind, row.pk)
