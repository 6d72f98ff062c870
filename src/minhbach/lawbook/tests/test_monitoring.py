"""What the monitor expects stands in the law word for word, for every day of the statute."""

from datetime import date

from minhbach.domain.bodies.focal_points import rule_on
from minhbach.domain.statutes import Matter
from minhbach.lawbook.monitoring import load_expectations, open_formats
from minhbach.lawbook.statutes import statute_for

FIRST = date(2026, 9, 1)


def test_expected_letters_are_quoted_from_article_17() -> None:
    law = statute_for(Matter.REGISTER, FIRST)
    expected = rule_on(load_expectations(), FIRST)
    assert expected.document == "Luật 01/2026/QH16"
    assert set(expected.letters) == {"a", "b", "c", "u"}
    for letter, one in expected.letters.items():
        assert one.quotation in law.letter(letter).quotation, letter


def test_a_rhythm_is_looked_for_only_where_the_law_names_one() -> None:
    letters = rule_on(load_expectations(), FIRST).letters
    assert [letter for letter, one in letters.items() if one.months] == ["a"]
    assert letters["a"].rhythm in letters["a"].quotation
    assert letters["a"].rhythm_state == "provisional"


def test_archives_and_old_office_files_are_no_open_formats() -> None:
    known = open_formats()
    assert {"application/pdf", "text/csv", "text/plain"} <= set(known)
    assert not {
        "application/zip",
        "application/x-7z-compressed",
        "application/msword",
        "application/octet-stream",
    } & set(known)
