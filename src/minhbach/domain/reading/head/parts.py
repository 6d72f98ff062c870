"""What the parts of a page gave, handed round while they become one head."""

from dataclasses import dataclass, field

from minhbach.domain.reading.head.findings import finding
from minhbach.domain.reading.head.footer import Footer
from minhbach.domain.reading.head.letterhead import Letterhead
from minhbach.domain.reading.head.subject import Subject
from minhbach.domain.reading.head.top import Top
from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import SourceDocument

_AT_THE_END = 10**9


@dataclass(slots=True)
class Parts:
    """The parts, and what a person must look at so far."""

    source: SourceDocument
    top: Top
    letterhead: Letterhead
    subject: Subject
    footer: Footer
    text: str  # of the whole document
    body_text: str  # after the number line: what may cite other documents
    _problems: list[Problem] = field(default_factory=list)

    def note(self, code: str, at: int | None = None) -> None:
        """Remember a problem, at the line of this index where there is one."""
        lines = self.source.lines
        self._problems.append(finding(code, lines[at] if at is not None and at < len(lines) else None))

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the document, those without a place last."""
        return tuple(sorted(self._problems, key=lambda problem: problem.line or _AT_THE_END))
