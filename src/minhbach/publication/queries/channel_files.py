"""Files that show where something was published: the body's alone, never the public's."""

from collections.abc import Collection

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.publication.models import ChannelFile, ScanState
from minhbach.publication.queries.channels import channels_visible_to

CHANNEL_FILE = "channel_file"
"""The kind under which stored files name the row that they belong to."""


def files_of_channel(channel_id: int) -> QuerySet[ChannelFile]:
    """Return the files of a channel, struck ones too. The caller has asked who may see the channel."""
    return ChannelFile.objects.filter(channel_id=channel_id).select_related("handed_in_by", "struck_by").order_by("pk")


def names_of_files(channel_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the names of the kept files of channels, in one query. The caller has asked who may see them."""
    found: dict[int, list[str]] = {}
    rows = ChannelFile.objects.filter(channel_id__in=channel_ids, state=ScanState.KEPT, struck_at__isnull=True)
    for channel_id, name in rows.order_by("pk").values_list("channel_id", "name"):
        found.setdefault(channel_id, []).append(name)
    return found


def may_read_channel_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the file: who sees the channel, until it is struck."""
    rows = ChannelFile.objects.filter(pk=int(subject.id), state=ScanState.KEPT, struck_at__isnull=True)
    return rows.filter(channel__in=channels_visible_to(actor)).exists()


def waiting_channel_files() -> QuerySet[ChannelFile]:
    """Return the files that nobody has read yet, the oldest first (for jobs)."""
    return ChannelFile.objects.filter(state=ScanState.WAITING, struck_at__isnull=True).order_by("pk")
