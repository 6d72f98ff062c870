"""Reads of single bodies, by id, slug and words."""

from collections.abc import Collection, Iterable

from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.models import Body
from minhbach.agencies.queries.rows import records
from minhbach.domain.text import fold
from minhbach.foundation.once import asked_once_each


def body(body_id: int) -> BodyRecord:
    """Return a body.

    :raises BodyNotVisible: if there is none with this id.
    """
    return _only(records(Body.objects.filter(pk=body_id)))


def body_by_slug(slug: str) -> BodyRecord:
    """Return the body whose page has this address.

    :raises BodyNotVisible: if there is none.
    """
    return _only(records(Body.objects.filter(slug=slug)))


def bodies(ids: Iterable[int]) -> dict[int, BodyRecord]:
    """Return bodies by id; an id that no body has is left out."""
    return {record.id: record for record in records(Body.objects.filter(pk__in=set(ids)))}


def body_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names with place of bodies by id, in the order of their names."""
    rows = sorted((sort_key, pk, name) for pk, (sort_key, name) in _names(ids).items())
    return {pk: name for _sort_key, pk, name in rows}


@asked_once_each
def _names(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    rows = Body.objects.filter(pk__in=ids).order_by().values_list("pk", "sort_key", "name", "place")
    return {pk: (sort_key, f"{name}, {place}" if place else name) for pk, sort_key, name, place in rows}


def existing_ids(ids: Collection[int]) -> set[int]:
    """Return those of the ids that belong to a body."""
    return set(Body.objects.filter(pk__in=ids).values_list("pk", flat=True))


def search_bodies(words: str, *, limit: int) -> tuple[tuple[int, str], ...]:
    """Return the id and the name with place of bodies whose name holds all the words, with or without marks.

    Those whose name begins as asked come first, then those that exist today. No words: nothing.
    """
    folded = fold(words).split()
    if not folded:
        return ()
    rows = Body.objects.all()
    for word in folded:
        rows = rows.filter(search_text__contains=word)
    # Half the bodies of a city hold all the words of its own committee's name; who writes it out wants that one.
    begins = ExpressionWrapper(Q(search_text__startswith=" ".join(folded)), output_field=BooleanField())
    ordered = rows.order_by(begins.desc(), F("exists_until").desc(nulls_first=True), "sort_key", "pk")
    found = ordered.values_list("pk", "name", "place")[:limit]
    return tuple((pk, f"{name}, {place}" if place else name) for pk, name, place in found)


def _only(found: tuple[BodyRecord, ...]) -> BodyRecord:
    if not found:
        raise BodyNotVisible(_("Không tìm thấy cơ quan này."))
    return found[0]
