"""What happened to a batch or a scan, as lines for the page's history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.digitisation.labels import FIELD_LABELS
from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.queries import events_about

SENTENCES: Mapping[str, Promise] = {
    "batch.opened": _("Mở lô"),
    "batch.changed": _("Sửa tên, nơi để bản giấy"),
    "batch.received": _("Nhận %(files)s tệp mới, %(known)s tệp đã có"),
    "batch.paused": _("Tạm dừng đọc"),
    "batch.resumed": _("Cho đọc tiếp"),
    "batch.cancelled": _("Bỏ lô, xóa %(dropped)s tệp chưa đọc"),
    "scan.read": _("Đọc xong %(pages)s trang"),
    "scan.unreadable": _("Không đọc được, không giữ tệp"),
    "scan.refused": _("Từ chối vì dấu mật, không giữ tệp"),
    "scan.minuted": _("Lập biên bản"),
    "scan.confirmed": _("Kiểm tra xong, ghi vào kho"),
    "scan.undone": _("Hoàn tác, gạch mục trong kho"),
    "scan.put_off": _("Để sau"),
    "scan.dropped": _("Bỏ bản quét, xóa tệp"),
    "scan.known": _("Xác định là bản trùng, xóa tệp"),
    "scan.replaced": _("Thay bằng bản quét lại"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what."""

    moment: datetime
    who: str
    what: str
    ground: str = ""


def history_of(subject: Subject) -> tuple[HistoryLine, ...]:
    """Return what happened, the latest first: two queries. The caller has asked who may see the subject."""
    events = events_about(subject)
    names = names_by_reference({event.actor for event in events})
    return tuple(
        HistoryLine(
            moment=event.at,
            who=names.get(event.actor, gettext("máy") if event.actor.startswith("system:") else ""),
            what=_sentence(event),
        )
        for event in sorted(events, key=lambda event: event.id, reverse=True)
    )


def _sentence(event: EventRecord) -> str:
    sentence = str(SENTENCES.get(event.kind, event.kind)) % dict(event.facts)
    if event.kind != "scan.confirmed" or not event.facts.get("changed"):
        return sentence
    labels = [str(FIELD_LABELS[name]) for name in str(event.facts["changed"]).split(",") if name in FIELD_LABELS]
    return gettext("%(done)s; sửa: %(fields)s") % {"done": sentence, "fields": ", ".join(labels).lower()}
