"""What a written name turned out to mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that the name may mean, and a Vietnamese phrase that says why it is offered.

    `left_out`: it would belong to the bodies that are proposed, but for its kind, which the name does not mention.
    """

    body: str
    why: str
    left_out: bool = False


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


def found(name: str, *bodies: str, why: str, collective: bool = False) -> Resolution:
    """Return a sure answer."""
    return Resolution(name, tuple(bodies), collective, True, (), why)


def asked(
    name: str,
    why: str,
    candidates: tuple[Candidate, ...] = (),
    *,
    proposed: tuple[str, ...] = (),
    collective: bool = False,
) -> Resolution:
    """Return a question to a person."""
    return Resolution(name, proposed, collective, False, candidates, why)
