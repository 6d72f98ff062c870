"""A part of the corpus redacted and checked; `tools/redaction_kinds.py` runs all of it and writes the table."""

from pathlib import Path

import pytest

from minhbach.extraction.tests.redaction.checking import outcome
from minhbach.extraction.tests.redaction.corpus.all import KINDS
from minhbach.extraction.tests.redaction.table import table_of

TABLE = Path(__file__).parents[5] / "docs" / "redaction-kinds.md"
EACH = 12
"""Every twelfth kind is run here, and every kind that is refused."""
CHOSEN = [kind for number, kind in enumerate(KINDS) if number % EACH == 0 or kind.expected != "redacted"]


@pytest.mark.parametrize("kind", CHOSEN, ids=lambda kind: f"{kind.group}: {kind.what}")
def test_what_happens_to_a_kind_of_file(kind, tesseract, tmp_path):
    assert outcome(kind.case(0), tmp_path) == kind.expected


def test_the_table_is_that_of_the_corpus():
    assert TABLE.read_text(encoding="utf-8") == table_of(KINDS)


def test_the_corpus_is_large_enough():
    assert sum(kind.seeds for kind in KINDS) >= 400
