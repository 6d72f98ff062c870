"""Pages of a copy that hold byte for byte the same: what is drawn of one is drawn of the other."""

import hashlib
import io
from typing import Any

import pikepdf

_DEEPEST = 12
_TOO_DEEP = "a page of a copy has few levels"
_UPWARD = "/Parent"
_OF_THE_TREE = ("/Type", "/Kids", "/Count")


def page_digests(data: bytes) -> list[str]:
    """Return a digest of all that each page of a PDF holds: its entries, streams, fonts and pictures."""
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        known: dict[tuple[int, int], bytes] = {}
        return [_with_inherited(page.obj, known) for page in pdf.pages]


def _with_inherited(page: Any, known: dict[tuple[int, int], bytes]) -> str:
    """Return a digest of a page with what those above it in the tree say of all their pages."""
    told = hashlib.sha256(_digest(page, known, 0))
    above: Any = page.get(_UPWARD)
    levels = 0
    while isinstance(above, pikepdf.Dictionary):
        levels += 1
        if levels > _DEEPEST:
            raise ValueError(_TOO_DEEP)
        for key in sorted(set(above.keys()) - {_UPWARD, *_OF_THE_TREE}):
            told.update(key.encode() + b"\0" + _digest(above[key], known, 0))
        above = above.get(_UPWARD)
    return told.hexdigest()


def _digest(item: Any, known: dict[tuple[int, int], bytes], depth: int) -> bytes:
    if depth > _DEEPEST:
        raise ValueError(_TOO_DEEP)
    if isinstance(item, pikepdf.Stream | pikepdf.Dictionary | pikepdf.Array) and item.is_indirect:
        if item.objgen not in known:
            known[item.objgen] = _of_many(item, known, depth)
        return known[item.objgen]
    return _of_many(item, known, depth)


def _of_many(item: Any, known: dict[tuple[int, int], bytes], depth: int) -> bytes:
    told = hashlib.sha256(type(item).__name__.encode())
    if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
        for key in sorted(item.keys()):
            if key != _UPWARD:
                told.update(key.encode() + b"\0" + _digest(item[key], known, depth + 1))
    if isinstance(item, pikepdf.Stream):
        told.update(hashlib.sha256(item.read_raw_bytes()).digest())
    elif isinstance(item, pikepdf.Array):
        for one in item:
            told.update(_digest(one, known, depth + 1))
    elif not isinstance(item, pikepdf.Dictionary):
        told.update(repr(item).encode())
    return told.digest()
