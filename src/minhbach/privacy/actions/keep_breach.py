"""Write a breach of the protection of personal data into the register, and change what is known of it."""

from dataclasses import fields
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.lawbook.personal_data import breach_term_on
from minhbach.privacy.contracts import BreachFacts, PrivacyRefused
from minhbach.privacy.models import Breach, BreachSeries
from minhbach.privacy.queries.breaches import BREACH, breach_for_change
from minhbach.privacy.rules import KEEPS_BREACHES
from minhbach.register.queries.visible import holds_for


@transaction.atomic
def note_breach(
    *, facts: BreachFacts, body_id: int, actor: Actor, now: datetime, delivery_id: int | None = None
) -> int:
    """Give a breach its number in the body's register of the year, start its clock, and return its id.

    :param delivery_id: of the answer that went to somebody else, which is noted once.
    :raises PrivacyRefused: if the actor keeps no register there, or something lacks or cannot be.
    """
    if actor.person is None or not holds_for(actor, KEEPS_BREACHES, body_id):
        raise PrivacyRefused(_("Vai trò của người này không ghi sổ sự cố được."))
    year = timezone.localdate(now).year
    row = Breach(body_id=body_id, year=year, entered_by_id=actor.person, entered_at=now, delivery_id=delivery_id)
    _set(row, facts, now)
    row.number = _next_number(body_id, year)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise PrivacyRefused(_("Lần gửi nhầm này đã ghi vào sổ.")) from None
    record_breach(row, "noted", actor, now, grave=row.is_grave)
    return row.pk


@transaction.atomic
def change_breach(*, breach_id: int, version: int, facts: BreachFacts, actor: Actor, now: datetime) -> None:
    """Write down what is known by now; the clock follows what was found when, and how grave it is.

    :param version: that the actor saw: who comes second reads what the first wrote before they write over it.
    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if it is closed, was changed meanwhile, or something lacks or cannot be.
    """
    row = open_breach(breach_id, actor)
    if row.version != version:
        raise PrivacyRefused(_("Người khác vừa sửa sự cố này. Mở lại trang để xem bản mới rồi sửa."))
    _set(row, facts, now)
    row.version += 1
    row.save()
    record_breach(row, "changed", actor, now, grave=row.is_grave)


def open_breach(breach_id: int, actor: Actor) -> Breach:
    """Return a breach that is not closed, locked.

    :raises MatterNotVisible: if it is not there for the actor.
    :raises PrivacyRefused: if it is closed.
    """
    row = breach_for_change(breach_id, actor=actor)
    if row.closed_on is not None:
        raise PrivacyRefused(_("Sự cố này đã đóng."))
    return row


def record_breach(row: Breach, what: str, actor: Actor, now: datetime, **facts: Fact) -> None:
    """Tell the event log what was done about a breach; numbers and days, no word."""
    record_event(
        chain=body_chain(row.body_id),
        kind=f"breach.{what}",
        subject=Subject(BREACH, row.pk),
        actor=actor,
        now=now,
        facts={"number": f"{row.number}/{row.year}", **facts},
    )


def _set(row: Breach, facts: BreachFacts, now: datetime) -> None:
    _refuse_what_cannot_be(facts, now)
    for one in fields(facts):
        value = getattr(facts, one.name)
        setattr(row, one.name, nfc(value).strip() if isinstance(value, str) else value)
    row.kinds = ",".join(facts.kinds)
    row.why_not_grave = "" if facts.is_grave else row.why_not_grave
    term = breach_term_on(timezone.localdate(facts.found_at)) if facts.is_grave else None
    row.notice_due_at = term.due_at(facts.found_at) if term else None


def _refuse_what_cannot_be(facts: BreachFacts, now: datetime) -> None:
    if not facts.what.strip():
        raise PrivacyRefused(_("Ghi đã xảy ra việc gì."), field="what")
    if not facts.kinds:
        raise PrivacyRefused(_("Chọn ít nhất một loại dữ liệu."), field="kinds")
    if facts.found_at > now:
        raise PrivacyRefused(_("Lúc phát hiện chưa tới. Xem lại ngày, giờ."), field="found_on")
    if facts.happened_on is not None and facts.happened_on > timezone.localdate(facts.found_at):
        raise PrivacyRefused(_("Ngày xảy ra không thể sau ngày phát hiện."), field="happened_on")
    if not facts.is_grave and not facts.why_not_grave.strip():
        raise PrivacyRefused(_("Ghi vì sao không phải thông báo."), field="why_not_grave")


def _next_number(body_id: int, year: int) -> int:
    BreachSeries.objects.get_or_create(body_id=body_id, year=year)
    series = BreachSeries.objects.select_for_update().get(body_id=body_id, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
