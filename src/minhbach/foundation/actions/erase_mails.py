"""Erase what mails about a subject say, and to whom they went; that they went, when, and how it ended, stays."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail

WAITING = (MailState.QUEUED, MailState.FAILED, MailState.BOUNCED)


def erase_mails_about(subjects: Iterable[Subject]) -> int:
    """Erase the mails about some subjects and return how many; the caller's action records the event.

    What still waits is given up: a mail without an address goes nowhere.
    """
    return sum(_erase(subject) for subject in subjects)


def _erase(subject: Subject) -> int:
    rows = OutgoingMail.objects.filter(about_kind=subject.kind, about_id=str(subject.id)).exclude(text="")
    rows.filter(state__in=WAITING).update(state=MailState.GIVEN_UP, given_up_because=_("dữ liệu cá nhân đã xóa"))
    return rows.update(to="", text="", said="", searchable="")
