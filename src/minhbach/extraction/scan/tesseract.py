"""Tesseract, called as a program: words with their boxes and how sure it is of each."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.text.characters import readable

_MISSING = (
    "Máy chủ chưa cài bộ nhận dạng chữ (tesseract và dữ liệu tiếng Việt) nên chưa đọc được bản quét. "
    "Hãy báo người quản trị cài tesseract-ocr và tesseract-ocr-vie."
)
_SECONDS = 225  # by the clock; in processor time it has the limit of the task that starts it
_WORD_LEVEL = "5"
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Read:
    """One word as tesseract gives it: pixels from the top left, certainty 0 to 1, and the text line it stands on."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    sure: float
    line: tuple[str, ...]


@lru_cache(maxsize=1)
def program() -> str:
    """Return the path of tesseract.

    :raises CannotRead: if it is not installed, or has no Vietnamese data.
    """
    found = shutil.which("tesseract")
    if found is None:
        raise CannotRead("no_ocr", _MISSING)
    listed = subprocess.run([found, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    if b"vie" not in (listed.stdout + listed.stderr).split():
        raise CannotRead("no_ocr", _MISSING)
    return found


def read_words(page: Image.Image, dpi: float, *, layout: int = 3) -> list[Read]:
    """Return the words on a page.

    :param layout: tesseract's page segmentation mode: 3 finds the layout itself, 7 is one line, 11 scattered words.
    :raises CannotRead: if tesseract is missing or fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pgm"
        page.save(file)
        command = [
            program(),
            str(file),
            "-",
            "-l",
            "vie",
            "--psm",
            str(layout),
            "--dpi",
            str(round(dpi)),
            "tsv",
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except subprocess.TimeoutExpired as late:
            raise CannotRead("too_slow", "Trang mất quá nhiều thời gian để nhận dạng.") from late
    if done.returncode != 0:
        raise CannotRead("ocr_failed", "Không nhận dạng được trang này.")
    return list(_words(done.stdout.decode("utf-8", "replace")))


def turn_of(page: Image.Image, dpi: float) -> int:
    """Return by how many degrees clockwise the page must be turned to stand upright: 0, 90, 180 or 270."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pgm"
        page.save(file)
        command = [program(), str(file), "-", "-l", "osd", "--psm", "0", "--dpi", str(round(dpi))]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            return 0
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        name, _, told = line.partition(":")
        if name == "Rotate" and told.strip() in ("90", "180", "270"):
            return int(told)
    return 0


def _words(table: str) -> Iterator[Read]:
    for row in table.splitlines()[1:]:
        columns = row.split("\t")
        if len(columns) < _COLUMNS or columns[0] != _WORD_LEVEL:
            continue
        text = readable(columns[11]).strip()
        if text:
            x, y, width, height = (int(value) for value in columns[6:10])
            yield Read(text, x, y, x + width, y + height, float(columns[10]) / 100, tuple(columns[1:5]))
