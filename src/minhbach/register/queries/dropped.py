"""Documents that were handed in to be read: each for who handed it in."""

from minhbach.domain.access import Actor
from minhbach.register.contracts import ItemNotVisible
from minhbach.register.models import DroppedDocument
from minhbach.register.rules import MAY_KEEP

DOCUMENT = "dropped_document"
"""The kind under which events name a dropped document."""


def place_of(document_id: int) -> str:
    """Return under which name the file waits."""
    return f"kho-doc-{document_id}"


def visible_document(document_id: int, *, actor: Actor) -> DroppedDocument:
    """Return one document that the actor handed in.

    :raises ItemNotVisible: if it is another one's, or not there.
    """
    bodies = actor.bodies_where(*MAY_KEEP)
    rows = DroppedDocument.objects.filter(body_id__in=bodies, handed_in_by_id=actor.person)
    row = rows.filter(pk=document_id).first()
    if row is None:
        raise ItemNotVisible
    return row


def waiting_documents() -> list[int]:
    """Return the ids of documents that nobody has read yet, the oldest first (for jobs)."""
    return list(DroppedDocument.objects.filter(state="waiting").order_by("pk").values_list("pk", flat=True))
