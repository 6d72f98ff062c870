"""What the pages of mails show of one: its tags, its words, its files, what was done with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.intake.covering import identity_numbers_in
from minhbach.intake.mail.keeping import MailWords
from minhbach.intake.mail.values import Machine
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.queries.mails import words_of_mail
from minhbach.requests.history import HistoryLine

TAGS: Mapping[str, tuple[str, Promise]] = {
    MailState.WAITING: ("act", _("Chờ xem")),
    MailState.REQUEST: ("done", _("Là yêu cầu")),
    MailState.FEEDBACK: ("done", _("Là góp ý, phản ánh")),
    MailState.IN_CASE: ("done", _("Thuộc yêu cầu đã có")),
    MailState.NOTHING: ("closed", _("Để riêng")),
}
MACHINES: Mapping[str, Promise] = {
    Machine.AUTOMATIC: _("Thư tự động"),
    Machine.LIST: _("Bản tin"),
    Machine.SERVER: _("Báo của máy chủ thư"),
}
DONE: Mapping[str, Promise] = {
    "submission.received": _("Nhận thư, cấp số"),
    "submission.mail_waiting": _("Lấy lại, chờ xem"),
    "submission.mail_request": _("Xác định là yêu cầu"),
    "submission.mail_feedback": _("Xác định là góp ý, phản ánh"),
    "submission.mail_in_case": _("Ghi vào yêu cầu đã có"),
    "submission.mail_nothing": _("Để riêng"),
    "submission.mail_erased": _("Xóa lời thư"),
}


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail as lists show it; `words` None once they are erased."""

    mail: TakenMail
    words: MailWords | None
    tags: tuple[tuple[str, str], ...]

    @property
    def has_numbers(self) -> bool:
        """True where the words hold numbers of papers, which pages cover."""
        return self.words is not None and bool(identity_numbers_in(self.words.subject, self.words.text))


def line_of(mail: TakenMail) -> MailLine:
    """Return a mail with its words and tags. The caller has asked who may read it."""
    return MailLine(mail, words_of_mail(mail), tuple(_tags(mail)))


def _tags(mail: TakenMail) -> Iterator[tuple[str, str]]:
    kind, words = TAGS[mail.state]
    yield kind, str(words)
    if mail.machine:
        yield "closed", str(MACHINES[mail.machine])
    if mail.state == MailState.WAITING and not mail.machine and not mail.is_receipt_sent:
        yield "provisional", gettext("chưa gửi biên nhận")


def history_of_mail(mail: TakenMail) -> tuple[HistoryLine, ...]:
    """Return what was done with a mail, the latest first."""
    events = [one for one in events_about(Subject(SUBMISSION, mail.submission_id)) if one.kind in DONE]
    names = names_by_reference({one.actor for one in events})
    return tuple(
        HistoryLine(one.at, names.get(one.actor, gettext("máy")), str(DONE[one.kind])) for one in reversed(events)
    )
