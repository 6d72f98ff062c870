"""What the law on personal data asks, as values: the notice, how long what is kept, terms of replies and breaches."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

CONFIRMED = "confirmed"


class DataMatter(StrEnum):
    """What personal data are kept for."""

    REQUEST = "request"
    FEEDBACK = "feedback"
    MAIL = "mail"
    """A mail of which no person has said what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value comes from, and how sure it is.

    :param document: "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"; empty where no text says anything.
    :param state: "confirmed", "unverified" (quoted by others), "provisional" (our own proposal).
    """

    since: date
    document: str
    article: str = ""
    quotation: str = ""
    state: str
    source: str

    @property
    def is_sure(self) -> bool:
        """True if somebody opened the text."""
        return self.state == CONFIRMED

    @property
    def named(self) -> str:
        """Return article and document in one: "khoản 1 Điều 23 Luật …"; empty for none."""
        return " ".join(part for part in (self.article, self.document) if part)


@dataclass(frozen=True, slots=True)
class NoticePart:
    """One thing that the notice says; `words` may hold the places {body} and {kept}."""

    key: str
    heading: str
    words: str
    article: str = ""
    matters: frozenset[DataMatter] = frozenset(DataMatter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Source):
    """What people read before their data are asked for."""

    parts: tuple[NoticePart, ...]

    def about(self, matter: DataMatter) -> tuple[NoticePart, ...]:
        """Return the parts for a matter, in their order."""
        return tuple(part for part in self.parts if matter in part.matters)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionPeriod(Source):
    """How long the personal data of a finished matter are kept."""

    matter: DataMatter
    months: int

    def erased_from(self, ended_on: date) -> date:
        """Return the first day on which they are kept no longer."""
        return after_months(ended_on, self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReply(Source):
    """Within how many working days a person hears who asks about their own data."""

    working_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachTerm(Source):
    """Within how many hours of finding it a breach is told, to whom, and in which cases."""

    hours: int
    to: str
    where: str

    def due_at(self, found_at: datetime) -> datetime:
        """Return the last moment."""
        return found_at + timedelta(hours=self.hours)


def after_months(day: date, months: int) -> date:
    """Return the day so many months later; where that month is too short, its last day (Civil Code, Article 147)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
