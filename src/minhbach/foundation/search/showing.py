"""Turns ids into hits: what is shown of an entry, with the words of the question marked."""

from collections.abc import Sequence

from minhbach.domain.search.highlights import Highlighter
from minhbach.domain.search.questions import Term
from minhbach.foundation.models import SearchText
from minhbach.foundation.search.contracts import Hit
from minhbach.foundation.search.ordering import Scored
from minhbach.lawbook.short_forms import short_forms


def hits_of(scored: Sequence[Scored], terms: Sequence[Term]) -> tuple[Hit, ...]:
    """Return the hits of some entries, in the given order."""
    highlighter = Highlighter(terms, short_forms())
    texts = SearchText.objects.select_related("entry").defer("compared").in_bulk([entry for entry, _score in scored])
    return tuple(_hit(texts[entry], score, highlighter) for entry, score in scored if entry in texts)


def _hit(text: SearchText, score: float, highlighter: Highlighter) -> Hit:
    return Hit(
        kind=text.entry.kind,
        subject_id=text.entry.subject_id,
        title=text.title,
        marked_title=highlighter.marked(text.title),
        number=text.number,
        on=text.entry.on,
        score=round(score, 4),
        highlight=highlighter.snippet(text.body),
    )
