"""Files that show a result: checked for a mark of secrecy before anything serves them."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.evidence import EvidenceState
from minhbach.domain.reading.results import Problem
from minhbach.domain.text import nfc
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.kinds import Kind, kind_of
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tables.read import SECRET
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import FileInfected, Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.looking import look_at
from minhbach.foundation.files.naming import safe_name
from minhbach.planning.actions.read_document import SECRET as MARKED
from minhbach.planning.contracts import Evidence, WorkRefused
from minhbach.planning.machine_words import problem_in_words
from minhbach.planning.models import HeldEvidence, WorkReport

REPORT = "work_report"
TABLES_TOO = ("spreadsheet", "old_format")
"""How the reader of documents refuses what the reader of spreadsheets may still read."""


def take_evidence(report: WorkReport, evidence: Sequence[Evidence], *, now: datetime) -> None:
    """Keep short texts once they are known to carry no mark; let everything else wait for the job that reads it.

    :raises WorkRefused: if a text carries a mark of secrecy, or a file is of a kind that nobody could check.
    """
    for file in evidence:
        if _is_short_text(file):
            if problem := problem_with(file.content, now=now):
                raise _refused(file, problem)
            keep(report, file.name, file.content, now=now)
        else:
            _hold(report, file)


def keep(report: WorkReport, name: str, content: bytes, *, now: datetime) -> None:
    """Store a file that was checked, in the name of who handed it in."""
    who = Actor(person=report.reported_by_id)
    store_file(content=content, name=name, subject=Subject(REPORT, report.pk), actor=who, now=now)


def problem_with(content: bytes, *, now: datetime) -> Problem | None:
    """Return why the file is not kept, or None. Reading a scan takes seconds a page.

    Its whole text is looked through, hidden sheets, heads of pages and comments too, for they go out with the file. A
    picture without any text is fit: evidence is often a photograph.
    """
    try:
        look_at(content, now=now)
        mark = screen_bytes(content).screening.secrecy
    except FileInfected as infected:
        return Problem("virus", infected.sentence)
    except CannotRead as error:
        return None if error.code == "empty" else Problem(error.code, error.message)
    return Problem(SECRET, MARKED.format(mark=mark)) if mark else None


def place_of(held: HeldEvidence) -> str:
    """Return under which name the file waits: its own, since the same document may wait to be read as a plan."""
    return f"minh-chung-{held.pk}"


def _is_short_text(file: Evidence) -> bool:
    try:
        kind = kind_of(file.content)
    except CannotRead as error:
        if error.code in TABLES_TOO:
            return False
        raise _refused(file, Problem(error.code, error.message)) from error
    return kind is Kind.TEXT and len(file.content) <= limits.IN_PROCESS_TEXT_BYTES


def _refused(file: Evidence, problem: Problem) -> WorkRefused:
    said = problem_in_words({"code": problem.code, "message": problem.message})
    return WorkRefused(_("Tệp “%(name)s”: %(why)s Chưa ghi gì.") % {"name": safe_name(file.name), "why": said})


def _hold(report: WorkReport, file: Evidence) -> None:
    held = HeldEvidence.objects.create(
        report=report,
        state=EvidenceState.WAITING,
        name=nfc(safe_name(file.name))[:255],
        size=len(file.content),
    )
    quarantine.put_aside(file.content, place_of(held))
