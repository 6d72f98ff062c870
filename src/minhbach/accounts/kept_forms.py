"""What was typed when the session ended: kept for the same browser and person, and given back after log-in.

The row is encrypted under a secret that stands only in the browser's cookie, so the database alone tells nothing.
Files, passwords and codes are never kept.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken

from minhbach.accounts.models import KeptForm
from minhbach.accounts.secrets_at_rest import box_for

TERM = timedelta(hours=2)
LARGEST = 200_000
# From a browser that nobody logged in with lately anything may come: little is kept, and only while few are.
LARGEST_FROM_STRANGERS = 20_000
MOST_WITH_STRANGERS = 500
_NEVER_KEPT = re.compile(r".*(password|mat_khau|csrfmiddlewaretoken).*|code|secret|next", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed on which page. `person` is who had last logged in with this browser, where that is known."""

    path: str
    fields: Mapping[str, tuple[str, ...]]
    person: int | None
    had_files: bool = False


def worth_keeping(fields: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the typed fields without those that are never kept."""
    return {name: tuple(values) for name, values in fields.items() if not _NEVER_KEPT.fullmatch(name)}


def keep(kept: Kept, *, now: datetime) -> str | None:
    """Keep what was typed and return the secret for the browser; None where it is too much."""
    content = json.dumps([kept.path, kept.fields, kept.person, kept.had_files])
    stranger = kept.person is None
    if len(content) > (LARGEST_FROM_STRANGERS if stranger else LARGEST):
        return None
    if stranger and KeptForm.objects.count() >= MOST_WITH_STRANGERS:
        return None
    secret = secrets.token_urlsafe(32)
    sealed = box_for(secret).encrypt(content.encode())
    KeptForm.objects.create(digest=_digest(secret), content=sealed, until=now + TERM)
    return secret


def find(secret: str, *, person: int, now: datetime) -> Kept | None:
    """Return what was kept for the browser with this secret and this person.

    Somebody else at the same browser finds nothing, and what was kept is destroyed.
    """
    row = KeptForm.objects.filter(digest=_digest(secret), until__gt=now).first()
    if row is None:
        return None
    try:
        path, fields, owner, had_files = json.loads(box_for(secret).decrypt(bytes(row.content)))
    except InvalidToken:
        return None
    if owner not in (None, person):
        row.delete()
        return None
    return Kept(path, {name: tuple(values) for name, values in fields.items()}, owner, had_files)


def forget(secret: str) -> None:
    """Destroy what was kept."""
    KeptForm.objects.filter(digest=_digest(secret)).delete()


def forget_expired(*, now: datetime) -> int:
    """Destroy all that nobody came back for and return how much that was."""
    return KeptForm.objects.filter(until__lte=now).delete()[0]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
