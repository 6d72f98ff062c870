"""Subjects and texts of the mail that planning sends: Vietnamese, without content and without names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from minhbach.planning.models import ReminderKind

LISTED = 10
NUDGE = "Hôm nay: 1 việc chờ ý kiến"
WAY_IN = ("Xem và làm ở trang Hôm nay:",)


@dataclass(frozen=True, slots=True)
class Told:
    """A work in a digest: its own kind of reminder, or that a leader is told of what is late."""

    assignment_id: int
    due_on: date
    kind: ReminderKind


def digest(told: Iterable[Told]) -> tuple[str, str]:
    """Return subject and text of a person's mail of the day."""
    by_work: dict[int, Told] = {}
    for one in told:
        by_work.setdefault(one.assignment_id, one)
    works = sorted(by_work.values(), key=lambda one: (one.due_on, one.assignment_id))
    subject = f"Hôm nay: {', '.join(_counts(works))}"
    return subject, "\n".join((f"{subject}.", "", *_lines(works), "", *WAY_IN, address_of("/lam-viec/")))


def _counts(works: Iterable[Told]) -> Iterator[str]:
    counted = _by_word(works)
    if count := counted.get("on"):
        yield f"{count} việc đến hạn"
    if count := counted.get("before"):
        yield f"{count} việc sắp đến hạn"
    if count := counted.get("late"):
        yield f"{count} quá hạn" if len(counted) > 1 else f"{count} việc quá hạn"


def _by_word(works: Iterable[Told]) -> dict[str, int]:
    words = {ReminderKind.ON: "on", ReminderKind.BEFORE: "before"}
    counted: dict[str, int] = {}
    for one in works:
        word = words.get(one.kind, "late")
        counted[word] = counted.get(word, 0) + 1
    return counted


def _lines(works: list[Told]) -> Iterator[str]:
    for one in works[:LISTED]:
        yield f"- Hạn {one.due_on:%d/%m/%Y}: {address_of(f'/lam-viec/viec/{one.assignment_id}/')}"
    if len(works) > LISTED:
        yield f"- và {len(works) - LISTED} việc nữa"


def nudge() -> tuple[str, str]:
    """Return subject and text of the mail that says that something waits for a word, without saying what."""
    return NUDGE, "\n".join((f"{NUDGE}.", "", *WAY_IN, address_of("/lam-viec/")))


def address_of(path: str) -> str:
    """Return the address of a page for a mail, which knows no request: under the installation's first name."""
    host = settings.ENVIRONMENT.hosts[0].lstrip(".*")
    return f"https://{host}{path}" if host else path
