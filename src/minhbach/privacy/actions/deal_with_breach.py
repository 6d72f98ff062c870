"""Write down who was told of a breach, draft the notice, and close it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import Subject
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.contracts import LetterNotVisible, LetterRefused
from minhbach.privacy.actions.keep_breach import open_breach, record_breach
from minhbach.privacy.breach_letter import notice_paper
from minhbach.privacy.contracts import PrivacyRefused
from minhbach.privacy.queries.breaches import BREACH


@transaction.atomic
def note_told(
    *, breach_id: int, notified_at: datetime | None, people_told_on: date | None, actor: Actor, now: datetime
) -> None:
    """Write down when the authority was told, and when those concerned were; None leaves what was written before.

    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if it is closed, nothing is said, or a day cannot be.
    """
    row = open_breach(breach_id, actor)
    if notified_at is None and people_told_on is None:
        raise PrivacyRefused(_("Ghi ngày đã báo."), field="notified_on")
    if notified_at is not None and not row.found_at <= notified_at <= now:
        raise PrivacyRefused(_("Lúc báo phải từ lúc phát hiện đến bây giờ."), field="notified_on")
    if people_told_on is not None and not timezone.localdate(row.found_at) <= people_told_on <= timezone.localdate(now):
        raise PrivacyRefused(_("Ngày báo phải từ ngày phát hiện đến hôm nay."), field="people_told_on")
    row.notified_at = notified_at or row.notified_at
    row.people_told_on = people_told_on or row.people_told_on
    row.version += 1
    row.save()
    late = bool(row.notified_at and row.notice_due_at and row.notified_at > row.notice_due_at)
    record_breach(row, "told", actor, now, late=late)


@transaction.atomic
def draft_notice(*, breach_id: int, actor: Actor, now: datetime) -> int:
    """Draft the letter that tells the authority, from what the register says, and return its id.

    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if it is closed, no notice is due, one was drafted, or the actor drafts no letters.
    """
    row = open_breach(breach_id, actor)
    if not row.is_grave:
        raise PrivacyRefused(_("Sự cố này không phải thông báo."))
    if row.letter_id is not None:
        raise PrivacyRefused(_("Đã soạn thông báo; mở công văn để sửa."))
    paper = notice_paper(row, today=timezone.localdate(now))
    try:
        letter = draft_letter(paper=paper, body_id=row.body_id, actor=actor, now=now, about=Subject(BREACH, row.pk))
    except (LetterNotVisible, LetterRefused):
        raise PrivacyRefused(_("Vai trò của người này không soạn công văn được.")) from None
    row.letter_id = letter
    row.save(update_fields=["letter_id"])
    record_breach(row, "notice_drafted", actor, now, letter=letter)
    return letter


@transaction.atomic
def close_breach(*, breach_id: int, closing: str, actor: Actor, now: datetime) -> None:
    """Close a breach with what was done and learned.

    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if it is closed, nothing is said, or a notice that is due was not given.
    """
    row = open_breach(breach_id, actor)
    if not closing.strip():
        raise PrivacyRefused(_("Ghi đã khắc phục thế nào, rút ra điều gì."), field="closing")
    if row.is_grave and row.notified_at is None:
        raise PrivacyRefused(_("Chưa ghi đã thông báo cho cơ quan chuyên trách."))
    row.closing, row.closed_on = nfc(closing).strip(), timezone.localdate(now)
    row.version += 1
    row.save()
    record_breach(row, "closed", actor, now)
