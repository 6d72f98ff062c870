"""Where an uploaded file waits, unread, until it is known that it carries no secrecy mark.

It is no stored file yet: nothing serves it, and what is refused leaves no copy behind.
"""

import os
from pathlib import Path

from django.conf import settings


def put_aside(content: bytes, sha256: str) -> None:
    """Write the file so that a power cut cannot lose it."""
    folder = _folder()
    path = folder / sha256
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _sync(folder)


def waiting(sha256: str) -> bytes:
    """Return the file that waits.

    :raises FileNotFoundError: if it was read or removed already.
    """
    return (_folder() / sha256).read_bytes()


def remove(sha256: str) -> None:
    """Take the file away for good; once is enough."""
    (_folder() / sha256).unlink(missing_ok=True)
    _sync(_folder())


def _folder() -> Path:
    folder = Path(settings.DATA) / "quarantine"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
