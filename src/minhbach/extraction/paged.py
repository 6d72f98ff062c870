"""Files of pages: the text that a PDF carries, and what must be read from the image of a page, in order."""

import json
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import Line
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.marks import from_plain as page_from_plain
from minhbach.extraction.layout.turned import as_it_came
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.sandbox.wire import Taken, from_plain

Progress = Callable[[int, int], None]
_TOO_MANY = "Tệp có {pages} trang cần nhận dạng, quá {most} trang. Hãy tách thành nhiều tệp."
_NO_TIME = "hết thời gian dành cho cả tệp."
_SECONDS = 60
_SECONDS_A_PAGE = 6  # of all processes together; a clean page takes about one second and a half
_LOST = "Không nhận dạng được trang {page}: {reason}"


def take_pdf(folder: Folder, progress: Progress | None) -> Taken:
    """Take a PDF apart: text pages by their text, the others by OCR."""
    taken = from_plain(run("pdf", folder))
    return _with_scans(taken, folder, progress) if taken.scans else taken


def take_image(folder: Folder, file_format: str, progress: Progress | None) -> Taken:
    """Read an image; a TIFF may hold several pages."""
    pages = int(run("images", folder))
    return _with_scans(Taken(file_format, pages=pages, scans=tuple(range(1, pages + 1))), folder, progress)


def _with_scans(taken: Taken, folder: Folder, progress: Progress | None) -> Taken:
    """Read the scanned pages, two or more at a time, each in a process of its own, and lay all pages out together."""
    if len(taken.scans) > limits.MAX_SCANNED_PAGES:
        message = _TOO_MANY.format(pages=len(taken.scans), most=limits.MAX_SCANNED_PAGES)
        raise CannotRead("too_many_pages", message)
    done = 0
    stop = time.monotonic() + _SECONDS + _SECONDS_A_PAGE * len(taken.scans)

    def read(page: int) -> "dict[str, Any] | CannotRead":
        nonlocal done
        try:
            if time.monotonic() > stop:
                return CannotRead("too_slow", _NO_TIME)
            return dict(run("scan", folder, file_format=taken.format, page=page))
        except CannotRead as refusal:
            return refusal
        finally:
            done += 1
            if progress:
                progress(done, len(taken.scans))

    with ThreadPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1))) as pool:
        outcomes = list(pool.map(read, taken.scans))
    found, problems = _sorted_out(taken.scans, outcomes)
    with Folder(json.dumps([*taken.layout, *(outcome["page"] for outcome in found)]).encode()) as pages:
        laid_out = from_plain(run("layout", pages, file_format=taken.format))
    marks = {kind: text for outcome in reversed(found) for kind, text in outcome["marks"].items()}
    read_pages = {page.number: page for page in (page_from_plain(outcome["page"]) for outcome in found)}
    lines = (
        as_it_came(line, read_pages[at]) if (at := _page_of(line)) in read_pages else line for line in laid_out.lines
    )
    return replace(
        laid_out,
        lines=tuple(lines),
        pages=taken.pages,
        scans=taken.scans,
        problems=(*taken.problems, *problems, *laid_out.problems),
        marks=marks,
    )


def _page_of(line: Line) -> int | None:
    return line.place.page if line.place else None


def _sorted_out(
    scans: Sequence[int], outcomes: "Sequence[dict[str, Any] | CannotRead]"
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return what was read of the pages and a problem for each that was not; refuse where all failed."""
    refusals = [outcome for outcome in outcomes if isinstance(outcome, CannotRead)]
    if refusals and (len(refusals) == len(outcomes) or any(r.code == "no_ocr" for r in refusals)):
        raise refusals[0]
    read: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for page, outcome in zip(scans, outcomes, strict=True):
        if isinstance(outcome, CannotRead):
            problems.append(Problem("page_not_read", _LOST.format(page=page, reason=outcome.message), page=page))
        else:
            read.append(outcome)
            problems += [Problem(*problem) for problem in outcome["problems"]]
    return read, problems
