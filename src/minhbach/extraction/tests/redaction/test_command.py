"""`minhbach redact`: a copy and its proof, or no copy and the reason; wrong usage is said in Vietnamese."""

import json

import pytest

from minhbach.extraction.redact_command import main
from minhbach.extraction.tests.redaction.corpus.boxes import made
from minhbach.extraction.tests.redaction.corpus.cases import person_of

PERSON = person_of(21)


@pytest.fixture
def files(tmp_path):
    """Return a file to redact, a list of boxes, and where the copy goes."""
    case = made(PERSON)
    source, boxes = tmp_path / "don.pdf", tmp_path / "o.json"
    source.write_bytes(case.data)
    boxes.write_text(json.dumps(case.boxes), encoding="utf-8")
    return source, boxes, tmp_path / "che.pdf"


def test_a_copy_is_written_with_its_proof(files, capsys, tesseract):
    source, boxes, target = files
    assert main([str(source), "--boxes", str(boxes), "-o", str(target)]) == 0
    proof = json.loads(capsys.readouterr().out)
    assert proof["clean"] is True
    assert set(proof["where"]) == {"text", "bytes", "metadata", "ocr"}
    assert PERSON.number in [looked["text"] for looked in proof["looked_for"]]
    assert target.read_bytes().startswith(b"%PDF-")


def test_what_is_refused_is_not_written(files, capsys):
    source, boxes, target = files
    source.write_bytes(b"%PDF-1.7 broken")
    assert main([str(source), "--boxes", str(boxes), "-o", str(target)]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["clean"] is False
    assert printed["error"]
    assert not target.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([], "o.json"),
        ([{"page": 0, "x0": 0, "y0": 0, "x1": 1, "y1": 1}], "page"),
        ([{"page": 1, "x0": 5, "y0": 0, "x1": 1, "y1": 1}], "x0"),
        ([{"page": 1, "x0": "a", "y0": 0, "x1": 1, "y1": 1}], "x0"),
        ([{"page": 1, "x0": 0, "y0": 0, "x1": 1, "y1": 1, "z": 2}], "z"),
        ({"page": 1}, "mảng"),
    ],
)
def test_wrong_boxes_are_wrong_usage(files, capsys, wrong, said):
    source, boxes, target = files
    boxes.write_text(json.dumps(wrong), encoding="utf-8")
    assert main([str(source), "--boxes", str(boxes), "-o", str(target)]) == 2
    assert (said if wrong else "mảng") in capsys.readouterr().err
    assert not target.exists()


def test_other_wrong_usage(files, tmp_path):
    source, boxes, target = files
    assert main([str(source), "-o", str(target)]) == 2
    assert main([str(source), "--find", "XYZ", "-o", str(target)]) == 2
    assert main([str(source), "--boxes", str(boxes), "-o", str(tmp_path / "no" / "a.pdf")]) == 2
    assert main([str(source), "--boxes", str(boxes), "-o", str(source)]) == 2
    assert main(["-", "--boxes", str(boxes), "-o", str(target)]) == 2
    target.write_bytes(b"kept")
    assert main([str(source), "--boxes", str(boxes), "-o", str(target)]) == 2
    assert target.read_bytes() == b"kept"
