"""Makes the pairs of syllables by which scans are mended (`extraction/scan/pairs.txt`), out of the project's own words.

    .venv/bin/python tools/make_pairs.py

What is written in `law/`, on the pages and in the sources of the domain is Vietnamese as agencies write it. A pair that
stands there twice is kept. Run it again when those words have grown much; the file only ever helps to choose marks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from minhbach.domain.text import lower_one_tone

PROJECT = Path(__file__).resolve().parents[1]
TARGET = PROJECT / "src/minhbach/extraction/scan/pairs.txt"
SOURCES = (
    "law/**/*.toml",
    "src/minhbach/domain/**/*.py",
    "src/minhbach/demonstration/**/*.py",
    "src/minhbach/register/*.py",
)
LISTS = ("units", "bodies")
CATALOGUES = "src/minhbach/**/locale/en/**/*.po"
VIETNAMESE_OF_A_CATALOGUE = re.compile(r'^msgid (?:"[^\n]*"\n)+', re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+")
BREAK = re.compile(r"[^\w\s]|\n\s*\n|\d")
LEAST = 2


def main() -> None:
    """Count the pairs and the syllables and write them."""
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for text in texts():
        for run in BREAK.split(text):
            words = [lower_one_tone(word) for word in WORD.findall(run)]
            alone.update(words)
            pairs.update(zip(words, words[1:], strict=False))
    kept = sorted((first, second, count) for (first, second), count in pairs.items() if count >= LEAST)
    lines = [f"{first} {second} {count}" for first, second, count in kept if not (first + second).isascii()]
    used = {word for line in lines for word in line.split()[:2]}
    lines += [f"{word} {count}" for word, count in sorted(alone.items()) if word in used]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} lines, {TARGET.stat().st_size / 1000:.0f} KB")


def texts() -> Iterator[str]:
    """Yield the Vietnamese that the project itself wrote."""
    for pattern in SOURCES:
        for path in sorted(PROJECT.glob(pattern)):
            if not set(LISTS) & set(path.parts) and "tests" not in path.parts:
                yield path.read_text(encoding="utf-8")
    for path in sorted(PROJECT.glob(CATALOGUES)):
        yield "\n\n".join(VIETNAMESE_OF_A_CATALOGUE.findall(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
