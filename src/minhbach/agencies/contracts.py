"""What other rooms may hold of bodies, and what the actions here refuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Extent, Level

KNOWN_FROM = date(2025, 6, 30)
"""The first day of which the data say which bodies there were."""

OLD_DATA_NOTE = "theo dữ liệu 30/6/2025"
"""How a page marks what was answered for an earlier day with the bodies of 30/6/2025."""


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """A public body, or a unit inside one (then `parent_id` is the body that it is in).

    :param name: the official name with its own territory: "Sở Tư pháp thành phố Hải Phòng".
    :param place: what lies above its territory: "thành phố Hải Phòng" for a ward, nothing for a province.
    :param parent_id: the body directly above: of a ward's committee the province's, of a division its committee.
    :param exists_from: None: longer than is known. `exists_until` is exclusive; None: it still exists.
    :param is_confirmed: false where its data are not confirmed; `source` says what they come from.
    """

    id: int
    slug: str
    name: str
    place: str
    kind: Kind
    level: Level
    territory_key: str
    parent_id: int | None
    exists_from: date | None
    exists_until: date | None
    is_confirmed: bool
    source: str

    @property
    def full_name(self) -> str:
        """Return the name with the place, which together are unique among bodies of one day."""
        return f"{self.name}, {self.place}" if self.place else self.name

    def exists_on(self, day: date) -> bool:
        """Tell whether the body is there on that day, as far as is known."""
        return (self.exists_from is None or self.exists_from <= day) and (
            self.exists_until is None or day < self.exists_until
        )


@dataclass(frozen=True, slots=True)
class ServiceUnitRecord:
    """A public service unit as a list of them shows it.

    :param is_essential: it supplies basic, essential public services (Law 01/2026, Article 11(5)).
    """

    id: int
    slug: str
    name: str
    address: str
    telephone: str
    email: str
    website: str
    is_essential: bool


@dataclass(frozen=True, slots=True)
class SuccessionRecord:
    """What passed from one body to another on a day."""

    older: BodyRecord
    newer: BodyRecord
    on: date
    extent: Extent
    main: bool


@dataclass(frozen=True, slots=True)
class EndedBody:
    """How a body that is no more ended: since when it is not there, and who holds now what it had; the main one first.

    :param holders: none where it is not known who took over.
    """

    ended_on: date
    holders: tuple[BodyRecord, ...]


class PlacedBody(NamedTuple):
    """A body with its place, as lists of very many need it: a tuple, since thousands are made for one page.

    :param acts_for: the body that answers for it outside: of a commune's division the committee; itself for most.
    :param province: id of the territory of its province; bodies of one province share it.
    """

    id: int
    slug: str
    name: str
    place: str
    kind: Kind
    level: Level
    sort_key: str
    search_text: str
    exists_until: date | None
    acts_for: int
    province: int

    @property
    def full_name(self) -> str:
        """Return the name with the place."""
        return f"{self.name}, {self.place}" if self.place else self.name


@dataclass(frozen=True, slots=True)
class Following:
    """Who directly followed a body that ended: each successor with the first day on which it holds what passed.

    :param clear: the one that goes on with the work: the only one, or the only main one; None: a person must choose.
    """

    older: int
    successors: Mapping[int, date]
    clear: int | None


@dataclass(frozen=True, slots=True)
class CandidateBody:
    """A body that a written name may mean, and a Vietnamese phrase that says why it is offered.

    `left_out`: it would belong to the bodies that are proposed, but for its kind, which the name does not mention.
    """

    body_id: int
    why: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class NameResolution:
    """The answer for one name as a document writes it.

    :param bodies: ids of the bodies that the name means; with `sure` false, only a proposal (it may be empty).
    :param collective: the name stands for a class ("các sở, ban, ngành"), each member of which gets the task.
    :param sure: true: nothing needs asking. False: a person must choose, from `candidates` or otherwise.
    :param why: a Vietnamese sentence for the review page, also where the answer is sure.
    :param data_note: "theo dữ liệu 30/6/2025" where the document is older than the data; otherwise empty.
    """

    name: str
    bodies: tuple[int, ...]
    collective: bool
    sure: bool
    candidates: tuple[CandidateBody, ...]
    why: str
    data_note: str


@dataclass(frozen=True, slots=True)
class BodyToAdd:
    """What `add_body` would be asked for, where a document names a body that nobody has entered yet."""

    name: str
    kind: Kind
    territory_key: str
    territory_name: str


@dataclass(frozen=True, slots=True)
class FoundIssuer:
    """Which body a document's head names.

    `body` is None where none or several fit; then `candidates` are offered, and `to_add` where the place is known.
    """

    body: BodyRecord | None
    candidates: tuple[BodyRecord, ...]
    why: str
    data_note: str
    to_add: BodyToAdd | None = None


@dataclass(frozen=True, slots=True)
class FocalPointFields:
    """What is written of a focal point. With `unit_id` the point is a unit of the body; `name` is then optional."""

    name: str = ""
    position: str = ""
    address: str = ""
    telephone: str = ""
    fax: str = ""
    email: str = ""
    working_hours: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class FocalPointRecord:
    """A term of office, from `from_on` until the day before `until_on` (None: no end is known)."""

    id: int
    body_id: int
    unit_name: str
    fields: FocalPointFields
    from_on: date
    until_on: date | None

    def is_held_on(self, day: date) -> bool:
        """Tell whether the term runs on that day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    @property
    def title(self) -> str:
        """Return who it is: the person's name, or the unit's."""
        return self.fields.name or self.unit_name


class AgenciesError(Exception):
    """A refusal of this room; its text is a sentence for the person who asked."""


class BodyNotVisible(AgenciesError):
    """There is no such body, or the asker has nothing to do with it."""


class NotAllowed(AgenciesError):
    """The asker may see the body, but not do this."""


class FocalPointNotVisible(AgenciesError):
    """There is no such focal point, or the asker may not change it."""


class NothingToUndo(AgenciesError):
    """No earlier state of this is kept."""


class NameNotKnown(AgenciesError):
    """No territory or body has this name or code."""


class DatesNotPossible(AgenciesError):
    """The end does not come after the beginning, or the body does not exist on these days."""


class AlreadyThere(AgenciesError):
    """The same body, name or succession is there already."""


class FieldMissing(AgenciesError):
    """The law has something published that is not given; `field` names it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
