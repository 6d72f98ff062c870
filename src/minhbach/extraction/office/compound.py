"""The outer shell of old Office files (OLE compound files): which streams stand at its top. Reads no stream itself.

[MS-CFB] 2.2 (header), 2.3 (table of sectors), 2.6 (directory). What does not fit gives nothing, never an error.
"""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "WordDocument"
ENCRYPTED = "EncryptedPackage"
_NONE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_ENTRY = 128
_MOST_SECTORS = 4_096  # of the directory; Word files of hundreds of pictures need a few dozen
_ENCRYPTED_BIT = 0x0100  # [MS-DOC] 2.5.2, of the word at offset 10


def top_streams(data: bytes) -> dict[str, int]:
    """Return the names of what stands at the top of a compound file, each with the sector where it starts."""
    try:
        entries = list(_entries(data))
        return dict(_siblings(entries, entries[0][2])) if entries else {}
    except (struct.error, IndexError, UnicodeDecodeError, ZeroDivisionError):
        return {}


def is_encrypted_word(data: bytes, start: int) -> bool:
    """Say whether the Word stream that starts at a sector says that it is encrypted."""
    at = _offset(data, start) + 10
    return bool(int.from_bytes(data[at : at + 2], "little") & _ENCRYPTED_BIT)


def _size(data: bytes) -> int:
    return 1 << min(int(struct.unpack_from("<H", data, 30)[0]), 12)


def _offset(data: bytes, sector: int) -> int:
    return (sector + 1) * _size(data)


def _entries(data: bytes) -> Iterator[tuple[str, tuple[int, int], int, int]]:
    """Yield each entry of the directory: name, its two siblings, its first child, where its stream starts."""
    size, sector = _size(data), struct.unpack_from("<I", data, 48)[0]
    for _ in range(_MOST_SECTORS):
        if sector >= _END or _offset(data, sector) + size > len(data) + size:
            return
        for at in range(_offset(data, sector), _offset(data, sector) + size, _ENTRY):
            length = min(struct.unpack_from("<H", data, at + 64)[0], 64)
            name = data[at : at + max(0, length - 2)].decode("utf-16-le")
            left, right, child = struct.unpack_from("<III", data, at + 68)
            yield name, (left, right), child, struct.unpack_from("<I", data, at + 116)[0]
        sector = _next(data, sector)


def _next(data: bytes, sector: int) -> int:
    """Return the sector that follows another in its chain."""
    in_one = _size(data) // 4
    table = struct.unpack_from("<I", data, 76 + 4 * (sector // in_one))[0] if sector // in_one < 109 else _END
    if table >= _END:
        return _END
    return int(struct.unpack_from("<I", data, _offset(data, table) + 4 * (sector % in_one))[0])


def _siblings(entries: "list[tuple[str, tuple[int, int], int, int]]", first: int) -> Iterator[tuple[str, int]]:
    waiting, seen = [first], set[int]()
    while waiting:
        at = waiting.pop()
        if at == _NONE or at in seen or at >= len(entries):
            continue
        seen.add(at)
        name, siblings, _child, start = entries[at]
        yield name, start
        waiting += siblings
