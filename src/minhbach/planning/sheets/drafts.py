"""From the rows of a spreadsheet to drafts, the head of their document and what they say of work done."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from minhbach.domain.reading.head.kinds import BY_CODE
from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.domain.reading.sheets.document import TableDocument, read_above, reference_of
from minhbach.domain.reading.sheets.rows import TaskRow, TasksRead, read_rows
from minhbach.domain.text import squeeze
from minhbach.planning.drafting import deadline_fields
from minhbach.planning.models import DraftTask, SheetFact, SheetUpload
from minhbach.planning.queries.sheets import Rows, rows_of

ALL_DOCUMENTS = "*"
"""Chosen where the rows of several documents shall become one plan."""
PLAN = BY_CODE["KH"].name


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a spreadsheet gives as its columns stand: rows to be taken in, and the documents that rows name."""

    tasks: TasksRead
    documents: tuple[str, ...]
    headings: tuple[str, ...]

    def of_document(self, document: str) -> tuple[TaskRow, ...]:
        """Return the rows of one document, or all where none or all are chosen."""
        if document in ("", ALL_DOCUMENTS):
            return self.tasks.rows
        return tuple(row for row in self.tasks.rows if row.document in (document, ""))


def read_upload(upload: SheetUpload, *, today: dt.date) -> SheetRead:
    """Read the chosen sheet. The upload has a head and columns."""
    rows, head = rows_of(upload), upload.head_row or 0
    columns = [SheetColumn(one) for one in upload.columns or ()]
    found = read_rows(rows, head=head, columns=columns, today=today, year=upload.year, default_lead=upload.default_lead)
    documents = dict.fromkeys(row.document for row in found.rows if row.document)
    headings = [" ".join(cell.text.split()) for cell in rows[head]] if rows else []
    return SheetRead(found, tuple(documents), tuple(headings))


def above_table(rows: Rows, head: int) -> TableDocument:
    """Return what the lines above the table say of its document."""
    return read_above(cell.text for row in rows[: min(head, 40)] for cell in row if cell.text)


def key_of(file_sha256: str, *, sheet: str, document: str) -> str:
    """Return what tells one import from another: a file has several sheets, and a sheet rows of several documents."""
    return hashlib.sha256(f"{file_sha256}\n{sheet}\n{document}".encode()).hexdigest()


def head_of(upload: SheetUpload, sheet_name: str) -> dict[str, Any]:
    """Return the head of the import, which a person checks: as the list says it, otherwise by its name."""
    said = above_table(rows_of(upload), upload.head_row or 0)
    chosen = upload.document if upload.document != ALL_DOCUMENTS else ""
    cited = reference_of(chosen)
    number, symbol = cited or (("", "") if chosen else (said.number, said.symbol))
    day = said.day if (number, symbol) == (said.number, said.symbol) else None
    name = PurePath(upload.file_name).stem.replace("_", " ")
    return {
        "doc_type": kind_of(symbol),
        "number": number or None,
        "symbol": symbol or None,
        "date": day.isoformat() if day else None,
        "title": said.title or squeeze(f"{name} ({sheet_name})"),
        "issuing_body": None,
        "place": None,
        "signer": None,
        "signer_position": None,
        "draft": False,
    }


def kind_of(symbol: str) -> str:
    """Return the kind of document that a symbol begins with; a plan where it says none."""
    code = symbol.partition("-")[0].rpartition("/")[2]
    return BY_CODE[code].name if code in BY_CODE else PLAN


def drafts_of(rows: Iterable[TaskRow], *, names_document: bool) -> list[tuple[DraftTask, SheetFact]]:
    """Return unsaved drafts in the order of the list, each with what its row says of the work.

    :param names_document: the rows come from several documents, which each task then names as its scope.
    """
    return [_draft(position, row, names_document) for position, row in enumerate(rows, start=1)]


def _draft(position: int, row: TaskRow, names_document: bool) -> tuple[DraftTask, SheetFact]:
    draft = DraftTask(
        position=position,
        section=row.section,
        number=row.number,
        title=row.title,
        scope=row.document[:500] if names_document else "",
        lead=_names(row.lead),
        coordinating=_names(name for name in row.coordinating if name not in row.lead),
        product=row.product,
        source={"task": {"lines": [row.row]}},
        **deadline_fields(row.deadline),
    )
    fact = SheetFact(draft=draft, row=row.row, state=row.state, note=row.note, percent=row.percent, done_on=row.done_on)
    return draft, fact


def _names(names: Iterable[str]) -> list[dict[str, Any]]:
    return [{"text": text[:300], "bodies": [], "how": "asked", "note": ""} for text in names]


def source_lines(rows: Rows, headings: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows as the review shows them beside the fields: each cell after its heading."""
    return [
        {"n": number, "t": text}
        for number, row in enumerate(rows, start=1)
        if (text := _line(row, headings if number > 1 else ()))
    ]


def _line(row: Sequence[Any], headings: Sequence[str]) -> str:
    cells = ((headings[i] if i < len(headings) else "", " ".join(cell.text.split())) for i, cell in enumerate(row))
    return " · ".join(f"{head}: {text}" if head and head != text else text for head, text in cells if text)[:2000]
