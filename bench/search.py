"""How quickly is found among many full texts, by kind of question: half and 95 of 100 answers came within p50 and p95.

    .venv/bin/python bench/search.py [--size 200000] [--questions 40]
    tools/with-postgresql .venv/bin/python bench/search.py --engine postgresql
    .venv/bin/python bench/search.py --size 1000000      takes about an hour and six gigabytes

The texts are sentences of published articles put together anew, each text about one matter, where the articles lie
beside the project (MINHBACH_SHARED); sentences of made-up words, as often as words of a language are, elsewhere.
Everything is asked as a visitor of the portal asks: with rights, corrections, counting and highlights. `cpu` is what
this process worked, also on a busy machine; with PostgreSQL, the server's own work is not in it.
"""

import argparse
import json
import lzma
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("MINHBACH_MODE", "demonstration")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minhbach.config.settings")
PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "src"))

import django  # noqa: E402

django.setup()

from django.db import connection, transaction  # noqa: E402

from minhbach.domain.text import fold  # noqa: E402
from minhbach.foundation.clock import now  # noqa: E402
from minhbach.foundation.search.contracts import PUBLIC, Entry, Order, Question  # noqa: E402
from minhbach.foundation.search.engines import engine_of  # noqa: E402
from minhbach.foundation.search.frequencies import learn  # noqa: E402
from minhbach.foundation.search.measuring.figures import percentile  # noqa: E402
from minhbach.foundation.search.measuring.own_database import own_database  # noqa: E402
from minhbach.foundation.search.rows import write_entries  # noqa: E402
from minhbach.foundation.search.searching import search  # noqa: E402

SHARED = Path(os.environ.get("MINHBACH_SHARED", PROJECT.parent / "shared"))
ARTICLES = SHARED / "practice" / "vbpl_articles.jsonl.xz"
KINDS = ("KH", "QĐ", "NQ", "TB", "CV")
LETTERS = "abcdđeghiklmnopqrstuv"
BODIES = 300
BATCH = 1_000
ONSETS, RHYMES = "b c d đ g h kh l m n ng nh ph qu s t th tr v x", "an ả âm ấu ển ì ịnh oá ộc ứng ươi"
VISITOR = frozenset({PUBLIC})


Time = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Material:
    """Matters: each a title and the sentences that speak of it."""

    matters: tuple[tuple[str, tuple[str, ...]], ...]


def main() -> int:
    """Make the entries, ask, print one line a kind of question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--questions", type=int, default=40, help="questions of each kind")
    asked = parser.parse_args()
    material = articles() if ARTICLES.exists() else made_up()
    with own_database(asked.engine):
        start = time.perf_counter()
        fill(material, asked.size)
        print(f"{asked.engine:10} {asked.size:>9,} texts written in {time.perf_counter() - start:.0f} s", flush=True)
        learn(now=now())
        every: list[Time] = []
        for name, make in QUESTIONS.items():
            rng = random.Random(name)
            times = [timed(make(material, rng, asked.size)) for _ in range(asked.questions)]
            every += times
            report(asked.engine, name, times)
        report(asked.engine, "all of them", every)
    return 0


def articles() -> Material:
    """Return the matters of published articles."""
    with lzma.open(ARTICLES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    split = ((row["heading"] or "", tuple(s for s in row["body"].split("\n") if s.strip())) for row in rows)
    return Material(tuple((title, sentences) for title, sentences in split if title and sentences))


def made_up() -> Material:
    """Return matters in made-up words: a few very usual, most of them rare, as in any language."""
    rng = random.Random(1)
    words = [onset + rhyme for onset in ONSETS.split() for rhyme in RHYMES.split()]
    usual = [1 / place for place in range(1, len(words) + 1)]

    def sentence(shortest: int, longest: int) -> str:
        return " ".join(rng.choices(words, usual, k=rng.randint(shortest, longest))).capitalize() + "."

    return Material(
        tuple((sentence(4, 12), tuple(sentence(10, 40) for _ in range(5))) for _ in range(20_000)),
    )


def fill(material: Material, size: int) -> None:
    """Write the entries into the empty index."""
    engine = engine_of(connection.vendor)
    with transaction.atomic():
        engine.prepare(connection)
        for start in range(1, size + 1, BATCH):
            write_entries(entry(material, number) for number in range(start, min(start + BATCH, size + 1)))
    with transaction.atomic():
        engine.settle(connection)


def entry(material: Material, number: int) -> Entry:
    """Return one entry, the same for the same number: sentences of one matter and of a few others."""
    rng = random.Random(number)
    title, own = rng.choice(material.matters)
    body: list[str] = []
    wanted = rng.randint(600, 2_200)
    while sum(map(len, body)) < wanted:
        body.append(rng.choice(own if rng.random() < 0.6 else rng.choice(material.matters)[1]))
    return Entry(
        kind="item",
        subject_id=number,
        title=title,
        body="\n".join(body)[:6_000],
        on=date(2005, 1, 1) + timedelta(days=rng.randint(0, 7_900)),
        # One in twenty is for officers alone, so that rights cost what they cost.
        visible_to=frozenset({f"b{number % BODIES}"} | ({PUBLIC} if number % 20 else set())),
        bodies=(f"b{number % BODIES}", "b0"),
        number=f"{number % 900 + 1}/{2005 + number % 22}/{KINDS[number % 5]}-UBND",
        letter=LETTERS[number % len(LETTERS)],
        document_kind=KINDS[number % 5],
        year=2005 + number % 22,
    )


def timed(question: Question) -> Time:
    """Return how many milliseconds the answer took, and how many of them this process worked."""
    start, worked = time.perf_counter(), time.process_time()
    search(question)
    return (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000


def stretch(material: Material, rng: random.Random, length: int) -> str:
    """Return words that stand side by side in some sentence."""
    words = rng.choice(rng.choice(material.matters)[1]).split()
    start = rng.randint(0, max(0, len(words) - length))
    return " ".join(words[start : start + length])


def title_of(material: Material, rng: random.Random) -> str:
    """Return the title of some matter."""
    return rng.choice(material.matters)[0]


def scattered(material: Material, rng: random.Random) -> str:
    """Return a long question: bits of a title and of a sentence between words that bind."""
    return f"cho tôi hỏi {title_of(material, rng)[:60]} thì {stretch(material, rng, 6)} như thế nào"


def mistyped(text: str, rng: random.Random) -> str:
    """Return the text with two letters of one word swapped."""
    place = rng.randint(0, max(0, len(text) - 3))
    return text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]


USUAL = ("cơ quan nhà nước", "thông tin", "quy định", "tổ chức, cá nhân", "Ủy ban nhân dân tỉnh", "quản lý", "hồ sơ")
Make = Callable[[Material, random.Random, int], Question]
QUESTIONS: dict[str, Make] = {
    "title": lambda m, r, _: Question(title_of(m, r), VISITOR),
    "three words": lambda m, r, _: Question(stretch(m, r, 3), VISITOR),
    "long question": lambda m, r, _: Question(scattered(m, r), VISITOR),
    "usual words": lambda _m, r, _: Question(f"{r.choice(USUAL)} {r.choice(USUAL)}", VISITOR),
    "one usual word": lambda _m, r, _: Question(r.choice(["đất", "người", "và", "nước", "luật", "công"]), VISITOR),
    "phrase": lambda m, r, _: Question(f'"{stretch(m, r, 4)}"', VISITOR),
    "without marks": lambda m, r, _: Question(fold(title_of(m, r)), VISITOR),
    "mistyped": lambda m, r, _: Question(mistyped(title_of(m, r), r), VISITOR),
    "number": lambda _m, r, size: Question(entry_number(r.randint(1, size)), VISITOR),
    "one body": lambda m, r, _: Question(title_of(m, r), VISITOR, body=f"b{r.randint(1, BODIES - 1)}"),
    "year and kind": lambda m, r, _: Question(stretch(m, r, 3), VISITOR, year=2019, document_kind="QĐ"),
    "with counts": lambda m, r, _: Question(stretch(m, r, 3), VISITOR, with_facets=True),
    "newest first": lambda m, r, _: Question(stretch(m, r, 3), VISITOR, order=Order.NEWEST),
}


def entry_number(number: int) -> str:
    """Return the number that the entry bears, as it may be typed."""
    return f"{number % 900 + 1} {2005 + number % 22} {KINDS[number % 5]} UBND"


def report(engine: str, name: str, times: list[Time]) -> None:
    """Print the figures of one kind."""
    took, worked = ([time_[part] for time_ in times] for part in (0, 1))
    figures = (f"p50 {percentile(one, 0.5):6.1f} ms  p95 {percentile(one, 0.95):6.1f} ms" for one in (took, worked))
    print(f"{engine:10} {name:15} {'   cpu '.join(figures)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
