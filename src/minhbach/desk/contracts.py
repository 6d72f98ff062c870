"""What a room hands in for the officers' first page."""

from dataclasses import dataclass
from datetime import date


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
class Awaited:
    """Something that waits for somebody else: who, what, since which day."""

    who: str
    what: str
    since: date
    url: str
