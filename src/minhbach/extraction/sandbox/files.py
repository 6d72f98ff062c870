"""Results of tasks that are too large for JSON: files beside the input, with the names that people know them by."""

from collections.abc import Iterable
from pathlib import Path


def kept(file: Path, members: Iterable[tuple[str, bytes]]) -> list[list[str]]:
    """Write each member beside the input and return its name and the name of its file."""
    return [[name, keep(file, f"m{number}", data)] for number, (name, data) in enumerate(members)]


def keep(file: Path, name: str, data: bytes) -> str:
    """Write one file beside the input and return its name."""
    (file.parent / name).write_bytes(data)
    return name
