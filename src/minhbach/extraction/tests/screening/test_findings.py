"""Personal data is found in the sentences and documents that lie beside this file, and nothing else is."""

import json
from pathlib import Path

import pytest

from minhbach.extraction.tests.screening.marked import Score, documents, papers, parsed, sentences


@pytest.mark.parametrize("marked", sentences())
def test_each_sentence_gives_what_is_marked_in_it(marked: str) -> None:
    score = Score()
    score.add(*parsed(marked))
    assert score.notes == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_a_long_document_is_found_nearly_whole(path: Path) -> None:
    score = Score()
    score.add(*parsed(path.read_text(encoding="utf-8")))
    assert score.recall >= 0.98, score.notes
    assert score.precision >= 0.95, score.notes


def test_papers_as_agencies_write_them_are_found_nearly_whole() -> None:
    score = Score()
    for marked in papers():
        score.add(*parsed(marked))
    assert score.recall >= 0.97, score.notes
    assert score.precision >= 0.97, score.notes


@pytest.mark.shared
def test_the_practice_texts_reach_the_goal(shared: Path) -> None:
    score = Score()
    for line in (shared / "practice" / "personal_data.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        score.add(row["text"], [(span["start"], span["end"], span["label"]) for span in row["spans"]])
    assert score.recall >= 0.98, score.table()
    assert score.precision >= 0.90, score.table()
