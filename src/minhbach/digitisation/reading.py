"""What the machine finds in one file: viruses, kind, text or OCR, marks of secrecy, head, signatures. No database, so
that several files are read at a time."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from minhbach.digitisation.contracts import VirusCheck
from minhbach.digitisation.head_fields import fields_of, head_of
from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import Line
from minhbach.extraction.antivirus import Verdict, look_for_viruses
from minhbach.extraction.contracts import CannotRead, Extraction
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.screening.files import screen_extracted
from minhbach.extraction.signatures.read import signatures_of, to_plain

INFECTED = "Phần mềm chống vi-rút tìm thấy “{name}”. Tệp không được lưu."
MARKED = "Văn bản có dấu “{mark}”, không được đưa vào hệ thống này. Tệp không được lưu."
Progress = Callable[[int, int], None]
PAGELESS = ("empty",)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file that may be kept. The parts are plain, as `Scan` keeps them."""

    sha256: str
    format: str
    pages: int | None
    is_read_from_image: bool
    sure: float | None
    virus_check: VirusCheck
    head: dict[str, str]
    fields: dict[str, dict[str, Any]]
    lines: list[list[Any]]
    problems: list[dict[str, Any]] = field(default_factory=list)
    findings: dict[str, int] = field(default_factory=dict)
    signatures: list[dict[str, Any]] = field(default_factory=list)


class Unfit(Exception):
    """A file that may not be kept, or that nobody can look through. `mark` names its mark of secrecy."""

    def __init__(self, code: str, sentence: str, *, mark: str = "") -> None:
        super().__init__(code)
        self.code, self.sentence, self.mark = code, sentence, mark


def look_through(
    content: bytes, *, clamd: str, now: datetime, trusted: Path | None = None, progress: Progress | None = None
) -> Looked:
    """Return what a file says; a scan takes some seconds a page, on all cores.

    :param clamd: address of the antivirus, or "".
    :param trusted: folder of the certificates that signatures are held against; None: nobody is trusted.
    :raises Unfit: if it is infected, carries a mark of secrecy, or gives no text that could be looked through.
    """
    virus_check = _without_viruses(content, clamd)
    try:
        found = extract_bytes(content, progress=progress)
        screened = screen_extracted(found, content)
        reading = read_at_once(found.source)
    except CannotRead as refusal:
        if refusal.code in PAGELESS:
            return replace(_wordless(content, refusal, virus_check), signatures=_signatures(content, trusted, now))
        raise Unfit(refusal.code, refusal.message) from refusal
    if mark := screened.screening.secrecy or reading.head.secrecy:
        raise Unfit("secrecy_mark", MARKED.format(mark=mark), mark=mark)
    problems = (*found.problems, *reading.problems)
    return Looked(
        sha256=found.sha256,
        format=found.format,
        pages=found.pages,
        is_read_from_image=found.ocr,
        sure=_sure_of(found),
        virus_check=virus_check,
        head=head_of(reading.head),
        fields=fields_of(reading.head, found.source.lines, problems),
        lines=[_line(line) for line in found.source.lines],
        problems=[_problem(one) for one in problems],
        findings=dict(Counter(one.label for one in screened.screening.findings)),
        signatures=_signatures(content, trusted, now),
    )


def _signatures(content: bytes, trusted: Path | None, now: datetime) -> list[dict[str, Any]]:
    return [to_plain(one) for one in signatures_of(content, trusted=trusted, now=now)]


def _without_viruses(content: bytes, clamd: str) -> VirusCheck:
    said = look_for_viruses(content, clamd)
    if said.verdict is Verdict.INFECTED:
        raise Unfit("virus", INFECTED.format(name=said.words[:100]))
    return VirusCheck.CLEAN if said.verdict is Verdict.CLEAN else VirusCheck.NOT_SCANNED


def _wordless(content: bytes, refusal: CannotRead, virus_check: VirusCheck) -> Looked:
    """Return what is known of a picture without any word, such as a map: a person writes what it is."""
    return Looked(
        sha256=refusal.sha256 or hashlib.sha256(content).hexdigest(),
        format=refusal.format or "",
        pages=None,
        is_read_from_image=True,
        sure=None,
        virus_check=virus_check,
        head={},
        fields={},
        lines=[],
        problems=[_problem(Problem(refusal.code, refusal.message))],
    )


def _sure_of(found: Extraction) -> float | None:
    """Return the mean certainty of what was read from images, weighed by length."""
    read = [(line.confidence, len(line.text)) for line in found.source.lines if line.confidence is not None]
    weight = sum(length for _sure, length in read)
    return round(sum(sure * length for sure, length in read) / weight, 3) if weight else None


def _line(line: Line) -> list[Any]:
    page, box = (line.place.page, line.place.box) if line.place else (None, (None,) * 4)
    return [line.text, page, *(None if edge is None else round(edge, 1) for edge in box), line.confidence]


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "line": problem.line, "page": problem.page}
