"""How long the law gives, and how we read it where it leaves a choice."""

from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.statutes.values import ChannelKey, Cited, Complexity, Unit


class Start(StrEnum):
    """The event that a term counts from. Its own day is not counted."""

    VALID = "valid"
    """The body received a valid request."""
    ANSWER = "answer"
    """The end of the answer's term (see the reading `extension_counts_from`)."""
    CREATED = "created"
    POSTED = "posted"
    RECEIVED = "received"
    """A petition or a request to correct was received."""
    DISCOVERED = "discovered"
    """The body found by itself that something was wrong."""
    TOLD = "told"
    """The body found it, or was told of it, whichever came first."""
    ASKED = "asked"
    """The body that created the information was asked to look at it."""
    REPLIED = "replied"
    """The reply of the body that created it came back."""
    IN_FORCE = "in_force"
    """The statute took force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Cited):
    """A length of time that the law gives for something.

    :param what: what falls due: answer, notice_of_term, extended_answer, publish, posting_ends, reply_to_petition,
        correct_own, ask_creator, creator_reply, correct_after_reply, publish_backlog.
    :param about: request, publication, published or provided (what is to be corrected).
    :param amount: in `unit`; 0 for `immediately`.
    :param channels: the channels that it holds for; empty for all.
    :param complexity: only for such requests; None for all.
    :param at_most: the amount is the longest that may be chosen (an extension).
    """

    key: str
    what: str
    about: str
    amount: int
    unit: Unit
    counts_from: Start
    words: str
    channels: tuple[ChannelKey, ...] = ()
    complexity: Complexity | None = None
    at_most: bool = False

    def holds_for(self, *, channel: ChannelKey | None, complexity: Complexity | None) -> bool:
        """Tell whether a request by this channel, of this complexity, has this term."""
        return (not self.channels or channel in self.channels) and self.complexity in (None, complexity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Cited):
    """How we read the law where its words leave a choice. Another reading is another value, never another program.

    :param value: the reading that is applied; one of `choices`.
    :param words: the question, Vietnamese.
    """

    key: str
    value: str
    choices: tuple[str, ...]
    words: str
