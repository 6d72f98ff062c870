"""What the monitor expects of agencies by the law's own words, and what it counts of each."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.bodies.focal_points import InForce


class Criterion(StrEnum):
    """What a letter of an agency is judged by, in the order of the page."""

    PRESENT = "present"
    """Something of this letter is public (có)."""
    FRESH = "fresh"
    """Something of it is recent, where the law names a rhythm (mới)."""
    ON_TIME = "on_time"
    """It became public by its day (đúng hạn)."""
    REACHABLE = "reachable"
    """What is said to be public is there (mở được)."""
    READABLE = "readable"
    """Its text can be searched, and its form is an open one (máy đọc được)."""


class Source(StrEnum):
    """What of this installation shows a letter by itself, without an item."""

    LIST = "list"
    FOCAL_POINT = "focal_point"


@dataclass(frozen=True, slots=True)
class ExpectedLetter:
    """A letter of which the law says that every agency has it.

    :param months: something of it must be as young as this; None: the law names no rhythm.
    :param shown_by: what together shows it by itself; empty: only items do.
    """

    letter: str
    quotation: str
    state: str
    months: int | None = None
    rhythm: str = ""
    rhythm_state: str = ""
    shown_by: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectations(InForce):
    """The expected letters of a time. Of every other letter the law does not say who holds it."""

    letters: Mapping[str, ExpectedLetter]


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """How many items of a letter an agency has, as far as the asker may know.

    :param lines: all of them; `posted` of them are public, here or elsewhere.
    :param dated: those whose day is known and has come, or that are public; `late` of them missed it.
    :param opened: those that were looked for; `gone` of them are not there.
    :param looked: those whose files were looked at; `unread` of them cannot be searched or are in no open form.
    :param newest_on: the youngest day of creation among the posted.
    :param older: items under letters of the law of before that said the same, not classified anew.
    """

    lines: int = 0
    posted: int = 0
    dated: int = 0
    late: int = 0
    opened: int = 0
    gone: int = 0
    looked: int = 0
    unread: int = 0
    newest_on: dt.date | None = None
    older: int = 0
