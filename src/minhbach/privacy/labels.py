"""The words that pages give to holds, wishes, erasures and breaches."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.intake.contracts import SubmissionKind
from minhbach.privacy.contracts import DataKind, ErasureCause, HoldKind, WishKind, WishState
from minhbach.privacy.registries import kept_matters

HOLDS: Mapping[str, Promise] = {
    HoldKind.COMPLAINT: _("khiếu nại, tố cáo"),
    HoldKind.LAWSUIT: _("khởi kiện, vụ án"),
    HoldKind.INSPECTION: _("thanh tra, kiểm tra, kiểm toán"),
    HoldKind.ORDER: _("yêu cầu bằng văn bản của cơ quan có thẩm quyền"),
}
WISHES: Mapping[str, Promise] = {WishKind.CORRECT: _("sửa dữ liệu"), WishKind.ERASE: _("xóa dữ liệu")}
WISH_TAGS: Mapping[str, tuple[str, Promise]] = {
    WishState.OPEN: ("act", _("Chờ trả lời")),
    WishState.DONE: ("done", _("Đã làm")),
    WishState.REFUSED: ("closed", _("Không làm, có lý do")),
}
CAUSES: Mapping[str, Promise] = {
    ErasureCause.RETENTION: _("hết thời hạn lưu giữ"),
    ErasureCause.WISH: _("theo đề nghị của người gửi"),
    ErasureCause.AGAIN: _("xóa lại sau khi khôi phục bản sao lưu"),
}
COUNTS: Mapping[str, Promise] = {
    "files": _("tệp"),
    "messages": _("lời trao đổi"),
    "letters": _("văn bản"),
    "mails": _("thư điện tử"),
}
PARTS: Mapping[str, Any] = {
    "name": _("Họ và tên"),
    "address": _("Nơi cư trú, địa chỉ"),
    "identity_number": _("Số căn cước, hộ chiếu"),
    "telephone": _("Điện thoại"),
    "email": _("Thư điện tử"),
    "postal_address": _("Địa chỉ nhận thư"),
}
DATA_KINDS: Mapping[str, Promise] = {
    DataKind.NAME: _("họ tên"),
    DataKind.CONTACT: _("địa chỉ, điện thoại, thư điện tử"),
    DataKind.IDENTITY: _("số căn cước, hộ chiếu"),
    DataKind.WORDS: _("lời yêu cầu, góp ý"),
    DataKind.FILES: _("tệp gửi kèm, tài liệu trả lời"),
    DataKind.HEALTH: _("dữ liệu nhạy cảm: sức khỏe, sinh trắc, tài chính …"),
    DataKind.ACCOUNT: _("tài khoản, mật khẩu"),
    DataKind.OTHER: _("dữ liệu khác"),
}


def kind_label(kind: SubmissionKind) -> str:
    """Return what a kind of matter is called."""
    return str(kept_matters()[kind].label)


def counted(counts: Mapping[str, int]) -> str:
    """Return how much was erased, in words: "2 tệp, 1 văn bản"."""
    return ", ".join(f"{counts[what]} {words}" for what, words in COUNTS.items() if counts.get(what))


def parts_named(parts: str) -> str:
    """Return the names of corrected parts, in words."""
    return ", ".join(str(PARTS[name]) for name in parts.split(",") if name in PARTS)


def kinds_named(kinds: str) -> str:
    """Return the kinds of data of a breach, in words."""
    return ", ".join(str(DATA_KINDS[kind]) for kind in kinds.split(",") if kind in DATA_KINDS)
