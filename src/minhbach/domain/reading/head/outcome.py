"""What reading the head gives: its fields, where head, body and foot meet, and what a person must look at."""

from dataclasses import dataclass

from minhbach.domain.reading.results import Head, Problem


@dataclass(frozen=True, slots=True)
class HeadReading:
    """The head of a document, and where its parts lie in `source.lines` (indexes from 0, ends exclusive).

    `body_start` is the first line after title, addressees and the line that names the issuing authority; `body_end` the
    first line of the foot ("Nơi nhận" or the signature block), or the number of lines where there is none; `foot_end`
    the first line after the foot, where annexes and what the document promulgates begin. Where a decision promulgates
    a plan, the head is the decision's and the plan stands after `foot_end`.
    `body_start <= body_end <= foot_end <= len(source.lines)` always holds.
    """

    head: Head
    body_start: int
    body_end: int
    foot_end: int
    problems: tuple[Problem, ...] = ()
