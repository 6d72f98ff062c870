"""What the acts on a waiting spreadsheet share."""

import hashlib

from minhbach.domain.lifecycles.plan_import import ImportState

IMPORTED = (ImportState.WAITING, ImportState.IN_REVIEW, ImportState.CONFIRMED)
"""Where an import still stands for its document."""


def waiting_name(sheet_id: int) -> str:
    """Return under which name the file waits in quarantine: each upload has its own, also of equal files."""
    return hashlib.sha256(f"sheet:{sheet_id}".encode()).hexdigest()
