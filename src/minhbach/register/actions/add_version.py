"""Add a version to an item: other files, or other words for what the public reads (bản mới, đính chính)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.register.changing import keeper_item, refuse_known, refuse_waiting
from minhbach.register.cleaning import clean_facts
from minhbach.register.contracts import ItemFacts, ItemRefused, NewFile
from minhbach.register.facts_kept import as_json
from minhbach.register.holding import hold_files
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import ItemVersion
from minhbach.register.queries import latest_version

LONGEST_WHY = 500


@transaction.atomic
def add_version(
    *,
    item_id: int,
    why: str,
    actor: Actor,
    now: datetime,
    files: Sequence[NewFile] = (),
    facts: ItemFacts | None = None,
) -> int:
    """Add a version and return its id. The public goes on reading the one before until this one is approved.

    :param why: what it corrects or adds; the public reads it beside the version.
    :param facts: what the item is called from this version on; None: as before.
    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, nothing changes, no reason is given, or the item waits at the gate.
    """
    row = keeper_item(item_id, actor=actor)
    refuse_waiting(row)
    why = squeeze(why)[:LONGEST_WHY]
    if not why:
        raise ItemRefused(_("Ghi bản này sửa hoặc thêm gì."), field="why")
    if not files and facts is None:
        raise ItemRefused(_("Chọn tệp của bản mới, hoặc sửa tên, số, ngày."), field="files")
    if facts is not None:
        facts = clean_facts(facts, today=timezone.localdate(now))
        refuse_known(facts, body_id=row.body_id, but=row.pk)
    last = latest_version(row)
    version = ItemVersion.objects.create(
        item=row,
        number=last.number + 1,
        corrects=last.number,
        why=why,
        facts=as_json(facts) if facts else last.facts,
        made_by_id=actor.person,
        made_at=now,
    )
    row.version += 1
    row.save(update_fields=["version"])
    counted = {"version": version.number, "corrects": last.number, "files": len(files)}
    note(row, "version_added", actor=actor, now=now, facts=counted)
    index_item(row)
    hold_files(version, files, actor=actor)
    return version.pk
