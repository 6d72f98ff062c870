"""What requests do by the clock."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.requests.actions.answer_files import look_through_file
from minhbach.requests.actions.import_book import forget_waiting_books
from minhbach.requests.queries.answers import files_to_look_through


@job(retries=3, queue="slow", title=gettext_noop("Kiểm tra tệp sẽ gửi người yêu cầu"))
def look_through_answer_files() -> Report:
    """Look for marks of secrecy and personal data: safe twice, late, or after a week of silence."""
    waiting = files_to_look_through()
    for file_id in waiting:
        look_through_file(file_id=file_id, actor=system_actor("screener"), now=clock.now())
    return report(gettext_noop("Tệp đã đọc: %(files)s"), files=len(waiting))


@job(retries=1, title=gettext_noop("Dọn sổ tải lên mà chưa nhập"))
def forget_books_left() -> Report:
    """Empty what nobody took in for a week: safe twice, late, or after a week of silence."""
    return report(gettext_noop("Sổ đã dọn: %(books)s"), books=forget_waiting_books(now=clock.now()))
