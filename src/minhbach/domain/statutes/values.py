"""What every value of a statute carries, and the words that several of them share."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How sure a value is."""

    CONFIRMED = "confirmed"
    """Its text was read; the quotation stands in it word for word."""
    PROVISIONAL = "provisional"
    """The law leaves it open, or its document may no longer hold; what counts on it may change."""
    UNVERIFIED = "unverified"
    """Its text was not at hand; told by secondary sources."""


class Matter(StrEnum):
    """What a statute is asked for. Each day has one statute for each matter; which day chooses, the law says."""

    REQUEST = "request"
    """A request for information (yêu cầu cung cấp): chosen by the day it was sent, to its end."""
    PUBLICATION = "publication"
    """Publishing information (công khai): chosen by the day the information was created."""
    CORRECTION = "correction"
    """Correcting what was published or provided (đính chính): chosen by the day the petition was received."""
    REGISTER = "register"
    """Classifying information that is held (phân loại): chosen by the day of classifying."""


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    IMMEDIATELY = "immediately"
    """No term at all: on the day itself; the amount is 0."""


class ChannelKey(StrEnum):
    """By which way a request comes in."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    POST = "post"
    FAX = "fax"


class Complexity(StrEnum):
    """Whether what is asked for is at hand, as Law 104/2016 tells requests apart."""

    SIMPLE = "simple"
    """Đơn giản, có sẵn."""
    COMPLEX = "complex"
    """Phức tạp: to be gathered, or another body's opinion is needed."""


class NotInStatute(LookupError):
    """The statute has no such value. The message is Vietnamese and says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A value with where it stands in the law.

    :param document: the number of the document that says it ("01/2026/QH16", "13/2018/NĐ-CP").
    :param article: where in it, from the large to the small: "Điều 17 khoản 1 điểm a".
    :param quotation: its words, verbatim; empty only where the text was not at hand. " … " stands for what is left out.
    :param source: what was opened to see it.
    :param note: what a reader should know beside it, Vietnamese.
    """

    document: str
    article: str
    quotation: str
    source: str
    state: State
    note: str = ""


def cited_as(article: str, title: str) -> str:
    """Return an article as officials cite it: "điểm a khoản 1 Điều 17 Luật 01/2026/QH16".

    :param article: as in `Cited`; parts that are no điều, khoản or điểm stay where they are.
    :param title: the document's short title.
    """
    parts: list[list[str]] = []
    for word in article.split():
        if word in ("Điều", "khoản", "điểm"):
            parts.append([word])
        elif parts:
            parts[-1].append(word)
        else:
            parts.append([word])
    return " ".join(" ".join(part) for part in [*reversed(parts), [title]])
