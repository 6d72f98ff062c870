"""An organisation's people from a spreadsheet or CSV file, in whatever columns the organisation has them."""

import re
from collections.abc import Sequence

from minhbach.domain.text import fold, squeeze
from minhbach.extraction.tables.read import read_tables
from minhbach.extraction.tables.values import TableCell
from minhbach.intake.contracts import PersonListed

ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
_HEADS = {
    "name": re.compile(r"\bho\b.*\bten\b|^ten\b|\bnguoi yeu cau\b"),
    "identity_number": re.compile(r"can cuoc|cccd|cmnd|chung minh|ho chieu|giay to"),
    "purpose": re.compile(r"ly do|muc dich"),
}
_MOST_BEFORE_HEAD = 15
Row = Sequence[TableCell]


def is_table(name: str) -> bool:
    """True if a file's name says that it is a spreadsheet or CSV."""
    return name.lower().endswith(ENDINGS)


def people_in_table(content: bytes) -> tuple[PersonListed, ...]:
    """Return the people of the first sheet that has a column of names, in their order; none where no sheet has one.

    :raises CannotRead: if this is no table that can be read; a mark of secrecy is refused.
    """
    for sheet in read_tables(content).sheets:
        for place, row in enumerate(sheet.rows[:_MOST_BEFORE_HEAD]):
            columns = _columns(row)
            if "name" in columns:
                people = (_person(one, columns) for one in sheet.rows[place + 1 :])
                return tuple(one for one in people if one.name or one.identity_number)
    return ()


def as_lines(people: Sequence[PersonListed]) -> str:
    """Return the people as they are typed, a line each, so that a person can look and mend."""
    return "\n".join(f"{one.name}; {one.identity_number}; {one.purpose}" for one in people)


def _columns(row: Row) -> dict[str, int]:
    heads = [fold(squeeze(cell.text)) for cell in row]
    found: dict[str, int] = {}
    for name, pattern in _HEADS.items():
        place = next((at for at, head in enumerate(heads) if len(head) < 120 and pattern.search(head)), None)
        if place is not None and place not in found.values():
            found[name] = place
    # A line of words that merely mentions a name is no head: a table has at least two columns of ours.
    return found if len(found) > 1 else {}


def _person(row: Row, columns: dict[str, int]) -> PersonListed:
    def cell(name: str) -> str:
        place = columns.get(name)
        text = row[place].text if place is not None and place < len(row) else ""
        return squeeze(text.replace(";", ","))

    return PersonListed(cell("name"), cell("identity_number"), cell("purpose"))
