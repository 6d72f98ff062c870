"""The words and shapes that pages give to kinds of deadlines, to imports, to publications and to how a task stands."""

import datetime as dt
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass, Timeliness, timeliness
from minhbach.domain.reading.results import DeadlineKind

Words = str | Promise
Tag = tuple[str, Words]
"""A shape of `{% status %}` and the words in it."""

KIND_LABELS: Mapping[DeadlineKind, Words] = {
    DeadlineKind.DATE: _("Đến hết ngày"),
    DeadlineKind.BEFORE_DATE: _("Trước ngày"),
    DeadlineKind.SUBMIT_BEFORE_DATE: _("Gửi trước ngày"),
    DeadlineKind.MONTH: _("Trong tháng"),
    DeadlineKind.QUARTER: _("Trong quý"),
    DeadlineKind.QUARTER_RANGE: _("Trong các quý"),
    DeadlineKind.HALF_YEAR: _("Trong nửa năm"),
    DeadlineKind.YEAR: _("Trong năm"),
    DeadlineKind.PERIOD: _("Từ ngày … đến ngày …"),
    DeadlineKind.PERIODIC: _("Định kỳ"),
    DeadlineKind.WITHIN: _("Trong một khoảng từ khi có việc"),
    DeadlineKind.EVENT: _("Theo một sự việc"),
    DeadlineKind.ONGOING: _("Thường xuyên"),
    DeadlineKind.DONE: _("Đã thực hiện"),
    DeadlineKind.ON_REQUEST: _("Khi có đề nghị"),
    DeadlineKind.QUARTER_THEN_ONGOING: _("Trong quý, sau đó thường xuyên"),
    DeadlineKind.YEAR_THEN_FOLLOWING_YEARS: _("Trong năm và các năm tiếp theo"),
    DeadlineKind.CONDITIONAL: _("Tùy trường hợp"),
    DeadlineKind.NONE: _("Không ghi hạn"),
    DeadlineKind.UNCLEAR: _("Chưa rõ"),
}
STATE_TAGS: Mapping[ImportState, Tag] = {
    ImportState.WAITING: ("waiting", _("Đang chờ đọc")),
    ImportState.IN_REVIEW: ("act", _("Cần kiểm tra")),
    ImportState.CONFIRMED: ("done", _("Đã xác nhận")),
    ImportState.UNREADABLE: ("late", _("Không đọc được")),
    ImportState.REFUSED: ("closed", _("Bị từ chối, không lưu")),
    ImportState.DISCARDED: ("closed", _("Đã bỏ")),
}
PUBLICATION_TAGS: Mapping[PublicationState | None, Tag] = {
    None: ("waiting", _("Chưa trình công khai")),
    PublicationState.SUBMITTED: ("act", _("Chờ duyệt công khai")),
    PublicationState.PUBLIC: ("done", _("Công khai")),
    PublicationState.SENT_BACK: ("act", _("Bị trả lại")),
    PublicationState.TAKEN_BACK: ("waiting", _("Đã lấy lại bản trình")),
    PublicationState.WITHDRAWN: ("closed", _("Đã rút khỏi công khai")),
}
TIMELINESS_TAGS: Mapping[Timeliness, Tag] = {
    Timeliness.LATE: ("late", _("Đã qua hạn ghi trong văn bản")),
    Timeliness.DUE_SOON: ("act", _("Trong 30 ngày tới")),
    Timeliness.IN_TIME: ("work", _("Còn trong hạn")),
}
CLASS_TAGS: Mapping[DeadlineClass, Tag] = {
    DeadlineClass.CONTINUING: ("work", _("Thường xuyên")),
    DeadlineClass.PERIODIC: ("work", _("Định kỳ")),
    DeadlineClass.AWAITED: ("waiting", _("Chờ sự việc")),
    DeadlineClass.DONE: ("done", _("Đã thực hiện")),
    DeadlineClass.NONE: ("waiting", _("Không ghi hạn")),
    DeadlineClass.UNCLEAR: ("act", _("Hạn chưa rõ")),
}


def due_tag(kind: DeadlineKind, due: dt.date | None, *, on: dt.date) -> Tag:
    """Return shape and words for how a task stands on a day, by its deadline alone."""
    group = CLASS_OF_KIND[kind]
    if group == DeadlineClass.DATED and due:
        return TIMELINESS_TAGS[timeliness(due, on=on)]
    return CLASS_TAGS.get(group, ("waiting", KIND_LABELS[kind]))


def public_due_tag(kind: DeadlineKind, due: dt.date | None, *, on: dt.date) -> Tag:
    """Return the same for the public: a limit that passed is said, but nobody knows yet whether the work was done."""
    shape, words = due_tag(kind, due, on=on)
    return ("waiting", words) if shape == "late" else (shape, words)
