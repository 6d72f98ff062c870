"""Reads the content of a document: what it orders, of whom, by when; its budget and the figures that it wants."""

from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.domain.reading.body.budget import read_budget
from minhbach.domain.reading.body.doubts import doubts_about
from minhbach.domain.reading.body.duties import DutyReader, duties_of_tasks
from minhbach.domain.reading.body.figures import read_figures
from minhbach.domain.reading.body.kinds import is_directive, is_letter, plan_year_of
from minhbach.domain.reading.body.outline import Node, outline
from minhbach.domain.reading.body.parts import attached_from
from minhbach.domain.reading.body.responsibilities import organising_tasks, read_responsibilities
from minhbach.domain.reading.body.stacked import unstacked
from minhbach.domain.reading.body.table_tasks import tasks_of_rows
from minhbach.domain.reading.body.tables import table_rows
from minhbach.domain.reading.body.tasks import TaskReader
from minhbach.domain.reading.body.twins import without_twins
from minhbach.domain.reading.body.units import units
from minhbach.domain.reading.results import BudgetLine, Duty, Head, Problem, Responsibility, StatisticField, Task
from minhbach.domain.reading.source import SourceDocument


@dataclass(frozen=True, slots=True)
class Content:
    """What the body of a document and its annexes hold."""

    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    statistic_fields: tuple[StatisticField, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_content(source: SourceDocument, head: Head, body_start: int, body_end: int) -> Content:
    """Return what the lines from `body_start` to before `body_end`, and those attached after the foot, hold."""
    attached = attached_from(source.lines, body_end)
    found = units(unstacked([*source.lines[body_start:body_end], *attached]))
    root = outline(unit for unit in found if unit.cells is None)
    plan_year = plan_year_of(head.title)
    listed = tasks_of_rows(table_rows(found), plan_year)
    figures = tuple(figure for node in root.walk() for figure in read_figures(node.text))
    if is_letter(head):
        duties = (*DutyReader(head.addressees, plan_year, head.date).read(root), *duties_of_tasks(listed))
        return Content(
            duties=duties,
            budget=tuple(read_budget(root)),
            statistic_fields=figures,
            problems=doubts_about((), duties, head),
        )
    return _plan(head, root, listed, figures, plan_year)


def _plan(
    head: Head, root: Node, listed: Sequence[Task], figures: tuple[StatisticField, ...], plan_year: int | None
) -> Content:
    reader = TaskReader(plan_year, head.date, by_bodies=is_directive(head))
    running = reader.read(root)
    running += organising_tasks(root, plan_year, head.date)
    tasks = in_order((*without_twins(running, listed), *listed))
    return Content(
        tasks=tasks,
        responsibilities=tuple(read_responsibilities(root)),
        budget=tuple(read_budget(root)),
        statistic_fields=figures,
        problems=doubts_about(tasks, (), head, reader.unsure),
    )


def in_order(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks in the document's order."""
    return tuple(sorted(tasks, key=lambda task: task.source.lines[0] if task.source.lines else 0))
