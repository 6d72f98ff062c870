"""Take away what need not be public any more, where the law is read so that it goes at once."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.foundation.dates import local_date, written
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import PublicationRefused, WithdrawalReason
from minhbach.publication.queries.terms import ended
from minhbach.register.law import statute_of_publication

READING, AT_ONCE = "after_public_term", "withdrawn"
# Kept with the row as the machine's own sentence.
OVER = "Hết thời hạn công khai từ ngày {day}."


def take_away_ended(*, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Withdraw what is over under a law that is read as ordering so, and return how many: a sweep, safe twice or late.

    By the reading in force (`law/statutes`, "after_public_term") nothing goes by itself: a leader is asked.
    """
    taken, today = 0, local_date(now)
    for row in list(ended(on=today)):
        if statute_of_publication(row.created_on, on=today).reading(READING).value != AT_ONCE:
            continue
        remark = OVER.format(day=written(row.ends_on))
        try:
            withdraw_item(
                item_id=row.pk, why=WithdrawalReason.ENDED, remark=remark, calendar=calendar, actor=actor, now=now,
                seen_public=row.public_version_id,
            )  # fmt: skip
        except PublicationRefused:
            continue  # Somebody published or withdrew it meanwhile; the next sweep looks again.
        taken += 1
    return taken
