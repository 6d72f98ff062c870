"""What happened to a plan or an import, as sentences."""

from dataclasses import dataclass
from datetime import datetime

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

SENTENCES = {
    "plan_import.received": "Nhận tệp",
    "plan_import.read": "Máy đọc xong, đề xuất {drafts} nhiệm vụ",
    "plan_import.unreadable": "Không đọc được tệp",
    "plan_import.refused": "Từ chối, không lưu tệp",
    "plan_import.head_checked": "Kiểm tra thông tin văn bản",
    "plan_import.task_checked": "Kiểm tra mục thứ {position}",
    "plan_import.task_added": "Thêm mục thứ {position}",
    "plan_import.task_left_out": "Ghi mục thứ {position} không phải nhiệm vụ",
    "plan_import.task_taken_back": "Lấy lại mục thứ {position}",
    "plan_import.name_answered": "Chọn cơ quan cho một tên, {tasks} nhiệm vụ",
    "plan_import.discarded": "Bỏ lần nhập",
    "plan_import.in_review": "Lấy lại lần nhập",
    "plan.confirmed": "Xác nhận thành kế hoạch, {tasks} nhiệm vụ",
    "publication.submitted": "Trình công khai",
    "publication.approved": "Duyệt công khai",
    "publication.sent_back": "Trả lại người trình",
    "publication.withdrawn": "Rút khỏi công khai",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, what, who."""

    at: datetime
    sentence: str
    who: str


def history_of(subject: Subject) -> tuple[HistoryLine, ...]:
    """Return what happened to the subject, newest first: two queries.

    The caller has checked that the asker may see it.
    """
    events = events_about(subject)
    names = names_by_reference({event.actor for event in events})
    return tuple(
        HistoryLine(
            at=event.at,
            sentence=SENTENCES.get(event.kind, event.kind).format_map({**event.facts}),
            who=names.get(event.actor, "máy" if event.actor.startswith("system:") else ""),
        )
        for event in sorted(events, key=lambda event: event.id, reverse=True)
    )
