"""Take an item away from the public at once when a kept file of it proves to bear a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.extraction.screening.edition import edition
from minhbach.foundation.actions.index_entry import drop_entry
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.actions.open_scheduled import stop_scheduled
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import WithdrawalReason
from minhbach.publication.models import Publication, SecretFinding
from minhbach.publication.queries.items import locked_item
from minhbach.register.queries import ITEM
from minhbach.register.queries.checks import item_of_file, version_of_file
from minhbach.register.rows import ItemRow

# Kept with the row as the machine's own sentence.
MARK_SEEN = "Máy xem lại tệp đã lưu và thấy dấu chỉ mức mật. Lãnh đạo xem tệp: thay bản khác, hoặc gạch mục này."


@transaction.atomic
def take_away_secret(*, version_file_id: int, calendar: Calendar, actor: Actor, now: datetime) -> bool:
    """Withdraw the item of the file from the public in all its versions, and stop what is to be opened of it.

    A machine may be wrong, so nothing is destroyed: until a leader has looked and decided, the leader alone opens the
    version's files, and no search finds their text. The public is told no reason, since the reason would tell what must
    not be told. Safe to call again.

    :returns: whether anything was public or about to be.
    """
    item_id = item_of_file(version_file_id)
    if item_id is None:
        return False
    row = locked_item(item_id, actor=actor)
    _note_finding(row, version_file_id, actor, now)
    scheduled = Publication.objects.filter(subject_kind=ITEM, subject_id=row.pk, state=PublicationState.SCHEDULED)
    stopped = [stop_scheduled(one.pk, MARK_SEEN, actor, now) for one in scheduled]
    is_public = row.public_version_id is not None
    if is_public:
        withdraw_item(
            item_id=row.pk, why=WithdrawalReason.UNTOLD, remark=MARK_SEEN, calendar=calendar, actor=actor, now=now
        )
    drop_entry(ITEM, row.pk)
    return is_public or bool(stopped)


def _note_finding(row: ItemRow, version_file_id: int, actor: Actor, now: datetime) -> None:
    version_id, number = version_of_file(version_file_id)
    finding, is_new = SecretFinding.objects.get_or_create(
        version_file=version_file_id,
        edition=edition(),
        defaults={
            "item_id": row.pk,
            "body_id": row.body_id,
            "version_id": version_id,
            "version_number": number,
            "found_at": now,
            "was_public": row.public_version_id is not None,
        },
    )
    if is_new:
        record_event(
            chain=body_chain(row.body_id),
            kind="publication.file_marked",
            subject=Subject(ITEM, row.pk),
            actor=actor,
            now=now,
            facts={"finding": finding.pk, "version": number},
        )
