"""What is asked of every file before it is kept: does it carry a virus, and what of its digital signatures?

Both take seconds where files are large or clamd is far: whoever can asks before its transaction, and the answer is
remembered until the file is stored.
"""

import hashlib
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from django.conf import settings

from minhbach.extraction.antivirus import Verdict, look_for_viruses
from minhbach.extraction.signatures.contracts import Signature
from minhbach.extraction.signatures.read import signatures_of
from minhbach.extraction.signatures.roots import edition_of
from minhbach.foundation.contracts import FileInfected, VirusCheck

_SECONDS = 120.0
_MOST = 64


@dataclass(frozen=True, slots=True)
class Looked:
    """The answers for some bytes. `judged_with` marks the certificates that signatures were held against."""

    virus_check: VirusCheck
    signatures: tuple[Signature, ...]
    judged_with: str


def look_at(content: bytes, *, now: datetime) -> Looked:
    """Return what is known of a file's bytes; where no clamd answers, nobody looked for viruses.

    :raises FileInfected: if clamd finds a virus; then the file may not be kept.
    """
    key = (hashlib.sha256(content).hexdigest(), settings.CLAMD, edition_of(settings.CERTIFICATES))
    known = _answers.get(key)
    if known is None:
        known = _asked(content, now, key[2])
        _answers.put(key, known)
    return known


def _asked(content: bytes, now: datetime, edition: str) -> Looked:
    said = look_for_viruses(content, settings.CLAMD)
    if said.verdict is Verdict.INFECTED:
        raise FileInfected(said.words)
    check = VirusCheck.CLEAN if said.verdict is Verdict.CLEAN else VirusCheck.NOT_SCANNED
    return Looked(check, signatures_of(content, trusted=certificates(), now=now), edition)


def certificates() -> Path:
    """Return the folder of the certificates that this installation trusts; it need not be there."""
    return Path(settings.CERTIFICATES)


_Key = tuple[str, str, str]


@dataclass
class _Answers:
    """The answers of the last two minutes, safe to use from several threads."""

    held: dict[_Key, tuple[float, Looked]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: _Key) -> Looked | None:
        with self.lock:
            since, looked = self.held.get(key, (0.0, None))
        return looked if time.monotonic() - since < _SECONDS else None

    def put(self, key: _Key, looked: Looked) -> None:
        with self.lock:
            while len(self.held) >= _MOST:
                self.held.pop(next(iter(self.held)))
            self.held[key] = (time.monotonic(), looked)


_answers = _Answers()


def forget() -> None:
    """Forget all answers, as a new process would."""
    with _answers.lock:
        _answers.held.clear()
