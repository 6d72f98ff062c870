"""Somebody asks to have their own data corrected or erased, and hears what became of it, with the reason."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.correct_sender import correct_sender
from minhbach.intake.contracts import SubmissionNotVisible
from minhbach.intake.queries import SUBMISSION
from minhbach.lawbook.personal_data import first_reply_on
from minhbach.privacy.actions.erase import NotErasable, erase_as_wished
from minhbach.privacy.contracts import Matter, PrivacyRefused, WishKind, WishState
from minhbach.privacy.models import DataWish
from minhbach.privacy.queries.matters import matter_of
from minhbach.privacy.queries.wishes import wish_for_change
from minhbach.privacy.registries import kept_matters
from minhbach.privacy.rules import MAY_CORRECT, MAY_DECIDE
from minhbach.register.queries.visible import holds_for

LONGEST = 2000


@transaction.atomic
def ask_about_own_data(*, submission_id: int, kind: WishKind, words: str, calendar: Calendar, now: datetime) -> int:
    """Write down the wish of who proved by number and secret to be the sender; return its id.

    :raises PrivacyRefused: if nothing is said, the data are erased, or the same was asked and waits for its answer.
    """
    row, said = matter_of(submission_id), nfc(words).strip()[:LONGEST]
    if row.erased_at is not None:
        raise PrivacyRefused(_("Dữ liệu đã xóa."))
    if kind is WishKind.CORRECT and not said:
        raise PrivacyRefused(_("Ghi chỗ cần sửa và sửa thành gì."), field="words")
    today = timezone.localdate(now)
    term = first_reply_on(today)
    due_on = calendar.add_working_days(today, term.working_days) if term else None
    try:
        with transaction.atomic():
            wish = DataWish.objects.create(
                submission_id=submission_id, kind=kind, words=said, asked_at=now, due_on=due_on
            )
    except IntegrityError:
        raise PrivacyRefused(_("Đề nghị này đã gửi và đang chờ trả lời.")) from None
    _record(row, wish, "wished", VISITOR, now)
    return wish.pk


@transaction.atomic
def correct_as_wished(
    *, wish_id: int, values: Mapping[str, str], answer: str, actor: Actor, now: datetime
) -> tuple[str, ...]:
    """Correct what the sender asked to have corrected, and return the names of the parts that changed.

    :raises MatterNotVisible: if the wish is not there for the actor.
    :raises PrivacyRefused: if it was answered, the actor may not, or nothing changes.
    """
    wish = _open_wish(wish_id, WishKind.CORRECT, actor)
    row = matter_of(wish.submission_id)
    if not holds_for(actor, MAY_CORRECT, row.body_id):
        raise PrivacyRefused(_("Vai trò của người này không sửa dữ liệu được."))
    try:
        changed = correct_sender(submission_id=row.submission_id, values=values, actor=actor, now=now)
    except SubmissionNotVisible:
        raise PrivacyRefused(_("Dữ liệu đã xóa.")) from None
    if not changed:
        raise PrivacyRefused(_("Chưa sửa gì. Không sửa thì trả lời là không sửa, nêu lý do."), field="name")
    wish.parts = ",".join(changed)
    _answer(wish, WishState.DONE, answer, actor, now)
    return changed


@transaction.atomic
def erase_as_asked(*, wish_id: int, answer: str, actor: Actor, now: datetime) -> int:
    """Erase what its sender asked to have erased before its time; a leader decides. Returns the minutes' id.

    :raises MatterNotVisible: if the wish is not there for the actor.
    :raises PrivacyRefused: if it was answered, the actor does not decide, or the matter is not finished or is held.
    """
    wish = _open_wish(wish_id, WishKind.ERASE, actor)
    if not holds_for(actor, MAY_DECIDE, wish.submission.body_id):
        raise PrivacyRefused(_("Chỉ lãnh đạo quyết định xóa trước thời hạn."))
    _answer(wish, WishState.DONE, answer, actor, now)
    try:
        return erase_as_wished(submission_id=wish.submission_id, actor=actor, now=now)
    except NotErasable:
        raise PrivacyRefused(why_not_erasable(matter_of(wish.submission_id))) from None


@transaction.atomic
def refuse_wish(*, wish_id: int, answer: str, actor: Actor, now: datetime) -> None:
    """Tell the sender that their wish is not followed, and why.

    :raises MatterNotVisible: if the wish is not there for the actor.
    :raises PrivacyRefused: if it was answered, the actor may not, or no reason is given.
    """
    wish = _open_wish(wish_id, None, actor)
    roles = MAY_CORRECT if wish.kind == WishKind.CORRECT else MAY_DECIDE
    if not holds_for(actor, roles, wish.submission.body_id):
        raise PrivacyRefused(_("Vai trò của người này không trả lời đề nghị này được."))
    if not answer.strip():
        raise PrivacyRefused(_("Ghi lý do: người gửi đọc được."), field="answer")
    _answer(wish, WishState.REFUSED, answer, actor, now)


def why_not_erasable(row: Matter) -> str:
    """Return in a sentence why a matter cannot be erased before its time."""
    pending = kept_matters()[row.kind].pending(row.submission_id)
    return pending or _("Dữ liệu đang được giữ theo yêu cầu pháp lý; thôi giữ rồi mới xóa được.")


def _open_wish(wish_id: int, kind: WishKind | None, actor: Actor) -> DataWish:
    wish = wish_for_change(wish_id, actor=actor)
    if wish.state != WishState.OPEN or kind not in (None, wish.kind):
        raise PrivacyRefused(_("Đề nghị này đã được trả lời."))
    return wish


def _answer(wish: DataWish, state: WishState, answer: str, actor: Actor, now: datetime) -> None:
    wish.state, wish.answer = state, nfc(answer).strip()[:LONGEST]
    wish.answered_by_id, wish.answered_at = actor.person, now
    wish.save()
    _record(matter_of(wish.submission_id), wish, f"wish_{state}", actor, now)


def _record(row: Matter, wish: DataWish, what: str, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"personal_data.{what}",
        subject=Subject(SUBMISSION, row.submission_id),
        actor=actor,
        now=now,
        facts={"number": row.number, "wish": wish.pk, "kind": wish.kind},
    )
