"""What other rooms may hold of a case, and what its actions refuse."""

from enum import StrEnum


class Content(StrEnum):
    """How content a requester is with how the request was dealt with."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CaseNotVisible(Exception):
    """The asker may not see this case, or it does not exist."""


class CaseRefused(Exception):
    """The act is not done; `reason` is a sentence for the person at the page.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field


class Asked(StrEnum):
    """Who is asked while a case is in work."""

    OPINION = "opinion"
    """Another body, for its opinion."""
    THIRD_PERSON = "third_person"
    """Whom the information concerns, for consent."""


class Heard(StrEnum):
    """What came of asking."""

    AGREES = "agrees"
    AGREES_IN_PART = "agrees_in_part"
    DISAGREES = "disagrees"
    NO_ANSWER = "no_answer"
    """Nobody waits any longer. Silence is no consent."""


class AnswerFileState(StrEnum):
    """Where a file for a requester stands."""

    WAITING = "waiting"
    """Nobody has looked inside."""
    LOOKED = "looked"
    """Looked through; findings that nobody answered for keep it here."""
    REFUSED = "refused"
    """It carries a mark of secrecy; it was not kept."""
    UNREADABLE = "unreadable"
    """A machine cannot look inside, so it does not go out."""
    TAKEN_OUT = "taken_out"


class PaidWay(StrEnum):
    """How a cost was paid."""

    TRANSFER = "transfer"
    CASH = "cash"
    TREASURY = "treasury"


class DeliveryWay(StrEnum):
    """How an answer is handed to its requester (Law 104/2016, Articles 25, 29–31; Law 01/2026, Article 24)."""

    CODE = "code"
    """A one-time code opens the files on the page."""
    EMAIL = "email"
    """A mail says that the answer is there; the files stay behind number and secret."""
    POST = "post"
    COUNTER = "counter"
    READING = "reading"
    """Read, listened to, copied at the office."""
    FAX = "fax"
