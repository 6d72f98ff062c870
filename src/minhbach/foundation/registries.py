"""What foundation asks later rooms: who may read a file, whose mail one looks after, what runs by the clock, and who
keeps the calendar of days off and which dates move with it.

`config.registries` connects them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.utils.functional import Promise

from minhbach.domain.access import Actor, Role
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject
from minhbach.foundation.jobs.definition import Job

FileAnswer = Callable[[Actor, Subject], bool]
_file_answers: dict[str, FileAnswer] = {}
_schedule: dict[str, tuple[Job[[], Any], timedelta]] = {}

BodiesOfAdministrator = Callable[[Actor], frozenset[int]]
NamesOfActors = Callable[[frozenset[str]], Mapping[str, str]]
_bodies_looked_after: list[BodiesOfAdministrator] = []
_names: list[NamesOfActors] = []


def let_read_files(subject_kind: str, answer: FileAnswer) -> None:
    """Say who may read the files of one kind of subject. The subject's id reaches the answer as text.

    :raises ValueError: if another answer was given for this kind before.
    """
    if _file_answers.setdefault(subject_kind, answer) is not answer:
        raise ValueError(f"Đã có câu trả lời khác cho tệp của “{subject_kind}”.")


def may_read_files(actor: Actor, subject: Subject) -> bool:
    """Return the registered answer; nobody may read the files of a kind that nobody answers for."""
    answer = _file_answers.get(subject.kind)
    return answer is not None and answer(actor, subject)


def schedule(function: Job[[], Any], *, every: timedelta) -> None:
    """Let a job without arguments run once in each period, counted in local time from 00:05 of some day.

    A daily job runs shortly after 00:05. After a week of silence it runs once, so it must be a sweep over what is due.

    :raises ValueError: if the period is shorter than a minute.
    """
    if every < timedelta(minutes=1):
        raise ValueError("Chu kỳ ngắn nhất là một phút.")
    _schedule[function.module_path] = (function, every)


def scheduled() -> dict[str, tuple[Job[[], Any], timedelta]]:
    """Return the schedule by the dotted name of the job."""
    return dict(_schedule)


def let_look_after_mail(answer: BodiesOfAdministrator) -> None:
    """Say which bodies' mail an administrator sees and mends."""
    _bodies_looked_after[:] = [answer]


def bodies_looked_after(actor: Actor) -> frozenset[int]:
    """Return the registered answer; without one, the bodies in which the actor is administrator."""
    return _bodies_looked_after[0](actor) if _bodies_looked_after else actor.bodies_where(Role.ADMINISTRATOR)


def name_actors(function: NamesOfActors) -> None:
    """Say how the actors of the event log ("person:12") are called, for histories that officers read."""
    _names[:] = [function]


def names_of_actors(references: frozenset[str]) -> Mapping[str, str]:
    """Return the names that are known; a reference without one is left out."""
    return _names[0](references) if _names else {}


KeepsCalendar = Callable[[Actor], bool]
_keepers: list[KeepsCalendar] = []


def let_keep_calendar(answer: KeepsCalendar) -> None:
    """Say who keeps the calendar of days off of the whole installation."""
    _keepers[:] = [answer]


def keeps_calendar(actor: Actor) -> bool:
    """Return the registered answer; without one, nobody does."""
    return bool(_keepers) and _keepers[0](actor)


class MoveDates(Protocol):
    """Counts the open dates of one kind anew, and returns how many moved. Called inside the transaction."""

    def __call__(self, move: CalendarMove, *, actor: Actor, now: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Recount:
    """One kind of open dates that are counted in working days; `label` as the page says it after a number."""

    label: str | Promise
    count: Callable[[CalendarMove], int]
    move: MoveDates


_recounts: dict[str, Recount] = {}


def on_calendar_changed(
    name: str, *, label: str | Promise, count: Callable[[CalendarMove], int], move: MoveDates
) -> None:
    """Tell of one kind of open dates that move when days off change.

    :param name: the room and what it is, as `planning.limits`; a second line for a name replaces the first.
    :param label: what the page says after a number: "hạn của nhiệm vụ".
    :param count: returns how many would move; changes nothing.
    :param move: moves them, each with an event that says why, and returns how many it moved.
    """
    _recounts[name] = Recount(label, count, move)


def recounts() -> tuple[Recount, ...]:
    """Return what rooms told."""
    return tuple(_recounts.values())
