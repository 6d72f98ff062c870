"""Scores on real heads and on the hand-checked seeds. Both stand beside the project; without them these tests skip."""

import importlib.util
import json
import os
import sys
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from minhbach.domain.reading.head import HeadReading, read_head
from minhbach.domain.reading.results import Reading, as_json
from minhbach.domain.reading.source import SourceDocument
from minhbach.domain.tests.head.samples import as_source

SHARED = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).resolve().parents[6] / "shared"))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "practice").is_dir(), reason=f"no material at {SHARED}"),
]
FIELDS = {
    "number": lambda d: "/".join(x for x in (d["number"], d["symbol"]) if x),
    "date": lambda d: d["date"],
    "place": lambda d: d["place"],
    "agency": lambda d: d["issuing_body"],
    "doc_type": lambda d: d["doc_type"],
    "subject": lambda d: d["title"],
    "signer": lambda d: d["signer"],
}


def _tool(name: str) -> ModuleType:
    folder = SHARED / "tools"
    sys.path.insert(0, str(folder))
    try:
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def _source(text: str) -> SourceDocument:
    return as_source(unicodedata.normalize("NFC", text))


def _document(reading: HeadReading) -> dict[str, Any]:
    document: dict[str, Any] = as_json(Reading(head=reading.head))["document"]
    return document


def test_real_heads_score_at_least_99_percent_of_what_is_printed() -> None:
    tool = _tool("score_heads")
    right = of = 0
    for line in (SHARED / "practice" / "headers.jsonl").read_text(encoding="utf-8").splitlines():
        head = json.loads(line)
        document = _document(read_head(_source(tool.as_text(head))))
        for field, value in FIELDS.items():
            wanted = head.get(field)
            if wanted and not (field == "signer" and not head.get("signature_lines")):
                right += tool.right(field, value(document) or "", wanted)
                of += 1
    assert of > 900
    assert right / of >= 0.99


def test_seed_heads_are_all_right() -> None:
    tool = _tool("score_reading")
    lost = []
    for path in sorted((SHARED / "truth" / "seeds").glob("*.jsonl")):
        truth = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
        text = (SHARED / "seeds" / truth["seed"]).read_text(encoding="utf-8")
        document = _document(read_head(_source(text)))
        marks = tool.score_document([truth], {"document": document})
        lost += [f"{path.stem} {field}" for field, got, _ in marks if field.startswith("doc.") and not got]
        assert document["draft"] == truth.get("draft", False)
        assert document["signing_authority"] == truth["signing_authority"]
        assert document["addressees"] == truth.get("addressees", [])
    assert lost == []


def test_transcripts_of_scans_are_read_as_printed() -> None:
    tool = _tool("score_heads")
    for line in (SHARED / "practice" / "ocr" / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        transcript = SHARED / "practice" / "ocr" / truth["file"].replace(".pdf", ".txt")
        document = _document(read_head(_source(transcript.read_text(encoding="utf-8"))))
        assert tool.bare(document["issuing_body"]) == tool.bare(truth["agency"])
        assert document["place"] == truth["place"]
        assert document["date"] == truth["date"]
        assert document["doc_type"] == truth["doc_type"]
        assert document["addressees"] == truth["to"]
        assert document["urgency"] == truth.get("urgency")
        assert document["signer"] == truth["signer"]
        assert [*document["signing_authority"], document["signer_position"]] == truth["signer_title"].split("; ")
        assert tool.right("subject", document["title"], truth["subject"])
        assert f"{document['number']}/{document['symbol']}" == truth["number"]
