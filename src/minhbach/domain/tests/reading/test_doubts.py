"""What the reader is not sure of: a problem that tells a person what to do, and no guess."""

import datetime as dt

from minhbach.domain.reading.body.content import Content, read_content
from minhbach.domain.reading.results import DeadlineKind, Head
from minhbach.domain.tests.reading.samples import source_of

PLAN = Head(doc_type="Kế hoạch", title="KẾ HOẠCH MẪU")


def _read(text: str, head: Head = PLAN) -> Content:
    source = source_of(text)
    return read_content(source, head, 0, len(source.lines))


def test_two_limits_in_one_order_are_unclear() -> None:
    content = _read("II. NỘI DUNG\n1. Sở Y tế chủ trì dự thảo trước ngày 30/6/2026, ban hành trước ngày 30/9/2026.")
    assert [(task.deadline.kind, task.deadline.end) for task in content.tasks] == [(DeadlineKind.UNCLEAR, None)]
    assert [(problem.code, problem.line) for problem in content.problems] == [("unclear_deadline", 2)]


def test_limit_before_the_day_of_issue_is_shown_to_a_person() -> None:
    head = Head(doc_type="Kế hoạch", title="KẾ HOẠCH", date=dt.date(2026, 5, 1))
    content = _read("II. NỘI DUNG\n1. Việc mẫu\n- Cơ quan chủ trì: Sở Y tế\n- Thời gian: Tháng 02/2026", head)
    assert [problem.code for problem in content.problems] == ["past_deadline"]


def test_task_without_a_lead_asks_for_one() -> None:
    content = _read("II. NỘI DUNG\n1. Lập danh sách hộ nghèo (Quý II/2026).")
    assert [(problem.code, problem.line) for problem in content.problems] == [("missing_lead", 2)]


def test_lead_and_coordination_in_one_list_are_not_sure() -> None:
    content = _read(
        "II. NỘI DUNG\n1. Việc mẫu\n- Cơ quan chủ trì, phối hợp: Sở Y tế, Sở Nội vụ\n- Thời gian: Tháng 6/2026"
    )
    assert [(task.lead, task.coordinating) for task in content.tasks] == [(("Sở Y tế",), ("Sở Nội vụ",))]
    assert [(problem.code, problem.line) for problem in content.problems] == [("unclear_lead", 3)]


def test_plan_without_any_task_says_so() -> None:
    assert [problem.code for problem in _read("I. MỤC ĐÍCH\nNâng cao nhận thức.").problems] == ["no_tasks"]


def test_messages_tell_what_to_do() -> None:
    content = _read("II. NỘI DUNG\n1. Việc mẫu\n- Cơ quan chủ trì: Sở Y tế\n- Thời gian: sớm nhất có thể")
    (problem,) = content.problems
    assert "sớm nhất có thể" in problem.message
    assert problem.message.endswith("Hãy nhập ngày hạn.")
