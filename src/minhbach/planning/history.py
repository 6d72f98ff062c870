"""What happened to a plan or an import, as sentences."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import EventRecord, Fact, Subject
from minhbach.foundation.dates import written
from minhbach.foundation.queries import events_about

DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:,\d{4}-\d\d-\d\d)*")

SENTENCES: Mapping[str, Promise] = {
    "plan_import.received": _("Nhận tệp"),
    "plan_import.read": _("Máy đọc xong, đề xuất %(drafts)s nhiệm vụ"),
    "plan_import.sheet_taken": _("Nhập từ bảng tính, %(drafts)s nhiệm vụ, bỏ %(left_out)s dòng"),
    "plan_import.unreadable": _("Không đọc được tệp"),
    "plan_import.refused": _("Từ chối, không lưu tệp"),
    "plan_import.head_checked": _("Kiểm tra thông tin văn bản"),
    "plan_import.task_checked": _("Kiểm tra mục thứ %(position)s"),
    "plan_import.task_added": _("Thêm mục thứ %(position)s"),
    "plan_import.task_left_out": _("Ghi mục thứ %(position)s không phải nhiệm vụ"),
    "plan_import.task_taken_back": _("Lấy lại mục thứ %(position)s"),
    "plan_import.name_answered": _("Chọn cơ quan cho một tên, %(tasks)s nhiệm vụ"),
    "plan_import.bodies_found": _("Tìm lại trong danh bạ, rõ thêm %(names)s tên cơ quan"),
    "plan_import.discarded": _("Bỏ lần nhập"),
    "plan_import.in_review": _("Lấy lại lần nhập"),
    "plan_import.drawn": _("Lập dự thảo từ kế hoạch cấp trên, %(drafts)s nhiệm vụ"),
    "plan_import.above_chosen": _("Chọn kế hoạch cấp trên"),
    "plan_import.above_cleared": _("Bỏ kế hoạch cấp trên"),
    "plan.above_set": _("Nối với kế hoạch cấp trên"),
    "plan.above_cleared": _("Thôi nối với kế hoạch cấp trên"),
    "assignment.carried_out_by": _("Nhận việc: đưa vào kế hoạch của cơ quan"),
    "assignment.handed_on": _("Chuyển sang cơ quan kế thừa"),
    "assignment.merged": _("Nhập việc của cơ quan tiền thân"),
    "assignment.merged_into": _("Nhập vào việc của cơ quan kế thừa"),
    "assignment.passed_to_colleague": _("Bàn giao cho đồng nghiệp"),
    "plan.confirmed": _("Xác nhận thành kế hoạch, %(tasks)s nhiệm vụ"),
    "plan.reopened": _("Mở lại để sửa"),
    "assignment.taken_over": _("Nhận việc"),
    "assignment.given_on": _("Giao lại"),
    "assignment.progressed": _("Báo tiến độ %(percent)s%%"),
    "assignment.reported": _("Báo kết quả"),
    "assignment.evidence_refused": _("Một tệp minh chứng có dấu mật, bị từ chối và không lưu"),
    "assignment.evidence_unreadable": _("Máy không đọc được một tệp minh chứng, không lưu"),
    "assignment.result_told": _("Ghi kết quả theo bảng của cơ quan, dòng %(row)s, chờ duyệt"),
    "assignment.progress_told": _("Ghi tiến độ theo bảng của cơ quan, dòng %(row)s"),
    "assignment.taken_back": _("Lấy lại kết quả để sửa"),
    "assignment.accepted": _("Duyệt kết quả, hoàn thành"),
    "assignment.period_accepted": _("Duyệt kết quả của kỳ"),
    "assignment.sent_back": _("Trả lại kết quả"),
    "assignment.reopened": _("Mở lại việc"),
    "assignment.dropped": _("Thôi thực hiện"),
    "assignment.resumed": _("Làm tiếp"),
    "assignment.limit_changed": _("Điều chỉnh hạn"),
    "assignment.limit_recounted": _("Lịch ngày nghỉ đổi (%(days)s): hạn %(old)s thành %(new)s"),
    "assignment.begun_to_count": _("Sự việc xảy ra, hạn bắt đầu tính"),
    "assignment.nudged": _("Nhắc lãnh đạo duyệt kết quả"),
    "plan.urged": _("Soạn công văn đôn đốc: %(bodies)s cơ quan, %(works)s việc"),
    "task.remarked": _("Cho ý kiến"),
    "task.inspected": _("Ghi kết quả kiểm tra"),
    "task.remark_withdrawn": _("Rút ý kiến"),
    "task.remark_put_back": _("Đưa lại ý kiến đã rút"),
    "difficulty.raised": _("Nêu vướng mắc"),
    "difficulty.changed": _("Sửa lời"),
    "difficulty.answered": _("Trả lời"),
    "difficulty.answer_corrected": _("Sửa câu trả lời"),
    "difficulty.passed_up": _("Chuyển lên cấp trên"),
    "difficulty.came_back": _("Cấp trên chưa trả lời, câu hỏi trở về"),
    "difficulty.asked_again": _("Hỏi lại"),
    "difficulty.nudged": _("Nhắc cơ quan được hỏi trả lời"),
    "difficulty.withdrawn": _("Rút vướng mắc"),
    "budget_line.added": _(
        "Ghi kinh phí: dự toán %(estimate)s, giao %(allotted)s, bổ sung %(supplement)s, đã chi %(spent)s, "
        "quyết toán %(settled)s"
    ),
    "budget_line.changed": _(
        "Sửa kinh phí: dự toán %(estimate)s, giao %(allotted)s, bổ sung %(supplement)s, đã chi %(spent)s, "
        "quyết toán %(settled)s"
    ),
    "budget_line.removed": _("Bỏ dòng kinh phí"),
    "commendation.proposed": _("Đề nghị khen thưởng"),
    "commendation.changed": _("Sửa lý do đề nghị"),
    "commendation.withdrawn": _("Rút đề nghị"),
    "commendation.proposed_again": _("Đề nghị lại"),
    "commendation.agreed": _("Nhất trí đề nghị"),
    "commendation.declined": _("Không nhất trí đề nghị"),
    "publication.submitted": _("Trình công khai"),
    "publication.taken_back": _("Lấy lại bản trình"),
    "publication.approved": _("Duyệt công khai"),
    "publication.sent_back": _("Trả lại người trình"),
    "publication.withdrawn": _("Rút khỏi công khai"),
}
# What is done to an officer's own calendar stands in the officer's history, not in a plan's.
ACTS_ON_A_PERSON: Mapping[str, Promise] = {
    "calendar_feed.opened": _("Tạo địa chỉ lịch hạn việc"),
    "calendar_feed.ended": _("Bỏ địa chỉ lịch hạn việc"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, what, who."""

    at: datetime
    sentence: str
    who: str


def history_of(
    subject: Subject, *, tells: Callable[[EventRecord], bool] = lambda _event: True
) -> tuple[HistoryLine, ...]:
    """Return what happened to the subject, newest first: two queries.

    The caller has checked that the asker may see it.

    :param tells: says of each event whether the asker may learn of it.
    """
    events = [event for event in events_about(subject) if tells(event)]
    names = names_by_reference({event.actor for event in events})
    return tuple(
        HistoryLine(
            at=event.at,
            sentence=str(SENTENCES.get(event.kind, event.kind))
            % {name: _shown(fact) for name, fact in event.facts.items()},
            who=names.get(event.actor, gettext("máy") if event.actor.startswith("system:") else ""),
        )
        for event in sorted(events, key=lambda event: event.id, reverse=True)
    )


def _shown(fact: Fact) -> Fact:
    """Return a fact as a sentence says it; amounts stand in the log as 84_500_000, days as 2026-11-23,2026-11-28."""
    if fact is None:
        return "—"
    if isinstance(fact, str) and DAYS.fullmatch(fact):
        return ", ".join(written(date.fromisoformat(day)) for day in fact.split(","))
    return fact.replace("_", ".") if isinstance(fact, str) and fact.strip("-").replace("_", "").isdecimal() else fact
