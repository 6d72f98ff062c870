"""A mail on its way out: queued with the change that it tells of, sent, and perhaps come back."""

from enum import StrEnum

from minhbach.domain.lifecycles.table import Lifecycle


class MailState(StrEnum):
    """Where a mail stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"
    GIVEN_UP = "given_up"


class MailEvent(StrEnum):
    """What may happen to it."""

    SEND = "send"
    FAIL = "fail"
    BOUNCE = "bounce"
    SEND_AGAIN = "send_again"
    GIVE_UP = "give_up"


TO_MEND = (MailState.FAILED, MailState.BOUNCED)
"""What waits for a person: nothing more happens by itself."""

MAIL = Lifecycle(
    {
        (MailState.QUEUED, MailEvent.SEND): MailState.SENT,
        (MailState.QUEUED, MailEvent.FAIL): MailState.FAILED,
        (MailState.SENT, MailEvent.BOUNCE): MailState.BOUNCED,
        # The worker died, or the answer was lost, after the server had taken the mail: it can come back all the same.
        (MailState.QUEUED, MailEvent.BOUNCE): MailState.BOUNCED,
        (MailState.FAILED, MailEvent.BOUNCE): MailState.BOUNCED,
        **{(state, MailEvent.SEND_AGAIN): MailState.QUEUED for state in TO_MEND},
        **{(state, MailEvent.GIVE_UP): MailState.GIVEN_UP for state in TO_MEND},
    }
)
