"""Each digit of every file of the laws is held by their second reading: change it, and they no longer agree.

Terms are held by their worked cases besides (`test_digits.py`); quotations, word for word, by
`lawbook/tests/test_statutes.py`. Comments alone bind nobody.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.lawbook.tests.test_statutes import TEXTS, flat, places_of
from tests.law.second_reading import READINGS, apart, files, holds, reading_of

FILES = {f"{path.parent.name}/{path.name}": path for path in files()}


def test_every_law_has_a_second_reading_and_every_reading_its_law() -> None:
    assert sum(len(re.findall(r"\d", path.read_text("utf-8"))) for path in FILES.values()) > 2000
    laws = {path.stem if path.parent.name == "details" else path.parent.name for path in FILES.values()}
    assert laws == {path.stem for path in READINGS.glob("*.toml")}


@pytest.mark.parametrize("file", FILES)
def test_the_law_is_as_it_was_read_a_second_time(file: str) -> None:
    path = FILES[file]
    assert apart(path.read_text("utf-8"), reading_of(path), is_head=is_head(path)) is None


@pytest.mark.parametrize("file", FILES)
def test_no_digit_of_a_law_changes_unseen(file: str) -> None:
    path = FILES[file]
    reading = reading_of(path)
    unseen = []
    for line, text in changed(path.read_text("utf-8")):
        try:
            if apart(text, reading, is_head=is_head(path)) is None:
                unseen.append(line)
        except tomllib.TOMLDecodeError:
            continue  # a day that no calendar has: no file that anybody could read
    assert unseen == []


@pytest.mark.parametrize("name", sorted(path.stem for path in READINGS.glob("*.toml")))
def test_no_table_of_a_law_is_read_that_its_files_do_not_have(name: str) -> None:
    own = [path for file, path in FILES.items() if file.startswith(f"{name}/") or file == f"details/{name}.toml"]
    tables = {key for path in own for key, value in tomllib.loads(path.read_text("utf-8")).items() if is_list(value)}
    assert tables == {key for key, value in reading_of(own[0]).items() if isinstance(value, dict)}


@pytest.mark.shared
def test_the_second_reading_stands_in_the_texts_of_the_laws(shared: Path) -> None:
    texts = {number: places_of((shared / "law" / name).read_text("utf-8")) for number, name in TEXTS.items()}
    checked = 0
    for path in READINGS.glob("*.toml"):
        reading = tomllib.loads(path.read_text("utf-8"))
        for key, row in rows_of(reading):
            text = texts.get(row.get("document", reading["document"]))
            if text is None or row["article"] == "Phụ lục":
                continue
            assert row["article"] in text, (path.stem, key)
            assert holds(text[row["article"]], flat(row.get("quotation", ""))), (path.stem, key)
            checked += 1
    assert checked > 180


def rows_of(reading: dict[str, object]) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each row of a reading with its key."""
    for table in reading.values():
        if isinstance(table, dict):
            for key, row in table.items():
                yield key, {"article": row} if isinstance(row, str) else row


def changed(text: str) -> Iterator[tuple[str, str]]:
    """Give each line that a change of one digit makes, and the whole file with it."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        # Of the values none holds a "#": what follows one is a comment.
        for found in re.finditer(r"\d", line.partition("#")[0]):
            other = f"{line[: found.start()]}{(int(found[0]) + 1) % 10}{line[found.end() :]}"
            yield other, "\n".join([*lines[:place], other, *lines[place + 1 :]])


def is_head(path: Path) -> bool:
    """Say whether a file names its law and its days."""
    return path.name == "statute.toml" or path.parent.name == "details"


def is_list(value: object) -> bool:
    """Say whether a key of a file is a table with rows."""
    return isinstance(value, list)
