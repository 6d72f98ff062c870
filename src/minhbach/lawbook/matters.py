"""Matters people ask about: what they say and documents write, the letter of the law, the departments that keep them.

Read from `law/words/matters.toml`.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.search.plain_words import PlainWordsByFirst, plain_words_by_first, plain_words_in
from minhbach.domain.search.words import words_of
from minhbach.lawbook.folder import law_folder

_NEEDED = {"id", "letter", "state", "source", "words"}
_ALLOWED = _NEEDED | {"held_by"}


class MattersInvalid(ValueError):
    """The file of matters says one twice, one without its source, or the same words for two."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that people ask about.

    :param letter: of Article 17(1) of Law 01/2026/QH16, which names it.
    :param held_by: names of departments of a province that keep it, the likeliest first; none: committees do.
    """

    id: str
    letter: str
    held_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matters:
    """All matters by id, what people and documents call them, and set phrases that lead nowhere."""

    by_id: Mapping[str, Matter]
    plain_words: PlainWordsByFirst
    talk: PlainWordsByFirst
    written: PlainWordsByFirst


@cache
def load_matters(folder: Path | None = None) -> Matters:
    """Return the matters, read once in a process.

    :raises MattersInvalid: if the file does not hold what it must.
    """
    told = tomllib.loads(((folder or law_folder() / "words") / "matters.toml").read_text("utf-8"))
    rows = told["matter"]
    for row in rows:
        _check(row)
    _refuse_twice([row["id"] for row in rows])
    _refuse_twice([*told["talk"], *(said for row in rows for words in row["words"] for said in words["said"])])
    words = [(words["said"], words["written"], row["id"]) for row in rows for words in row["words"]]
    return Matters(
        by_id={row["id"]: Matter(row["id"], row["letter"], tuple(row.get("held_by", ()))) for row in rows},
        plain_words=plain_words_by_first(words),
        talk=plain_words_by_first([(told["talk"], (), "")]),
        # Of what documents write, the first is what the matter is called; the others may be said of many.
        written=plain_words_by_first((written[:1], (), matter) for _said, written, matter in words),
    )


def departments_for(text: str) -> tuple[str, ...]:
    """Return the names of the departments of a province that keep what a text is about, the likeliest first.

    A matter counts for each thing that is said of it, in people's words or in those of documents.
    """
    matters = load_matters()
    words = words_of(text, {})
    said = Counter(one.matter for one in plain_words_in(words, matters.plain_words))
    said.update(one.matter for one in plain_words_in(words, matters.written))
    names = (name for matter, _count in said.most_common() for name in matters.by_id[matter].held_by)
    return tuple(dict.fromkeys(names))


def _check(row: Mapping[str, Any]) -> None:
    if not _NEEDED <= row.keys() <= _ALLOWED:
        raise MattersInvalid(f"matters.toml: {row.get('id')} thiếu hoặc thừa mục")
    if not row["source"] or row["state"] not in ("confirmed", "unverified"):
        raise MattersInvalid(f"matters.toml: {row['id']} thiếu nguồn hoặc trạng thái")
    if any(words.keys() != {"said", "written"} or not words["said"] or not words["written"] for words in row["words"]):
        raise MattersInvalid(f"matters.toml: {row['id']} có lời nói thiếu lời viết")


def _refuse_twice(values: list[str]) -> None:
    twice = {value for value in values if values.count(value) > 1}
    if twice:
        raise MattersInvalid(f"matters.toml: {min(twice)} đứng hai lần")
