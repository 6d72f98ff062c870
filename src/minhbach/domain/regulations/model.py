"""A model regulation as a value: chapters, articles with what they rest on, and places that an agency fills in."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.statutes.values import State, Unit


class ModelInvalid(ValueError):
    """Data of a model say something that cannot be. The message names the file and the key."""


class ModelState(StrEnum):
    """Who put a model out."""

    SUGGESTION = "suggestion"
    """Ours; no document of an authority."""
    OFFICIAL = "official"
    """Put out by an authority, which `issuer` names."""


class FieldKind(StrEnum):
    """What is filled in."""

    TEXT = "text"
    UNIT = "unit"
    """A unit, division or section of the agency."""
    POSITION = "position"
    """A position; never a person's name, which changes more often than a regulation."""
    DAYS = "days"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in, `{key}` in the text.

    :param begins_with: which of the agency's own data stand there at first ("body", "focal_point" …), or the value
        itself for days; empty: nothing.
    :param unit: of days.
    """

    key: str
    kind: FieldKind
    label: str
    help: str
    begins_with: str = ""
    choices: tuple[str, ...] = ()
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """Fields that count days within the agency, and the statute's term that they may not be longer than together."""

    fields: tuple[str, ...]
    term: str


@dataclass(frozen=True, slots=True)
class Base:
    """Where the law says what an article follows.

    :param document: by number, "01/2026/QH16"; `article`: from the large to the small, "Điều 26 khoản 3".
    :param quotation: its words, where the law's data have nothing at that article.
    """

    document: str
    article: str
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class ModelArticle:
    """An article: `text` has a clause a line. `demanded`: leaving it out needs a reason."""

    key: str
    title: str
    text: str
    bases: tuple[Base, ...]
    demanded: bool = False


@dataclass(frozen=True, slots=True)
class ModelChapter:
    """A chapter with its articles, in order."""

    title: str
    articles: tuple[ModelArticle, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What the law demands of a regulation, in our words, and how sure that is."""

    words: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One version of a model regulation.

    :param issuer: who put it out; empty for our own suggestion.
    :param since: offered for new drafts from this day; `until` is exclusive.
    :param statute: the number of the law whose terms it follows.
    """

    key: str
    version: str
    title: str
    subject: str
    issuer: str
    state: ModelState
    since: dt.date
    until: dt.date | None
    statute: str
    demand: Demand
    fields: tuple[Field, ...]
    limits: tuple[Limit, ...]
    chapters: tuple[ModelChapter, ...]

    def is_offered_on(self, day: dt.date) -> bool:
        """Tell whether a draft may begin with it on that day."""
        return self.since <= day and (self.until is None or day < self.until)

    def articles(self) -> Iterator[ModelArticle]:
        """Yield every article in order."""
        for chapter in self.chapters:
            yield from chapter.articles

    def article(self, key: str) -> ModelArticle | None:
        """Return the article of this key, or None where there is none."""
        return next((one for one in self.articles() if one.key == key), None)
