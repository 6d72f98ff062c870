"""Rows of a list as items: what each cell means, and every row that cannot be taken, with its cells and why."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from minhbach.domain.statutes import NotInStatute, Statute
from minhbach.domain.text import fold, squeeze
from minhbach.extraction.tables.values import EMPTY, TableCell
from minhbach.foundation import dates
from minhbach.register.cleaning import clean_facts, clean_terms
from minhbach.register.contracts import (
    PERMANENT,
    Access,
    Classification,
    ItemFacts,
    ItemRefused,
    Origin,
    PaperPlace,
    PublicationTerms,
)
from minhbach.register.item_columns import ItemColumn
from minhbach.register.law import checked

BOXES = {
    "issued_on": ItemColumn.ISSUED_ON,
    "created_on": ItemColumn.CREATED_ON,
    "title": ItemColumn.TITLE,
    "kind": ItemColumn.KIND,
    "number": ItemColumn.REFERENCE,
    "symbol": ItemColumn.REFERENCE,
    "issuer_name": ItemColumn.ISSUER,
    "creating_unit_name": ItemColumn.UNIT,
    "retention_years": ItemColumn.RETENTION,
    "grounds": ItemColumn.GROUND,
    "letter": ItemColumn.LETTER,
    "address": ItemColumn.ADDRESS,
}
_FORMS = (
    ("data_portal", re.compile(r"cong du lieu|du lieu mo")),
    ("portal", re.compile(r"cong thong tin|trang thong tin|website|portal|cong ttdt|trang ttdt|cong$")),
    ("posting", re.compile(r"niem yet")),
    ("gazette", re.compile(r"cong bao")),
    ("media", re.compile(r"truyen thanh|phat thanh|truyen hinh|loa|bao chi|bao giay|dai ")),
    ("reception", re.compile(r"tiep cong dan|hop bao|thong cao")),
    ("official_page", re.compile(r"fanpage|zalo|facebook|mang xa hoi")),
)
_GROUND = re.compile(r"(?:khoan (?P<clause>\d+) dieu (?P<article>\d+))|(?P<key>\d+(?:\.\d+)?)")
_LETTER = re.compile(r"(?:điểm\s+)?(?P<letter>[a-zđ])\b\)?", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{1,3})(?:\s*năm)?$")


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a row cannot be taken: which column of the file (from 0), None for the whole row, and a sentence."""

    column: int | None
    sentence: str


@dataclass(slots=True)
class RowRead:
    """One row of the file. `number` counts from 1, as spreadsheets show it."""

    number: int
    facts: ItemFacts | None = None
    terms: PublicationTerms = field(default_factory=PublicationTerms)
    classification: Classification | None = None
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def is_bad(self) -> bool:
        """True if the row must be mended or left out."""
        return bool(self.complaints)


def read_rows(
    rows: Sequence[Sequence[TableCell]],
    *,
    head: int,
    columns: Sequence[ItemColumn],
    statute: Statute,
    today: date,
) -> Iterator[RowRead]:
    """Yield the rows below the head; what has one filled cell that is no name is a heading or a note, and skipped."""
    places: dict[ItemColumn, int] = {
        column: place for place, column in enumerate(columns) if column is not ItemColumn.IGNORED
    }
    for number, cells in enumerate(rows[head + 1 :], start=head + 2):
        filled = [column for column, place in places.items() if place < len(cells) and cells[place].text.strip()]
        if len(filled) < 2 and filled != [ItemColumn.TITLE]:
            continue
        yield _Reader(cells, places, statute, today).read(number)


class _Reader:
    """Reads one row, and remembers what is wrong with it."""

    def __init__(
        self, cells: Sequence[TableCell], places: Mapping[ItemColumn, int], statute: Statute, today: date
    ) -> None:
        self.cells, self.places, self.statute, self.today = cells, places, statute, today
        self.complaints: list[Complaint] = []

    def read(self, number: int) -> RowRead:
        """Return the row."""
        row = RowRead(number)
        facts, terms, classification = self._facts(), self._terms(), self._classification()
        try:
            row.facts = clean_facts(facts, today=self.today)
            row.terms = clean_terms(terms)
            row.classification = checked(classification, self.statute) if classification else None
        except ItemRefused as refused:
            self._complain(BOXES.get(refused.field, ItemColumn.TITLE), refused.reason)
        row.complaints = self.complaints
        return row

    def _cell(self, column: ItemColumn) -> TableCell:
        place = self.places.get(column)
        return self.cells[place] if place is not None and place < len(self.cells) else EMPTY

    def _text(self, column: ItemColumn) -> str:
        return squeeze(self._cell(column).text)

    def _complain(self, column: ItemColumn, sentence: str) -> None:
        self.complaints.append(Complaint(self.places.get(column), sentence))

    def _day(self, column: ItemColumn) -> date | None:
        cell = self._cell(column)
        if cell.day or not cell.text.strip():
            return cell.day
        try:
            return dates.typed(squeeze(cell.text))
        except dates.NoSuchDay as missing:
            self._complain(column, _("Không có ngày %(day)s. Xem lại ngày, tháng.") % {"day": missing})
        except dates.NotADate:
            self._complain(column, _("Ghi ngày như 5/3/2026 hoặc 5 tháng 3 năm 2026."))
        return None

    def _facts(self) -> ItemFacts:
        reference = self._text(ItemColumn.REFERENCE)
        number, _slash, symbol = reference.partition("/")
        issued_on = self._day(ItemColumn.ISSUED_ON)
        place = (ItemColumn.STORE, ItemColumn.SHELF, ItemColumn.BOX, ItemColumn.FOLDER, ItemColumn.SHEET)
        received = fold(self._text(ItemColumn.ORIGIN)).startswith(("nhan", "den", "nam giu", "tiep nhan"))
        return ItemFacts(
            title=self._text(ItemColumn.TITLE),
            kind=self._text(ItemColumn.KIND),
            number=self._text(ItemColumn.NUMBER) or squeeze(number),
            symbol=self._text(ItemColumn.SYMBOL) or squeeze(symbol),
            issuer_name=self._text(ItemColumn.ISSUER),
            issued_on=issued_on,
            created_on=self._day(ItemColumn.CREATED_ON) or issued_on,
            creating_unit_name=self._text(ItemColumn.UNIT),
            origin=Origin.RECEIVED if received else Origin.CREATED,
            place=PaperPlace(*(self._text(one) for one in place)),
            retention_years=self._retention(),
        )

    def _retention(self) -> int | None:
        text = self._text(ItemColumn.RETENTION)
        if not text:
            return None
        if fold(text) in ("vinh vien", "lau dai"):
            return PERMANENT
        if found := _YEARS.match(text.lower()):
            return int(found[1])
        self._complain(ItemColumn.RETENTION, _("Ghi số năm bảo quản, hoặc “Vĩnh viễn”."))
        return None

    def _terms(self) -> PublicationTerms:
        address = self._text(ItemColumn.ADDRESS)
        return PublicationTerms(
            forms=tuple(self._forms()),
            address=f"https://{address}" if address.startswith("www.") else address,
            address_since=self._day(ItemColumn.ADDRESS_SINCE) if address else None,
            duration=self._text(ItemColumn.DURATION),
        )

    def _forms(self) -> Iterator[str]:
        text = fold(self._text(ItemColumn.FORMS))
        found = [key for key, pattern in _FORMS if pattern.search(text)]
        yield from found or (["other"] if text else [])

    def _classification(self) -> Classification | None:
        letter, grounds = self._letter(), self._grounds()
        access = self._access(has_letter=bool(letter))
        if access is None:
            return None
        return Classification(access, grounds=grounds, letter=letter if access is Access.OPEN else "")

    def _access(self, *, has_letter: bool) -> Access | None:
        text = fold(self._text(ItemColumn.ACCESS))
        if not text:
            return Access.OPEN if has_letter else None
        if "dieu kien" in text:
            return Access.CONDITIONAL
        if "khong" in text or "han che" in text:
            return Access.CLOSED
        if "cong khai" in text or "tiep can" in text:
            return Access.OPEN
        self._complain(ItemColumn.ACCESS, _("Ghi “được tiếp cận”, “có điều kiện” hoặc “không được tiếp cận”."))
        return None

    def _letter(self) -> str:
        text = self._text(ItemColumn.LETTER)
        found = _LETTER.search(text.lower())
        if text and not found:
            self._complain(ItemColumn.LETTER, _("Ghi điểm bằng một chữ, ví dụ: l."))
        return found["letter"] if found else ""

    def _grounds(self) -> tuple[str, ...]:
        found = (match for match in _GROUND.finditer(fold(self._text(ItemColumn.GROUND))))
        keys = (f"{one['article']}.{one['clause']}" if one["article"] else one["key"] for one in found)
        return tuple(dict.fromkeys(key for key in keys if self._is_ground(key)))

    def _is_ground(self, key: str) -> bool:
        try:
            self.statute.ground(key)
        except NotInStatute:
            return False
        return True
