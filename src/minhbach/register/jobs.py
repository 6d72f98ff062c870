"""What the register does in the background."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.jobs import Report, job, report
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.drop_document import forget_dropped, read_dropped
from minhbach.register.actions.take_items_in import take_items_in
from minhbach.register.queries.dropped import waiting_documents
from minhbach.register.queries.imports import waiting_imports
from minhbach.register.queries.visible import waiting_files


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp của kho thông tin"))
def check_waiting_files() -> Report:
    """Read what came with items and keep it unless it is secret: safe twice, late, or after a week of silence."""
    waiting = list(waiting_files().values_list("pk", flat=True))
    for held_id in waiting:
        check_held_file(held_id=held_id, actor=system_actor("reader"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc: %(files)s"), files=len(waiting))


@job(retries=3, queue="slow", title=gettext_noop("Nhập danh mục vào kho thông tin"))
def take_list_in(import_id: int) -> None:
    """Take one list in."""
    take_items_in(import_id=import_id, calendar=calendar_in_use(), actor=system_actor("keeper"), now=clock.now())


@job(retries=3, queue="default", title=gettext_noop("Nhập tiếp danh mục còn dở"))
def take_forgotten_lists_in() -> None:
    """Take in what was started and, for whatever reason, never taken in: safe twice, late, or after a week."""
    for import_id in waiting_imports().values_list("pk", flat=True):
        take_list_in.enqueue(import_id)


@job(retries=3, queue="slow", title=gettext_noop("Đọc văn bản để ghi vào kho thông tin"))
def read_document(document_id: int) -> None:
    """Read one document that was handed in."""
    read_dropped(document_id=document_id, actor=system_actor("reader"), now=clock.now())


@job(retries=3, queue="default", title=gettext_noop("Dọn văn bản chờ ghi vào kho thông tin"))
def look_after_documents() -> Report:
    """Read what was forgotten, and take away what nobody entered within a day: safe twice, late, or after a week."""
    for document_id in waiting_documents():
        read_document.enqueue(document_id)
    return report(gettext_noop("Văn bản đã bỏ: %(files)s"), files=forget_dropped(now=clock.now()))
