"""Each digit of an amount, and the reading of what is open, are held by worked cases: a change breaks one.

All other digits of the laws are held by their second reading (`test_every_digit.py`).
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import FactRefused
from minhbach.domain.statutes.book import Book, StatuteDataInvalid
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.statutes import read_book
from tests.law.asking import agrees, ask
from tests.law.cases import Case, all_cases
from tests.law.wall_calendar import LAW

FOLDERS = ["104-2016-qh13", "01-2026-qh16"]
REFUSED = "the reader refuses"


def _telling_first() -> list[Case]:
    """Return the cases, one of each sort before all others, so that a change shows early."""
    cases = list(all_cases())
    sorts = [(case.statute, case.refused, *((due.what, due.article, due.amount) for due in case.due)) for case in cases]
    return [case for _, case in sorted(enumerate(cases), key=lambda pair: sorts.index(sorts[pair[0]]) != pair[0])]


CASES = _telling_first()
TITLES = {case.title for case in CASES}


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the laws that a test may change."""
    return Path(shutil.copytree(LAW / "statutes", tmp_path_factory.mktemp("law") / "statutes"))


def test_the_laws_as_they_are_break_nothing(laws: Path) -> None:
    assert _broken_by(laws) is None


@pytest.mark.parametrize("folder", FOLDERS)
def test_another_amount_breaks_a_case(laws: Path, folder: str) -> None:
    path = laws / folder / "terms.toml"
    changes = list(_other_amounts(path.read_text("utf-8")))
    assert len(changes) >= 20
    assert [told for told, text in changes if _broken_with(laws, path, text) not in TITLES] == []


def test_another_reading_of_where_an_extension_counts_from_breaks_a_case(laws: Path) -> None:
    # Under the Law of 2016 the terms that can be extended are in working days, which end on one: both readings are one.
    path = laws / "01-2026-qh16" / "rules.toml"
    text = path.read_text("utf-8")
    assert _broken_with(laws, path, text.replace('value = "nominal_end"', 'value = "due_on"')) in TITLES


def _other_amounts(text: str) -> Iterator[tuple[str, str]]:
    """Give each term with one digit of its amount changed, in its quotation too, and the whole file with it."""
    head, *terms = text.split("[[term]]")
    for number, term in enumerate(terms):
        amount = int(re.search(r"^amount = (\d+)", term, re.MULTILINE)[1])  # type: ignore[index]
        for place in (1, 10):
            for step in (1, 9):
                digit = amount // place % 10
                other = amount + ((digit + step) % 10 - digit) * place
                if amount == 0 or other == 0:
                    continue  # due at once, which the reader holds to be no amount at all
                changed = term.replace(f"amount = {amount}", f"amount = {other}").replace(
                    f"{amount:02} ", f"{other:02} "
                )
                key = re.search(r'key = "(\w+)"', term)[1]  # type: ignore[index]
                yield f"{key} {other}", "[[term]]".join([head, *terms[:number], changed, *terms[number + 1 :]])


def _broken_with(laws: Path, path: Path, text: str) -> str | None:
    kept = path.read_text("utf-8")
    path.write_text(text, "utf-8")
    try:
        return _broken_by(laws)
    finally:
        path.write_text(kept, "utf-8")


def _broken_by(laws: Path) -> str | None:
    """Return the first case that fails under these laws."""
    try:
        book = read_book(laws)
    except StatuteDataInvalid:
        return REFUSED
    calendar = load_calendar()
    return next((case.title for case in CASES if not _holds(case, book, calendar)), None)


def _holds(case: Case, book: Book, calendar: Calendar) -> bool:
    try:
        found = ask(case, book=book, calendar=calendar)
    except FactRefused as refusal:
        return case.refused is not None and case.refused in str(refusal)
    return agrees(case, found)
