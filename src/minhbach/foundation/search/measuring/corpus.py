"""Judged questions and the articles that they are asked of, read from files as published collections write them."""

import json
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minhbach.foundation.search.contracts import PUBLIC, Entry
from minhbach.foundation.search.rows import write_entries

_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Judged:
    """A question in its forms ("query", "query_typo" …), with the grade of each article that answers it."""

    qid: str
    forms: Mapping[str, str]
    judgments: Mapping[str, int]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON lines, packed by xz or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_questions(path: Path) -> list[Judged]:
    """Return the judged questions of a file."""
    return [
        Judged(
            row["qid"],
            {name: text for name, text in row.items() if name == "query" or name.startswith("query_")},
            row["judgments"],
        )
        for row in read_rows(path)
    ]


def id_of(row: Mapping[str, Any]) -> str:
    """Return the id of an article: its document and its number, such as 104/2016/QH13#29."""
    return f"{row['doc']}#{str(row['art']).replace('Điều', '').strip()}"


def load(path: Path) -> list[str]:
    """Write the articles of a file into the empty index; return their ids in the order of their rows."""
    ids: list[str] = []
    batch: list[Entry] = []
    for row in read_rows(path):
        batch.append(_entry(row, len(ids)))
        ids.append(id_of(row))
        if len(batch) == _BATCH:
            write_entries(batch)
            batch = []
    write_entries(batch)
    return ids


def _entry(row: Mapping[str, Any], number: int) -> Entry:
    return Entry(
        kind="article",
        subject_id=number,
        title=row.get("heading") or "",
        body="\n".join(part for part in (row.get("chapter"), row.get("body")) if part),
        on=None,
        visible_to=frozenset({PUBLIC}),
        number=row.get("doc") or "",
    )
