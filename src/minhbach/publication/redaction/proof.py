"""What is kept of the proof of a copy, and what the proof found that a person has yet to answer for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from minhbach.extraction.redaction.contracts import WHERE, Hit, Proof, Redacted
from minhbach.extraction.redaction.space import overlap
from minhbach.publication.contracts import MarkState
from minhbach.publication.models import Redaction
from minhbach.publication.redaction.places import whole_page

SAME = 0.5
"""Of a place's area, from which on it counts as one that was answered for."""
MOST_LEFT = 500


def proof_kept(made: Redacted) -> dict[str, Any]:
    """Return the proof as it is kept: by what was looked for where, and how much was found. No word of the file."""
    labels = Counter(term.label or "" for term in made.proof.terms)
    found = Counter(hit.where for hit in made.proof.left)
    return {
        "clean": made.proof.clean,
        "pages": made.pages,
        "boxes": len(made.proof.boxes),
        "looked_for": len(made.proof.terms),
        "labels": dict(sorted(labels.items())),
        "where": {where: {"by": made.proof.searched[where], "found": found[where]} for where in WHERE},
        "stands_elsewhere": len(made.proof.elsewhere),
        "removed": list(made.proof.removed),
        "notes": list(made.proof.notes),
        "sha256": made.sha256,
        "source_sha256": made.source_sha256,
    }


def left_elsewhere(row: Redaction, proof: Proof) -> Iterator[dict[str, Any]]:
    """Yield the places, as columns of marks, where words of a box stand and nobody has said why they may.

    What has no place on its page is answered for by the whole page.
    """
    kept = [(one.page, one.boxes, one.text) for one in row.marks.filter(state=MarkState.KEPT)]
    known: list[tuple[int, Sequence[Sequence[float]], str]] = list(kept)
    pages = {page.number: page for page in row.own_pages.all()}
    for hit in proof.elsewhere:
        if hit.page is None or hit.page not in pages or _is_known(hit, known):
            continue
        boxes = [list(hit.box)] if hit.box else whole_page(pages[hit.page])
        known.append((hit.page, boxes, hit.text))
        if len(known) - len(kept) > MOST_LEFT:
            return
        yield {"page": hit.page, "boxes": boxes, "text": hit.text[:300]}


def _is_known(hit: Hit, known: Sequence[tuple[int, Sequence[Sequence[float]], str]]) -> bool:
    for page, boxes, text in known:
        if page != hit.page:
            continue
        if hit.box is None and text == hit.text[:300]:
            return True
        if hit.box and any(overlap(hit.box, (box[0], box[1], box[2], box[3])) >= SAME for box in boxes):
            return True
    return False
