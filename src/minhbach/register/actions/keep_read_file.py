"""Keep a file with an item where another room has read it already, whole, and found no mark of secrecy in it."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.register.changing import item_for_roles, refuse_struck, refuse_waiting
from minhbach.register.contracts import NewFile
from minhbach.register.files import LONGEST_TEXT
from minhbach.register.holding import keep_file
from minhbach.register.indexing import index_item
from minhbach.register.queries import latest_version
from minhbach.register.rules import MAY_KEEP


@transaction.atomic
def keep_read_file(*, item_id: int, file: NewFile, text: str, actor: Actor, now: datetime) -> int:
    """Store a file with the item's latest version, let its words be found at once, and return foundation's id of it.

    The caller answers for it that the file was looked through: nothing reads it again.

    :param text: what the file says; the version's text grows by it.
    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not keep the register, or the item is struck or waits at the gate.
    """
    row = item_for_roles(item_id, MAY_KEEP, actor=actor)
    refuse_struck(row)
    refuse_waiting(row)
    version = latest_version(row)
    keep_file(version, file, text[:LONGEST_TEXT], actor=actor, now=now)
    index_item(row)
    return int(version.files.order_by("-pk").values_list("file_id", flat=True)[0])
