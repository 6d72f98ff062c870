"""Redact every file of the corpus and write what came of each kind into docs/redaction-kinds.md.

    python tools/redaction_kinds.py [--seeds N] [--only PART] [--print]

A leak, or an outcome other than the one that the corpus expects, is printed and makes the exit status 1; nothing is
written then. With fewer seeds than the corpus has, or only a part, nothing is written either.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "src"))

from minhbach.extraction.tests.redaction.checking import outcome  # noqa: E402  # noqa: E402
from minhbach.extraction.tests.redaction.corpus.all import KINDS  # noqa: E402  # noqa: E402
from minhbach.extraction.tests.redaction.corpus.cases import SEEDS, Kind  # noqa: E402  # noqa: E402
from minhbach.extraction.tests.redaction.table import table_of  # noqa: E402  # noqa: E402

TABLE = PROJECT / "docs" / "redaction-kinds.md"


def main() -> int:
    """Run the corpus, two files at a time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=SEEDS + 1)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    kinds = [kind for kind in KINDS if asked.only in f"{kind.group}: {kind.what}"]
    work = [(kind, seed) for kind in kinds for seed in range(min(kind.seeds, asked.seeds))]
    with ThreadPoolExecutor(2) as pool:
        wrong = []
        for number, said in enumerate(pool.map(lambda one: _wrong(*one), work), 1):
            wrong += [said] if said else []
            if said or number % 25 == 0:
                print(f"{number}/{len(work)} {said}".rstrip(), flush=True)
    print(f"{len(work)} files of {len(kinds)} kinds, {len(wrong)} wrong")
    print(*wrong, sep="\n")
    if not wrong and len(work) == sum(kind.seeds for kind in KINDS):
        TABLE.write_text(table_of(KINDS), encoding="utf-8")
    return 1 if wrong else 0


def _wrong(kind: Kind, seed: int) -> str:
    """Return what is wrong with one file, "" where nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        found = outcome(kind.case(seed), Path(folder))
    return "" if found == kind.expected else f"{kind.group}: {kind.what} ({seed}): {found}, not {kind.expected}"


if __name__ == "__main__":
    sys.exit(main())
