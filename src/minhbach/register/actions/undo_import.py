"""Take a list out of the register again, as long as nothing was done with its items."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.index_entry import drop_entries
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.register.contracts import ImportRefused
from minhbach.register.models import Item
from minhbach.register.models.imports import ImportState
from minhbach.register.queries import ITEM
from minhbach.register.queries.imports import IMPORT, import_for_change
from minhbach.register.registries import waiting_among

BATCH = 500


@transaction.atomic
def undo_import(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Remove the items of a list, and return how many; their numbers in the book stay unused.

    :raises ImportNotVisible: if it is not there for the actor.
    :raises ImportRefused: if it was not taken in, or an item was published, listed, waits at the gate or got files.
    """
    row = import_for_change(import_id, actor=actor)
    if row.state != ImportState.DONE:
        raise ImportRefused(_("Danh mục này chưa được nhập hoặc đã hoàn tác."))
    items = Item.objects.filter(item_import=row)
    used = items.filter(
        Q(public_version__isnull=False)
        | Q(listed_on__isnull=False)
        | Q(versions__published_on__isnull=False)
        | Q(versions__files__isnull=False)
        | Q(versions__held_files__isnull=False)
        | Q(versions__number__gt=1)
    )
    ids = list(items.order_by("pk").values_list("pk", flat=True))
    if used.exists() or waiting_among(ids):
        raise ImportRefused(
            _("Đã có mục của danh mục này được công khai, trình duyệt hoặc có tệp. Gạch từng mục nhầm.")
        )
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        drop_entries(ITEM, part)
        Item.objects.filter(pk__in=part).delete()
    row.state = ImportState.UNDONE
    row.save(update_fields=["state"])
    record_event(
        chain=body_chain(row.body_id),
        kind="item_import.undone",
        subject=Subject(IMPORT, row.pk),
        actor=actor,
        now=now,
        facts={"items": len(ids)},
    )
    return len(ids)
