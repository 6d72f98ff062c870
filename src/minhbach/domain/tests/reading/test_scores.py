"""The measure on real documents: the five seeds and six practice documents in each of their forms."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minhbach.domain.reading.read import read_document
from minhbach.domain.reading.results import as_json
from minhbach.domain.tests.reading.samples import shared_folder, source_of

pytestmark = pytest.mark.shared


def _scores(folder: Path, truth: Path, files: list[Path]) -> dict[str, float]:
    """Return the share of marks for each file, by the project's own scorer."""
    scores = {}
    for file in files:
        printed = as_json(read_document(source_of(_plain(file.read_text("utf-8"))))) | {"source": {"file": file.name}}
        scorer = [sys.executable, str(folder / "tools" / "score_reading.py"), str(truth)]
        result = subprocess.run(scorer, input=json.dumps(printed), capture_output=True, text=True, check=True)
        scores[file.name] = float(result.stdout.split("\n")[0].rpartition("=")[2])
    return scores


def _plain(text: str) -> str:
    return "\n".join(line.lstrip("#").replace("**", "").strip() for line in text.split("\n"))


def test_seeds_are_read_whole() -> None:
    folder = shared_folder()
    scores = _scores(folder, folder / "truth" / "seeds", sorted((folder / "seeds").glob("*.txt")))
    assert len(scores) == 5
    assert min(scores.values()) >= 0.98, scores


def test_practice_documents_are_read_in_plain_and_wrapped_text() -> None:
    folder = shared_folder()
    documents = folder / "practice" / "documents"
    scores = _scores(folder, documents, sorted(documents.glob("*.txt")))
    assert len(scores) == 8
    assert min(scores.values()) >= 0.93, scores
