"""Finds assignments with a day of their own inside the paragraphs that say who carries a plan out."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minhbach.domain.reading.body.bodies import bodies_of_leaders
from minhbach.domain.reading.body.deadlines import find_deadline
from minhbach.domain.reading.body.deadlines.clause import Found
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sentences import read_channel, read_roles, read_subject
from minhbach.domain.reading.results import DeadlineKind, Source, Task

_SENTENCE = re.compile(r"(?<=[^\W\d_][.!])\s+(?=[A-ZĐÀ-Ỹ*])|(?<=\d\.)\s+(?=[A-ZĐÀ-Ỹ])|\n")
_CLAUSE = re.compile(r";\s+")
_LIMITS_AN_ORDER = (
    DeadlineKind.DATE, DeadlineKind.BEFORE_DATE, DeadlineKind.SUBMIT_BEFORE_DATE, DeadlineKind.MONTH,
    DeadlineKind.QUARTER, DeadlineKind.PERIODIC, DeadlineKind.HALF_YEAR, DeadlineKind.UNCLEAR,
)  # fmt: skip
_BOUND = re.compile(r"^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\s+(?=\S)")
_LEADING = re.compile(r"^(?:định kỳ|hằng năm|hàng năm|đồng thời|và|riêng|trong đó)[ ,]*$")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]


def dated_orders(
    text: str,
    bodies: Sequence[str],
    place: tuple[str | None, str | None, Source],
    *,
    plan_year: int | None = None,
    issued_on: dt.date | None = None,
) -> Iterator[Task]:
    """Yield a task for each clause of `text` that names a day, or a day in each year, by which something is due.

    :param bodies: whom the paragraph speaks of, where a clause names nobody itself.
    :param place: section, number and source for the tasks.
    """
    for sentence in sentences_of(text):
        subject, rest = _subject(sentence)
        for clause in _CLAUSE.split(rest):
            own, action = read_subject(clause)
            # “A làm …; B làm …; định kỳ báo cáo …”: the last clause is for all, not for A alone.
            subject = () if own else subject
            limit = find_deadline(clause, plan_year, issued_on)
            if limit is None or limit.deadline.kind not in _LIMITS_AN_ORDER or not _names_a_day(limit):
                continue
            lead = bodies_of_leaders(own or subject or tuple(bodies))
            if lead:
                yield _task(clause, limit, lead, action if own else clause, place)


def _subject(sentence: str) -> tuple[tuple[str, ...], str]:
    roles = read_roles(sentence)
    subject, rest = read_subject(sentence)
    if not subject and roles and roles.lead:
        subject, rest = roles.lead, sentence
    before, colon, after = rest.partition(":")
    return subject, after.strip() if colon and subject and len(before) < 90 and find_deadline(after) else rest


def _names_a_day(limit: Found) -> bool:
    return bool(re.search(r"\d", limit.deadline.text or ""))


def _task(
    clause: str, limit: Found, lead: tuple[str, ...], action: str, place: tuple[str | None, str | None, Source]
) -> Task:
    section, number, source = place
    channel = tuple(body for body in read_channel(clause) if body not in lead)
    return Task(
        section=section,
        number=number,
        title=_title(clause, limit, action),
        scope=None,
        lead=lead,
        coordinating=channel,
        deadline=limit.deadline,
        product=None,
        report_to=reported_to(clause),
        source=source,
        field_sources={"lead": source, "deadline": source, **({"coordinating": source} if channel else {})},
    )


def _title(clause: str, limit: Found, action: str) -> str:
    return _BOUND.sub("", _plain_title(clause, limit, action))


def _plain_title(clause: str, limit: Found, action: str) -> str:
    before = clause[: limit.start].strip(" ,(")
    if len(before) >= 20 and not _LEADING.match(lowered(before)):
        return action[: max(0, len(action) - (len(clause) - limit.start))].strip(" ,(.:;") or before
    after = re.sub(r"^\s*\([^()]*\)", "", clause[limit.end :])
    return after.strip(" ,.;:") or clause.strip(" ,.;:")
