"""Whole made-up documents, one for each way in which plans, decisions and letters give orders; a person read them."""

from pathlib import Path
from typing import Any

import pytest

from minhbach.domain.reading.read import read_document
from minhbach.domain.reading.results import Deadline, Reading
from minhbach.domain.tests.reading.samples import DOCUMENTS, expected_of, source_of


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Reading]:
    path: Path = request.param
    return expected_of(path), read_document(source_of(path.with_suffix(".txt").read_text("utf-8")))


def test_tasks_are_those_that_a_person_reads(case: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = case
    wanted = expected.get("task", [])
    assert [task.title.rstrip(".") for task in reading.tasks] == [task["title"] for task in wanted]
    for want, task in zip(wanted, reading.tasks, strict=True):
        for field in ("section", "number", "scope", "product"):
            if field in want:
                assert getattr(task, field) == want[field], want["title"]
        assert list(task.lead) == want.get("lead", []), want["title"]
        assert list(task.coordinating) == want.get("coordinating", []), want["title"]
        assert _limit(task.deadline) == (want["kind"], want.get("end")), want["title"]


def test_duties_are_those_that_a_person_reads(case: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = case
    wanted = expected.get("duty", [])
    assert [list(duty.assignees) for duty in reading.duties] == [duty["assignees"] for duty in wanted]
    for want, duty in zip(wanted, reading.duties, strict=True):
        assert duty.number == want.get("number")
        assert list(duty.coordinating) == want.get("coordinating", [])
        assert (_limit(duty.deadline) if duty.deadline else (None, None)) == (want.get("kind"), want.get("end"))
        if "report_to" in want:
            assert list(duty.report_to) == want["report_to"]


def test_responsibilities_and_money_are_those_that_a_person_reads(case: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = case
    if "responsibility" in expected:
        wanted = [(want.get("number"), want["body"]) for want in expected["responsibility"]]
        assert [(found.number, list(found.body)) for found in reading.responsibilities] == wanted
    if "budget" in expected:
        assert [list(line.sources) for line in reading.budget] == [want["sources"] for want in expected["budget"]]


def test_problems_name_the_line_where_a_person_must_look(case: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = case
    found = [(problem.code, problem.line) for problem in reading.problems]
    assert {(want["code"], want["line"]) for want in expected.get("problem", [])} <= set(found)
    unclear = [task for task in reading.tasks if task.deadline.kind == "unclear"]
    assert sum(code == "unclear_deadline" for code, _ in found) >= len(unclear)


def test_every_finding_says_where_it_stands(case: tuple[dict[str, Any], Reading]) -> None:
    _, reading = case
    for found in (*reading.tasks, *reading.duties, *reading.responsibilities, *reading.budget):
        assert found.source.lines is not None
        assert 1 <= found.source.lines[0] <= found.source.lines[1]
    for task in reading.tasks:
        named = {"lead": task.lead, "coordinating": task.coordinating, "product": task.product}
        assert {field for field, value in named.items() if value} <= set(task.field_sources), task.title


def _limit(deadline: Deadline) -> tuple[str, object]:
    return str(deadline.kind), deadline.end


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["1. Phòng Kinh tế", "- Bố trí kinh phí thực hiện.", "- Hướng dẫn thanh toán."],
            "Phòng Kinh tế: Bố trí kinh phí thực hiện. Hướng dẫn thanh toán.",
        ),
        (
            ["1. Phòng Kinh tế:", "- Bố trí kinh phí thực hiện kế hoạch."],
            "Phòng Kinh tế: Bố trí kinh phí thực hiện kế hoạch.",
        ),
        (["1. Phòng Kinh tế bố trí kinh phí thực hiện kế hoạch."], "Phòng Kinh tế bố trí kinh phí thực hiện kế hoạch."),
    ],
)
def test_a_heading_is_parted_from_what_it_asks(lines: list[str], text: str) -> None:
    head = ["KẾ HOẠCH", "Triển khai thi hành Luật Mẫu", "", "I. TỔ CHỨC THỰC HIỆN", ""]
    (found,) = read_document(source_of("\n".join([*head, *lines]))).responsibilities
    assert (found.body, found.text) == (("Phòng Kinh tế",), text)
