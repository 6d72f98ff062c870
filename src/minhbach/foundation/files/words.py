"""The words and shapes that pages give to what is known of a file: viruses, digital signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.extraction.signatures.contracts import Signature, SignatureReason, SignatureVerdict
from minhbach.extraction.signatures.read import from_plain

Tag = tuple[str, Promise]
SIGNATURE_TAGS: Mapping[SignatureVerdict, Tag] = {
    SignatureVerdict.VALID: ("done", _("Chữ ký số còn nguyên, người ký được tin cậy")),
    SignatureVerdict.EXPIRED: ("act", _("Chữ ký số còn nguyên, chứng thư đã hết hạn")),
    SignatureVerdict.REVOKED: ("late", _("Chữ ký số còn nguyên, chứng thư đã bị thu hồi")),
    SignatureVerdict.ALTERED: ("late", _("Tệp đã bị sửa sau khi ký số")),
    SignatureVerdict.UNKNOWN: ("provisional", _("Chữ ký số còn nguyên, chưa rõ người ký có được tin cậy")),
    SignatureVerdict.UNREADABLE: ("act", _("Có chữ ký số nhưng không đọc được")),
}
SIGNATURE_REASONS: Mapping[str, Promise] = {
    SignatureReason.EXPIRED_SINCE: _("Lúc ký, theo giờ ghi trong chữ ký, chứng thư còn hạn."),
    SignatureReason.EXPIRED_THEN: _("Lúc ký, theo giờ ghi trong chữ ký, chứng thư đã hết hạn hoặc chưa có hiệu lực."),
    SignatureReason.CHANGED: _("Phần đã ký khác với lúc ký."),
    SignatureReason.ADDED: _(
        "Phần đã ký không đổi, nhưng sau đó tệp được ghi thêm nội dung mà chữ ký này không bảo đảm."
    ),
    SignatureReason.NO_ROOT: _("Máy chủ chưa có chứng thư gốc bảo đảm cho người ký. Người quản trị thêm được."),
    SignatureReason.OTHER_USE: _("Chứng thư của người ký không dùng để ký văn bản."),
    SignatureReason.WEAK: _("Ký bằng thuật toán cũ (SHA-1), không còn đủ tin cậy."),
    SignatureReason.KIND: _("Kiểu chữ ký này chưa đọc được ở đây."),
    SignatureReason.BROKEN: _("Phần chữ ký trong tệp bị hỏng."),
    SignatureReason.TOO_MUCH: _("Kiểm tra chữ ký mất quá nhiều thời gian nên đã dừng."),
}


@dataclass(frozen=True, slots=True)
class SignatureShown:
    """A signature as a page shows it."""

    tag: Tag
    signer: str
    issuer: str
    at: datetime | None
    is_stamped: bool
    until: datetime | None
    why: str | Promise


def signature_shown(found: "Signature | Mapping[str, Any]") -> SignatureShown:
    """Return a signature, or what was kept of one, as a page shows it."""
    one = found if isinstance(found, Signature) else from_plain(dict(found))
    return SignatureShown(
        tag=SIGNATURE_TAGS[one.verdict],
        signer=one.signer,
        issuer=one.issuer,
        at=_moment(one.at),
        is_stamped=one.is_stamped,
        until=_moment(one.until),
        why=SIGNATURE_REASONS.get(one.why, ""),
    )


def _moment(iso: str) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None
