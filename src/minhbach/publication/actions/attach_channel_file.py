"""Put a scan or a picture to a channel as evidence, or strike it (tệp minh chứng nơi đăng)."""

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
from minhbach.publication.contracts import EvidenceKind, PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Channel, ChannelFile, ScanState
from minhbach.publication.queries.channels import channel_for_change
from minhbach.publication.rights import refuse_who_does_not_tend
from minhbach.register.queries import ITEM

FILES_AT_MOST = 10
"""Of one channel, struck ones not counted."""


@transaction.atomic
def attach_channel_file(
    *, channel_id: int, kind: EvidenceKind, name: str, content: bytes, actor: Actor, now: datetime
) -> int:
    """Let a file wait, unread, until it is known to carry no mark of secrecy, and return its id.

    :param name: as it was uploaded; its ending is set to what the bytes are.
    :raises PublicationNotVisible: if the channel is not there for the actor.
    :raises PublicationRefused: if the actor may not, nothing was published there, there are ten files already, or the
        file is empty, too large, or neither PDF nor JPG, PNG, TIFF.
    """
    channel = channel_for_change(channel_id, actor=actor)
    refuse_who_does_not_tend(channel, actor=actor)
    if channel.done_on is None:
        raise PublicationRefused(_("Ghi đã đăng trước, rồi mới thêm tệp minh chứng."))
    if channel.files.filter(struck_at__isnull=True).count() >= FILES_AT_MOST:
        raise PublicationRefused(_("Mỗi nơi đăng có nhiều nhất %(most)s tệp minh chứng.") % {"most": FILES_AT_MOST})
    ending = _refuse_unfit(content)
    stem = safe_name(name).rpartition(".")[0] or "minh-chung"
    file = ChannelFile.objects.create(
        channel=channel,
        kind=kind.value,
        name=nfc(f"{stem}.{ending}")[:255],
        size=len(content),
        handed_in_by_id=actor.person,
        handed_in_at=now,
    )
    quarantine.put_aside(content, place_of(file.pk))
    note_channel_file(channel, "handed_in", file, actor, now)
    return file.pk


@transaction.atomic
def strike_channel_file(*, file_id: int, actor: Actor, now: datetime) -> int:
    """Let a file count no more and be opened by nobody; its line stays. Safe to call again; returns the channel's id.

    :raises PublicationNotVisible: if the file is not there for the actor.
    :raises PublicationRefused: if the actor may not.
    """
    channel_id = ChannelFile.objects.filter(pk=file_id).values_list("channel", flat=True).first()
    if channel_id is None:
        raise PublicationNotVisible
    channel = channel_for_change(channel_id, actor=actor)
    refuse_who_does_not_tend(channel, actor=actor)
    file = channel.files.select_for_update().get(pk=file_id)
    if file.struck_at is not None:
        return channel.pk
    file.struck_at, file.struck_by_id = now, actor.person
    file.save(update_fields=["struck_at", "struck_by"])
    if file.state == ScanState.WAITING:
        transaction.on_commit(partial(quarantine.remove, place_of(file.pk)))
    note_channel_file(channel, "struck", file, actor, now)
    return channel.pk


def place_of(file_id: int) -> str:
    """Return under which name a file waits in quarantine."""
    return f"noi-dang-{file_id}"


def note_channel_file(
    channel: Channel, what: str, file: ChannelFile, actor: Actor, now: datetime, sha256: str = ""
) -> None:
    """Record what happened to a file; neither its name nor, of one that was not kept, its digest stands in the log."""
    record_event(
        chain=body_chain(channel.body_id),
        kind=f"publication.channel_file_{what}",
        subject=Subject(ITEM, channel.item_id),
        actor=actor,
        now=now,
        facts={"channel": channel.pk, "file": file.pk, **({"sha256": sha256} if sha256 else {})},
    )


def _refuse_unfit(content: bytes) -> str:
    ending = scan_ending(content)
    if ending is None:
        raise PublicationRefused(_("Tệp này không phải PDF, JPG, PNG hoặc TIFF. Chọn lại tệp."), field="scan")
    if len(content) > settings.UPLOAD_LIMIT:
        sentence = _("Tệp nặng hơn %(limit)s. Quét lại với độ phân giải 200–300 dpi, hoặc chia nhỏ.")
        raise PublicationRefused(sentence % {"limit": size_written(settings.UPLOAD_LIMIT)}, field="scan")
    return ending
