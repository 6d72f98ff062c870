"""The words and shapes that pages give to feedback: officers' and senders'."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.feedback import OPEN, FeedbackEvent, FeedbackState
from minhbach.outreach.contracts import ClosedWhy, FeedbackKind, FeedbackWay
from minhbach.outreach.models import Feedback
from minhbach.requests.contracts import Content

Tag = tuple[str, str]
_S, _E, _K = FeedbackState, FeedbackEvent, FeedbackKind
KIND_LABELS: Mapping[str, Promise] = {
    _K.DIFFICULTY: _("Vướng mắc, khó khăn"),
    _K.SUGGESTION: _("Góp ý, kiến nghị"),
    _K.WRONG: _("Phản ánh việc làm chưa đúng"),
    _K.PRAISE: _("Khen ngợi"),
    _K.OTHER: _("Điều khác"),
    _K.DENUNCIATION: _("Tố cáo (được giữ kín)"),
}
WAY_LABELS: Mapping[str, Promise] = {
    FeedbackWay.ONLINE: _("qua trang này"),
    FeedbackWay.COUNTER: _("tại trụ sở"),
    FeedbackWay.FRONT: _("qua Mặt trận Tổ quốc"),
    FeedbackWay.TELEPHONE: _("qua điện thoại"),
    FeedbackWay.POST: _("qua bưu chính"),
    FeedbackWay.EMAIL: _("qua thư điện tử"),
}
OFFICER_TAGS: Mapping[FeedbackState, tuple[str, Promise]] = {
    _S.RECEIVED: ("act", _("Chờ giải quyết")),
    _S.IN_WORK: ("work", _("Đang giải quyết")),
    _S.ANSWERED: ("done", _("Đã trả lời")),
    _S.PASSED_ON: ("closed", _("Đã chuyển nơi khác")),
    _S.JOINED: ("closed", _("Đã gộp")),
    _S.CLOSED: ("closed", _("Đã đóng")),
}
SENDER_TAGS: Mapping[FeedbackState, tuple[str, Promise]] = {
    **OFFICER_TAGS,
    _S.RECEIVED: ("waiting", _("Đã nhận")),
    _S.PASSED_ON: ("closed", _("Thuộc cơ quan khác, đã chuyển")),
    _S.CLOSED: ("closed", _("Đã đóng, xem lý do")),
}
EVENT_LABELS: Mapping[FeedbackEvent, Promise] = {
    _E.ANSWER: _("Trả lời"),
    _E.ASSIGN: _("Giao giải quyết"),
    _E.ASK: _("Hỏi thêm người góp ý"),
    _E.SUPPLEMENT: _("Ghi lời nói thêm"),
    _E.GIVE_OVER: _("Chuyển cơ quan khác ở đây"),
    _E.SEND_ON: _("Chuyển nơi khác"),
    _E.JOIN: _("Gộp với góp ý trùng"),
    _E.HOLD_CONFIDENTIAL: _("Là tố cáo: giữ kín"),
    _E.CLOSE: _("Đóng"),
    _E.REOPEN: _("Mở lại"),
}
DONE: Mapping[str, Promise] = {
    _E.ANSWER: _("Đã trả lời"),
    _E.ASSIGN: _("Giao người giải quyết"),
    _E.ASK: _("Hỏi thêm người góp ý"),
    _E.SUPPLEMENT: _("Người góp ý nói thêm"),
    _E.GIVE_OVER: _("Chuyển cơ quan khác giải quyết"),
    _E.SEND_ON: _("Chuyển tới nơi khác"),
    _E.JOIN: _("Gộp với góp ý trùng"),
    _E.HOLD_CONFIDENTIAL: _("Giữ kín, chỉ lãnh đạo đọc"),
    _E.CLOSE: _("Đóng"),
    _E.REOPEN: _("Mở lại để giải quyết tiếp"),
}
CLOSED_LABELS: Mapping[str, Promise] = {
    ClosedWhy.WITHDRAWN: _("Người góp ý rút"),
    ClosedWhy.NO_SENSE: _("Không rõ nói gì, không hỏi lại được"),
    ClosedWhy.NOTHING_NEW: _("Đã trả lời cùng việc này trước đó"),
}
CONTENT_LABELS: Mapping[str, Promise] = {
    Content.YES: _("Hài lòng"),
    Content.PARTLY: _("Hài lòng một phần"),
    Content.NO: _("Chưa hài lòng"),
}


def officer_tags(row: Feedback, *, on: date) -> Iterator[Tag]:
    """Yield how it stands for officers; lateness, provisional days and secrecy are tags of their own."""
    kind, words = OFFICER_TAGS[FeedbackState(row.state)]
    yield kind, str(words)
    if row.is_confidential:
        yield "act", gettext("Tố cáo, giữ kín")
    yield from _of_the_promise(row, on)


def sender_tags(row: Feedback, *, on: date) -> Iterator[Tag]:
    """Yield how it stands for its sender: what was joined stands as the other does. A delay is never hidden."""
    main = row.joined_to or row
    kind, words = SENDER_TAGS[FeedbackState(main.state)]
    yield kind, str(words)
    yield from _of_the_promise(row, on)


def _of_the_promise(row: Feedback, on: date) -> Iterator[Tag]:
    if row.state not in OPEN or row.due_on is None:
        return
    if row.due_on < on:
        yield "late", gettext("Quá hạn %(days)s ngày") % {"days": (on - row.due_on).days}
    if row.is_due_provisional:
        yield "provisional", gettext("tạm tính")
