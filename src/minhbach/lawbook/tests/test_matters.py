"""The matters that people ask about: each with its source, its letter of the law, and departments that there are."""

from pathlib import Path

import pytest

from minhbach.domain.units.values import Level
from minhbach.lawbook.bodies import load_body_models
from minhbach.lawbook.folder import law_folder
from minhbach.lawbook.matters import MattersInvalid, load_matters

# Article 17(1) of Law 01/2026/QH16 has these letters, as printed.
LETTERS = set("abcdđeghiklmnopqrstuv")
GOOD = """
talk = ["ở đâu"]
[[matter]]
id = "dat"
letter = "l"
state = "unverified"
source = "Luật 01/2026/QH16 Điều 17"
words = [{ said = ["đền bù"], written = ["bồi thường"] }]
"""


def test_every_letter_that_people_ask_about_is_one_of_the_law() -> None:
    matters = load_matters().by_id.values()
    assert {one.letter for one in matters} <= LETTERS
    # Enterprises of the state alone (letter e) are nothing that people ask a commune about in words of their own.
    assert LETTERS - {one.letter for one in matters} == {"e"}


def test_departments_that_keep_matters_are_those_of_a_province() -> None:
    names = {one.name.replace(" {unit}", "") for one in load_body_models() if one.level is Level.PROVINCE}
    for matter in load_matters().by_id.values():
        assert set(matter.held_by) <= names, matter.id


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("", "", ""),
        ('source = "Luật 01/2026/QH16 Điều 17"', 'source = ""', "nguồn"),
        ('state = "unverified"', 'state = "sure"', "trạng thái"),
        ('letter = "l"', "", "thiếu"),
        ('["đền bù"]', '["ở đâu"]', "hai lần"),
        ('["bồi thường"]', "[]", "lời viết"),
    ],
)
def test_a_file_that_lacks_something_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    (tmp_path / "matters.toml").write_text(GOOD.replace(old, new) if old else GOOD, "utf-8")
    if not why:
        assert list(load_matters(tmp_path).by_id) == ["dat"]
        return
    with pytest.raises(MattersInvalid, match=why):
        load_matters(tmp_path)


def test_the_file_stands_beside_the_short_forms() -> None:
    assert (law_folder() / "words" / "matters.toml").is_file()
