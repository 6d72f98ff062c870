"""Put the scan of a decision to what it announces, or take it away again (bản quét quyết định)."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.naming import safe_name
from minhbach.foundation.writing import size_written
from minhbach.papers.rules import scan_ending
from minhbach.publication.actions.draft_service_list import refuse_to_change
from minhbach.publication.announcements.kinds import how
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, DecisionScan
from minhbach.publication.queries.announcements import announcement_for_change
from minhbach.publication.queries.scans import takes_later_scan
from minhbach.publication.rules import MAY_DRAFT


@transaction.atomic
def attach_decision_scan(*, announcement_id: int, name: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Let a scan wait, unread, until it is known to carry no mark of secrecy; one put there before goes.

    Beside what is public already it then waits for a leader (`approve_decision_scan`).

    :param name: as it was uploaded; its ending is set to what the bytes are.
    :raises PublicationNotVisible: if the announcement is not there for the actor.
    :raises PublicationRefused: if the actor may not, it waits, a scan of it is public, nothing is signed yet, or the
        file is empty, too large, or neither PDF nor JPG, PNG, TIFF.
    """
    row = _open_to_scans(announcement_id, actor)
    if too_early := how(row).why_no_scan(row):
        raise PublicationRefused(too_early)
    ending = scan_ending(content)
    if ending is None:
        raise PublicationRefused(_("Tệp này không phải bản quét PDF, JPG, PNG hoặc TIFF. Chọn lại tệp."), field="scan")
    if len(content) > settings.UPLOAD_LIMIT:
        limit = size_written(settings.UPLOAD_LIMIT)
        sentence = _("Tệp nặng hơn %(limit)s. Quét lại với độ phân giải 200–300 dpi, hoặc chia nhỏ.")
        raise PublicationRefused(sentence % {"limit": limit}, field="scan")
    _drop(row)
    stem = safe_name(name).rpartition(".")[0] or "quyet-dinh"
    scan = DecisionScan.objects.create(
        announcement=row,
        name=nfc(f"{stem}.{ending}")[:255],
        size=len(content),
        handed_in_by_id=actor.person,
    )
    quarantine.put_aside(content, place_of(scan.pk))
    _record(row, "announcement.scan_handed_in", actor, now)
    return scan.pk


@transaction.atomic
def drop_decision_scan(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Take away a scan that nobody has approved; nothing happens where there is none.

    :raises PublicationNotVisible: if the announcement is not there for the actor.
    :raises PublicationRefused: if the actor may not, it waits, or the scan is public.
    """
    row = _open_to_scans(announcement_id, actor)
    if _drop(row):
        _record(row, "announcement.scan_dropped", actor, now)


def place_of(scan_id: int) -> str:
    """Return under which name a scan waits in quarantine."""
    return f"quyet-dinh-{scan_id}"


def _open_to_scans(announcement_id: int, actor: Actor) -> Announcement:
    row = announcement_for_change(announcement_id, actor=actor)
    if row.is_draft:
        refuse_to_change(row, seen_revision=row.revision, actor=actor)
    elif not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không sửa được."))
    elif not takes_later_scan(row):
        raise PublicationRefused(_("Bản quét đã công khai, hoặc bản này không còn áp dụng: không thay được bản quét."))
    return row


def _drop(row: Announcement) -> bool:
    gone = list(row.scans.values_list("pk", flat=True))
    row.scans.all().delete()
    for pk in gone:
        transaction.on_commit(partial(quarantine.remove, place_of(pk)))
    return bool(gone)


def _record(row: Announcement, kind: str, actor: Actor, now: datetime) -> None:
    subject = Subject(row.kind, row.pk)
    record_event(chain=body_chain(row.body_id), kind=kind, subject=subject, actor=actor, now=now)
