"""Internal regulations: an agency's own for who works there, drafts for who is asked about them, the rest for all."""

import datetime as dt
from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import (
    Announcement,
    AskedForOpinion,
    Opinion,
    OpinionRound,
    Publication,
    RegulationArticle,
)
from minhbach.publication.queries.announcements import (
    announcement_for_change,
    announcements_for,
    announcements_in_force,
    public_announcements,
)
from minhbach.publication.rules import MAY_DRAFT, SEES

KIND = AnnouncementKind.REGULATION


def regulations_for(actor: Actor) -> QuerySet[Announcement]:
    """Return the regulations of the bodies in which the actor reads the gate's pages, drafts first, then the newest."""
    rows = announcements_for(actor).filter(kind=KIND).select_related("body", "regulation")
    return rows.order_by("-is_draft", "-decided_on", "-pk")


def visible_regulation(announcement_id: int, *, actor: Actor) -> Announcement:
    """Return one of the actor's own bodies, with its content.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    row = regulations_for(actor).filter(pk=announcement_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def regulation_for_change(announcement_id: int, *, actor: Actor) -> Announcement:
    """Return one, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    if row.kind != KIND:
        raise PublicationNotVisible
    return row


def article_of(row: Announcement, article_id: int) -> RegulationArticle:
    """Return one article of a regulation that the caller may see.

    :raises PublicationNotVisible: if it is none of its articles.
    """
    article = row.regulation.articles.filter(pk=article_id).first()
    if article is None:
        raise PublicationNotVisible
    return article


def open_round(row: Announcement) -> OpinionRound | None:
    """Return the round of opinions that goes on."""
    return row.regulation.rounds.filter(closed_at__isnull=True).first()


def _asked(actor: Actor) -> Q:
    """Return the condition that a question is put to the actor: to a body or unit that they work in, or to them."""
    places = {post.body for post in actor.posts if post.role in SEES} | {post.unit for post in actor.posts if post.unit}
    return Q(person=actor.person) | Q(person__isnull=True, body__in=places)


def questions_for(actor: Actor) -> QuerySet[AskedForOpinion]:
    """Return the questions of open rounds that are put to the actor, the first day first."""
    rows = AskedForOpinion.objects.filter(_asked(actor), round__closed_at__isnull=True)
    return rows.select_related("round__regulation__announcement__body", "body").order_by("round__until_on", "pk")


def question_about(announcement_id: int, *, actor: Actor) -> AskedForOpinion:
    """Return the question about a draft that is put to the actor; one to them alone before one to their unit.

    :raises PublicationNotVisible: if nobody asks them, or the round is over.
    """
    rows = questions_for(actor).filter(round__regulation__announcement=announcement_id)
    row = rows.order_by("-person", "pk").first()
    if row is None:
        raise PublicationNotVisible
    return row


def unanswered_questions(actor: Actor) -> QuerySet[AskedForOpinion]:
    """Return the questions put to the actor on which nobody asked has said anything yet."""
    return questions_for(actor).exclude(Exists(Opinion.objects.filter(asked=OuterRef("pk"))))


def opinions_on(row: Announcement) -> QuerySet[Opinion]:
    """Return every opinion that was given on a draft, by round and who was asked."""
    rows = Opinion.objects.filter(asked__round__regulation=row.regulation)
    people = ("given_by", "answered_by", "asked__body", "asked__person", "asked__round")
    return rows.select_related(*people).order_by("asked__round", "asked__body__sort_key", "pk")


def opinion_on(row: Announcement, opinion_id: int) -> Opinion:
    """Return one opinion on a draft that the caller may see.

    :raises PublicationNotVisible: if it is none on this draft.
    """
    found = opinions_on(row).filter(pk=opinion_id).first()
    if found is None:
        raise PublicationNotVisible
    return found


class Step(StrEnum):
    """What a regulation of one's own body waits for."""

    CLOSE_OPINIONS = "close_opinions"
    CONFIRM = "confirm"
    SUBMIT = "submit"


def regulations_to_move(actor: Actor, *, on: dt.date) -> QuerySet[Any]:
    """Return the drafts of the actor's bodies with something to do, each with its `step`.

    The day for opinions is over and the round still open; the decision is signed and not confirmed; it is issued and
    nobody brought it to the gate.
    """
    over = Exists(
        OpinionRound.objects.filter(regulation__announcement=OuterRef("pk"), closed_at__isnull=True, until_on__lt=on)
    )
    at_the_gate = Exists(Publication.objects.filter(subject_kind=KIND, subject_id=OuterRef("pk")))
    signed = Q(regulation__state=RegulationState.AT_SIGNING, regulation__letter__state=LetterState.SIGNED)
    issued = Q(regulation__state=RegulationState.ISSUED) & ~at_the_gate
    step = Case(
        When(over, then=Value(Step.CLOSE_OPINIONS.value)),
        When(signed, then=Value(Step.CONFIRM.value)),
        When(issued, then=Value(Step.SUBMIT.value)),
        output_field=CharField(max_length=20),
    )
    rows = Announcement.objects.filter(kind=KIND, body_id__in=actor.bodies_where(*MAY_DRAFT), is_draft=True)
    return rows.annotate(step=step).filter(step__isnull=False).select_related("body").order_by("pk")


def regulation_in_force(body_id: int) -> Announcement | None:
    """Return what the body issued, published and holds now, with its content."""
    return regulations_in_force().filter(body_id=body_id).select_related("body", "regulation").first()


def regulations_in_force() -> QuerySet[Announcement]:
    """Return those that are public and hold now: one a body at most."""
    return announcements_in_force(KIND)


def public_regulations() -> QuerySet[Announcement]:
    """Return what everybody may read, those that a later one replaced among them."""
    return public_announcements(KIND).select_related("body", "regulation")
