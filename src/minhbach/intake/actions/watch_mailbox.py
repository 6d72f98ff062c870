"""Write down that a mailbox was read through, or does not answer, for whoever looks after it."""

from datetime import datetime

from minhbach.intake.models import MailboxWatch


def note_mailbox(*, body_id: int, left: int | None, now: datetime) -> None:
    """Note how reading went: `left` messages stay in the mailbox for a person; None: it did not answer."""
    watch, _made = MailboxWatch.objects.get_or_create(body_id=body_id)
    if left is None:
        watch.silent_since = watch.silent_since or now
    else:
        watch.read_at, watch.silent_since, watch.left = now, None, left
    watch.save()
