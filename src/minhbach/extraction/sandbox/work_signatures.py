"""The task on the signatures of a PDF, apart because it loads what reads certificates."""

from datetime import datetime
from pathlib import Path
from typing import Any

from minhbach.extraction.signatures.judge import judged
from minhbach.extraction.signatures.read import to_plain
from minhbach.extraction.signatures.roots import trusted_in


def take_signatures(file: Path, *, trusted: str, now: str) -> list[dict[str, Any]]:
    """Judge each signature of a PDF as of a moment, against the certificates of a folder; "": none are trusted."""
    certificates = trusted_in(Path(trusted) if trusted else None)
    return [to_plain(one) for one in judged(file.read_bytes(), certificates, datetime.fromisoformat(now))]
