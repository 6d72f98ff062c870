"""What a room hands in for the officers' first page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Group(StrEnum):
    """Where an act stands on the page."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that needs an act of the one who asks; it opens pre-filled.

    :param what: a line that names the thing: "Nhiệm vụ 3, Kế hoạch 15/KH-UBND".
    :param verb: what the link does, as a verb: "Báo kết quả".
    :param due_on: the day on which it must be done at the latest; None where it only waits for this person.
    :param detail: a second line, secondary.
    :param state: how it stands where it has no limit: "Chờ duyệt".
    """

    what: str
    verb: str
    url: str
    due_on: date | None = None
    detail: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Rest:
    """So many more acts of a group than a room hands in one by one, and the list that shows them all."""

    group: Group
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that waits for somebody else: who, what, since which day.

    :param remind_url: where a form reminds them at once; empty where nobody is reminded so.
    :param urge_url: where a letter that urges them is made, with `urge` for its words.
    """

    who: str
    what: str
    since: date
    url: str
    remind_url: str = ""
    urge_url: str = ""
