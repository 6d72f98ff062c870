"""Files of the register's items as the gate redacts them: the copy comes as a new version, the original stays."""

from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.foundation.queries import file_record_of
from minhbach.publication.contracts import FileToRedact, MadeCopy, PublicationRefused
from minhbach.publication.registries import Host
from minhbach.register.actions.replace_file import replace_file
from minhbach.register.contracts import ItemRefused
from minhbach.register.labels import called
from minhbach.register.law import statute_of_register
from minhbach.register.queries import items_by_id, items_kept_for, latest_version, version_record


def _sees(actor: Actor, item_id: int) -> bool:
    return items_kept_for(actor).filter(pk=item_id).exists()


def _seen_by(actor: Actor) -> Collection[int]:
    return items_kept_for(actor).values_list("pk", flat=True)


def _file(item_id: int, file_id: int) -> FileToRedact:
    row = items_by_id([item_id])[item_id]
    version = version_record(latest_version(row).pk, item_id=item_id)
    if file_id not in {one.file_id for one in version.files}:
        raise PublicationRefused(_("Tệp này không thuộc bản mới nhất. Mở bản mới nhất."))
    record = file_record_of(file_id)
    law = statute_of_register(clock.today())
    return FileToRedact(record.id, record.name, record.sha256, row.body_id, law.number)


def _names(item_ids: Collection[int]) -> dict[int, str]:
    return {one.pk: called(one) for one in items_by_id(item_ids).values()}


def _page(item_id: int) -> str:
    return reverse("publication:item", args=[item_id])


def _take(copy: MadeCopy) -> int:
    try:
        return replace_file(
            item_id=copy.subject_id,
            file_id=copy.file_id,
            name=copy.name,
            content=copy.content,
            why=copy.why,
            actor=copy.actor,
            now=copy.now,
        )
    except ItemRefused as refused:
        raise PublicationRefused(refused.reason) from refused


ITEM_HOST = Host(sees=_sees, seen_by=_seen_by, file=_file, names=_names, page=_page, take=_take)
