"""The words and shapes that pages give to kinds of deadlines, to imports, to publications and to how a task stands."""

import datetime as dt
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.plans.rhythm import Every
from minhbach.domain.plans.standing import Stand, Standing, standing
from minhbach.domain.reading.results import DeadlineKind

Words = str | Promise
Tag = tuple[str, Words]
"""A shape of `{% status %}` and the words in it."""

SOON = dt.timedelta(days=7)
"""From when on a running limit asks for an act in lists."""

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
STANDING_TAGS: Mapping[Standing, Tag] = {
    Standing.DONE_IN_TIME: ("done", _("Xong đúng hạn")),
    Standing.DONE_LATE: ("done", _("Xong trễ hạn")),
    Standing.OPEN_IN_TIME: ("work", _("Trong hạn")),
    Standing.OPEN_LATE: ("late", _("Quá hạn")),
    Standing.WITHOUT_DATE: ("waiting", _("Chưa có ngày hạn")),
}
ASSIGNMENT_TAGS: Mapping[AssignmentState, Tag] = {
    AssignmentState.GIVEN: ("waiting", _("Chưa nhận việc")),
    AssignmentState.IN_WORK: ("work", _("Đang thực hiện")),
    AssignmentState.REPORTED: ("act", _("Chờ duyệt kết quả")),
    AssignmentState.DONE: ("done", _("Đã hoàn thành")),
    AssignmentState.DROPPED: ("closed", _("Thôi thực hiện")),
}
CLASS_TAGS: Mapping[DeadlineClass, Tag] = {
    DeadlineClass.CONTINUING: ("work", _("Thường xuyên")),
    DeadlineClass.PERIODIC: ("work", _("Định kỳ")),
    DeadlineClass.AWAITED: ("waiting", _("Chờ sự việc")),
    DeadlineClass.DONE: ("done", _("Đã thực hiện")),
    DeadlineClass.NONE: ("waiting", _("Không ghi hạn")),
    DeadlineClass.UNCLEAR: ("act", _("Hạn chưa rõ")),
}


RHYTHM_LABELS: Mapping[Every, Words] = {
    Every.WEEK: _("xem lại mỗi tuần"),
    Every.MONTH: _("xem lại mỗi tháng"),
    Every.QUARTER: _("xem lại mỗi quý"),
    Every.HALF_YEAR: _("xem lại mỗi nửa năm"),
    Every.YEAR: _("xem lại mỗi năm"),
}


def standing_tag(stand: Stand, kind: DeadlineKind, *, on: dt.date) -> Tag:
    """Return shape and words for how a body's part in a task stands on a day: the word, and how far from the limit."""
    its = standing(stand, on=on)
    if its is None:
        return ASSIGNMENT_TAGS[AssignmentState.DROPPED]
    if its == Standing.WITHOUT_DATE:
        return CLASS_TAGS.get(CLASS_OF_KIND[kind], STANDING_TAGS[its])
    shape, words = STANDING_TAGS[its]
    if stand.done_on is not None or stand.due_on is None:
        return shape, words
    return _limit_tag((stand.due_on - on).days)


def kind_beside(words: str, kind: DeadlineKind) -> str:
    """Return what a deadline is, to stand beside its own words; nothing where these begin with the same."""
    said = str(KIND_LABELS[kind])
    return "" if words.casefold().startswith(said.casefold()) else said


def _limit_tag(days: int) -> Tag:
    if days < 0:
        return "late", ngettext("Quá hạn %(days)s ngày", "Quá hạn %(days)s ngày", -days) % {"days": -days}
    if days == 0:
        return "act", gettext("Hạn hôm nay")
    words = ngettext("Còn %(days)s ngày", "Còn %(days)s ngày", days) % {"days": days}
    return ("act" if days <= SOON.days else "work"), words


def public_due_tag(kind: DeadlineKind, due: dt.date | None, *, on: dt.date) -> Tag:
    """Return how a limit stands for the public where nobody established yet whether the work was done."""
    group = CLASS_OF_KIND[kind]
    if group == DeadlineClass.DATED and due:
        return ("waiting", _("Đã qua hạn ghi trong văn bản")) if due < on else ("work", _("Còn trong hạn"))
    return CLASS_TAGS.get(group, ("waiting", KIND_LABELS[kind]))
