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
_REPORTS = re.compile(r",\s+(?:và )?(?=(?:báo cáo|gửi|trình|hoàn thành|tổng hợp) )")
_LIMITS_AN_ORDER = (
    DeadlineKind.DATE, DeadlineKind.BEFORE_DATE, DeadlineKind.SUBMIT_BEFORE_DATE, DeadlineKind.MONTH,
    DeadlineKind.QUARTER, DeadlineKind.PERIODIC, DeadlineKind.HALF_YEAR, DeadlineKind.UNCLEAR,
)  # fmt: skip
_SHORTEST = 12  # characters of a title
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
        done = ""
        for clause in _clauses(rest):
            own, action = read_subject(clause)
            # “A làm …; B làm …; định kỳ báo cáo …”: the last clause is for all, not for A alone.
            subject = () if own else subject
            limit = find_deadline(clause, plan_year, issued_on)
            before, done = done, action
            if limit is None or limit.deadline.kind not in _LIMITS_AN_ORDER or not _names_a_day(limit):
                continue
            lead = bodies_of_leaders(own or subject or tuple(bodies))
            if lead:
                title = before if before and _only_limits(clause, limit) else _title(clause, limit, action)
                yield _task(clause, limit, lead, title, place)


def _clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a sentence; at a comma only where each side has a limit (“báo cáo …, báo cáo …”)."""
    for clause in _CLAUSE.split(text):
        parts = _REPORTS.split(clause)
        yield from parts if len(parts) > 1 and all(find_deadline(part) for part in parts) else [clause]


def _only_limits(clause: str, limit: Found) -> bool:
    """Tell whether a clause only says by when what stands before it is due (“…; hoàn thành trước ngày 30/9/2026”)."""
    return not re.search(r"\w", clause[: limit.start]) and len(clause) - limit.end < 8


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
    clause: str, limit: Found, lead: tuple[str, ...], title: str, place: tuple[str | None, str | None, Source]
) -> Task:
    section, number, source = place
    roles = read_roles(title)
    partners = roles.coordinating if roles and (not roles.lead or roles.lead == lead) else ()
    channel = tuple(body for body in (*partners, *read_channel(clause)) if body not in lead)
    return Task(
        section=section,
        number=number,
        title=roles.action if roles and partners and len(roles.action) > _SHORTEST else title,
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
    return after.strip(" ,.;:/") or before or clause.strip(" ,.;:")
