"""Files made to harm whoever opens them: how each comes out, how long it takes, how much memory its process needs.

    .venv/bin/python bench/hostile.py [--only PART] [--each N] [--list]

Each file is screened as `minhbach screen` does it, and burnt and proved with a box over its first page as `minhbach
redact` does it. Prints how many were processed and refused (by reason), and the largest figures; exit status 1 where a
file took longer than LIMIT_SECONDS, needed more than LIMIT_MB, or ended in anything but these two ways.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import Box, NotProved
from minhbach.extraction.redaction.redact import redact
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tests.hostile.all import all_files

LIMIT_SECONDS = 900.0  # equal pages are read once, and what is slow from its first page on is stopped
LIMIT_MB = 2_000


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--each", type=int, default=8, help="every Nth file; 1 for all, about half an hour")
    parser.add_argument("--list", action="store_true", help="a line for each file")
    asked = parser.parse_args()
    told: Counter[str] = Counter()
    slowest, wrong = (0.0, ""), []
    files = [(name, make) for name, make in all_files() if asked.only in name][:: asked.each]
    for name, make in files:
        data = make()
        start = time.perf_counter()
        outcomes = [outcome(lambda data=data: screen_bytes(data)), outcome(lambda data=data: redact(data, [BOX]))]
        seconds = time.perf_counter() - start
        told.update(f"{way}: {what}" for way, what in zip(("screen", "redact"), outcomes, strict=True))
        slowest = max(slowest, (seconds, name))
        if seconds > LIMIT_SECONDS or any(what.startswith("WRONG") for what in outcomes):
            wrong.append(f"{name}: {outcomes}, {seconds:.0f} s")
        if asked.list:
            print(f"{seconds:7.1f} s  {outcomes[0]:22} {outcomes[1]:22} {name}", flush=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(files)} hostile files: slowest {slowest[0]:.1f} s ({slowest[1]})")
    print(f"most memory of one process apart {most:.0f} MB (limit {LIMIT_MB}), of the asking process {own:.0f} MB")
    for what, count in sorted(told.items()):
        print(f"  {count:4}  {what}")
    print(*wrong, sep="\n")
    return 1 if wrong or most > LIMIT_MB else 0


BOX = Box(1, -1e6, -1e6, 1e6, 1e6, "Điều 15 khoản 2")


def outcome(work: Callable[[], object]) -> str:
    """Return "done", why it was refused, or what went wrong."""
    try:
        work()
    except CannotRead as refusal:
        return refusal.code if refusal.message.strip() else f"WRONG no words for {refusal.code}"
    except NotProved as refusal:
        return "not proved" if refusal.proof.left else "elsewhere"
    except Exception as error:
        return f"WRONG {type(error).__name__}"
    return "done"


if __name__ == "__main__":
    sys.exit(main())
