"""Each digit of the files that give terms is held by a case that a person counted: change it, and a case fails.

Notes, sources and quotations bind nobody. An amount that its quotation does not say is refused on loading; that
quotations stand in the law word for word is held by `lawbook/tests/test_statutes.py`.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.domain.deadlines import FactRefused
from minhbach.domain.statutes.book import Book, StatuteDataInvalid
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.deadline_answers import answer
from minhbach.lawbook.deadline_command import as_contract
from minhbach.lawbook.statutes import read_book
from tests.law.cases import Case, all_cases
from tests.law.test_cases import assert_told
from tests.law.wall_calendar import LAW

FILES = ("01-2026-qh16/terms.toml", "104-2016-qh13/terms.toml")
NOT_BINDING = ("#", "note", "source", "quotation", "words")
CALENDAR = load_calendar()


def changed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the file with one digit changed, for each digit that binds, beside its line as it becomes."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if line.strip().startswith(NOT_BINDING):
            continue
        for found in re.finditer(r"\d", line):
            other = f"{line[: found.start()]}{(int(found[0]) + 1) % 10}{line[found.end() :]}"
            yield other, "\n".join([*lines[:place], other, *lines[place + 1 :]])


def holds(case: Case, book: Book) -> bool:
    """Tell whether the clock gives by this law what a person counted."""
    facts = {name: "1" if value is True else str(value) for name, value in case.facts.items()}
    try:
        told = as_contract(answer(facts, book=book, calendar=CALENDAR))
        assert_told(case, json.dumps(told))
    except FactRefused as refusal:
        return bool(case.refused and case.refused in str(refusal))
    except (AssertionError, LookupError):
        return False
    return True


@pytest.mark.parametrize("file", FILES)
def test_a_case_fails_when_any_digit_of_a_term_changes(file: str, tmp_path: Path) -> None:
    """It tries each digit on the whole book: some seconds, for which it needs no database."""
    folder, cases = tmp_path / "statutes", list(all_cases())
    shutil.copytree(LAW / "statutes", folder)
    text = (folder / file).read_text("utf-8")
    book = read_book(folder)
    assert all(holds(case, book) for case in cases)
    unheld = []
    for line, other in changed(text):
        (folder / file).write_text(other, "utf-8")
        try:
            book = read_book(folder)
        except StatuteDataInvalid:
            continue
        failing = next((case for case in cases if not holds(case, book)), None)
        if failing is None:
            unheld.append(line)
        else:
            # The next digit of the same term mostly fails the same case.
            cases.remove(failing)
            cases.insert(0, failing)
    assert unheld == []
