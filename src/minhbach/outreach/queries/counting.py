"""How much feedback came and what became of it: by kind, body, month and group. Persons are in none of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractMonth

from minhbach.domain.lifecycles.feedback import OPEN, FeedbackState
from minhbach.outreach.models import Feedback, FeedbackContentment
from minhbach.outreach.queries.listing import year_of
from minhbach.requests.contracts import Content
from minhbach.requests.queries.contentment import contentment_counted

BY = {"kind": "kind", "body": "body_id", "month": "month", "group": "group"}
_COUNTED = {
    "answered": Count("pk", filter=Q(state=FeedbackState.ANSWERED) | Q(joined_to__state=FeedbackState.ANSWERED)),
    "open": Count("pk", filter=Q(state__in=OPEN) | Q(joined_to__state__in=OPEN)),
    "all": Count("pk"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One line: how many in all, answered, still open; `other` went elsewhere or were closed."""

    key: object
    all: int
    answered: int
    open: int

    @property
    def other(self) -> int:
        """Return how many are neither answered nor open."""
        return self.all - self.answered - self.open


def public_feedback() -> QuerySet[Feedback]:
    """Return what public figures count: all but denunciations, of which not even the number is told."""
    return Feedback.objects.filter(is_confidential=False)


def of_year(rows: QuerySet[Feedback], year: int) -> QuerySet[Feedback]:
    """Return what was received in a year."""
    return rows.filter(received_on__range=year_of(year))


def counted(rows: QuerySet[Feedback], by: str) -> tuple[Counted, ...]:
    """Return one line for each kind, body, month (1 to 12) or group, in one query."""
    rows = rows.annotate(month=ExtractMonth("received_on")) if by == "month" else rows
    name = BY[by]
    lines = rows.order_by().values(name).annotate(**_COUNTED).order_by(name)
    return tuple(Counted(one[name], one["all"], one["answered"], one["open"]) for one in lines)


def total(rows: QuerySet[Feedback]) -> Counted:
    """Return all of it in one line."""
    one = rows.order_by().aggregate(**_COUNTED)
    return Counted(None, one["all"], one["answered"], one["open"])


def people_spoken_for(rows: QuerySet[Feedback]) -> dict[str, int]:
    """Return for how many people each residents' group said that it speaks, all its feedback together."""
    lines = rows.exclude(group="").order_by().values("group").annotate(people=Sum("speaks_for"))
    return {one["group"]: one["people"] or 0 for one in lines}


def years_with_feedback(rows: QuerySet[Feedback]) -> list[int]:
    """Return the years in which something came, the latest first."""
    return [day.year for day in rows.order_by().dates("received_on", "year", order="DESC")]


@dataclass(frozen=True, slots=True)
class ContentCounted:
    """How content people were: how many said each of the three steps."""

    yes: int = 0
    partly: int = 0
    no: int = 0

    @property
    def all(self) -> int:
        """Return how many said anything."""
        return self.yes + self.partly + self.no


def content_with_feedback(bodies: Collection[int] | None, *, since: date, until: date) -> ContentCounted:
    """Return how content senders of feedback were with answers given by bodies (None: all) in a time, both ends in."""
    rows = FeedbackContentment.objects.filter(said_at__date__range=(since, until), feedback__is_confidential=False)
    rows = rows if bodies is None else rows.filter(feedback__body_id__in=bodies)
    return _steps(dict(rows.order_by().values_list("content").annotate(Count("pk"))))


def content_by_body(*, since: date, until: date) -> dict[int, ContentCounted]:
    """Return the same for each body whose answers somebody rated."""
    rows = FeedbackContentment.objects.filter(said_at__date__range=(since, until), feedback__is_confidential=False)
    said: dict[int, dict[str, int]] = {}
    for body, step, count in rows.order_by().values_list("feedback__body_id", "content").annotate(Count("pk")):
        said.setdefault(body, {})[step] = count
    return {body: _steps(steps) for body, steps in said.items()}


def content_with_requests(bodies: Collection[int] | None, *, since: date, until: date) -> ContentCounted:
    """Return how content requesters were with answers to requests for information, likewise."""
    said = contentment_counted(bodies, since=since, until=until)
    return _steps({step.value: count for step, count in said.items()})


def _steps(said: Mapping[str, int]) -> ContentCounted:
    return ContentCounted(*(said.get(step, 0) for step in (Content.YES, Content.PARTLY, Content.NO)))
