"""Score `minhbach screen` on marked texts: recall and precision by label.

    python tools/score_screening.py texts.jsonl …     {"text", "spans": [{"start", "end", "label"}]} a line
    python tools/score_screening.py                   the texts beside the tests of screening

A finding is right when its label is and 60 % of both spans are shared. `--notes` lists what was missed and too much.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from minhbach.extraction.tests.screening.marked import Score, documents, parsed, sentences


def main(arguments: list[str]) -> int:
    """Print a table for each file, or for the project's own texts."""
    names = [name for name in arguments if not name.startswith("--")]
    for name in names or [""]:
        score = Score()
        for text, spans in _given(name) if name else _own():
            score.add(text, spans)
        print(name or "own texts", score.table(), sep="\n")
        print(*(score.notes if "--notes" in arguments else ()), sep="\n")
    return 0


def _given(name: str) -> list[tuple[str, list[tuple[int, int, str]]]]:
    rows = map(json.loads, Path(name).read_text(encoding="utf-8").splitlines())
    return [(row["text"], [(s["start"], s["end"], s["label"]) for s in row["spans"]]) for row in rows]


def _own() -> list[tuple[str, list[tuple[int, int, str]]]]:
    return [parsed(text) for text in (*sentences(), *(path.read_text(encoding="utf-8") for path in documents()))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
