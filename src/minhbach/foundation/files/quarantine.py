"""Where an uploaded file waits, unread, until it is known that it carries no secrecy mark.

It is no stored file yet: nothing serves it, and what is refused leaves no copy behind.
"""

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings

from minhbach.foundation.files.disk import flush_folder


def put_aside(content: bytes, name: str) -> None:
    """Write the file so that a power cut cannot lose it."""
    folder = _folder()
    path = folder / name
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    flush_folder(folder)


def waiting(name: str) -> bytes:
    """Return the file that waits.

    :raises FileNotFoundError: if it was read or removed already.
    """
    return (_folder() / name).read_bytes()


def remove(name: str) -> None:
    """Take the file away for good; once is enough."""
    (_folder() / name).unlink(missing_ok=True)
    flush_folder(_folder())


def left_since(moment: datetime, *, prefix: str) -> tuple[str, ...]:
    """Return the names that begin so of files that have lain there since before the moment."""
    found = (path for path in _folder().glob(f"{prefix}*") if path.stat().st_mtime < moment.timestamp())
    return tuple(sorted(path.name for path in found))


def _folder() -> Path:
    folder = Path(settings.DATA) / "quarantine"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
