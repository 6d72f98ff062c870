"""Put another file in the place of one of an item's, as a new version; whoever looks through files has asked for it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.queries import file_content
from minhbach.register.changing import refuse_struck, refuse_waiting
from minhbach.register.contracts import FileRole, ItemRefused, NewFile
from minhbach.register.holding import hold_files
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import ItemVersion
from minhbach.register.queries import item_for_change, latest_version


@transaction.atomic
def replace_file(
    *, item_id: int, file_id: int, name: str, content: bytes, why: str, actor: Actor, now: datetime
) -> int:
    """Add a version that has all files of the newest one but this, and return its id; all of them are read again.

    The caller answers for it that the actor may. The version before stays as it is, with the rights that it has.

    :param why: what everybody may read beside the version.
    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the newest version has no such file, files of it are still being read, or the item is struck
        or waits at the gate.
    """
    row = item_for_change(item_id, actor=actor)
    refuse_struck(row)
    refuse_waiting(row)
    last = latest_version(row)
    kept = list(last.files.order_by("pk"))
    if file_id not in {one.file_id for one in kept}:
        raise ItemRefused(_("Tệp này không còn trong bản mới nhất. Mở bản mới nhất."))
    if last.held_files.filter(state="waiting").exists():
        raise ItemRefused(_("Còn tệp của bản này đang được đọc tìm dấu mật. Chờ đọc xong."))
    version = ItemVersion.objects.create(
        item=row,
        number=last.number + 1,
        corrects=last.number,
        why=why[:500],
        facts=last.facts,
        made_by_id=actor.person,
        made_at=now,
    )
    row.version += 1
    row.save(update_fields=["version"])
    note(row, "file_replaced", actor=actor, now=now, facts={"version": version.number, "corrects": last.number})
    index_item(row)
    files = [
        NewFile(name, content, FileRole(one.role))
        if one.file_id == file_id
        else NewFile(one.name, file_content(one.file_id), FileRole(one.role))
        for one in kept
    ]
    hold_files(version, files, actor=actor)
    return version.pk
