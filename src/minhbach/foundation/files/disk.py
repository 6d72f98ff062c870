"""The disk under stored files: bytes lie under their SHA-256, written once, flushed before anything is promised."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from minhbach.foundation.contracts import CorruptFile


def place(root: Path, sha256: str) -> Path:
    """Return where the bytes with this hash lie: two levels of 256 folders each."""
    return root / sha256[:2] / sha256[2:4] / sha256


def sha256_of(content: bytes) -> str:
    """Return the hash under which bytes lie."""
    return hashlib.sha256(content).hexdigest()


def remove(root: Path, sha256: str) -> None:
    """Take bytes off the disk for good; once is enough."""
    path = place(root, sha256)
    if path.exists():
        path.unlink(missing_ok=True)
        flush_folder(path.parent)


def write(root: Path, content: bytes) -> str:
    """Put bytes on the disk and return their SHA-256; once this returns they survive a loss of power.

    Bytes that are there already are kept, unless they are damaged, in which case they are written anew.
    """
    sha256 = sha256_of(content)
    path = place(root, sha256)
    if not _is_whole(path, sha256):
        _make_folder(path.parent, below=root)
        _write_whole(path, content)
    # Also where the file was there: whoever wrote it may not have come as far as this yet.
    flush_folder(path.parent)
    return sha256


def read(root: Path, sha256: str) -> bytes:
    """Return the bytes with this hash.

    :raises CorruptFile: if they are not there, or are no longer what they were.
    """
    try:
        content = place(root, sha256).read_bytes()
    except OSError as error:
        raise CorruptFile(f"Không đọc được tệp {sha256[:12]}….") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise CorruptFile(f"Tệp {sha256[:12]}… không còn nguyên vẹn.")
    return content


def hashes_on_disk(root: Path) -> Iterator[str]:
    """Yield the hash of every file that lies where a stored file would."""
    for path in root.glob("??/??/*"):
        if len(path.name) == 64:
            yield path.name


def _is_whole(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _write_whole(path: Path, content: bytes) -> None:
    # mkstemp makes the file readable and writable for this user alone (0600), and never executable.
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix="being-written-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _make_folder(folder: Path, *, below: Path) -> None:
    """Make a folder and flush each folder above it, up to and including the root's own parent."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for parent in folder.parents:
        flush_folder(parent)
        if parent == below.parent:
            return


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: a file that was flushed may else be nameless after a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
