"""What somebody is still writing, without an account: kept a day for the same browser, which alone can open it.

The row is encrypted under a secret that stands only in the browser's cookie, so the database alone tells nothing.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken

from minhbach.accounts.secrets_at_rest import box_for
from minhbach.foundation.files import quarantine
from minhbach.intake.contracts import FileRole, WaitingFile
from minhbach.intake.holding import PREFIX
from minhbach.intake.models import Draft, DraftFile, SubmissionFile

TERM = timedelta(hours=24)
LARGEST = 120_000
MOST = 20_000
"""Drafts that are kept at a time: a flood of empty forms must not fill the disk."""


class TooManyDrafts(Exception):
    """No further draft is kept just now."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as the browser with its secret finds it: what was typed, and the files that wait with it."""

    id: int
    content: Mapping[str, Any]
    files: tuple[tuple[int, WaitingFile], ...]

    @property
    def waiting(self) -> tuple[WaitingFile, ...]:
        """Return the files alone."""
        return tuple(file for _id, file in self.files)


def keep(secret: str | None, content: Mapping[str, Any], *, now: datetime) -> str:
    """Keep what was typed under the browser's secret, or under a new one, which is returned.

    :raises TooManyDrafts: if it is too much, or too many are kept.
    """
    typed = json.dumps(content)
    if len(typed) > LARGEST:
        raise TooManyDrafts
    secret = secret or secrets.token_urlsafe(32)
    sealed = box_for(secret).encrypt(typed.encode())
    changed = Draft.objects.filter(digest=_digest(secret)).update(content=sealed, until=now + TERM)
    if not changed:
        if Draft.objects.count() >= MOST:
            raise TooManyDrafts
        Draft.objects.create(digest=_digest(secret), content=sealed, until=now + TERM)
    return secret


def find(secret: str, *, now: datetime) -> Kept | None:
    """Return the draft of the browser with this secret; None where there is none, or its day is over."""
    row = Draft.objects.filter(digest=_digest(secret), until__gt=now).first() if secret else None
    if row is None:
        return None
    try:
        content = json.loads(box_for(secret).decrypt(bytes(row.content)))
    except InvalidToken:
        return None
    return Kept(row.pk, content, _files_of(row.pk))


def find_again(kept: Kept) -> Kept:
    """Return the same draft with the files that wait with it by now."""
    return replace(kept, files=_files_of(kept.id))


def count_files(draft_id: int) -> int:
    """Return how many files wait with a draft."""
    return DraftFile.objects.filter(draft=draft_id).count()


def add_file(draft_id: int, file: WaitingFile) -> None:
    """Let a file that was put aside wait with a draft."""
    DraftFile.objects.create(draft_id=draft_id, role=file.role, name=file.name, size=file.size, place=file.place)


def drop_file(draft_id: int, file_id: int) -> None:
    """Take a file of a draft away; once is enough."""
    for row in DraftFile.objects.filter(draft=draft_id, pk=file_id):
        row.delete()
        _remove([row.place])


def let_go_of_files(draft_id: int) -> None:
    """Forget which files waited with a draft: a submission has them now."""
    DraftFile.objects.filter(draft=draft_id).delete()


def forget(draft_id: int) -> None:
    """Destroy a draft with its files, as its writer asks."""
    places = list(DraftFile.objects.filter(draft=draft_id).values_list("place", flat=True))
    Draft.objects.filter(pk=draft_id).delete()
    _remove(places)


def forget_expired(*, now: datetime) -> int:
    """Destroy all drafts whose day is over and return how many there were."""
    over = list(Draft.objects.filter(until__lte=now).values_list("pk", flat=True))
    for draft_id in over:
        forget(draft_id)
    return len(over)


def drop_left_behind(*, now: datetime) -> int:
    """Remove files that no draft and no submission names, left by a process that died; return how many.

    A file gets its row within moments, so what has had none for twice a draft's time never will.
    """
    names = quarantine.left_since(now - 2 * TERM, prefix=PREFIX)
    named = DraftFile.objects.filter(place__in=names).values_list("place", flat=True)
    sent = SubmissionFile.objects.filter(place__in=names).values_list("place", flat=True)
    left = set(names) - {*named, *sent}
    for name in left:
        quarantine.remove(name)
    return len(left)


def _files_of(draft_id: int) -> tuple[tuple[int, WaitingFile], ...]:
    rows = DraftFile.objects.filter(draft=draft_id)
    return tuple((row.pk, WaitingFile(row.name, FileRole(row.role), row.size, row.place)) for row in rows)


def _remove(places: Iterable[str]) -> None:
    """Remove files from quarantine, but for those that a submission took over before its draft was told."""
    wanted = list(places)
    taken = set(SubmissionFile.objects.filter(place__in=wanted).values_list("place", flat=True))
    for place in wanted:
        if place not in taken:
            quarantine.remove(place)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
