"""One person, named several times: with an office here and without it there, in full here and by a given name there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from minhbach.extraction.screening.sheet import LETTERS, UPPER, Sheet

_AS_A_CITIZEN = re.compile(
    r"^[\s,(;:-]*(?:sinh|ngay sinh|cccd|cmnd|can cuoc|so dinh danh|tru tai|tru o|thuong tru|dia chi|hktt|sn\b)"
)
_CALLED = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Cc]ụ|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác) ([{UPPER}][{LETTERS}]*)(?! "
    rf"[{UPPER}])(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name that was read. `private` is false for officials: they are no finding, yet tell whose a number is."""

    start: int
    end: int
    private: bool
    why: str
    confidence: float


def with_offices_held_elsewhere(sheet: Sheet, people: list[Person]) -> list[Person]:
    """Return the people; who is named with an office once is an official wherever nothing says otherwise."""
    officials = {_name(sheet, person) for person in people if not person.private}
    return [
        replace(person, private=False)
        if person.private and _name(sheet, person) in officials and not _AS_A_CITIZEN.match(sheet.after(person.end, 40))
        else person
        for person in people
    ]


def called_by_given_name(sheet: Sheet, people: Iterable[Person]) -> list[Person]:
    """Return where a person who was named in full is called by the given name alone ("anh Tươi")."""
    known: dict[str, bool] = {}
    for person in people:
        given = sheet.text[person.start : person.end].split()[-1].capitalize()
        known[given] = known.get(given, False) or person.private
    return [
        Person(m.start(1), m.end(1), known[m[1]], "tên gọi của người đã nêu họ tên", 0.75)
        for m in _CALLED.finditer(sheet.text)
        if m[1] in known
    ]


def _name(sheet: Sheet, person: Person) -> str:
    return " ".join(sheet.plain[person.start : person.end].split())
