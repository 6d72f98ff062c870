"""The words and shapes that pages give to how cases stand: officers' and citizens' (ui.md, section 5)."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.request import RUNNING, RequestEvent, RequestState
from minhbach.foundation.dates import written
from minhbach.intake.contracts import Behalf, Delivery, Way
from minhbach.requests.models import Case

Tag = tuple[str, str]
_S, _E = RequestState, RequestEvent
OFFICER_TAGS: Mapping[RequestState, tuple[str, Promise]] = {
    _S.RECEIVED: ("act", _("Chờ kiểm tra tính hợp lệ")),
    _S.LACKING: ("waiting", _("Chờ bổ sung")),
    _S.IN_WORK: ("work", _("Đang tìm")),
    _S.CONSULTING: ("work", _("Chờ ý kiến")),
    _S.PREPARED: ("act", _("Chờ duyệt")),
    _S.APPROVED: ("act", _("Đã duyệt, chờ gửi")),
    _S.PAYMENT: ("waiting", _("Chờ thanh toán")),
    _S.PROVIDED: ("done", _("Đã cung cấp")),
    _S.PROVIDED_IN_PART: ("done", _("Đã cung cấp một phần")),
    _S.POINTED: ("done", _("Đã chỉ nơi công khai")),
    _S.REFUSED: ("closed", _("Đã từ chối")),
    _S.REFERRED: ("closed", _("Đã hướng dẫn nơi gửi")),
    _S.HANDED_OVER: ("closed", _("Đã chuyển cơ quan khác")),
    _S.SPLIT: ("closed", _("Đã tách thành phần")),
    _S.WITHDRAWN: ("closed", _("Người yêu cầu rút")),
    _S.UNANSWERED: ("closed", _("Đóng: không bổ sung")),
    _S.SET_ASIDE: ("closed", _("Không phải yêu cầu cung cấp thông tin")),
    _S.VOIDED: ("closed", _("Đã bỏ vì ghi nhầm")),
}
CITIZEN_TAGS: Mapping[RequestState, tuple[str, Promise]] = {
    _S.RECEIVED: ("waiting", _("Đã nhận")),
    _S.LACKING: ("act", _("Cần Ông/Bà bổ sung")),
    **dict.fromkeys((_S.IN_WORK, _S.CONSULTING, _S.PREPARED, _S.APPROVED), ("work", _("Đang giải quyết"))),
    _S.PAYMENT: ("act", _("Chờ thanh toán")),
    _S.PROVIDED: ("done", _("Đã cung cấp")),
    _S.PROVIDED_IN_PART: ("done", _("Đã cung cấp một phần")),
    _S.POINTED: ("done", _("Đã công khai, xem nơi đăng")),
    _S.REFUSED: ("closed", _("Từ chối, xem lý do")),
    _S.REFERRED: ("closed", _("Thuộc cơ quan khác")),
    _S.HANDED_OVER: ("closed", _("Thuộc cơ quan khác, đã chuyển")),
    _S.SPLIT: ("work", _("Đã tách thành nhiều phần")),
    _S.WITHDRAWN: ("closed", _("Đã rút")),
    _S.UNANSWERED: ("closed", _("Đã đóng vì chưa bổ sung")),
    _S.SET_ASIDE: ("closed", _("Không phải yêu cầu cung cấp thông tin")),
    _S.VOIDED: ("closed", _("Đã bỏ vì ghi nhầm")),
}
EVENT_LABELS: Mapping[RequestEvent, Promise] = {
    _E.FIND_VALID: _("Yêu cầu đã đủ"),
    _E.ASK_SUPPLEMENT: _("Đề nghị bổ sung"),
    _E.SUPPLEMENT: _("Ghi phần bổ sung"),
    _E.CLOSE_UNANSWERED: _("Đóng vì không bổ sung"),
    _E.SET_ASIDE: _("Không phải yêu cầu cung cấp thông tin"),
    _E.ASSIGN: _("Giao việc"),
    _E.NOTIFY_TERM: _("Báo thời hạn giải quyết"),
    _E.EXTEND: _("Gia hạn"),
    _E.ASK_OPINION: _("Hỏi ý kiến cơ quan khác"),
    _E.ASK_THIRD_PERSON: _("Hỏi người thứ ba"),
    _E.HEAR: _("Ghi ý kiến nhận được"),
    _E.GO_ON: _("Đã đủ ý kiến"),
    _E.PREPARE: _("Trình duyệt trả lời"),
    _E.SEND_BACK: _("Trả lại người trình"),
    _E.APPROVE: _("Duyệt trả lời"),
    _E.ASK_PAYMENT: _("Báo chi phí"),
    _E.PAY: _("Ghi đã thanh toán"),
    _E.PROVIDE: _("Cung cấp"),
    _E.PROVIDE_IN_PART: _("Cung cấp một phần"),
    _E.POINT: _("Chỉ nơi đã công khai"),
    _E.REFUSE: _("Từ chối"),
    _E.REFER: _("Thuộc cơ quan khác: hướng dẫn"),
    _E.HAND_OVER: _("Thuộc cơ quan khác: chuyển"),
    _E.SPLIT: _("Tách thành phần"),
    _E.WITHDRAW: _("Ghi người yêu cầu rút"),
    _E.REOPEN: _("Mở lại"),
    _E.VOID: _("Bỏ vì ghi nhầm"),
}
WAY_LABELS: Mapping[str, Promise] = {
    Way.PORTAL: _("qua trang này"),
    Way.EMAIL: _("qua thư điện tử"),
    Way.SERVICE_PORTAL: _("qua Cổng Dịch vụ công quốc gia"),
    Way.COUNTER: _("tại trụ sở"),
    Way.POST: _("qua bưu chính"),
    Way.FAX: _("qua fax"),
}
BEHALF_LABELS: Mapping[str, Promise] = {
    Behalf.SELF: _("cho chính mình"),
    Behalf.REPRESENTATIVE: _("đại diện cho người khác"),
    Behalf.MINOR: _("đại diện theo pháp luật, giám hộ"),
    Behalf.ORGANISATION: _("qua tổ chức, đoàn thể, doanh nghiệp"),
    Behalf.FOREIGNER: _("người nước ngoài cư trú tại Việt Nam"),
}
DELIVERY_LABELS: Mapping[str, Promise] = {
    Delivery.DOWNLOAD: _("tải về ở trang tra cứu yêu cầu"),
    Delivery.EMAIL: _("thư điện tử"),
    Delivery.POST: _("bưu điện"),
    Delivery.COUNTER: _("tới quầy"),
    Delivery.FAX: _("fax"),
}


def officer_tags(case: Case, *, on: date) -> Iterator[Tag]:
    """Yield how a case stands for officers; lateness and provisional dates are tags of their own."""
    kind, words = OFFICER_TAGS[RequestState(case.state)]
    yield kind, str(words)
    yield from _of_the_clock(case, on)


def citizen_tags(case: Case, *, on: date) -> Iterator[Tag]:
    """Yield how a case stands for its requester; a delay is never hidden."""
    kind, words = CITIZEN_TAGS[RequestState(case.state)]
    if case.extension and case.state in RUNNING and case.state != _S.PAYMENT and case.due_on:
        yield "work", gettext("Đã gia hạn đến %(day)s") % {"day": written(case.due_on)}
    else:
        yield kind, str(words)
    yield from _of_the_clock(case, on)


def _of_the_clock(case: Case, on: date) -> Iterator[Tag]:
    if case.state not in RUNNING or case.due_on is None:
        return
    if case.due_on < on:
        yield "late", gettext("Quá hạn %(days)s ngày") % {"days": (on - case.due_on).days}
    if case.is_due_provisional:
        yield "provisional", gettext("tạm tính")
