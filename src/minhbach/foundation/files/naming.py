"""What a file may be called, and what it is: from its bytes first, from its name where bytes do not tell."""

import mimetypes
import re
from pathlib import PurePosixPath

from minhbach.domain.text import nfc, squeeze

UNKNOWN = "application/octet-stream"
SHOWN_IN_THE_BROWSER = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})
LONGEST_NAME = 120
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def safe_name(name: str) -> str:
    """Return a file name without folders, control and direction characters, at most 120 characters, ending kept."""
    last = nfc(name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    clean = squeeze(_FORBIDDEN.sub(" ", last)).strip(" .") or "tep"
    stem, suffix = PurePosixPath(clean).stem, PurePosixPath(clean).suffix[:16]
    return stem[: LONGEST_NAME - len(suffix)].rstrip() + suffix


def media_type(content: bytes, name: str) -> str:
    """Return the media type. What a browser would show is believed from the bytes alone, never from the name."""
    for signature, found in _SIGNATURES:
        if content.startswith(signature):
            return found
    guessed = mimetypes.guess_type(name)[0] or UNKNOWN
    if guessed == "text/plain":
        return guessed if _is_text(content) else UNKNOWN
    return UNKNOWN if guessed in SHOWN_IN_THE_BROWSER else guessed


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False
