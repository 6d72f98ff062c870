"""Open what was approved for a day that has come (đăng theo lịch): a sweep, safe twice, late, or after a week."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.actions.ask_screening import refuse_unfit
from minhbach.publication.actions.submit_item import fit_run
from minhbach.publication.content import newest_content
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Publication
from minhbach.publication.opening import open_version
from minhbach.publication.queries.items import locked_item, scheduled_until
from minhbach.register.queries import ITEM


def open_scheduled(*, calendar: Calendar, actor: Actor, now: datetime) -> tuple[int, int]:
    """Open what is due, each in a transaction of its own, and return how many opened and how many were stopped.

    What is not what was approved any more is stopped: it goes back, and its drafter is told why.
    """
    opened = stopped = 0
    for publication_id in list(scheduled_until(timezone.localdate(now)).values_list("pk", flat=True)):
        outcome = _open_one(publication_id, calendar, actor, now)
        opened += outcome is True
        stopped += outcome is False
    return opened, stopped


def _open_one(publication_id: int, calendar: Calendar, actor: Actor, now: datetime) -> bool | None:
    try:
        return _open(publication_id, calendar, actor, now)
    except PublicationRefused as refused:
        return stop_scheduled(publication_id, refused.reason, actor, now)


@transaction.atomic
def _open(publication_id: int, calendar: Calendar, actor: Actor, now: datetime) -> bool | None:
    subject = Publication.objects.values_list("subject_id", flat=True).get(pk=publication_id)
    row = locked_item(subject, actor=actor)
    publication = _still_scheduled(publication_id)
    if publication is None:
        return None
    content = newest_content(row)
    refuse_unfit(row, content)
    fit_run(publication, content)
    if content.digest != publication.digest:
        raise PublicationRefused(_CHANGED)
    publication.state = PUBLICATION.next(PublicationState.SCHEDULED, PublicationEvent.OPEN)
    publication.save(update_fields=["state"])
    _note(publication, "publication.opened", actor, now)
    open_version(row, publication, calendar=calendar, actor=actor, now=now)
    return True


@transaction.atomic
def stop_scheduled(publication_id: int, reason: str, actor: Actor, now: datetime) -> bool | None:
    """Let what was approved for a day to come not be opened; None: it waits for its day no more."""
    publication = _still_scheduled(publication_id)
    if publication is None:
        return None
    publication.state = PUBLICATION.next(PublicationState.SCHEDULED, PublicationEvent.STOP)
    publication.remark, publication.publish_on = reason[:500], None
    publication.save(update_fields=["state", "remark", "publish_on"])
    _note(publication, "publication.stopped", actor, now)
    return False


def _still_scheduled(publication_id: int) -> Publication | None:
    rows = Publication.objects.select_for_update().filter(pk=publication_id, state=PublicationState.SCHEDULED)
    return rows.first()


def _note(publication: Publication, kind: str, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(publication.body_id),
        kind=kind,
        subject=Subject(ITEM, publication.subject_id),
        actor=actor,
        now=now,
        facts={"version": publication.version_number, "digest": publication.digest},
    )


# Kept with the row as the machine's own sentence.
_CHANGED = "Nội dung đã đổi sau khi duyệt, nên không tự đăng. Kiểm tra và trình lại."
