"""What was done about a body and its focal points, from the event log, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from minhbach.agencies.registries import names_of_actors
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

WORDS = {
    "agencies.body_added": _("Thêm cơ quan vào danh bạ"),
    "agencies.body_changed": _("Sửa địa chỉ, liên hệ của cơ quan"),
    "agencies.unit_added": _("Thêm đơn vị bên trong"),
    "agencies.succession_recorded": _("Ghi việc tiếp nhận từ cơ quan trước"),
    "agencies.named_in_service_list": _("Có tên trong danh mục đơn vị sự nghiệp đã công bố"),
    "agencies.left_service_list": _("Không còn trong danh mục đơn vị sự nghiệp đã công bố"),
    "agencies.focal_point_appointed": _("Cử đầu mối"),
    "agencies.focal_point_changed": _("Sửa thông tin đầu mối"),
    "agencies.focal_point_change_undone": _("Hoàn tác lần sửa trước"),
    "agencies.focal_point_ended": _("Ghi ngày thôi làm đầu mối"),
    "agencies.focal_point_withdrawn": _("Rút lại đầu mối ghi nhầm"),
    "agencies.focal_point_restored": _("Khôi phục đầu mối đã rút lại"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line of a history: when, who, what, and on which ground."""

    moment: datetime
    who: str
    what: str
    ground: str


def history(body_id: int, focal_point_ids: Iterable[int]) -> tuple[HistoryLine, ...]:
    """Return what was done, the latest first."""
    subjects = [Subject("body", body_id), *(Subject("focal_point", one) for one in focal_point_ids)]
    events = sorted((event for one in subjects for event in events_about(one)), key=lambda event: -event.id)
    names = names_of_actors(frozenset(event.actor for event in events))
    return tuple(
        HistoryLine(
            event.at, names.get(event.actor, _actor(event.actor)), str(WORDS.get(event.kind, event.kind)), event.ground
        )
        for event in events
    )


def _actor(reference: str) -> str:
    return str(_("hệ thống")) if reference.startswith("system:") else ""
