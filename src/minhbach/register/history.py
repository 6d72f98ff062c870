"""What happened to an item, as lines for the page's history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.queries import events_about
from minhbach.register.labels import ACCESS_TAGS, FIELD_LABELS
from minhbach.register.models import Item
from minhbach.register.queries import ITEM
from minhbach.register.queries.imports import IMPORT

IMPORTED = "item_import.done"
SENTENCES: Mapping[str, Promise] = {
    "item.registered": _("Ghi vào sổ"),
    IMPORTED: _("Ghi vào sổ từ danh mục nhập"),
    "item.changed": _("Sửa: %(fields)s"),
    "item.classified": _("Phân loại: %(access)s"),
    "item.terms_set": _("Định cách và hạn công khai"),
    "item.version_added": _("Thêm bản %(version)s"),
    "item.file_replaced": _("Thêm bản %(version)s có bản che thay tệp gốc"),
    "item.file_kept": _("Giữ một tệp của bản %(version)s"),
    "item.file_refused": _("Từ chối một tệp của bản %(version)s: có dấu mật, không lưu"),
    "item.file_unreadable": _("Không giữ một tệp của bản %(version)s: không đọc được"),
    "item.file_damaged": _("Một tệp của bản %(version)s không còn nguyên vẹn"),
    "item.struck": _("Gạch mục"),
    "item.restored": _("Khôi phục mục"),
    "item.made_public": _("Công khai bản %(version)s"),
    "item.made_not_public": _("Rút khỏi công khai"),
    "item.listed": _("Đưa dòng vào danh mục cho người dân xem"),
    "item.unlisted": _("Lấy dòng ra khỏi danh mục cho người dân xem"),
    "item.due_moved": _("Ngày nghỉ thay đổi, hạn công khai tính lại"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what, on which ground."""

    moment: datetime
    who: str
    what: str
    ground: str


def history_of(row: Item) -> tuple[HistoryLine, ...]:
    """Return what happened, the latest first: a few queries. The caller has asked who may see the item."""
    events = events_about(Subject(ITEM, row.pk))
    if row.item_import_id:
        # One event tells of the whole list; each of its items begins with it.
        events += tuple(one for one in events_about(Subject(IMPORT, row.item_import_id)) if one.kind == IMPORTED)
    names = names_by_reference({event.actor for event in events})
    before = dict(row.changes.values_list("event_id", "before"))
    return tuple(
        HistoryLine(
            moment=event.at,
            who=names.get(event.actor, gettext("máy") if event.actor.startswith("system:") else ""),
            what=_sentence(event, before.get(event.id)),
            ground=event.ground,
        )
        for event in sorted(events, key=lambda event: event.id, reverse=True)
    )


def _sentence(event: EventRecord, before: Mapping[str, object] | None) -> str:
    if event.kind not in SENTENCES:
        return event.kind
    facts = {**event.facts}
    if "fields" in facts:
        facts["fields"] = _fields(str(facts["fields"]))
    if "access" in facts:
        facts["access"] = _classified(facts)
    sentence = str(SENTENCES[event.kind]) % facts
    title = before.get("title") if before else None
    return gettext("%(done)s (trước là “%(before)s”)") % {"done": sentence, "before": title} if title else sentence


def _fields(names: str) -> str:
    labels = dict.fromkeys(str(FIELD_LABELS[name]) for name in names.split(",") if name in FIELD_LABELS)
    return ", ".join(labels)


def _classified(facts: Mapping[str, object]) -> str:
    words = str(ACCESS_TAGS[str(facts["access"])][1])
    if facts.get("letter"):
        return gettext("%(words)s, điểm %(letter)s khoản 1 Điều 17") % {"words": words, "letter": facts["letter"]}
    if facts.get("grounds"):
        return f"{words}, {str(facts['grounds']).replace(',', ', ')}"
    return words
