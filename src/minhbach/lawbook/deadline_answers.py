"""Answers the questions of `minhbach deadline`: which statute, what is due, or why a fact is refused."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import (
    Due,
    FactRefused,
    RequestFacts,
    backlog_due,
    own_correction_due,
    petition_due,
    posting_due,
    publication_due,
    request_dues,
)
from minhbach.domain.deadlines.corrections import correcting_statutes, creator_dues
from minhbach.domain.deadlines.refusing import at, channels_at
from minhbach.domain.statutes.book import Book, NoStatute
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import ChannelKey, Complexity, Matter

Word = TypeVar("Word", bound=StrEnum)

Given = Mapping[str, str]
"""The facts as typed, by the name of their option ("sent", "correct_published"); what was not given is absent."""

MODES = ("publish", "correct_published", "correct_provided", "backlog")
_ALLOWED = {
    "": {"sent", "valid", "channel", "complexity", "extend"},
    "publish": {"created", "posted"},
    "correct_published": {"received"},
    "correct_provided": {"received", "discovered", "sent", "cannot_tell", "asked", "replied"},
    "backlog": set[str](),
}
_ABOUT = {
    "": ("request",),
    "publish": ("publication",),
    "correct_published": ("published",),
    "correct_provided": ("provided", "creator"),
    "backlog": ("publication",),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is due under a statute, in the order in which it falls."""

    statute: Statute
    due: tuple[Due, ...]


def answer(given: Given, *, book: Book, calendar: Calendar) -> Answer:
    """Return what the facts make due.

    :raises FactRefused: if a fact is missing, cannot be, or does not belong to the question.
    """
    modes = [mode for mode in MODES if mode in given]
    mode = modes[0] if modes else ""
    asked = _Asked(mode, given, book)
    if len(modes) > 1:
        raise asked.refusal(f"chỉ một trong {', '.join(map(_option, MODES))}")
    if foreign := sorted(given.keys() - {mode} - _ALLOWED[mode]):
        raise asked.refusal(f"{_option(foreign[0])} không thuộc về câu hỏi này")
    try:
        return _ANSWERS[mode](asked, calendar)
    except NoStatute as problem:
        raise FactRefused(str(problem)) from problem
    except OverflowError as problem:
        raise asked.refusal("ngày quá xa") from problem


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its facts; refusals name where the law asks for them."""

    mode: str
    given: Given
    book: Book

    def refusal(self, words: str, statute: Statute | None = None) -> FactRefused:
        """Return the refusal with the articles that the question hangs on, of the newest statute if none is chosen."""
        one = statute or self.book.statutes[-1]
        terms = (term for term in one.terms if term.about in _ABOUT[self.mode] and not term.at_most)
        return FactRefused(f"{words} ({'; '.join(dict.fromkeys(at(term, one) for term in terms))})")

    def day(self, name: str, statute: Statute | None = None) -> dt.date:
        """Return a day that must be given.

        :raises FactRefused: if it is not, or is no day.
        """
        if name not in self.given:
            raise self.refusal(f"thiếu {_option(name)}", statute)
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", self.given[name], re.ASCII):
                raise ValueError(name)
            return dt.date.fromisoformat(self.given[name])
        except ValueError:
            words = f"{_option(name)} phải là một ngày như 2026-09-01, không phải “{self.given[name]}”"
            raise self.refusal(words, statute) from None

    def statute(self, matter: Matter, name: str) -> tuple[Statute, dt.date]:
        """Return the statute that a day chooses for a matter, and the day."""
        if name not in self.given and matter is Matter.REQUEST:
            newest = self.book.statutes[-1]
            raise FactRefused(f"thiếu {_option(name)} ({at(newest.choice(matter), newest)})")
        day = self.day(name)
        return self.book.statute_for(matter, day), day


def _of_request(asked: _Asked, calendar: Calendar) -> Answer:
    statute, sent = asked.statute(Matter.REQUEST, "sent")
    valid = asked.day("valid", statute)
    channel = _word(asked, "channel", ChannelKey, statute)
    complexity = _word(asked, "complexity", Complexity, statute) if "complexity" in asked.given else None
    facts = RequestFacts(
        sent_on=sent, valid_on=valid, channel=channel, complexity=complexity, extension=_extension(asked, statute)
    )
    return Answer(statute, request_dues(facts, statute=statute, calendar=calendar))


def _of_publication(asked: _Asked, calendar: Calendar) -> Answer:
    if "posted" in asked.given and "created" not in asked.given:
        statute, posted = asked.statute(Matter.PUBLICATION, "posted")
        return Answer(statute, (posting_due(posted, statute=statute, calendar=calendar),))
    statute, created = asked.statute(Matter.PUBLICATION, "created")
    due = [publication_due(created, statute=statute, calendar=calendar)]
    if "posted" in asked.given:
        posted = _not_before(asked, "posted", created, statute)
        due.append(posting_due(posted, statute=statute, calendar=calendar))
    return Answer(statute, _in_order(due))


def _of_backlog(asked: _Asked, calendar: Calendar) -> Answer:
    statute = asked.book.statutes[-1]
    due = backlog_due(statute=statute, calendar=calendar)
    if due is None:
        raise asked.refusal("luật hiện hành không có thời hạn chuyển tiếp")
    return Answer(statute, (due,))


def _of_published(asked: _Asked, calendar: Calendar) -> Answer:
    statute, received = asked.statute(Matter.CORRECTION, "received")
    return Answer(statute, (petition_due(received, about="published", statute=statute, calendar=calendar),))


def _of_provided(asked: _Asked, calendar: Calendar) -> Answer:
    events = [name for name in ("received", "discovered", "asked", "replied") if name in asked.given]
    if not events:
        raise asked.refusal("thiếu --received hoặc --discovered")
    statute, first = asked.statute(Matter.CORRECTION, events[0])
    days = {name: asked.day(name, statute) for name in events}
    of_request = None
    if "sent" in asked.given:
        of_request, sent = asked.statute(Matter.REQUEST, "sent")
        if sent > first:
            raise asked.refusal(f"yêu cầu gửi ngày {sent:%d/%m/%Y}, sau ngày {first:%d/%m/%Y}", statute)
    if "cannot_tell" in asked.given or "asked" in days or "replied" in days:
        told = min((days[name] for name in ("received", "discovered") if name in days), default=None)
        chain = creator_dues(
            told_on=told, asked_on=days.get("asked"), replied_on=days.get("replied"), statute=statute, calendar=calendar
        )
        return Answer(statute, _in_order(chain))
    due: list[Due] = []
    if "received" in days:
        due.append(
            petition_due(days["received"], about="provided", statute=statute, calendar=calendar, of_request=of_request)
        )
    applied, _ = correcting_statutes(statute, of_request)
    if "discovered" in days:
        due.append(own_correction_due(days["discovered"], statute=applied, calendar=calendar))
    return Answer(applied, _in_order(due))


_ANSWERS = {
    "": _of_request,
    "publish": _of_publication,
    "correct_published": _of_published,
    "correct_provided": _of_provided,
    "backlog": _of_backlog,
}


def _in_order(due: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(due, key=lambda one: one.due_on))


def _not_before(asked: _Asked, name: str, earliest: dt.date, statute: Statute) -> dt.date:
    day = asked.day(name, statute)
    if day < earliest:
        raise asked.refusal(f"{_option(name)} {day:%d/%m/%Y} trước ngày tạo ra {earliest:%d/%m/%Y}", statute)
    return day


def _word(asked: _Asked, name: str, words: type[Word], statute: Statute) -> Word:
    known = {str(word): word for word in words}
    typed = asked.given.get(name)
    if typed in known:
        return known[typed]
    choices = f"{_option(name)} phải là một trong {', '.join(known)}"
    raise FactRefused(f"{choices} ({channels_at(statute)})") if name == "channel" else asked.refusal(choices, statute)


def _extension(asked: _Asked, statute: Statute) -> int | None:
    typed = asked.given.get("extend")
    if typed is None:
        return None
    if not re.fullmatch(r"-?\d{1,4}", typed, re.ASCII):
        raise asked.refusal(f"--extend phải là một số, không phải “{typed}”", statute)
    return int(typed)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
