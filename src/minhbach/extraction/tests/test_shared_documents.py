"""Real documents beside the project: each form holds the words, and scans read better than by plain tesseract."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from minhbach.extraction.extract import extract

pytestmark = pytest.mark.shared


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))


def recall(found: str, true: str) -> float:
    got, wanted = words(found), words(true)
    return sum((got & wanted).values()) / sum(wanted.values())


def text_of(path: Path) -> str:
    return "\n".join(line.text for line in extract(path).source.lines)


def test_word_files_hold_the_words_of_their_texts(shared):
    files = sorted((shared / "practice" / "documents").glob("*.docx"))
    assert files
    for file in files:
        assert recall(text_of(file), file.with_suffix(".txt").read_text(encoding="utf-8")) >= 0.97, file.name


def test_scans_read_better_than_plain_tesseract_and_their_handwriting_stays_open(shared, tesseract):
    folder = shared / "practice" / "ocr"
    for row in map(json.loads, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()):
        found = extract(folder / row["file"])
        text = "\n".join(line.text for line in found.source.lines)
        true = (folder / row["file"]).with_suffix(".txt").read_text(encoding="utf-8")
        assert recall(text, true) >= row["tesseract_5_3_psm4_300dpi"]["word_recall"], row["file"]
        assert found.ocr is row["scan"]
        if row.get("number_handwritten"):
            assert "handwritten" in [problem.code for problem in found.problems]
        else:
            assert f"Số: {row['number'].split('/')[0]}" in text
