"""Temporary folders that stay when a process is killed while it reads a file: the file lies in them."""

import os
import shutil
import tempfile
from pathlib import Path

PREFIX = "minhbach-tep-"


def take_left_folders_away(*, before: float) -> int:
    """Remove this user's folders into which nothing was written since the moment; return how many.

    :param before: in seconds since 1970; a folder in use gets a new part with each task on its file.
    """
    left = [path for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _is_left(path, before)]
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return len(left)


def _is_left(path: Path, before: float) -> bool:
    try:
        seen = path.lstat()
    except FileNotFoundError:
        return False
    return path.is_dir() and not path.is_symlink() and seen.st_uid == os.getuid() and seen.st_mtime < before
