"""What later rooms tell intake: what else a mail may become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.intake.models import TakenMail

Become = Callable[[TakenMail, str, Actor, datetime], None]
"""Makes a mail what it is, under a kind of that room's; refuses with `SubmissionRefused`."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """How a mail becomes feedback: the kinds with their words, and the act."""

    kinds: Callable[[], Sequence[tuple[str, str]]]
    become: Become


_feedback: list[Feedback] = []


def let_mail_become_feedback(*, kinds: Callable[[], Sequence[tuple[str, str]]], become: Become) -> None:
    """Say how a mail becomes feedback. The last word counts, so that tests may connect the rooms twice."""
    _feedback[:] = [Feedback(kinds, become)]


def feedback() -> Feedback | None:
    """Return how a mail becomes feedback; None where no room takes feedback."""
    return _feedback[0] if _feedback else None
