"""What the architecture tests know of the house: its rooms in their order, and where their files are."""

import configparser
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = PROJECT / "src" / "minhbach"


def rank_of_rooms() -> dict[str, int]:
    """Return the rank of each room in the layers that the linter holds: an earlier room has a lower number."""
    parser = configparser.ConfigParser()
    parser.read(PROJECT / ".importlinter", encoding="utf-8")
    lines = parser["importlinter:contract:layers"]["layers"].split("\n")
    layers = [line.strip(" ()") for line in lines if line.strip()]
    return {
        name.strip(" ()"): rank
        for rank, layer in enumerate(reversed(layers))
        for name in layer.replace(":", "|").split("|")
    }


def may_use(room: str, other: str) -> bool:
    """True if the room is the other one or comes later than it."""
    ranks = rank_of_rooms()
    return room == other or ranks[other] < ranks[room]


def templates() -> Iterator[tuple[str, str, Path]]:
    """Yield room, name and path of every template."""
    for path in sorted(SOURCE.glob("*/templates/**/*")):
        if path.is_file():
            room = path.relative_to(SOURCE).parts[0]
            yield room, path.relative_to(SOURCE / room / "templates").as_posix(), path
