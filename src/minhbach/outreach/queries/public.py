"""Answers that everybody reads, without the persons."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from minhbach.domain.text import fold, squeeze
from minhbach.outreach.contracts import FeedbackNotVisible
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.outreach.queries.listing import year_of
from minhbach.publication.queries import public_ids, publication_of


@dataclass(frozen=True, slots=True)
class PublicFilters:
    """What the public list is narrowed to."""

    words: str = ""
    kind: str = ""
    body_id: int | None = None
    year: int | None = None


def public_answers() -> QuerySet[Feedback]:
    """Return what leaders let out, the latest first."""
    rows = Feedback.objects.filter(pk__in=public_ids(FEEDBACK)).select_related("body")
    return rows.order_by("-answered_on", "-pk")


def narrowed_public(rows: QuerySet[Feedback], to: PublicFilters) -> QuerySet[Feedback]:
    """Return what fits; words are looked for in what the public reads alone."""
    for word in fold(squeeze(to.words)).split():
        rows = rows.filter(public_search_text__contains=word)
    rows = rows.filter(kind=to.kind) if to.kind else rows
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    return rows.filter(answered_on__range=year_of(to.year)) if to.year else rows


def public_answer(feedback_id: int) -> Feedback:
    """Return one.

    :raises FeedbackNotVisible: if the public may not see it.
    """
    row = public_answers().filter(pk=feedback_id).first()
    if row is None:
        raise FeedbackNotVisible
    return row


def public_since(row: Feedback) -> date | None:
    """Return since when the public reads it."""
    publication = publication_of(FEEDBACK, row.pk)
    moment = publication.approved_at if publication else None
    return timezone.localdate(moment) if moment else None


def bodies_and_years() -> tuple[frozenset[int], list[int]]:
    """Return of which bodies and of which years there are answers for everybody; the latest year first."""
    told = set(public_answers().order_by().values_list("body_id", "answered_on__year").distinct())
    return frozenset(body for body, _year in told), sorted({year for _body, year in told if year}, reverse=True)
