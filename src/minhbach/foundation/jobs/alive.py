"""Which workers of this machine are alive: each holds a lock that the kernel lets go when the process dies."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def declare_alive(folder: Path, worker: str) -> int:
    """Hold this worker's lock until the process ends; the descriptor must stay open."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _lock(folder, worker)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        # Somebody may have taken the file for that of a dead worker before it was locked.
        if path.exists() and path.stat().st_ino == os.fstat(descriptor).st_ino:
            return descriptor
        os.close(descriptor)


def declare_gone(folder: Path, worker: str, descriptor: int) -> None:
    """Let the lock go at an orderly end."""
    _lock(folder, worker).unlink(missing_ok=True)
    os.close(descriptor)


def dead_workers(folder: Path) -> Iterator[str]:
    """Yield the workers that died here without saying so, and forget each once its jobs were taken back.

    Workers of other machines leave no lock here: theirs come back when the lease runs out.
    """
    for path in sorted(folder.glob("*.lock")):
        try:
            descriptor = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        else:
            yield path.stem
            path.unlink(missing_ok=True)
        finally:
            os.close(descriptor)


def somebody_alive(folder: Path) -> bool:
    """Say whether a worker of this machine is alive, once the dead ones are forgotten."""
    return bool(set(_names(folder)) - set(dead_workers(folder)))


def _names(folder: Path) -> Iterator[str]:
    return (path.stem for path in folder.glob("*.lock"))


def _lock(folder: Path, worker: str) -> Path:
    return folder / f"{worker}.lock"
