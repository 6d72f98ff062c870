"""What other rooms may hold of the register, and what its actions refuse."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Access(StrEnum):
    """The classes of access (Law 01/2026/QH16, Articles 14, 15 and 16), named as the statutes' data name them."""

    OPEN = "open"
    CONDITIONAL = "conditional"
    CLOSED = "closed"


class Origin(StrEnum):
    """Where the information comes from (Article 2): the body made it, or it received and holds it."""

    CREATED = "created"
    RECEIVED = "received"


class FileRole(StrEnum):
    """What a file of a version is: as it was made, its text alone, or data for programs."""

    ORIGINAL = "original"
    TEXT = "text"
    DATA = "data"


PERMANENT = 0
"""How `retention_years` says that something is kept for good (vĩnh viễn)."""


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """Where the paper original lies: kho, giá, hộp, hồ sơ, tờ. Empty parts are not known."""

    store: str = ""
    shelf: str = ""
    box: str = ""
    folder: str = ""
    sheet: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts from the outermost in."""
        return (self.store, self.shelf, self.box, self.folder, self.sheet)


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What an item is called and comes from. Texts are cleaned on entry.

    :param number: as the document writes it ("45"), without its symbol ("KH-UBND").
    :param issuer_name: as the document writes it; `issuing_body_id` is the body that it means, where one is known.
    :param created_on: the day of creation, from which the term of publication counts; None: not known.
    :param creating_unit_id: the body or unit that made the information (đơn vị chủ trì tạo ra thông tin).
    :param retention_years: None: not said; `PERMANENT`: for good.
    """

    title: str
    kind: str = ""
    number: str = ""
    symbol: str = ""
    issuer_name: str = ""
    issuing_body_id: int | None = None
    issued_on: date | None = None
    created_on: date | None = None
    creating_unit_id: int | None = None
    creating_unit_name: str = ""
    origin: Origin = Origin.CREATED
    place: PaperPlace = field(default_factory=PaperPlace)
    retention_years: int | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    """The class of access that a person gave, with its grounds in the statute of the day.

    :param grounds: keys of the statute: "15.2" (khoản 2 Điều 15); at least one for what is not open.
    :param letter: of Article 17(1), for what must be public; only together with `Access.OPEN`.
    :param reason: what the keys do not say; it stays inside the body.
    """

    access: Access
    grounds: tuple[str, ...] = ()
    letter: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PublicationTerms:
    """How, when and for how long an item is to be public.

    :param forms: keys of the statute's forms of publication: "portal", "posting".
    :param address: where it can be fetched already, outside this installation; `address_since` is the day since when.
    :param special_due_on: what another law fixes instead of five working days; only with `special_ground`, its article.
    :param duration: as the list says it: "Thường xuyên", "30 ngày".
    :param public_until: the first day on which it need not be public any more; None: no end is fixed.
    :param posted_from: the first day of posting at the office (niêm yết).
    :param was_due_before: for what is older than Law 01/2026: True where the law of before had it published already,
        False where Article 31(3) gives until 01/3/2027, None while nobody has said.
    """

    forms: tuple[str, ...] = ()
    address: str = ""
    address_since: date | None = None
    special_due_on: date | None = None
    special_ground: str = ""
    duration: str = ""
    public_until: date | None = None
    posted_from: date | None = None
    was_due_before: bool | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a machine proposes of the classification; it holds nothing until a person confirms it."""

    access: Access
    letter: str = ""
    grounds: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as it was handed in."""

    name: str
    content: bytes
    role: FileRole = FileRole.ORIGINAL


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of a version that was read and kept; `file_id` is foundation's. `size` in bytes."""

    file_id: int
    name: str
    media_type: str
    size: int
    role: FileRole


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One version of an item as other rooms may hold it. `waiting` files are still being read, `refused` not kept."""

    id: int
    item_id: int
    number: int
    corrects: int | None
    why: str
    text: str
    files: Sequence[FileRecord]
    waiting: int
    refused: int


class ItemNotVisible(Exception):
    """There is no such item, or the asker may not know of it."""


class ItemRefused(Exception):
    """An item cannot be entered or changed so; `reason` is a sentence for who asked.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field


class ItemKnown(ItemRefused):
    """A document with the same number, symbol and kind of that year is in the register already."""

    def __init__(self, reason: str, *, item_id: int) -> None:
        super().__init__(reason, field="number")
        self.item_id = item_id


class ImportNotVisible(Exception):
    """There is no such import, or the asker may not know of it."""


class ImportRefused(ItemRefused):
    """A list cannot be taken in or taken back; `reason` says what to do."""
