"""Lists what a person must look at: limits that are not clear, tasks without a lead, days already past."""

from collections.abc import Iterator, Sequence

from minhbach.domain.reading.results import Deadline, DeadlineKind, Duty, Head, Problem, Source, Task

_ORDERING = ("Kế hoạch", "Chương trình", "Chỉ thị", "Công văn", "Công điện")
_NOTHING_FOUND = (
    "Không tìm thấy nhiệm vụ nào có cơ quan chủ trì hoặc thời hạn. Hãy đọc văn bản và nhập nhiệm vụ bằng tay."
)
_ONE_LIST = (
    "Cơ quan chủ trì và phối hợp của “{}” ghi chung một danh sách; cơ quan đầu tiên được coi là chủ trì. Hãy kiểm tra."
)


def doubts_about(
    tasks: Sequence[Task], duties: Sequence[Duty], head: Head, unsure: Sequence[Task] = ()
) -> tuple[Problem, ...]:
    """Return the problems of the tasks and duties read, in their order.

    :param unsure: the tasks whose lead and coordinating bodies stood in one list.
    """
    found = [problem for task in tasks for problem in _of_task(task, head)]
    if not tasks and not duties and head.doc_type in _ORDERING:
        found.append(Problem("no_tasks", _NOTHING_FOUND))
    found += [_problem("unclear_lead", _ONE_LIST.format(_short(task.title)), _source(task)) for task in unsure]
    found += [problem for duty in duties for problem in _of_duty(duty, head)]
    return tuple(found)


def _source(task: Task) -> Source:
    return task.field_sources.get("lead", task.source)


def _of_task(task: Task, head: Head) -> Iterator[Problem]:
    if not task.lead:
        yield _problem(
            "missing_lead",
            f"Không thấy cơ quan chủ trì của nhiệm vụ “{_short(task.title)}”. Hãy chọn cơ quan.",
            task.source,
        )
    yield from _of_deadline(task.deadline, task.title, task.field_sources.get("deadline", task.source), head)


def _of_duty(duty: Duty, head: Head) -> Iterator[Problem]:
    if not duty.assignees:
        yield _problem(
            "missing_assignee", f"Không rõ việc “{_short(duty.text)}” giao cho ai. Hãy chọn cơ quan.", duty.source
        )
    if duty.deadline:
        yield from _of_deadline(duty.deadline, duty.text, duty.source, head)


def _of_deadline(deadline: Deadline, title: str, source: Source, head: Head) -> Iterator[Problem]:
    arms = [arm for arm in deadline.branches if arm.kind is DeadlineKind.UNCLEAR]
    if deadline.kind is DeadlineKind.UNCLEAR or arms:
        words = arms[0].text if arms else deadline.text
        yield _problem(
            "unclear_deadline",
            f"Chưa rõ thời hạn “{_short(words or '')}” của “{_short(title)}”. Hãy nhập ngày hạn.",
            source,
        )
    elif deadline.end and head.date and deadline.end < head.date:
        day = f"{deadline.end:%d/%m/%Y}"
        yield _problem(
            "past_deadline",
            f"Thời hạn “{_short(deadline.text or '')}” ({day}) đã qua trước ngày ban hành. Hãy kiểm tra lại.",
            source,
        )


def _problem(code: str, message: str, source: Source) -> Problem:
    return Problem(
        code, message, source.lines[0] if source.lines else None, source.where.page if source.where else None
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + "…"
