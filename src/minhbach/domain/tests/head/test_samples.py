"""Each made-up document is read as a person reads it."""

from typing import Any

import pytest

from minhbach.domain.reading.head import HeadReading, read_head
from minhbach.domain.tests.head.samples import Sample, load

_PLACES = {"body": "body_start", "foot": "body_end", "annex": "foot_end"}


@pytest.mark.parametrize("sample", load(), ids=lambda sample: sample.name)
def test_sample_is_read_as_a_person_reads_it(sample: Sample) -> None:
    reading = read_head(sample.source)
    found = {field: _found(reading, sample, field) for field in sample.expected if field != "ocr"}
    wanted = {field: value for field, value in sample.expected.items() if field != "ocr"}
    assert found == wanted


def _found(reading: HeadReading, sample: Sample, field: str) -> Any:
    if field == "problems":
        return [problem.code for problem in reading.problems]
    if field == "references":
        return [reference.number for reference in reading.head.references if reference.number]
    if field in _PLACES:
        return sample.source.lines[getattr(reading, _PLACES[field])].text.strip().split("  ")[0]
    value = getattr(reading.head, field)
    if isinstance(value, tuple):
        return list(value)
    if field == "date":
        return value.isoformat() if value else ""
    return "" if value is None else value
