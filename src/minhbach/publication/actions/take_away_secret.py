"""Take an item away from the public at once when a kept file of it proves to bear a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.actions.open_scheduled import stop_scheduled
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import WithdrawalReason
from minhbach.publication.models import Publication
from minhbach.publication.queries.items import locked_item
from minhbach.register.queries import ITEM
from minhbach.register.queries.checks import item_of_file

# Kept with the row as the machine's own sentence.
MARK_SEEN = "Máy xem lại tệp đã lưu và thấy dấu chỉ mức mật. Lãnh đạo xem tệp: thay bản khác, hoặc gạch mục này."


@transaction.atomic
def take_away_secret(*, version_file_id: int, calendar: Calendar, actor: Actor, now: datetime) -> bool:
    """Withdraw the item of the file from the public in all its versions, and stop what is to be opened of it.

    A machine may be wrong, so nothing is destroyed: a leader looks at the file and decides. The public is told no
    reason, since the reason would tell what must not be told. Safe to call again.

    :returns: whether anything was public or about to be.
    """
    item_id = item_of_file(version_file_id)
    if item_id is None:
        return False
    row = locked_item(item_id, actor=actor)
    scheduled = Publication.objects.filter(subject_kind=ITEM, subject_id=row.pk, state=PublicationState.SCHEDULED)
    stopped = [stop_scheduled(one.pk, MARK_SEEN, actor, now) for one in scheduled]
    if row.public_version_id is None:
        return bool(stopped)
    withdraw_item(
        item_id=row.pk, why=WithdrawalReason.UNTOLD, remark=MARK_SEEN, calendar=calendar, actor=actor, now=now
    )
    return True
