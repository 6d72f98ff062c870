"""What reading gives, with the names of the contract `reading.md`. `as_json` of a reading is the contract's object."""

import datetime as dt
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any

from minhbach.domain.reading.source import Place


class DeadlineKind(StrEnum):
    """How a plan states a limit. The words are the contract's."""

    DATE = "date"
    BEFORE_DATE = "before_date"
    SUBMIT_BEFORE_DATE = "submit_before_date"
    MONTH = "month"
    QUARTER = "quarter"
    QUARTER_RANGE = "quarter_range"
    HALF_YEAR = "half_year"
    YEAR = "year"
    PERIOD = "period"
    PERIODIC = "periodic"
    WITHIN = "within"
    EVENT = "event"
    ONGOING = "ongoing"
    DONE = "done"
    ON_REQUEST = "on_request"
    QUARTER_THEN_ONGOING = "quarter_then_ongoing"
    YEAR_THEN_FOLLOWING_YEARS = "year_then_following_years"
    CONDITIONAL = "conditional"
    NONE = "none"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Branch:
    """One arm of a conditional deadline."""

    condition: str
    text: str
    kind: DeadlineKind
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit: the words as written, and inclusive dates where the words give them."""

    text: str | None
    kind: DeadlineKind
    start: dt.date | None = None
    end: dt.date | None = None
    recurring: bool = False
    condition: str | None = None
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that this one cites. `number` is as cited, e.g. "1408/QĐ-TTg".

    `title` is set for a law that is cited by its name ("Luật Ngân sách nhà nước") and may have no number.
    """

    doc_type: str | None
    number: str | None
    issued_on: dt.date | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The head and the foot of a document: what Decree 30/2020 puts around its content."""

    doc_type: str | None = None
    doc_type_code: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuing_body: str | None = None
    parent_body: str | None = None
    place: str | None = None
    date: dt.date | None = None
    title: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    signer_position: str | None = None
    signing_authority: tuple[str, ...] = ()
    secrecy: str | None = None
    urgency: str | None = None
    draft: bool = False
    co_signers: tuple[str, ...] = ()  # further signatures of a joint document
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the original something stands: first and last line, or a box on a page."""

    lines: tuple[int, int] | None = None
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One leaf of a plan: one assignment with its own lead, deadline or scope."""

    section: str | None
    number: str | None
    title: str
    scope: str | None
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    deadline: Deadline
    product: str | None
    report_to: tuple[str, ...]
    source: Source
    field_sources: dict[str, Source] = field(default_factory=dict)  # where lead, deadline, … stand


@dataclass(frozen=True, slots=True)
class Duty:
    """One instruction of an official letter."""

    number: str | None
    text: str
    assignees: tuple[str, ...]
    coordinating: tuple[str, ...]
    report_to: tuple[str, ...]
    deadline: Deadline | None
    source: Source


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What the organising part of a plan asks of a body."""

    section: str | None
    number: str | None
    body: tuple[str, ...]
    text: str
    report_to: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Where the money comes from."""

    text: str
    sources: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class StatisticField:
    """One figure that the document wants kept."""

    order: int
    text: str
    period: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person must look at. `message` is a Vietnamese sentence that says what to do."""

    code: str
    message: str
    line: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    head: Head
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    statistic_fields: tuple[StatisticField, ...] = ()
    problems: tuple[Problem, ...] = ()


def as_json(reading: Reading) -> dict[str, Any]:
    """Return the contract's object but for `source`, which only the caller who opened the file knows."""
    printed = {f.name: _plain(getattr(reading, f.name)) for f in fields(reading) if f.name != "head"}
    return {"document": _plain(reading.head), **printed}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        printed = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        source = printed.pop("source", None)
        if source:
            printed |= {key: found for key, found in source.items() if found is not None}
        if printed.get("branches") == []:
            del printed["branches"]
        return printed
    return value
