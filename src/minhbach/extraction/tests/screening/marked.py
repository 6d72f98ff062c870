"""Texts in which what must be found is marked, as [[LABEL:text]], and counts of what was found and missed."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.screen import screen_text

HERE = Path(__file__).parent
SENTENCES = ("sentences.txt", "further.txt")
_MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)
_ENOUGH = 0.6

Span = tuple[int, int, str]


def parsed(marked: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the spans that they enclosed."""
    text, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        last = mark.end()
    return text + marked[last:], spans


def sentences() -> list[str]:
    """Return the marked texts of one line beside this file, each of which is to be found whole."""
    return [text for name in SENTENCES for text in _lines(name)]


def papers() -> list[str]:
    """Return the marked texts of one line that were written as a measure: not all of each is found."""
    return _lines("papers.txt")


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n").replace("\\t", "\t") for line in lines if line and not line.startswith("#")]


def documents() -> list[Path]:
    """Return the marked documents beside this file."""
    return sorted((HERE / "documents").glob("*.txt"))


@dataclass
class Score:
    """What a set of texts gave, by label. A finding is right when its label is and 60 % of both spans are shared."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of what had to be found."""
        return 1 - self.missed.total() / max(1, self.right.total() + self.missed.total())

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return 1 - self.extra.total() / max(1, self.right.total() + self.extra.total())

    def add(self, text: str, spans: Iterable[Span]) -> None:
        """Screen one text and count."""
        left = list(screen_text(text).findings)
        for span in spans:
            found = next((f for f in left if f.label == span[2] and _shared(f, span) >= _ENOUGH), None)
            if found:
                left.remove(found)
                self.right[span[2]] += 1
            else:
                self.missed[span[2]] += 1
                self.notes.append(f"missed {span[2]} {text[span[0] : span[1]]!r} in {_around(text, span[0])!r}")
        for finding in left:
            self.extra[finding.label] += 1
            self.notes.append(f"extra {finding.label} {finding.text!r} in {_around(text, finding.start)!r}")

    def table(self) -> str:
        """Return the counts by label as lines for a terminal."""
        labels = sorted(self.right | self.missed | self.extra)
        rows = [f"{'':12}{'right':>7}{'missed':>8}{'extra':>7}"]
        rows += [f"{x:12}{self.right[x]:7}{self.missed[x]:8}{self.extra[x]:7}" for x in labels]
        return "\n".join([*rows, f"recall {self.recall:.4f}  precision {self.precision:.4f}"])


def _shared(finding: Finding, span: Span) -> float:
    shared = min(finding.end, span[1]) - max(finding.start, span[0])
    return shared / max(finding.end - finding.start, span[1] - span[0])


def _around(text: str, place: int) -> str:
    return text[max(0, place - 50) : place + 70]
