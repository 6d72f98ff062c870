"""What was erased, written down outside the database: after a restore it is erased once more.

A line has the number and the moment of receipt, which together are no other submission's even where a number was given
anew after the restore. Nothing in it tells who or what.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from minhbach.foundation.files.disk import flush_folder

Line = tuple[str, str]
NAME = "erased.txt"


def line_of(number: str, received_at: datetime) -> Line:
    """Return how a submission stands in the list."""
    return number, received_at.isoformat()


def write_lines(lines: Iterable[Line]) -> None:
    """Append to the list; once this returns it survives a loss of power. A line that comes twice does no harm."""
    text = "".join(f"{number} {moment}\n" for number, moment in lines)
    if not text:
        return
    path = _path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    flush_folder(path.parent)


def read_lines() -> Iterator[Line]:
    """Yield what stands in the list; a line cut off by a loss of power is left out."""
    path = _path()
    for text in path.read_text("utf-8").splitlines() if path.is_file() else ():
        number, _, moment = text.partition(" ")
        if moment:
            yield number, moment


def _path() -> Path:
    # Beside the checkpoints, which are kept elsewhere too: a backup of the data must not bring an old list back.
    return Path(settings.CHECKPOINTS_ROOT) / "erased" / NAME
