"""`minhbach deadline`: what other programs rely on, what people read, and what is refused."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from minhbach.lawbook.deadline_command import main
from minhbach.lawbook.folder import law_folder

CONTRACT = {
    "what": "answer",
    "due_on": "2026-10-19",
    "article": "Điều 26 khoản 3",
    "amount": 12,
    "unit": "day",
    "counted_from": "2026-10-06",
    "nominal_end": "2026-10-17",
    "moved": "Saturday and Sunday are not working days",
    "provisional": False,
    "days_off": [{"date": "2026-10-17", "why": "weekend"}, {"date": "2026-10-18", "why": "weekend"}],
}


def ask(capsys: pytest.CaptureFixture[str], facts: str) -> dict[str, Any]:
    status = main([*facts.split(), "--json"])
    told = capsys.readouterr()
    assert (status, told.err) == (0, "")
    found: dict[str, Any] = json.loads(told.out)
    return found


def test_the_answer_says_what_programs_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "--sent 2026-10-05 --valid 2026-10-05 --channel post --extend 12")
    assert found["statute"] == "01/2026/QH16"
    assert found["refused"] is None
    answer, extended = found["due"]
    assert {key: answer[key] for key in CONTRACT} == CONTRACT
    assert list(answer)[: len(CONTRACT)] == list(CONTRACT)
    assert (extended["what"], extended["due_on"], extended["provisional"]) == ("extended_answer", "2026-10-29", True)
    assert "Điều 148 Bộ luật Dân sự 2015" in found["unverified"]


@pytest.mark.parametrize(
    ("facts", "statute", "due"),
    [
        (
            "--sent 2026-08-28 --valid 2026-09-03 --channel online --complexity complex",
            "104/2016/QH13",
            [("notice_of_term", "2026-09-08"), ("answer", "2026-09-24")],
        ),
        (
            "--sent 2026-10-05 --valid 2026-10-05 --channel online --complexity simple",
            "01/2026/QH16",
            [("answer", "2026-10-19")],
        ),
        ("--publish --created 2026-11-20", "01/2026/QH16", [("publish", "2026-11-30")]),
        ("--publish --created 2026-08-31", "104/2016/QH13", [("publish", "2026-09-09")]),
        (
            "--publish --created 2026-10-05 --posted 2026-10-06",
            "01/2026/QH16",
            [("publish", "2026-10-12"), ("posting_ends", "2026-11-05")],
        ),
        ("--correct-published --received 2026-11-20", "01/2026/QH16", [("reply_to_petition", "2026-11-30")]),
        ("--correct-published --received 2026-08-20", "104/2016/QH13", [("reply_to_petition", "2026-09-04")]),
        (
            "--correct-provided --received 2026-10-05 --discovered 2026-10-02",
            "01/2026/QH16",
            [("correct_own", "2026-10-09"), ("reply_to_petition", "2026-10-15")],
        ),
        ("--correct-provided --received 2026-03-09 --cannot-tell", "104/2016/QH13", [("ask_creator", "2026-03-16")]),
        ("--backlog", "01/2026/QH16", [("publish_backlog", "2027-03-01")]),
    ],
)
def test_dates_in_the_order_in_which_they_fall(
    capsys: pytest.CaptureFixture[str], facts: str, statute: str, due: list[tuple[str, str]]
) -> None:
    found = ask(capsys, facts)
    assert found["statute"] == statute
    assert [(one["what"], one["due_on"]) for one in found["due"]] == due


REQUEST = "--sent 2026-10-05 --valid 2026-10-05 --channel post"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("--valid 2026-10-05 --channel post", "thiếu --sent (Điều 31 khoản 4 Luật 01/2026/QH16)"),
        ("--sent 2026-10-05 --channel post", "thiếu --valid (Điều 26 khoản 3 Luật 01/2026/QH16)"),
        ("--sent 2026-10-05 --valid 2026-10-05", "(Điều 24 khoản 1 Luật 01/2026/QH16)"),
        ("--sent 2026-10-05 --valid 2026-10-05 --channel pigeon", "(Điều 24 khoản 1 Luật 01/2026/QH16)"),
        ("--sent 2026-10-05 --valid 2026-10-05 --channel fax", "(Điều 24 khoản 1 Luật 01/2026/QH16)"),
        ("--sent 2026-10-05 --valid 2026-10-04 --channel post", "Điều 26 khoản 3"),
        ("--sent 2026-10-05 --valid 2026-02-30 --channel post", "“2026-02-30” (Điều 26 khoản 3"),
        ("--sent 2026-10-05 --valid 05/10/2026 --channel post", "Điều 26 khoản 3"),
        ("--sent 20261005 --valid 2026-10-05 --channel post", "Điều 26 khoản 3"),
        ("--sent 2018-06-30 --valid 2018-07-02 --channel post", "(Điều 37 Luật 104/2016/QH13)"),
        ("--sent 2026-08-28 --valid 2026-09-03 --channel online", "Điều 30 khoản 4 Luật 104/2016/QH13"),
        ("--sent 2026-08-28 --valid 2026-09-03 --channel online --complexity easy", "Luật 104/2016/QH13"),
        (f"{REQUEST} --extend 13", "1 đến 12 ngày, không phải 13 (Điều 26 khoản 3 Luật 01/2026/QH16)"),
        (f"{REQUEST} --extend 0", "Điều 26 khoản 3"),
        (f"{REQUEST} --extend -1", "Điều 26 khoản 3"),
        (f"{REQUEST} --extend some", "Điều 26 khoản 3"),
        (f"{REQUEST} --created 2026-10-05", "--created không thuộc về câu hỏi này (Điều 26 khoản 3"),
        ("--publish", "thiếu --created (Điều 18 khoản 4"),
        ("--publish --created 2018-06-30", "(Điều 37 Luật 104/2016/QH13)"),
        ("--publish --created 2026-10-05 --posted 2026-10-01", "Điều 18 khoản 4"),
        ("--publish --created 2026-10-05 --sent 2026-10-05", "--sent không thuộc"),
        ("--publish --correct-published --received 2026-10-05", "chỉ một trong"),
        ("--correct-published", "thiếu --received (Điều 22 khoản 4"),
        ("--correct-published --discovered 2026-10-05", "(Điều 22 khoản 4"),
        ("--correct-provided", "(Điều 28 khoản 1"),
        ("--correct-provided --received 2026-10-05 --sent 2026-10-06", "Điều 28 khoản 2"),
        (
            "--correct-provided --received 2026-10-05 --cannot-tell",
            "không định thời hạn này (Điều 28",
        ),
        ("--publish --created 9999-12-31", "Điều 18 khoản 4"),
        ("--foo", "--foo"),
        ("", "Điều 31 khoản 4 Luật 01/2026/QH16"),
    ],
)
def test_a_fact_that_is_missing_or_wrong_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], facts: str, said: str
) -> None:
    assert main(facts.split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1
    assert re.search(r"Điều \d", told.err) or "--foo" in facts
    assert main([*facts.split(), "--json"]) == 2
    refused = json.loads(capsys.readouterr().out)
    assert refused["due"] == []
    assert said in refused["refused"]


def test_people_read_the_date_first_then_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(REQUEST.split()) == 0
    told = capsys.readouterr().out
    assert "chậm nhất thứ Hai 19/10/2026\n" in told
    assert "12 ngày theo Điều 26 khoản 3, đếm từ thứ Ba 06/10/2026." in told
    assert "Hết thứ Bảy 17/10/2026, là ngày nghỉ, nên chuyển sang ngày làm việc tiếp theo." in told
    assert "Bỏ qua: thứ Bảy 17/10/2026–Chủ nhật 18/10/2026 cuối tuần." in told


def test_another_folder_of_days_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(law_folder() / "calendars", tmp_path / "calendars"))
    with (folder / "2026.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[day]]\non = 2026-10-19\nkind = "day_off"\nwhy = "Ngày thử"\nstate = "confirmed"\nsource = "thử"\n'
        )
    due = ask(capsys, f"{REQUEST} --calendar {folder}")["due"][0]
    assert (due["due_on"], due["moved"]) == ("2026-10-20", "Saturday, Sunday and Ngày thử are not working days")
    assert main([*REQUEST.split(), "--calendar", str(tmp_path / "none")]) == 2


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "minhbach deadline --publish --created" in capsys.readouterr().out


def test_the_command_loads_no_django_and_is_quick() -> None:
    script = (
        "import sys; from minhbach.config.command import main; status = main(sys.argv[1:]);"
        "sys.exit(status or any(name.startswith(('django', 'minhbach.foundation')) for name in sys.modules))"
    )
    asked = [sys.executable, "-c", script, "deadline", *REQUEST.split(), "--json"]
    spent = []
    for _ in range(3):
        before = os.times()
        started = time.perf_counter()
        subprocess.run(asked, check=True, capture_output=True)
        after = os.times()
        # Other work on the machine may make it wait; what it works itself is the measure.
        worked = after.children_user + after.children_system - before.children_user - before.children_system
        spent.append(min(worked, time.perf_counter() - started))
    assert min(spent) < 0.2


def test_an_answer_of_the_older_law_is_corrected_as_the_reading_says(capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(capsys, "--correct-provided --sent 2026-08-10 --received 2026-10-05")
    (due,) = found["due"]
    assert (found["statute"], due["due_on"], due["provisional"]) == ("01/2026/QH16", "2026-10-15", True)
    assert [other["due_on"] for other in due["alternatives"]] == ["2026-10-20"]
    assert "Luật 104/2016/QH13, Điều 32 khoản 2" in due["alternatives"][0]["why"]
