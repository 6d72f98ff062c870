"""Asks clamd whether bytes carry a virus. Where no clamd answers, nobody knows: "not scanned", never "clean"."""

import socket
import struct
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_PIECE = 64 * 1024
_SECONDS = 30.0
_LONGEST_ANSWER = 4096


class Verdict(StrEnum):
    """What clamd said of some bytes."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"


@dataclass(frozen=True, slots=True)
class Scanned:
    """The verdict, and what it rests on: the name of what was found, or why nobody looked."""

    verdict: Verdict
    words: str = ""


def look_for_viruses(data: bytes, address: str) -> Scanned:
    """Return what the clamd at an address says.

    :param address: path of its socket, or HOST:PORT; "": none is installed.
    """
    if not address:
        return Scanned(Verdict.NOT_SCANNED, "no address")
    try:
        with _connected(address) as door:
            answer = _asked(door, data)
    except (OSError, ValueError) as error:
        return Scanned(Verdict.NOT_SCANNED, type(error).__name__)
    return _understood(answer)


def version_of(address: str) -> str:
    """Return what the clamd at an address calls itself, with the day of its signatures; "" where none answers."""
    if not address:
        return ""
    try:
        with _connected(address) as door:
            door.sendall(b"zVERSION\0")
            return _answer(door)
    except (OSError, ValueError):
        return ""


def _connected(address: str) -> socket.socket:
    host, colon, port = address.rpartition(":")
    if colon and port.isdecimal():
        return socket.create_connection((host, int(port)), timeout=_SECONDS)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    door.settimeout(_SECONDS)
    try:
        door.connect(str(Path(address)))
    except OSError:
        door.close()
        raise
    return door


def _asked(door: socket.socket, data: bytes) -> str:
    """Send the bytes in pieces, each after its length, an empty one last, and return the answer."""
    door.sendall(b"zINSTREAM\0")
    for start in range(0, len(data), _PIECE):
        piece = data[start : start + _PIECE]
        door.sendall(struct.pack(">I", len(piece)) + piece)
    door.sendall(struct.pack(">I", 0))
    return _answer(door)


def _answer(door: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        more = door.recv(1024)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace")


def _understood(answer: str) -> Scanned:
    """Read "stream: OK", "stream: NAME FOUND"; anything else, as a file beyond its limits, was not scanned."""
    said = answer.removeprefix("stream:").strip()
    if said == "OK":
        return Scanned(Verdict.CLEAN)
    if said.endswith(" FOUND"):
        return Scanned(Verdict.INFECTED, said.removesuffix(" FOUND"))
    return Scanned(Verdict.NOT_SCANNED, said)
