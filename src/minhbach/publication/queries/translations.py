"""Texts in other languages: drafts for who works in the agency, the rest for everybody while the original is public."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from minhbach.domain.access import Actor
from minhbach.domain.languages import Language
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.lawbook.languages import load_languages
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Publication, Translation
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, SEES
from minhbach.register.queries import items_kept_for

TRANSLATION = "translation"
"""The kind under which the gate, events and the search name a translation, by its id."""


@dataclass(frozen=True, slots=True)
class TranslationFilters:
    """What the list is narrowed to; "" narrows nothing."""

    language: str = ""
    state: str = ""


def translations_for(actor: Actor) -> QuerySet[Any]:
    """Return the texts of the actor's agencies, about items that the actor sees; each with `gate_state`."""
    gate = Publication.objects.filter(subject_kind=TRANSLATION, subject_id=OuterRef("pk"))
    seen = Q(item__isnull=True) | Q(item__in=items_kept_for(actor))
    rows = Translation.objects.filter(seen, body_id__in=actor.bodies_where(*SEES)).select_related("item", "body")
    found: QuerySet[Any] = rows.annotate(gate_state=Subquery(gate.values("state")[:1]))
    return found


def visible_translation(translation_id: int, *, actor: Actor) -> Any:
    """Return one text.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(translations_for(actor).filter(pk=translation_id))


def translation_for_change(translation_id: int, *, actor: Actor) -> Any:
    """Return one text, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(translations_for(actor).select_for_update(of=("self",)).filter(pk=translation_id))


def _only(rows: QuerySet[Any]) -> Any:
    row = rows.first()
    if row is None:
        raise PublicationNotVisible
    return row


def narrowed(rows: QuerySet[Any], to: TranslationFilters) -> QuerySet[Any]:
    """Return the texts that fit."""
    rows = rows.filter(language=to.language) if to.language else rows
    if to.state == "draft":
        return rows.filter(gate_state__isnull=True)
    return rows.filter(gate_state=to.state) if to.state else rows


def public_translations() -> QuerySet[Translation]:
    """Return what everybody may read: approved, and its original is public in the version that it translates."""
    gate = Publication.objects.filter(subject_kind=TRANSLATION, subject_id=OuterRef("pk"))
    # One `filter` call: number and days are those of one and the same version.
    original = Q(
        item__public_version__isnull=False,
        item__versions__number=F("version_number"),
        item__versions__published_on__isnull=False,
        item__versions__withdrawn_on__isnull=True,
    )
    rows = Translation.objects.filter(Q(item__isnull=True) | original)
    return rows.filter(Exists(gate.filter(state=PublicationState.PUBLIC)))


def languages_of_item(item_id: int, version_number: int) -> tuple[Language, ...]:
    """Return in which languages everybody may read a version of an item, in the order of the data."""
    return _languages(public_translations().filter(item_id=item_id, version_number=version_number))


def languages_of_body(body_id: int) -> tuple[Language, ...]:
    """Return in which languages an agency says something of itself."""
    return _languages(public_translations().filter(item__isnull=True, body_id=body_id))


def _languages(rows: QuerySet[Translation]) -> tuple[Language, ...]:
    tags = set(rows.values_list("language", flat=True))
    return tuple(one for tag, one in load_languages().items() if tag in tags) if tags else ()


def earlier_text(item_id: int, language: str) -> Translation | None:
    """Return the text of the latest earlier version in the language, to begin the next one with."""
    rows = Translation.objects.filter(item_id=item_id, language=language).order_by("-version_number")
    return rows.first()


def translations_for_today(actor: Actor) -> QuerySet[Any]:
    """Return what waits for this person: to approve, and what was given back."""
    rows = translations_for(actor)
    leads = Q(body_id__in=actor.bodies_where(*MAY_APPROVE), gate_state=PublicationState.SUBMITTED)
    drafts = Q(body_id__in=actor.bodies_where(*MAY_DRAFT), gate_state=PublicationState.SENT_BACK)
    return rows.filter(leads | drafts).order_by("pk")


def names_of_languages() -> Mapping[str, str]:
    """Return how lists name the languages, by tag."""
    return dict(_named())


def _named() -> Iterator[tuple[str, str]]:
    for tag, one in load_languages().items():
        yield tag, one.called
