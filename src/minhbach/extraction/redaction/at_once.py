"""Work on many pages, several at a time, within a time that grows with their number."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from minhbach.extraction.contracts import CannotRead

Result = TypeVar("Result")
SECONDS, SECONDS_A_PAGE = 60.0, 6.0
"""What a file may take, and each of its pages, of all processors together; a clean page takes about two."""
AHEAD = 50
"""Pages whose time may be used before they are begun: what is slow from its first page on is not waited for longer."""
_NO_TIME = "Tệp mất quá nhiều thời gian để che nên đã dừng. Hãy tách thành nhiều tệp ít trang hơn rồi che từng tệp."


def at_once(work: Callable[[int], Result], pages: Sequence[int]) -> Iterator[Result]:
    """Yield what the work gives for each page, in order, in the caller's own thread.

    :raises CannotRead: as the work, or "too_slow"; then no other page is begun.
    """
    begun, done = time.monotonic(), 0

    def in_time(page: int) -> Result:
        allowed = SECONDS + SECONDS_A_PAGE * min(len(pages), done + AHEAD)
        if time.monotonic() - begun > allowed:
            raise CannotRead("too_slow", _NO_TIME)
        return work(page)

    with ThreadPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1))) as pool:
        try:
            for result in pool.map(in_time, pages):
                done += 1
                yield result
        except CannotRead:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
