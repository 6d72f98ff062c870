"""What one file of the corpus is, and the list that all makers enter themselves in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

LABELS = ("NAME", "CCCD", "PHONE", "EMAIL")
SEEDS = 3
"""Files of each kind."""
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Thanh", "Quốc")
_GIVEN = ("Bình", "Hồng", "Dũng", "Nhung", "Khánh", "Phượng", "Tuấn", "Oanh", "Trường", "Yến")
_PROVINCES = ("001", "008", "024", "031", "038", "048", "079", "092")


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person. `hidden` is a number that stands where no reader looks."""

    name: str
    number: str
    phone: str
    hidden: str
    seed: int

    @property
    def line(self) -> str:
        return f"Họ và tên: {self.name}, số CCCD {self.number}, điện thoại {self.phone}."

    @property
    def secret(self) -> str:
        """What is planted in hiding places."""
        return f"số CCCD {self.hidden}"


@dataclass(frozen=True, slots=True)
class Case:
    """One file. Where `boxes` is None, everything under `LABELS` is to go; `gone` may not be found in the copy."""

    data: bytes
    gone: tuple[str, ...]
    boxes: list[dict[str, Any]] | None = None
    accept_elsewhere: bool = False
    stays: tuple[str, ...] = ()


Maker = Callable[[Person], "Case | bytes"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it hides, how it must come out ("redacted" or the code of the refusal), who makes it."""

    group: str
    what: str
    expected: str
    make: Maker
    seeds: int = SEEDS

    def cases(self) -> Iterator[Case]:
        for seed in range(self.seeds):
            yield self.case(seed)

    def case(self, seed: int) -> Case:
        person = person_of(seed * 1009 + sum(map(ord, self.group + self.what)))
        made = self.make(person)
        everything = (person.name, person.number, person.phone, person.hidden)
        return made if isinstance(made, Case) else Case(made, everything)


KINDS: list[Kind] = []


def kind(group: str, what: str, expected: str = "redacted", *, seeds: int = SEEDS) -> Callable[[Maker], Maker]:
    """Enter a maker in the list."""

    def enter(make: Maker) -> Maker:
        KINDS.append(Kind(group, what, expected, make, seeds))
        return make

    return enter


def many(group: str, makers: Sequence[tuple[str, Maker]], expected: str = "redacted") -> None:
    """Enter several makers at once."""
    for what, make in makers:
        KINDS.append(Kind(group, what, expected, make))


def person_of(seed: int) -> Person:
    """Return a person made from a number."""

    def of(row: Sequence[str], step: int) -> str:
        return row[(seed // step) % len(row)]

    def digits(salt: int, length: int) -> str:
        return str((seed * 7919 + salt * 104729 + 123457) * 1000003 % 10**length).zfill(length)

    name = f"{of(_FAMILIES, 1)} {of(_MIDDLES, 3)} {of(_GIVEN, 7)}"
    return Person(
        name,
        of(_PROVINCES, 2) + str(seed % 2) + digits(1, 8),
        "09" + digits(2, 8),
        of(_PROVINCES, 5) + str(seed % 2) + digits(3, 8),
        seed,
    )


@dataclass(slots=True)
class Told:
    """What came of one kind: how many files, and the outcome of each."""

    kind: Kind
    outcomes: list[str] = field(default_factory=list)
