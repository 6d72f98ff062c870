"""Write the heads of all chains down outside the database."""

from datetime import datetime

from django.conf import settings

from minhbach.foundation.eventlog.checkpoints import write_checkpoints
from minhbach.foundation.eventlog.verifying import read_heads


def write_checkpoint(*, now: datetime) -> int:
    """Append what has changed since the last checkpoint of today to today's file; return how many chains that were.

    :raises OSError: if the folder of the checkpoints cannot be written.
    """
    heads = sorted((chain, head.count, head.hash) for chain, head in read_heads().items())
    return write_checkpoints(settings.CHECKPOINTS_ROOT, heads, now=now)
