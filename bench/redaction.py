"""How fast pages are redacted and proved or read for whoever marks, and in how much memory: a text PDF and a scan.

.venv/bin/python bench/redaction.py [--pages N]
"""

import argparse
import resource
import sys
import time

from minhbach.extraction.redaction.contracts import Box
from minhbach.extraction.redaction.proposing import propose
from minhbach.extraction.redaction.redact import redact, redact_found
from minhbach.extraction.tests.redaction.corpus.cases import LABELS, person_of
from minhbach.extraction.tests.samples import HEIGHT, body, letterhead, pdf, scanned


def main() -> int:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=4)
    pages = parser.parse_args().pages
    typed = pdf(*[_page(number) for number in range(pages)])
    boxes = [Box(number, 80, HEIGHT - 240, 500, HEIGHT - 220, "Điều 15 khoản 2") for number in range(1, pages + 1)]
    _tell("text PDF, one box a page", pages, lambda: redact(typed, boxes, accept_elsewhere=True))
    _tell("text PDF, what is found", pages, lambda: redact_found(typed, LABELS))
    _tell("scan, what is found", pages, lambda: redact_found(scanned(typed), LABELS))
    _propose("text PDF, proposals", pages, typed)
    _propose("scan, proposals", pages, scanned(typed))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of one process apart     {most:8.0f} MB")
    return 0


def _page(number):
    person = person_of(number + 40)
    filling = "Ủy ban nhân dân phường tiếp nhận đơn, kiểm tra hồ sơ và trả lời trong thời hạn theo quy định. " * 3

    def draw(canvas):
        letterhead(canvas)
        top = body(canvas, person.line, HEIGHT - 230)
        while top > 120:
            top = body(canvas, filling, top)

    return draw


def _tell(what, pages, work):
    start = time.perf_counter()
    made = work()
    seconds = time.perf_counter() - start
    print(f"{what:30} {60 * pages / seconds:6.1f} pages/minute  {len(made.pdf) / pages / 1000:6.0f} KB a page")


def _propose(what, pages, data):
    """Read the pages of a file and propose what may have to go, as the page on which people mark does."""
    start = time.perf_counter()
    found = propose(data)
    seconds = time.perf_counter() - start
    print(f"{what:30} {60 * pages / seconds:6.1f} pages/minute  {len(found.proposals):6} proposals")


if __name__ == "__main__":
    sys.exit(main())
