"""Mail that goes out and comes back, by the clock."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_noop

from minhbach.foundation.actions.mark_bounced import mark_bounced
from minhbach.foundation.clock import now
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.mail.attempts import MAILER
from minhbach.foundation.mail.bounces import read_bounce
from minhbach.foundation.mail.contracts import Incoming
from minhbach.foundation.mail.mailbox import work_through
from minhbach.foundation.mail.sending import is_server_set, send_due_mails
from minhbach.foundation.registries import schedule


@job(retries=0, title=gettext_noop("Gửi thư đang chờ"))
def send_waiting_mail() -> Report:
    """Send what is due in the outbox; where no server is set or none answers, say so and leave it waiting."""
    sweep = send_due_mails(clock=now)
    if settings.IS_TRAINING:
        return report(gettext_noop("Bản tập huấn không gửi thư. Thư đã viết: %(waiting)s"), waiting=sweep.waiting)
    if not is_server_set():
        return report(gettext_noop("Chưa đặt máy chủ thư. Thư đang chờ: %(waiting)s"), waiting=sweep.waiting)
    if sweep.answered is False:
        return report(gettext_noop("Máy chủ thư không trả lời. Thư đang chờ: %(waiting)s"), waiting=sweep.waiting)
    return report(gettext_noop("Thư đã gửi: %(sent)s. Còn chờ: %(waiting)s"), sent=sweep.sent, waiting=sweep.waiting)


@job(retries=2, title=gettext_noop("Đọc thư trả lại"))
def read_returned_mail() -> Report:
    """Read the mailbox for mails that came back. A mailbox that does not answer makes the job fail, visibly."""
    if settings.MAILBOX is None or settings.IS_TRAINING:
        return report(gettext_noop("Chưa đặt hộp thư."))
    reading = work_through(settings.MAILBOX, take=take_bounce, now=now())
    words = gettext_noop("Thư đã xử lý: %(handled)s. Thư để lại trong hộp: %(left)s")
    return report(words, handled=reading.handled, left=reading.left)


def take_bounce(incoming: Incoming) -> bool:
    """Write down what a bounce says; False for every other message."""
    bounce = read_bounce(incoming.message)
    return bounce is not None and mark_bounced(bounce=bounce, actor=MAILER, now=now())


def register() -> None:
    """Put these jobs into the schedule."""
    schedule(send_waiting_mail, every=timedelta(minutes=1))
    schedule(read_returned_mail, every=timedelta(minutes=5))
