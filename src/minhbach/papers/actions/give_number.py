"""Give a letter its number, symbol and date (cấp số; Decree 30/2020, Articles 14 and 15)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LETTER as LIFECYCLE
from minhbach.domain.lifecycles.letter import LetterEvent, LetterState
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.papers.contracts import LetterRefused
from minhbach.papers.models import Letter, NumberSeries
from minhbach.papers.queries import LETTER, last_number, letter_for_change, paper_of, searched_text
from minhbach.papers.rules import HIGHEST_NUMBER, MAY_NUMBER, reason_not_a_symbol, reason_not_to_number_on


@transaction.atomic
def give_number(
    *, letter_id: int, symbol: str, issued_on: date, actor: Actor, now: datetime, number: int | None = None
) -> int:
    """Number the letter in the series of its body, kind and year, and return the number.

    A number once given stays used, also when the letter is dropped.

    :param number: None for the one after the highest, so that the series has no gap; or the one that the office's own
        software gave.
    :param issued_on: decides the year; not after today, and not before the date of the number before it.
    :raises LetterNotVisible: if the letter is not there for the actor.
    :raises LetterRefused: if the actor may not number, the number is taken, or symbol or date are impossible.
    :raises MoveNotAllowed: if the letter is no draft.
    """
    row = letter_for_change(letter_id, actor=actor)
    if not actor.holds(*MAY_NUMBER, body=row.body_id):
        raise LetterRefused(_("Chỉ lãnh đạo hoặc đầu mối (văn thư) của cơ quan mới cấp số được."))
    row.state = LIFECYCLE.next(LetterState(row.state), LetterEvent.NUMBER)
    symbol = nfc(symbol.strip())
    if reason := reason_not_a_symbol(symbol):
        raise LetterRefused(reason, field="symbol")
    row.number = _number(row, number, issued_on, today=timezone.localdate(now))
    row.symbol, row.issued_on, row.year = symbol, issued_on, issued_on.year
    row.search_text = searched_text(paper_of(row))
    row.version += 1
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="letter.numbered",
        subject=Subject(LETTER, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "symbol": symbol, "issued_on": issued_on.isoformat(), "by_hand": bool(number)},
    )
    return row.number


def _number(row: Letter, wanted: int | None, issued_on: date, *, today: date) -> int:
    series: dict[str, Any] = {"body_id": row.body_id, "year": issued_on.year, "kind": row.kind}
    NumberSeries.objects.get_or_create(**series)
    # Until this transaction ends nobody else draws from the series.
    NumberSeries.objects.select_for_update().get(**series)
    last, last_day = last_number(body_id=row.body_id, year=issued_on.year, kind=row.kind)
    # An office that numbers in its own software keeps the order of dates there.
    reason = reason_not_to_number_on(issued_on, today=today, last=None if wanted else last_day)
    if reason:
        raise LetterRefused(reason, field="issued_on")
    if wanted is None:
        return last + 1
    if not 1 <= wanted <= HIGHEST_NUMBER:
        raise LetterRefused(_("Ghi số từ 1 trở lên."), field="number")
    if Letter.objects.filter(**series, number=wanted).exists():
        sentence = _("Số %(number)s của năm %(year)s đã dùng cho văn bản khác cùng loại.")
        raise LetterRefused(sentence % {"number": wanted, "year": issued_on.year}, field="number")
    return wanted
