"""Why a petition must be answered by its day: the sentences behind "Vì sao là ngày này?"."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from minhbach.domain.deadlines import Due
from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.values import cited_as
from minhbach.foundation.dates import written, written_with_weekday


def why_of_petition(received_on: date, due: Due, law: Statute) -> tuple[str, ...]:
    """Return the sentences, in the reader's language; articles and names of days off stay Vietnamese."""
    return tuple(_sentences(received_on, due, law))


def why_nothing_goes_by_itself(law: Statute) -> tuple[str, ...]:
    """Return what the law says of information whose time of being public is over, and how it is read here."""
    reading = law.reading("after_public_term")
    return (
        gettext("Câu hỏi luật để ngỏ: %(question)s") % {"question": reading.words},
        gettext("Căn cứ: %(article)s.") % {"article": law.cite(reading)},
        reading.note,
    )


def _sentences(received_on: date, due: Due, law: Statute) -> Iterator[str]:
    yield gettext("Nhận ngày %(day)s. Luật cho %(amount)s ngày, đếm từ %(first)s, hết %(last)s.") % {
        "day": written(received_on),
        "amount": due.amount,
        "first": written(due.counted_from),
        "last": written_with_weekday(due.nominal_end),
    }
    if due.due_on != due.nominal_end:
        yield gettext("Ngày cuối là ngày nghỉ nên chuyển sang %(day)s.") % {"day": written_with_weekday(due.due_on)}
    yield gettext("Căn cứ: %(article)s.") % {"article": cited_as(due.article, law.title)}
    for reason in due.reasons:
        yield gettext("Tạm tính: %(reason)s.") % {"reason": reason}
