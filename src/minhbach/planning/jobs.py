"""What planning does in the background."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.domain.lifecycles.evidence import EvidenceState
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.jobs import Report, job, report
from minhbach.planning.actions.check_evidence import check_evidence
from minhbach.planning.actions.drop_sheet import drop_forgotten_sheets
from minhbach.planning.actions.look_bodies_up import look_bodies_up_everywhere
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.remind import remind
from minhbach.planning.models import HeldEvidence, PlanImport


@job(retries=3, queue="slow", title=gettext_noop("Đọc văn bản đã nhận"))
def read_import(import_id: int) -> None:
    """Read one received document."""
    read_received_document(import_id=import_id, actor=system_actor("reader"), now=clock.now())


@job(retries=3, queue="slow", title=gettext_noop("Tìm lại cơ quan cho văn bản đang kiểm tra"))
def look_bodies_up_again() -> Report:
    """Place names that could not be placed before, once agencies were added: safe twice."""
    done = look_bodies_up_everywhere(actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Văn bản rõ thêm tên: %(documents)s"), documents=done)


def look_bodies_up_soon() -> None:
    """Put that in the queue, where any document waits for it."""
    if PlanImport.objects.filter(state=ImportState.IN_REVIEW).exists():
        look_bodies_up_again.enqueue()


@job(retries=3, queue="default", title=gettext_noop("Đọc lại văn bản còn bỏ sót"))
def read_forgotten_imports() -> None:
    """Read what was received and, for whatever reason, never read: safe twice, late, or after a week of silence."""
    for import_id in PlanImport.objects.filter(state=ImportState.WAITING).values_list("pk", flat=True):
        read_import.enqueue(import_id)


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp minh chứng"))
def check_waiting_evidence() -> None:
    """Read what was handed in with reports and keep it unless it is secret: safe twice, late, or after a week."""
    for held_id in HeldEvidence.objects.filter(state=EvidenceState.WAITING).order_by("pk").values_list("pk", flat=True):
        check_evidence(held_id=held_id, actor=system_actor("reader"), now=clock.now())


@job(retries=3, queue="slow", title=gettext_noop("Nhắc việc đến hạn, quá hạn"))
def remind_of_limits() -> Report:
    """Remind everybody of their limits: a sweep, safe twice, late, or after a week of silence."""
    done = remind(calendar=calendar_in_use(), actor=system_actor("reminder"), now=clock.now())
    words = gettext_noop("Người được nhắc: %(people)s, thư: %(mails)s. Việc chưa có ai để nhắc: %(nobody)s")
    return report(words, people=done.people, mails=done.mails, nobody=done.nobody)


@job(retries=3, queue="default", title=gettext_noop("Bỏ bảng tính không ai nhập tiếp"))
def drop_sheets_left() -> Report:
    """Drop spreadsheets that nobody went on with for thirty days: safe twice or late."""
    dropped = drop_forgotten_sheets(actor=system_actor("keeper"), now=clock.now())
    return report(gettext_noop("Bảng tính đã bỏ: %(sheets)s"), sheets=dropped)
