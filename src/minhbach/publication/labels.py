"""The words and shapes that pages give to how things stand at the gate."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.petition import PetitionState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation.dates import written
from minhbach.lawbook.statutes import statute
from minhbach.publication.channelling import ELSEWHERE, POSTING, REMOVABLE, SUPERSEDED
from minhbach.publication.contracts import (
    EvidenceKind,
    KeepGround,
    KeepOpenGround,
    PetitionWay,
    PublisherAnswer,
    SecretDecision,
    WithdrawalReason,
)
from minhbach.publication.models import Channel, Petition, SecretFinding
from minhbach.publication.queries.terms import REMIND_BEFORE

Tag = tuple[str, str]
STATE_TAGS: Mapping[str | None, tuple[str, Promise]] = {
    None: ("waiting", _("Chưa kiểm tra")),
    PublicationState.DRAFT: ("work", _("Đang kiểm tra")),
    PublicationState.CHECKED: ("work", _("Đã kiểm tra, chưa trình")),
    PublicationState.SUBMITTED: ("act", _("Chờ duyệt đăng")),
    PublicationState.SCHEDULED: ("waiting", _("Đã duyệt, chờ ngày đăng")),
    PublicationState.PUBLIC: ("done", _("Công khai")),
    PublicationState.CORRECTED: ("closed", _("Đã có bản đính chính")),
    PublicationState.SENT_BACK: ("act", _("Bị trả lại")),
    PublicationState.TAKEN_BACK: ("work", _("Đã lấy lại bản trình")),
    PublicationState.WITHDRAWN: ("closed", _("Đã rút khỏi công khai")),
}
FINDING_LABELS: Mapping[str, Promise] = {
    "NAME": _("họ tên"),
    "DOB": _("ngày sinh"),
    "BIRTH_YEAR": _("năm sinh"),
    "CCCD": _("số căn cước"),
    "CMND": _("số chứng minh nhân dân"),
    "PASSPORT": _("số hộ chiếu"),
    "PHONE": _("số điện thoại"),
    "EMAIL": _("thư điện tử"),
    "ADDRESS": _("địa chỉ"),
    "BANK": _("số tài khoản"),
    "MST": _("mã số thuế"),
    "BHXH": _("số bảo hiểm xã hội"),
    "BHYT": _("số thẻ bảo hiểm y tế"),
    "PLATE": _("biển số xe"),
    "LAND": _("thửa đất, giấy chứng nhận"),
}
GROUND_LABELS: Mapping[str, Promise] = {
    KeepGround.OFFICIAL.value: _("Tên, chức vụ, nơi làm việc của người có thẩm quyền"),
    KeepGround.CONSENT.value: _("Người đó đã cho phép (khoản 1 Điều 16)"),
    KeepGround.LAW.value: _("Luật khác buộc công khai: ghi điều, khoản"),
    KeepGround.INTEREST.value: _("Người đứng đầu quyết định vì lợi ích, sức khỏe cộng đồng (khoản 4 Điều 16)"),
    KeepGround.MISTAKEN.value: _("Không phải dữ liệu cá nhân, máy nhận nhầm"),
}
WITHDRAWAL_LABELS: Mapping[str, Promise] = {
    WithdrawalReason.WRONG.value: _("Thông tin chưa chính xác, đang được đính chính (Điều 22)"),
    WithdrawalReason.PERSONAL.value: _("Có nội dung về đời sống riêng tư, dữ liệu cá nhân (khoản 2 Điều 15)"),
    WithdrawalReason.ENDED.value: _("Hết thời hạn công khai"),
    WithdrawalReason.UNTOLD.value: _("Không nêu lý do với người dân"),
}
KEEP_OPEN_LABELS: Mapping[str, Promise] = {
    KeepOpenGround.LAW.value: _("Luật khác buộc công khai lâu hơn: ghi điều, khoản, văn bản"),
    KeepOpenGround.INTEREST.value: _("Vì lợi ích công cộng, sức khỏe của cộng đồng (khoản 2 Điều 17)"),
    KeepOpenGround.IN_FORCE.value: _("Văn bản còn hiệu lực, người dân còn cần để giải quyết công việc"),
}
EVIDENCE_LABELS: Mapping[str, Promise] = {
    EvidenceKind.MINUTES.value: _("Biên bản niêm yết, kết thúc niêm yết đã ký"),
    EvidenceKind.PHOTO.value: _("Ảnh chụp nơi niêm yết"),
    EvidenceKind.CLIPPING.value: _("Bài báo, ảnh chụp trang mạng"),
    EvidenceKind.GAZETTE.value: _("Trang Công báo"),
    EvidenceKind.RECORDING.value: _("Xác nhận phát thanh, truyền hình"),
}
TRANSLATION_STATES: Mapping[str, Promise] = {
    "draft": _("Đang dịch"),
    PublicationState.SUBMITTED.value: STATE_TAGS[PublicationState.SUBMITTED][1],
    PublicationState.SENT_BACK.value: STATE_TAGS[PublicationState.SENT_BACK][1],
    PublicationState.TAKEN_BACK.value: STATE_TAGS[PublicationState.TAKEN_BACK][1],
    PublicationState.PUBLIC.value: STATE_TAGS[PublicationState.PUBLIC][1],
    PublicationState.WITHDRAWN.value: STATE_TAGS[PublicationState.WITHDRAWN][1],
}
WAY_LABELS: Mapping[str, Promise] = {
    PetitionWay.ONLINE.value: _("qua trang này"),
    PetitionWay.COUNTER.value: _("tại trụ sở"),
    PetitionWay.POST.value: _("qua bưu chính"),
    PetitionWay.TELEPHONE.value: _("qua điện thoại"),
}
PUBLISHER_TAGS: Mapping[str, tuple[str, Promise]] = {
    "": ("waiting", _("Chờ họ đính chính")),
    PublisherAnswer.DECLINED.value: ("closed", _("Không đính chính")),
    PublisherAnswer.CORRECTED.value: ("done", _("Đã đính chính")),
}
PETITION_TAGS: Mapping[str, tuple[str, Promise]] = {
    PetitionState.RECEIVED: ("act", _("Chờ trả lời")),
    PetitionState.FOUND_RIGHT: ("done", _("Đã trả lời: thông tin đúng")),
    PetitionState.FOUND_WRONG: ("act", _("Đã trả lời: sai, chờ đính chính")),
    PetitionState.CORRECTED: ("done", _("Đã đính chính")),
    PetitionState.SET_ASIDE: ("closed", _("Không xem xét")),
}


def state_tag(state: str | None, publish_on: date | None = None) -> Tag:
    """Return the tag of how far a version has come."""
    kind, words = STATE_TAGS[PublicationState(state) if state else None]
    if state == PublicationState.SCHEDULED and publish_on:
        return kind, gettext("Đăng ngày %(day)s") % {"day": written(publish_on)}
    return kind, str(words)


def translation_tag(state: str | None) -> Tag:
    """Return how far a text in another language has come."""
    return state_tag(state) if state else ("work", str(TRANSLATION_STATES["draft"]))


def secret_tag(row: SecretFinding) -> Tag:
    """Return how a file stands in which a mark of secrecy was found."""
    if not row.decision:
        return "act", gettext("Chờ lãnh đạo quyết định")
    secret = row.decision == SecretDecision.SECRET
    return "closed", gettext("Là bí mật, tệp đã khóa") if secret else gettext("Không phải bí mật")


def publisher_tag(outcome: str) -> Tag:
    """Return how far another body is with what it was asked to correct."""
    kind, words = PUBLISHER_TAGS[outcome]
    return kind, str(words)


def petition_tags(row: Petition, *, on: date) -> Iterator[Tag]:
    """Yield how a petition stands; lateness is a second tag."""
    kind, words = PETITION_TAGS[PetitionState(row.state)]
    yield kind, str(words)
    if row.state == PetitionState.RECEIVED:
        if row.due_on < on:
            yield "late", gettext("Quá hạn %(days)s ngày") % {"days": (on - row.due_on).days}
        elif row.due_on == on:
            yield "act", gettext("Hạn hôm nay")
    elif row.answered_on and row.answered_on > row.due_on:
        yield "late", gettext("Trả lời muộn %(days)s ngày") % {"days": (row.answered_on - row.due_on).days}


def form_words(channel: Channel) -> str:
    """Return how the law calls the form of a channel; Vietnamese, as data."""
    if channel.form == ELSEWHERE:
        return gettext("Địa chỉ khác đã ghi trong kho")
    found = {one.key: one.words for one in statute(channel.statute).publication_forms}
    words = found.get(channel.form, channel.form)
    return words[:1].upper() + words[1:]


def channel_tag(row: Channel, *, on: date, withdrawn: bool = False) -> Tag:
    """Return how a channel stands; `withdrawn`: its item is not public any more."""
    if row.dropped_because:
        return "closed", gettext("Đã thay bằng bản sau") if row.dropped_because == SUPERSEDED else gettext("Không đăng")
    if row.done_on is None:
        return ("late", gettext("Cần đăng")) if row.planned_on < on else ("act", gettext("Cần đăng"))
    if row.taken_down_on is not None:
        return "closed", gettext("Đã gỡ %(day)s") % {"day": written(row.taken_down_on)}
    if withdrawn and row.form in REMOVABLE:
        return "act", gettext("Đã rút, cần gỡ ở đây")
    if row.form == POSTING:
        return _posting_tag(row, on)
    return "done", gettext("Đã đăng %(day)s") % {"day": written(row.done_on)}


def _posting_tag(row: Channel, on: date) -> Tag:
    if row.stays_until and row.stays_until < on:
        return "act", gettext("Được gỡ")
    until = written(row.stays_until) if row.stays_until else ""
    return "work", gettext("Đang niêm yết, ít nhất đến hết %(day)s") % {"day": until}


def term_tag(ends_on: date | None, *, on: date) -> Tag | None:
    """Return the tag of what is public and whose time is over or will be soon; None: there is nothing to decide."""
    if ends_on is None or ends_on > on + REMIND_BEFORE:
        return None
    if ends_on <= on:
        return "late", gettext("Hết thời hạn công khai từ %(day)s") % {"day": written(ends_on)}
    return "act", gettext("Sắp hết thời hạn công khai: %(day)s") % {"day": written(ends_on)}


def item_tags(row: Any, *, on: date) -> Iterator[Tag]:
    """Yield how an item of the list stands: at the gate, whether it is late, whether its time is over."""
    if row.public_version_id and row.gate_state != PublicationState.PUBLIC:
        yield "done", gettext("Công khai")
    if row.gate_state or not row.public_version_id:
        yield state_tag(row.gate_state, row.gate_on)
    ends = term_tag(row.ends_on, on=on) if row.public_version_id else None
    if ends:
        yield ends
    if not row.public_version_id and not row.address_since and row.letter and row.publish_due_on:
        if row.publish_due_on < on:
            yield "late", gettext("Quá hạn %(days)s ngày") % {"days": (on - row.publish_due_on).days}
        elif row.publish_due_on == on:
            yield "act", gettext("Hạn hôm nay")
