"""Which rules of screening are in use: a short name that changes whenever any of them does."""

import hashlib
from functools import cache
from pathlib import Path

LENGTH = 12


@cache
def edition() -> str:
    """Return the name of the rules at hand; what was looked through under another name is looked through again.

    It is a digest of the rules themselves, so that nobody has to remember to raise a number.
    """
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc"):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]
