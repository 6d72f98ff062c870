"""Makes tasks of the rows of task tables."""

import re
from collections.abc import Iterator, Sequence

from minhbach.domain.reading.body.bodies import read_bodies
from minhbach.domain.reading.body.both import read_both
from minhbach.domain.reading.body.columns import Column
from minhbach.domain.reading.body.deadlines import read_branches, read_deadline
from minhbach.domain.reading.body.labels import read_labels
from minhbach.domain.reading.body.marks import read_mark
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sentences import read_roles
from minhbach.domain.reading.body.tables import Row
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind, Task
from minhbach.domain.text import squeeze

_NOTHING = re.compile(r"^[\s.…_/-]*$|^không$", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?m)^\s*[-–+*•]\s*")


def tasks_of_rows(rows: Sequence[Row], plan_year: int | None) -> list[Task]:
    """Return one task for each row that says who, by when or with what result."""
    return [task for row in rows for task in _task(row, plan_year)]


def _task(row: Row, plan_year: int | None) -> Iterator[Task]:
    title = _title(row)
    lead, coordinating = _bodies(row)
    deadline = _deadline(row, plan_year)
    product = _words(row.cell(Column.PRODUCT))
    if not title or not (lead or coordinating or product or deadline.kind is not DeadlineKind.NONE):
        return
    source = source_of(row.lines)
    fields = {"lead": lead, "coordinating": coordinating, "deadline": deadline.text, "product": product}
    yield Task(
        section=row.section,
        number=row.number,
        title=title,
        scope=_words(row.cell(Column.SCOPE)),
        lead=lead,
        coordinating=coordinating,
        deadline=deadline,
        product=product,
        report_to=reported_to(deadline.text or "") or reported_to(title),
        source=source,
        field_sources={name: source for name, value in fields.items() if value},
    )


def _title(row: Row) -> str:
    text = row.cells.get(Column.TITLE, "")
    first, _, rest = text.partition("\n")
    mark, plain = read_mark(first)
    if mark is not None:
        text = f"{plain}\n{rest}"
    return squeeze(text).strip(" :;")


def _words(text: str) -> str | None:
    if _NOTHING.match(text):
        return None
    parts = [part.strip(" .;") for part in _LIST_MARK.sub("", text).split("\n")]
    listed = len(_LIST_MARK.findall(text)) > 1
    return ("; " if listed else " ").join(part for part in parts if part)


def _bodies(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead, partners = _roles(row.cell(Column.LEAD))
    performers, more = _roles(row.cell(Column.PERFORMER))
    both, _ = read_both(row.cell(Column.BOTH))
    named = _names(row.cell(Column.COORDINATING))
    if not lead and not both.lead:
        lead, partners, performers = performers, (*partners, *more), ()
    coordinating = (*named, *partners, *both.coordinating, *performers)
    return lead or both.lead, tuple(dict.fromkeys(coordinating))


def _roles(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who coordinates by one cell, which may hold a sentence or labels."""
    text = squeeze(cell)
    roles = read_roles(text)
    if read_labels(text)[1] or (roles and roles.lead):
        both, _ = read_both(text)
        return both.lead, both.coordinating
    return _names(cell), ()


def _names(cell: str) -> tuple[str, ...]:
    """Return the bodies of a cell. A line is one body or several; one that ends open goes on in the next."""
    if _NOTHING.match(cell):
        return ()
    lines = _LIST_MARK.sub("", cell).split("\n")
    text = lines[0]
    for line in lines[1:]:
        opened = text.rstrip().endswith((",", ";", "và", "-")) or not line[:1].isupper()
        text += (" " if opened else "; ") + line
    return read_bodies(text)


def _deadline(row: Row, plan_year: int | None) -> Deadline:
    start, end = squeeze(row.cell(Column.START)), squeeze(row.cell(Column.END))
    cell = row.cell(Column.DEADLINE)
    if end and not _NOTHING.match(end):
        text = f"Từ {start} đến {end}" if start and not _NOTHING.match(start) else end
        return read_deadline(text, plan_year)
    pieces = [piece for piece in re.split(r";|\n", _LIST_MARK.sub("", cell)) if piece.strip()]
    branches = read_branches(pieces, plan_year) if len(pieces) > 1 else None
    return branches or read_deadline(squeeze(_LIST_MARK.sub("", cell)), plan_year)
