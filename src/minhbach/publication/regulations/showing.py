"""What pages show of a regulation: its articles with numbers, bases and changes, and which acts are possible."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.regulation import REGULATION, RegulationEvent, RegulationState
from minhbach.domain.regulations import Model, filled, numbered
from minhbach.publication.models import Announcement, RegulationArticle
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.scans import may_act_on_later_scan
from minhbach.publication.regulations.content import (
    article_texts,
    faults_in,
    law_of,
    model_used,
    values_in_words,
)
from minhbach.publication.regulations.labels import cited, fault_words, model_words, tag_of_regulation
from minhbach.publication.rules import EDITABLE, MAY_APPROVE, MAY_DRAFT


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as the officers' page lists it.

    :param number: None for one that is left out. `origin`: "model", "changed" or "added".
    """

    row: RegulationArticle
    number: int | None
    title: str
    text: str
    origin: str
    demanded: bool
    bases: tuple[str, ...]
    begins_chapter: bool


def article_lines(row: Announcement, *, on: date) -> list[ArticleLine]:
    """Return every article with its places filled in: the rows once, and nothing more."""
    model = model_used(row.regulation)
    values, law = values_in_words(row.regulation, model, on=on), law_of(row.regulation, on=on)
    rows = list(row.regulation.articles.all())
    lines, chapter = [], None
    for one, number in zip(rows, numbered(article_texts(row.regulation)), strict=True):
        own = model.article(one.key) if model and one.key else None
        begins, chapter = one.chapter != chapter, one.chapter
        lines.append(
            ArticleLine(
                row=one,
                number=number,
                title=filled(one.title, values),
                text=filled(one.text, values),
                origin=_origin(one, model),
                demanded=bool(own and own.demanded),
                bases=tuple(cited(base, law) for base in own.bases) if own else (),
                begins_chapter=begins and bool(one.chapter),
            )
        )
    return lines


def _origin(one: RegulationArticle, model: Model | None) -> str:
    own = model.article(one.key) if model and one.key else None
    if own is None:
        return "added"
    return "model" if (own.title, own.text) == (one.title, one.text) else "changed"


def faults_shown(row: Announcement, *, on: date) -> list[tuple[bool, str]]:
    """Return what is wrong, each with whether it is a warning only."""
    model, law = model_used(row.regulation), law_of(row.regulation, on=on)
    return [(one.is_warning, fault_words(one, model, law)) for one in faults_in(row.regulation, on=on)]


def standing_of(row: Announcement) -> dict[str, Any]:
    """Return how far it has come, and which model it began with."""
    regulation, publication = row.regulation, publication_of(row.kind, row.pk)
    model = model_used(regulation)
    return {
        "publication": publication,
        "tag": tag_of_regulation(regulation.state, publication.state if publication else None),
        "model": model,
        "model_name": model_words(model, regulation.model_key, regulation.model_version),
    }


def possible(row: Announcement, *, actor: Actor) -> dict[str, bool]:
    """Return which acts the state and the actor's posts allow; buttons are shown for these alone."""
    publication = publication_of(row.kind, row.pk)
    gate = publication.state if publication else None
    drafts, leads = actor.holds(*MAY_DRAFT, body=row.body_id), actor.holds(*MAY_APPROVE, body=row.body_id)
    state = RegulationState(row.regulation.state)
    free = drafts and row.is_draft and (gate is None or gate in EDITABLE)
    events = set(REGULATION.events(state)) if free else set()
    return {
        "write": RegulationEvent.WRITE in events,
        "ask": RegulationEvent.ASK_OPINIONS in events,
        "close": RegulationEvent.CLOSE_OPINIONS in events,
        "draw_up": RegulationEvent.DRAW_UP_DECISION in events,
        "issue": RegulationEvent.ISSUE in events and state == RegulationState.AT_SIGNING,
        "return": RegulationEvent.RETURN_TO_DRAFT in events,
        "discard": RegulationEvent.DISCARD in events and gate is None,
        "answer": drafts and state != RegulationState.ISSUED,
        "scan": free and state == RegulationState.ISSUED,
        "later_scan": may_act_on_later_scan(row, actor=actor),
        "submit": free and state == RegulationState.ISSUED,
        "take_back": drafts and gate == PublicationState.SUBMITTED,
        "approve": leads and gate == PublicationState.SUBMITTED,
        "withdraw": leads and row.public_from is not None and row.withdrawn_on is None,
        "amend": drafts and row.public_from is not None and not row.replaced_on and not row.withdrawn_on,
    }
