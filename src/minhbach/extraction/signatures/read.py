"""The door of signatures: the bytes of a file in, what is known of its signatures out. Nothing is fetched."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.signatures.contracts import Signature, SignatureReason, SignatureVerdict

_PDF = b"%PDF-"
_PDF_SEARCH = 1024
# What a signature covers is written into the file once the rest stands, so it is never compressed.
_COVERS = b"/ByteRange"


def may_be_signed(data: bytes) -> bool:
    """Say whether a file is a PDF with something like a signature; a look that costs nothing."""
    return _PDF in data[:_PDF_SEARCH] and _COVERS in data


def signatures_of(data: bytes, *, trusted: Path | None, now: datetime) -> tuple[Signature, ...]:
    """Return what is known of each signature of a file, in the order in which they were made; () of an unsigned one.

    Judged in a process with limits, since the file may be hostile; one that breaks or outlasts it is `unreadable`.

    :param trusted: folder of the certificates that are trusted here (`signatures.roots`); None: none are.
    :param now: the moment as of which certificates are in force.
    """
    if not may_be_signed(data) or len(data) > limits.MAX_BYTES:
        return ()
    with Folder(data) as folder:
        try:
            plain = run("signatures", folder, trusted=str(trusted or ""), now=now.isoformat())
        except CannotRead as refusal:
            why = SignatureReason.TOO_MUCH if refusal.code in ("too_slow", "too_big") else SignatureReason.BROKEN
            return (Signature(SignatureVerdict.UNREADABLE, why=why),)
    return tuple(from_plain(one) for one in plain)


def to_plain(signature: Signature) -> dict[str, Any]:
    """Return a signature as JSON can hold it."""
    return asdict(signature)


def from_plain(plain: dict[str, Any]) -> Signature:
    """Return the signature that `to_plain` wrote."""
    return Signature(**plain | {"verdict": SignatureVerdict(plain["verdict"])})
