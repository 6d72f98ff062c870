"""The law's part of the procedure for requests, as lines: from the statute in force, each with article and state.

Lines are Vietnamese, as data. What an agency announced keeps the lines of its day; `differences` tells what changed.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from minhbach.domain.deadlines.refusing import UNIT_WORDS
from minhbach.domain.statutes import Cited, Cost, Rule, State, Statute, Term
from minhbach.domain.statutes.terms import Start
from minhbach.domain.statutes.values import Complexity, Matter, Unit
from minhbach.foundation.writing import number_written


class Part(StrEnum):
    """The parts of the procedure, in the order of pages and papers."""

    ASKERS = "askers"
    STEPS = "steps"
    CHANNELS = "channels"
    CONTENTS = "contents"
    IF_ANY = "if_any"
    FORMS = "forms"
    TERMS = "terms"
    OUTCOMES = "outcomes"
    COSTS = "costs"
    REFUSALS = "refusals"
    REMEDIES = "remedies"
    BASES = "bases"


@dataclass(frozen=True, slots=True)
class LawLine:
    """One line: what the law says, where, and how sure that is (a `State`).

    :param key: tells lines of one part apart.
    :param note: what a reader should know beside it.
    """

    part: str
    key: str
    words: str
    cited: str
    state: str
    note: str = ""

    @property
    def is_sure(self) -> bool:
        """True if the text was read and says it."""
        return self.state == State.CONFIRMED


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of a part that the law has now and had then; None where it has or had none."""

    part: str
    then: LawLine | None
    now: LawLine | None


def lines_of(law: Statute) -> tuple[LawLine, ...]:
    """Return the law's part of the procedure under a statute, part by part."""
    return tuple(_lines(law))


def _lines(law: Statute) -> Iterator[LawLine]:
    def line(part: Part, key: str, words: str, value: Cited) -> LawLine:
        return LawLine(part.value, key, words, law.cite(value), value.state.value, value.note)

    yield from (line(Part.ASKERS, one.key, _capital(one.words), one) for one in law.askers)
    yield from (line(Part.STEPS, one.key, one.words, one) for one in law.steps)
    for channel in law.channels:
        means = f": {', '.join(channel.means)}" if len(channel.means) > 1 else ""
        yield line(Part.CHANNELS, channel.key.value, _capital(channel.words) + means, channel)
    for field in law.request_fields:
        yield line(Part.CONTENTS if field.required else Part.IF_ANY, field.key, _capital(field.words), field)
    yield from (line(Part.FORMS, one.number, f"Mẫu số {one.number}: {one.title}", one) for one in law.forms)
    for term in law.terms:
        if term.about in ("request", "provided"):
            yield line(Part.TERMS, term.key, term_in_words(term, law), term)
    yield from (line(Part.OUTCOMES, one.key, _capital(one.words), one) for one in law.outcomes)
    yield from (line(Part.COSTS, one.key, _with_amount(one), one) for one in law.costs)
    yield from (line(Part.REFUSALS, one.key, _capital(one.words), one) for one in law.refusal_grounds)
    remedies = (*law.complaints, *(one for one in law.corrections if one.key == PROVIDED))
    yield from (line(Part.REMEDIES, one.key, _with_amount(one), one) for one in remedies)
    yield line(Part.BASES, law.number, f"{law.title}: {law.name}", law.choice(Matter.REQUEST))
    yield from (line(Part.BASES, one.number, f"{one.title}: {one.name}", one) for one in law.details)


PROVIDED = "provided"
"""The rule on correcting what was provided on request; the others are about what was published."""
_STARTS: Mapping[Start, str] = {
    Start.VALID: "từ ngày nhận được yêu cầu hợp lệ",
    Start.ANSWER: "thêm sau thời hạn trả lời",
    Start.RECEIVED: "từ ngày nhận được yêu cầu đính chính",
    Start.DISCOVERED: "từ ngày phát hiện",
    Start.TOLD: "từ ngày phát hiện hoặc nhận được yêu cầu",
    Start.ASKED: "từ ngày nhận được đề nghị",
    Start.REPLIED: "từ ngày nhận được trả lời",
}
_COMPLEXITY = {Complexity.SIMPLE: "đơn giản, có sẵn", Complexity.COMPLEX: "phức tạp"}


def term_in_words(term: Term, law: Statute) -> str:
    """Return "Cung cấp thông tin hoặc từ chối bằng văn bản: 12 ngày từ ngày nhận được yêu cầu hợp lệ"."""
    known = {one.key: one.words for one in law.channels}
    scope = [known[key] for key in term.channels if key in known]
    scope += [_COMPLEXITY[term.complexity]] if term.complexity else []
    about = f" ({'; '.join(scope)})" if scope else ""
    if term.unit is Unit.IMMEDIATELY:
        return f"{term.words}{about}"
    most = "tối đa " if term.at_most else ""
    return f"{term.words}{about}: {most}{length_of(term)}, {_STARTS[term.counts_from]}"


def length_of(term: Term) -> str:
    """Return "12 ngày", "10 ngày làm việc"."""
    return f"{term.amount} {UNIT_WORDS[term.unit]}"


def _with_amount(one: Rule | Cost) -> str:
    words = _capital(one.words)
    if one.amount is None:
        return words
    return f"{words}: {number_written(one.amount)}{'' if one.unit == '%' else ' '}{one.unit.replace('VND', 'đồng')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def as_json(lines: Iterable[LawLine]) -> list[dict[str, str]]:
    """Return the lines as a version keeps them."""
    return [asdict(line) for line in lines]


def from_json(kept: Iterable[Mapping[str, Any]]) -> tuple[LawLine, ...]:
    """Return the lines that a version keeps."""
    return tuple(LawLine(**line) for line in kept)


def digest_of(lines: Iterable[LawLine]) -> str:
    """Return what changes whenever the law says anything else, or becomes surer of it; notes do not count."""
    said = [[one.part, one.key, one.words, one.cited, one.state] for one in lines]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def differences(then: Iterable[LawLine], now: Iterable[LawLine]) -> tuple[Difference, ...]:
    """Return what the law says otherwise now than then, in the order of today's lines, what fell away last."""
    before = {(one.part, one.key): one for one in then}
    found = []
    for line in now:
        old = before.pop((line.part, line.key), None)
        if old is None or (old.words, old.cited, old.state) != (line.words, line.cited, line.state):
            found.append(Difference(line.part, old, line))
    return (*found, *(Difference(old.part, old, None) for old in before.values()))


def parts_of(lines: Iterable[LawLine]) -> dict[Part, tuple[LawLine, ...]]:
    """Return the lines by part, in the order of the parts; a part without any is left out."""
    every = tuple(lines)
    by_part = {part: tuple(one for one in every if one.part == part) for part in Part}
    return {part: own for part, own in by_part.items() if own}


def working_days_at_hand(law: Statute) -> tuple[Term, int]:
    """Return the longest term in which a request is answered, and the working days that it has at the least.

    The longest one, since an agency's steps must hold for every request. Days off beside Saturdays and Sundays are not
    counted: which of them fall into a term depends on the request.
    """
    terms = [one for one in law.terms if one.about == "request" and one.what == "answer"]
    return max(((one, _fewest(one)) for one in terms), key=lambda pair: pair[1])


def _fewest(term: Term) -> int:
    return term.amount if term.unit is Unit.WORKING_DAY else fewest_working_days(term.amount)


def fewest_working_days(days: int) -> int:
    """Return how many working days so many days on end have at the least, counted to the next working day."""
    found = []
    for first in range(7):  # 0: the first counted day is a Monday; 5 and 6 are Saturday and Sunday
        counted = sum((first + day) % 7 < 5 for day in range(days))
        ends_on_day_off = days > 0 and (first + days - 1) % 7 >= 5
        found.append(counted + ends_on_day_off)
    return min(found)
