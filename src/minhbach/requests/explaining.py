"""Why a case is due on its day: the sentences behind "Vì sao là ngày này?"."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from minhbach.domain.deadlines import Due
from minhbach.domain.deadlines.explaining import article_of
from minhbach.domain.statutes import Statute, Unit
from minhbach.foundation.dates import written, written_with_weekday


def why(due: Due, *, valid_on: date, law: Statute) -> tuple[str, ...]:
    """Return the sentences, in the reader's language; articles and names of days off stay Vietnamese."""
    return tuple(_sentences(due, valid_on, law))


def _sentences(due: Due, valid_on: date, law: Statute) -> Iterator[str]:
    yield gettext("Đủ nội dung ngày %(day)s.") % {"day": written(valid_on)}
    yield _counted(due)
    if due.unit is Unit.WORKING_DAY and due.days_off:
        off = ", ".join(written(one.day) for one in due.days_off)
        yield gettext("Không tính ngày nghỉ: %(days)s.") % {"days": off}
    if due.due_on != due.nominal_end:
        yield gettext("Ngày cuối là ngày nghỉ nên chuyển sang %(day)s.") % {"day": written_with_weekday(due.due_on)}
    yield gettext("Căn cứ: %(article)s.") % {"article": "; ".join((_cited(due, law), *due.unverified))}
    for reason in due.reasons:
        yield gettext("Tạm tính: %(reason)s.") % {"reason": reason}


def _counted(due: Due) -> str:
    if due.unit is Unit.IMMEDIATELY:
        return gettext("Thông tin đơn giản, có sẵn: cung cấp ngay trong ngày.")
    words = {
        "amount": due.amount,
        "first": written(due.counted_from),
        "last": written_with_weekday(due.nominal_end),
    }
    if due.what == "extended_answer" and due.unit is Unit.WORKING_DAY:
        return gettext("Gia hạn %(amount)s ngày làm việc, đếm từ %(first)s, hết %(last)s.") % words
    if due.what == "extended_answer":
        return gettext("Gia hạn %(amount)s ngày, đếm từ %(first)s, hết %(last)s.") % words
    if due.unit is Unit.WORKING_DAY:
        return gettext("Luật cho %(amount)s ngày làm việc, đếm từ %(first)s, hết %(last)s.") % words
    return gettext("Luật cho %(amount)s ngày, đếm từ %(first)s, hết %(last)s.") % words


def _cited(due: Due, law: Statute) -> str:
    """Return where the term stands, as officials cite it; a detailing document is named by its own title."""
    terms = (term for term in law.terms if term.what == due.what and article_of(term, law) == due.article)
    return law.cite(next(terms))
