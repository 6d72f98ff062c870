"""What happened to an item at the gate, as lines for the page's history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.models import Redaction, SecretFinding
from minhbach.publication.queries.petitions import PETITION
from minhbach.publication.queries.translations import TRANSLATION
from minhbach.publication.redaction.labels import BY_MARKER, EVENT_WORDS
from minhbach.register.queries import ITEM

SENTENCES: Mapping[str, Promise] = {
    "publication.screening_asked": _("Đưa bản %(version)s đi kiểm tra"),
    "publication.screened": _(
        "Máy kiểm tra xong bản %(version)s: %(files)s tệp, %(findings)s chỗ có thể là dữ liệu cá nhân"
    ),
    "publication.findings_answered": _("Trả lời %(findings)s chỗ của bản %(version)s"),
    "publication.submitted": _("Trình duyệt bản %(version)s"),
    "publication.taken_back": _("Lấy lại bản trình"),
    "publication.sent_back": _("Trả lại người trình"),
    "publication.approved": _("Duyệt đăng bản %(version)s, đã kiểm tra bằng mắt"),
    "publication.scheduled": _("Duyệt bản %(version)s, đăng ngày %(on)s, đã kiểm tra bằng mắt"),
    "publication.opened": _("Đăng bản %(version)s theo lịch đã duyệt"),
    "publication.stopped": _("Không đăng theo lịch: nội dung đã đổi sau khi duyệt"),
    "publication.withdrawn": _("Rút khỏi công khai"),
    "publication.kept_after_term": _("Để tiếp tục công khai khi hết thời hạn"),
    "publication.file_marked": _("Máy thấy dấu chỉ mức mật trong một tệp đã lưu; chỉ lãnh đạo mở được"),
    "publication.file_found_secret": _("Quyết định: tệp có bí mật nhà nước, khóa tệp"),
    "publication.file_found_mistaken": _("Quyết định: không phải bí mật, máy nhận nhầm"),
    "publication.channel_planned": _("Thêm nơi đăng"),
    "publication.channel_done": _("Đã đăng ở nơi khác"),
    "publication.channel_file_handed_in": _("Thêm tệp minh chứng nơi đăng"),
    "publication.channel_file_kept": _("Giữ tệp minh chứng nơi đăng, không có dấu mật"),
    "publication.channel_file_refused": _("Không giữ tệp minh chứng: có dấu mật"),
    "publication.channel_file_unreadable": _("Không giữ tệp minh chứng: máy không đọc được"),
    "publication.channel_file_struck": _("Gạch tệp minh chứng nơi đăng"),
    "publication.channel_taken_down": _("Gỡ khỏi nơi đăng"),
    "publication.channel_dropped": _("Bỏ một nơi đăng"),
    "publication.posting_end_moved": _("Ngày nghỉ thay đổi, ngày gỡ niêm yết tính lại"),
    "publication.publisher_asked": _("Yêu cầu cơ quan khác đính chính"),
    "publication.publisher_corrected": _("Cơ quan khác đã đính chính"),
    "publication.publisher_declined": _("Cơ quan khác trả lời không đính chính"),
    "petition.received": _("Nhận kiến nghị %(number)s"),
    "petition.answered": _("Trả lời kiến nghị %(number)s"),
    "petition.corrected": _("Đã đính chính theo kiến nghị %(number)s"),
    "petition.due_moved": _("Ngày nghỉ thay đổi, hạn trả lời tính lại"),
    **EVENT_WORDS,
}
BY_DRAFTER = _("Duyệt đăng bản %(version)s, đã kiểm tra bằng mắt; tự duyệt vì cơ quan không có ai khác duyệt được")

TRANSLATION_SENTENCES: Mapping[str, Promise] = {
    "translation.begun": _("Bắt đầu bản dịch"),
    "translation.written": _("Sửa bản dịch"),
    "publication.submitted": _("Trình duyệt bản dịch"),
    "publication.taken_back": _("Lấy lại bản trình"),
    "publication.sent_back": _("Trả lại người trình"),
    "publication.approved": _("Duyệt đăng bản dịch, đã kiểm tra bằng mắt"),
    "publication.withdrawn": _("Rút khỏi công khai"),
}

SECRET_SENTENCES: Mapping[str, Promise] = {
    "publication.file_marked": _("Máy thấy dấu chỉ mức mật trong một tệp đã lưu; chỉ lãnh đạo mở được"),
    "publication.withdrawn": _("Rút khỏi công khai"),
    "publication.stopped": _("Dừng bản đã duyệt, chờ ngày đăng"),
    "publication.file_found_secret": _("Quyết định: tệp có bí mật nhà nước, khóa tệp"),
    "publication.file_found_mistaken": _("Quyết định: không phải bí mật, máy nhận nhầm"),
    "item.struck": _("Gạch mục trong kho"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what, on which ground."""

    moment: datetime
    who: str
    what: str
    ground: str


def history_of_item(item_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened to an item at the gate, the latest first. The caller has asked who may see it."""
    return _lines(events_about(Subject(ITEM, item_id)))


def history_of_petition(petition_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened to a petition, the latest first. The caller has asked who may see it."""
    return _lines(events_about(Subject(PETITION, petition_id)))


def history_of_redaction(row: Redaction) -> tuple[HistoryLine, ...]:
    """Return what happened to a redaction, the latest first. The caller has asked who may see it."""
    events = events_about(Subject(row.subject_kind, row.subject_id))
    return _lines(tuple(event for event in events if event.facts.get("redaction") == row.pk))


def history_of_translation(translation_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened to a text in another language, the latest first. The caller has asked who may see it."""
    return _lines(events_about(Subject(TRANSLATION, translation_id)), TRANSLATION_SENTENCES)


def history_of_finding(finding: SecretFinding) -> tuple[HistoryLine, ...]:
    """Return what was done since a mark was found in a file, the latest first. The caller has asked who may see it."""
    since = [one for one in events_about(Subject(ITEM, finding.item_id)) if one.at >= finding.found_at]
    return _lines(tuple(since), SECRET_SENTENCES)


def _lines(events: tuple[EventRecord, ...], sentences: Mapping[str, Promise] = SENTENCES) -> tuple[HistoryLine, ...]:
    known = [event for event in events if event.kind in sentences]
    names = names_by_reference({event.actor for event in known})
    return tuple(
        HistoryLine(event.at, names.get(event.actor, _unnamed(event.actor)), _sentence(event, sentences), event.ground)
        for event in reversed(known)
    )


def _unnamed(reference: str) -> str:
    return gettext("máy") if reference.startswith("system:") else ""


def _sentence(event: EventRecord, sentences: Mapping[str, Promise]) -> str:
    words = sentences[event.kind]
    if sentences is not SENTENCES:
        return str(words)
    if event.kind == "publication.approved" and event.facts.get("approved_by_drafter"):
        words = BY_DRAFTER
    if event.kind == "redaction.approved" and event.facts.get("approved_by_marker"):
        words = BY_MARKER
    return str(words) % {**event.facts}
