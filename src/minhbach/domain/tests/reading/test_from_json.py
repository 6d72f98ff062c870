"""What one process printed of a reading, another takes back whole."""

import json

import pytest

from minhbach.domain.reading.from_json import reading_from_json
from minhbach.domain.reading.read import read_document
from minhbach.domain.reading.results import Reading, Source, as_json
from minhbach.domain.reading.source import Line, Place, SourceDocument
from minhbach.domain.tests.reading.samples import DOCUMENTS, source_of


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_sample_comes_back_equal(path):
    reading = read_document(source_of(path.with_suffix(".txt").read_text("utf-8")))
    assert reading != Reading(reading.head)
    assert reading_from_json(json.loads(json.dumps(as_json(reading)))) == reading


def test_places_on_pages_and_branches_come_back_too():
    words = (
        "II. NỘI DUNG",
        "1. Việc",
        "- Chủ trì: Sở Tư pháp",
        "- Thời hạn: Cấp tỉnh: Quý I/2027; cấp xã: Quý II/2027",
    )
    lines = tuple(Line(n, text, place=Place(1, (1.5, 2.25, 3.0, n))) for n, text in enumerate(words, start=1))
    reading = read_document(SourceDocument(lines, pages=1))
    assert reading.tasks[0].source != Source()
    assert reading_from_json(json.loads(json.dumps(as_json(reading)))) == reading
