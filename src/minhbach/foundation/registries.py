"""What foundation asks later rooms: who may read a file, whose mail one looks after, what runs by the clock.

`config.registries` connects them.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from minhbach.domain.access import Actor, Role
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
