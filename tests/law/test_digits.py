"""No digit of a law changes unseen: a change, made in a copy of its file, breaks a case or is refused by the reader."""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import FactRefused
from minhbach.domain.statutes.book import Book, NoStatute, StatuteDataInvalid
from minhbach.domain.statutes.values import Matter
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.statutes import read_book
from tests.law.asking import agrees, ask
from tests.law.cases import Case, all_cases
from tests.law.wall_calendar import LAW

FOLDERS = ["104-2016-qh13", "01-2026-qh16"]
HEADS = {
    "104/2016/QH13": ("Luật 104/2016/QH13", "Luật Tiếp cận thông tin năm 2016", dt.date(2016, 4, 6)),
    "01/2026/QH16": ("Luật 01/2026/QH16", "Luật Tiếp cận thông tin năm 2026", dt.date(2026, 4, 23)),
}
FORCE = {
    "104/2016/QH13": (dt.date(2018, 7, 1), dt.date(2026, 9, 1), "Điều 37", "ngày 01 tháng 7 năm 2018"),
    "01/2026/QH16": (dt.date(2026, 9, 1), None, "Điều 30 khoản 1", "ngày 01 tháng 9 năm 2026"),
}
"""From, until, where it is said, and in which words."""
REQUESTS = ("01/2026/QH16", "Điều 31 khoản 4", "104/2016/QH13")
"""Which law governs a request is said by the later one, of the earlier one."""
EDGES = {
    dt.date(2018, 6, 30): None,
    dt.date(2018, 7, 1): "104/2016/QH13",
    dt.date(2026, 8, 31): "104/2016/QH13",
    dt.date(2026, 9, 1): "01/2026/QH16",
}
BESIDE_THE_RULE = {"source", "note"}
"""Keys whose words no date hangs on."""
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


@pytest.mark.parametrize("file", ["terms.toml", "statute.toml"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_no_digit_changes_unseen(laws: Path, folder: str, file: str) -> None:
    path = laws / folder / file
    changes = list(_changes(path, BESIDE_THE_RULE))
    assert len(changes) >= 40
    assert [line for line, text in changes if _broken_with(laws, path, text) is None] == []


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


def _changes(path: Path, left_out: set[str]) -> Iterator[tuple[str, str]]:
    """Give each line that a change of one digit makes, and the whole file with it."""
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        rule = re.fullmatch(r"""(\w+) = ('[^']*'|"[^"]*"|[^#]*)(#.*)?""", line)
        if rule is None or rule[1] in left_out:
            continue
        for digit in re.finditer(r"\d", rule[2]):
            at = rule.start(2) + digit.start()
            other = f"{line[:at]}{(int(line[at]) + 1) % 10}{line[at + 1 :]}"
            yield other, "\n".join([*lines[:number], other, *lines[number + 1 :]])


def _broken_with(laws: Path, path: Path, text: str) -> str | None:
    kept = path.read_text("utf-8")
    path.write_text(text, "utf-8")
    try:
        return _broken_by(laws)
    finally:
        path.write_text(kept, "utf-8")


def _broken_by(laws: Path) -> str | None:
    """Return what these laws say of themselves and should not, or the first case that fails under them."""
    try:
        book = read_book(laws)
    except StatuteDataInvalid:
        return REFUSED
    calendar = load_calendar()
    return _untold(book) or next((case.title for case in CASES if not _holds(case, book, calendar)), None)


def _holds(case: Case, book: Book, calendar: Calendar) -> bool:
    try:
        found = ask(case, book=book, calendar=calendar)
    except FactRefused as refusal:
        return case.refused is not None and case.refused in str(refusal)
    return agrees(case, found)


def _untold(book: Book) -> str | None:
    for day, number in EDGES.items():
        for matter in Matter:
            if _number(book, matter, day) != number:
                return f"{matter} on {day}"
    for statute in book.statutes:
        if (statute.title, statute.name, statute.signed_on) != HEADS[statute.number]:
            return f"the head of {statute.number}"
        since, until, article, words = FORCE[statute.number]
        if (statute.in_force_from, statute.in_force_until) != (since, until):
            return f"the force of {statute.number}"
        for choice in statute.choices:
            of_requests = choice.matter is Matter.REQUEST
            said = REQUESTS if of_requests else (statute.number, article, words)
            if (choice.document, choice.article) != said[:2] or said[2] not in choice.quotation:
                return f"{choice.matter} of {statute.number}"
        for term in statute.terms:
            if re.findall(r"\d+", term.quotation) != ([f"{term.amount:02}"] if term.amount else []):
                return f"the quotation of {term.key}"
    return None


def _number(book: Book, matter: Matter, day: dt.date) -> str | None:
    try:
        return book.statute_for(matter, day).number
    except NoStatute:
        return None
