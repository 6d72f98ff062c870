"""What this room asks later ones: what is finished, what it consists of, who holds which page open.

`config.registries` connects them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.http import HttpRequest
from django.utils.functional import Promise

from minhbach.domain.access import Actor
from minhbach.domain.personal_data import DataMatter
from minhbach.intake.contracts import SubmissionKind
from minhbach.privacy.contracts import Erased, FinishedMatter


class EraseMatter(Protocol):
    """Erases everything of a matter that its room keeps, in the caller's transaction; safe twice."""

    def __call__(self, submission_id: int, *, actor: Actor, now: datetime) -> Erased: ...


class FinishedMatters(Protocol):
    """Yields what ended up to a day, with nothing pending and nothing erased; of some bodies, or one, or all."""

    def __call__(
        self, until: date, *, submission_id: int | None = None, bodies: Collection[int] | None = None
    ) -> Iterable[FinishedMatter]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMatter:
    """What a room says of one kind of submission.

    :param pending: why a matter is not finished, in a sentence; "" where it is.
    :param address: the officers' page of a matter; "" where the asker has none.
    """

    matter: DataMatter
    label: str | Promise
    finished: FinishedMatters
    pending: Callable[[int], str]
    erase: EraseMatter
    address: Callable[[int, Actor], str]


_kept: dict[SubmissionKind, KeptMatter] = {}


def keep_personal_data(kind: SubmissionKind, kept: KeptMatter) -> None:
    """Say what is kept of one kind of submission; the same kind again replaces it."""
    _kept[kind] = kept


def kept_matters() -> Mapping[SubmissionKind, KeptMatter]:
    """Return what rooms said, by kind."""
    return dict(_kept)


@dataclass(frozen=True, slots=True)
class OpenedAt:
    """How a browser that gave number and secret is known; `entrance` and `back` name the pages before and after.

    :param slug: names the kind in addresses: a browser may hold a request and feedback open, each with its own data.
    """

    submission: Callable[[HttpRequest], int | None]
    entrance: str
    back: str
    slug: str


_opened: dict[SubmissionKind, OpenedAt] = {}


def open_own_data_with(kind: SubmissionKind, opened: OpenedAt) -> None:
    """Say how a browser that opened its own submission of a kind is known."""
    _opened[kind] = opened


def ways_to_own_data() -> tuple[OpenedAt, ...]:
    """Return what was said; the first is where somebody gives number and secret."""
    return tuple(_opened.values())


@dataclass(frozen=True, slots=True)
class WentAstray:
    """An answer that went to somebody else, as its room knows it; `number` of the case."""

    delivery_id: int
    submission_id: int
    body_id: int
    number: str
    found_on: date


Astray = Callable[[frozenset[int]], Iterable[WentAstray]]
_astray: list[Astray] = []


def tell_of_mis_sent(function: Astray) -> None:
    """Say which answers of some bodies went astray; the register of breaches takes them in."""
    _astray[:] = [function]


def mis_sent(bodies: frozenset[int]) -> tuple[WentAstray, ...]:
    """Return the answers of these bodies that went to somebody else, the latest first."""
    return tuple(_astray[0](bodies)) if _astray else ()
