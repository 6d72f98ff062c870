"""What a written name turned out to mean."""

import datetime as dt
from dataclasses import dataclass

from minhbach.domain.bodies.registry import Registry


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that the name may mean, and a Vietnamese phrase that says why it is offered."""

    body: str
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer for one name as written.

    :param bodies: keys of the bodies that the name means; with `sure` false, only a proposal (it may be empty).
    :param collective: the name stands for a class ("các sở, ban, ngành"), each member of which gets the task.
    :param sure: true: nothing needs asking. False: a person must choose, from `candidates` or otherwise.
    :param candidates: what else the name may mean, best first.
    :param why: a Vietnamese sentence for the review page, also where the answer is sure.
    """

    name: str
    bodies: tuple[str, ...]
    collective: bool
    sure: bool
    candidates: tuple[Candidate, ...]
    why: str


def resolve(name: str, registry: Registry, *, within: str, on: dt.date) -> Resolution:
    """Say which bodies a name means in a document that the body `within` issued on the day `on`.

    :param within: key of the issuing body; "Ủy ban nhân dân thành phố" is then that of its own territory, "các phòng
        chuyên môn" are its own, "UBND cấp xã" are those below it.
    :raises KeyError: if the registry does not hold `within`.
    """
    raise NotImplementedError
