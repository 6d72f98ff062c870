"""How an entry is hashed. `docs/decisions/0010-event-log.md` says why SHA-256 without a key."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from minhbach.foundation.contracts import EventRecord, Fact

START = "0" * 64


def canonical(value: Mapping[str, object]) -> str:
    """Return the one JSON text of a mapping: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def moment_text(moment: datetime) -> str:
    """Return the one text of a moment: UTC, six digits after the point, so that both databases give it back alike."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def content(
    *,
    chain: str,
    sequence: int,
    kind: str,
    subject: str,
    actor: str,
    at: datetime,
    ground: str,
    facts: Mapping[str, Fact],
) -> dict[str, object]:
    """Return what the digest of an entry is taken over; `v` names this form."""
    return {
        "v": 1,
        "chain": chain,
        "sequence": sequence,
        "kind": kind,
        "subject": subject,
        "actor": actor,
        "at": moment_text(at),
        "ground": ground,
        "facts": dict(facts),
    }


def content_of(record: EventRecord) -> dict[str, object]:
    """Return the hashed content of a recorded entry."""
    return content(
        chain=record.chain,
        sequence=record.sequence,
        kind=record.kind,
        subject=str(record.subject),
        actor=record.actor,
        at=record.at,
        ground=record.ground,
        facts=record.facts,
    )


def digest(entry: Mapping[str, object]) -> str:
    """Return the SHA-256 of an entry's content alone."""
    return hashlib.sha256(canonical(entry).encode()).hexdigest()


def link(previous_hash: str, entry_digest: str) -> str:
    """Return the hash of an entry: over the hash before it and its own digest.

    The two steps allow a proof of one entry that shows of the others nothing but their digests.
    """
    return hashlib.sha256(f"minhbach-event-1\n{previous_hash}\n{entry_digest}\n".encode()).hexdigest()
