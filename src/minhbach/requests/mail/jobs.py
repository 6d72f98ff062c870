"""Reads the mailboxes that take requests in."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings
from django.utils.translation import gettext_noop

from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.mail.contracts import MailboxAddress, MailboxUnreachable
from minhbach.foundation.mail.mailbox import Reading, work_through
from minhbach.foundation.mail.queries import left_in
from minhbach.intake.actions.forget_mail import forget_old_mails
from minhbach.intake.actions.watch_mailbox import note_mailbox
from minhbach.requests.actions.take_mail_in import take_mail_in

LARGEST = 30 * 1024 * 1024
"""Bytes of a mail that is still fetched; a larger one stays in the mailbox, and its pages say so."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of reading all mailboxes."""

    handled: int
    left: int
    silent: tuple[str, ...]


@job(retries=2, title=gettext_noop("Đọc thư gửi tới cơ quan"))
def read_requests_mail() -> Report:
    """Take in what lies in the mailboxes of bodies: safe twice, late, or after a week of silence.

    A mailbox that does not answer keeps no other from being read, and makes the job fail afterwards, visibly.
    """
    if not settings.REQUEST_MAILBOXES:
        return report(gettext_noop("Chưa đặt hộp thư nhận yêu cầu."))
    swept = read_mailboxes(now=clock.now())
    if swept.silent:
        raise MailboxUnreachable(", ".join(swept.silent))
    words = gettext_noop("Thư đã nhận: %(handled)s. Thư để lại trong hộp: %(left)s")
    return report(words, handled=swept.handled, left=swept.left)


def read_mailboxes(*, now: datetime) -> Swept:
    """Read every mailbox that the settings name.

    :raises BodyNotVisible: if the settings name a body that is not there.
    """
    handled, left, silent = 0, 0, []
    for slug, address in settings.REQUEST_MAILBOXES:
        body_id = body_by_slug(slug).id
        try:
            handled += _read(address, body_id, now).handled
        except MailboxUnreachable:
            silent.append(slug)
            note_mailbox(body_id=body_id, left=None, now=now)
            continue
        lies = left_in(address.name)
        left += lies
        note_mailbox(body_id=body_id, left=lies, now=now)
    return Swept(handled, left, tuple(silent))


def _read(address: MailboxAddress, body_id: int, now: datetime) -> Reading:
    take = partial(take_mail_in, body_id=body_id, address=address.user, now=now)
    return work_through(address, take=take, now=now, largest=LARGEST)


@job(retries=1, title=gettext_noop("Xóa lời thư đã để riêng quá hạn"))
def forget_mails() -> Report:
    """Erase the words of mails that nobody needs: safe twice, late, or after a week of silence."""
    forgotten = forget_old_mails(actor=system_actor("mail-reader"), now=clock.now())
    return report(gettext_noop("Thư đã xóa lời: %(mails)s"), mails=forgotten)
