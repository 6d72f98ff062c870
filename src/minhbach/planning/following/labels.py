"""The words and shapes that pages give to difficulties and to proposals for commendation."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.commendation import CommendationState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.labels import Tag, Words

DIFFICULTY_TAGS: Mapping[DifficultyState, Tag] = {
    DifficultyState.RAISED: ("act", _("Chưa trả lời")),
    DifficultyState.PASSED_UP: ("work", _("Đã chuyển lên")),
    DifficultyState.ANSWERED: ("done", _("Đã trả lời")),
    DifficultyState.WITHDRAWN: ("closed", _("Đã rút")),
}
COMMENDATION_TAGS: Mapping[CommendationState, Tag] = {
    CommendationState.PROPOSED: ("act", _("Chờ ý kiến lãnh đạo")),
    CommendationState.AGREED: ("done", _("Nhất trí")),
    CommendationState.DECLINED: ("closed", _("Không nhất trí")),
    CommendationState.WITHDRAWN: ("closed", _("Đã rút")),
}
MONEY_LABELS: Mapping[str, Words] = {
    "estimate": _("Dự toán"),
    "allotted": _("Giao"),
    "supplement": _("Bổ sung"),
    "spent": _("Đã chi"),
    "settled": _("Quyết toán"),
}
