"""The proof of one entry: it and its checkpoint, and of the entries between them only digests."""

from collections.abc import Mapping
from dataclasses import asdict

from minhbach.foundation.eventlog.checkpoints import Checkpoint, Checkpoints
from minhbach.foundation.eventlog.hashing import content_of, digest, link
from minhbach.foundation.eventlog.rows import as_record
from minhbach.foundation.models import Event

Proof = dict[str, object]


class CannotProve(Exception):
    """There is no such entry, or no checkpoint was written since it was recorded."""


def prove(event_id: int, checkpoints: Checkpoints) -> Proof:
    """Return a proof that an entry stood in its chain when the next checkpoint was written.

    It is as long as the entries between the two, which is hours, and shows their contents to nobody.

    :raises CannotProve: if the entry is unknown, or no checkpoint came after it yet.
    """
    row = Event.objects.filter(pk=event_id).first()
    if row is None:
        raise CannotProve(f"Nhật ký không có mục {event_id}.")
    later = [line for line in checkpoints.lines if line.chain == row.chain and line.count >= row.sequence]
    if not later:
        raise CannotProve("Chưa có điểm kiểm nào sau mục này. Hãy chạy: minhbach verify-log --checkpoint")
    checkpoint = min(later, key=lambda line: line.count)
    between = Event.objects.filter(chain=row.chain, sequence__gt=row.sequence, sequence__lte=checkpoint.count)
    return {
        "v": 1,
        "entry": content_of(as_record(row)),
        "previous_hash": row.previous_hash,
        "digests_after": [digest(content_of(as_record(other))) for other in between.order_by("sequence")],
        "checkpoint": asdict(checkpoint),
    }


def proof_holds(proof: Mapping[str, object], checkpoints: Checkpoints) -> bool:
    """Say whether a proof leads from its entry to a checkpoint that stands in the given files. Asks no database."""
    try:
        entry, after = proof["entry"], proof["digests_after"]
        checkpoint = Checkpoint(**proof["checkpoint"])  # type: ignore[arg-type]
        assert isinstance(entry, dict)
        assert isinstance(after, list)
        reached = link(str(proof["previous_hash"]), digest(entry))
        for following in after:
            reached = link(reached, str(following))
    except (KeyError, TypeError, ValueError, AssertionError):
        return False
    place = (entry.get("chain"), entry.get("sequence"))
    return (
        checkpoint in checkpoints.lines
        and place == (checkpoint.chain, checkpoint.count - len(after))
        and reached == checkpoint.head
    )
