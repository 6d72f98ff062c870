"""Texts in other languages go with their original, in its transaction; they come back by an approval of their own."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.models import Publication, Translation
from minhbach.publication.queries.translations import TRANSLATION
from minhbach.publication.translations.indexing import drop_translation


def take_translations_away(item_id: int, *, remark: str, actor: Actor, now: datetime) -> None:
    """Withdraw every public text of an item that is being withdrawn."""
    own = Translation.objects.filter(item_id=item_id)
    rows = Publication.objects.select_for_update().filter(subject_kind=TRANSLATION, subject_id__in=own.values("pk"))
    for row in rows.filter(state=PublicationState.PUBLIC).order_by("pk"):
        row.state = PUBLICATION.next(PublicationState(row.state), PublicationEvent.WITHDRAW)
        row.remark = remark
        row.save(update_fields=["state", "remark"])
        drop_translation(row.subject_id)
        record_event(
            chain=body_chain(row.body_id),
            kind="publication.withdrawn",
            subject=Subject(TRANSLATION, row.subject_id),
            actor=actor,
            now=now,
        )
    own.update(public_from=None)


def let_outdated_be_found_no_more(item_id: int, version_number: int) -> None:
    """Let texts of earlier versions be found no more; they stay beside the version that they translate."""
    earlier = Translation.objects.filter(item_id=item_id, version_number__lt=version_number)
    for pk in earlier.values_list("pk", flat=True):
        drop_translation(pk)
