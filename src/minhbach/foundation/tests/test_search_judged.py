"""How well is found, on judged questions and look-ups beside the project: the goals that the search was built to."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Entry, Question
from minhbach.foundation.search.rows import write_entries

pytestmark = pytest.mark.shared
GOALS = {"query": (0.75, 0.90), "query_no_diacritics": (0.68, 0.85), "query_typo": (0.68, 0.85)}


def test_judged_questions_reach_their_goals_with_and_without_marks(shared: Path) -> None:
    practice = shared / "practice"
    command = [sys.executable, "-m", "minhbach.config.command", "search", "--json"]
    files = ["--corpus", practice / "vbpl_articles.jsonl.xz", "--queries", practice / "queries.jsonl"]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=True)
    figures = {row["form"]: row for row in map(json.loads, done.stdout.splitlines())}
    for form, (reciprocal_rank, recall) in GOALS.items():
        assert figures[form]["mrr@10"] >= reciprocal_rank, figures[form]
        assert figures[form]["recall@10"] >= recall, figures[form]


@pytest.mark.django_db
def test_known_items_come_first_by_number_and_early_by_subject(shared: Path) -> None:
    practice = shared / "practice"
    lines = (practice / "local_legal_documents.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    with transaction.atomic():
        write_entries(entry(row, number) for number, row in enumerate(documents))
    known = {(row["number"], row["issuer"]) for row in documents}
    rows = [json.loads(line) for line in (practice / "known_items.jsonl").read_text("utf-8").splitlines()]
    asked = 0
    for row in rows:
        wanted = {target["number"] for target in row["targets"] if (target["number"], target["issuer"]) in known}
        for words in row["queries"] if wanted else ():
            hits = [hit.number for hit in search(Question(words, frozenset({PUBLIC}))).hits]
            assert wanted & set(hits[: 1 if row["kind"] == "number" else 3]), (words, hits[:3])
            asked += 1
    assert asked > 30


def entry(row: dict[str, str], number: int) -> Entry:
    return Entry(
        kind="document",
        subject_id=number,
        title=f"{row['type']} {row['subject']}",
        body=row["issuer"],
        on=date.fromisoformat(row["date"]),
        visible_to=frozenset({PUBLIC}),
        number=row["number"],
    )
