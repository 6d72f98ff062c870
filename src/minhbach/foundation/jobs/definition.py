"""How a job is written: a function of a module, with how often it may be tried."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from django_tasks.base import Task

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Task[P, T]):
    """A function that may be put in the queue.

    `retries` counts the further tries after the first one failed; `title` is what the page of jobs calls it.
    """

    retries: int = 5
    title: str = ""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.func(*args, **kwargs)


def job(*, retries: int = 5, queue: str = "default", title: str = "") -> Callable[[Callable[P, T]], Job[P, T]]:
    """Make a job of a module-level function whose arguments are JSON (ids, not objects).

    `the_job.enqueue(…)` belongs inside the transaction of the change: a rollback takes the job back too. A job may be
    run more than once (a worker may die between its effect and its end), so its effect goes inside `exactly_once()`,
    or it is a sweep that is safe twice.

    :param retries: further tries after a failure, with growing pauses; then it waits, failed, for a person.
    :param queue: `default`, or `slow` for what takes many seconds.
    :param title: for the administrator, in Vietnamese: "Đọc văn bản đã nhận".
    """

    def wrap(function: Callable[P, T]) -> Job[P, T]:
        return Job(func=function, queue_name=queue, retries=retries, title=title)

    return wrap
