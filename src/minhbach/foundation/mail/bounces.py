"""Reads the messages by which mail servers say that a mail did not arrive (RFC 3464, and those that only quote it).

Whoever sends one may write anything into it: parts and text are looked at up to a limit, and nothing is believed but a
Message-ID that holds the mail's own key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from itertools import islice
from uuid import UUID

from minhbach.domain.text import squeeze
from minhbach.foundation.mail.rules import MESSAGE_ID

MOST_PARTS = 30
MOST_TEXT = 200_000
LONGEST_SAID = 500
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_REFUSED = re.compile(r"\b(5\.\d{1,3}\.\d{1,3})\b|\b(55\d)[ -]")
_MACHINES = ("mailer-daemon@", "postmaster@", "<mailer-daemon@", "<postmaster@")


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a server says of one sending of a mail: `status` as in RFC 3463 ("5.1.1") or empty, `said` in its words."""

    key: UUID
    round: int
    status: str
    said: str
    is_final: bool
    """False for a delay, or a mail that arrived after all."""


def read_bounce(message: Message) -> Bounce | None:
    """Return what the message says of one of our mails; None if it is no bounce, or names none of ours."""
    parts = list(islice(message.walk(), MOST_PARTS))
    named = _named(message, parts)
    if named is None:
        return None
    key, round_ = UUID(hex=named[1]), int(named[2])
    report = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    if report is not None:
        status, said, is_final = _reported(report)
        return Bounce(key, round_, status, said, is_final)
    if not _is_from_a_machine(message):
        return None
    refused = next((match for text in _texts(parts) if (match := _REFUSED.search(text))), None)
    # Without a sign of a refusal it may be a warning, or a machine's greeting: a person looks.
    return Bounce(key, round_, refused[1] or "", _around(refused), is_final=True) if refused else None


def _named(message: Message, parts: list[Message]) -> re.Match[str] | None:
    """Find our Message-ID: in the original that is given back, else in what is quoted, else in what it answers."""
    originals = (str(part.get("Message-ID", "")) for part in parts[1:])
    answered = (str(message.get(name, ""))[:MOST_TEXT] for name in ("References", "In-Reply-To"))
    looked_at = (*originals, *_texts(parts), *answered)
    return next((match for text in looked_at if (match := MESSAGE_ID.search(text))), None)


def _texts(parts: list[Message]) -> Iterator[str]:
    for part in parts:
        if part.get_content_maintype() == "text" and not part.is_multipart():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield content[:MOST_TEXT].decode("ascii", "replace")


def _reported(report: Message) -> tuple[str, str, bool]:
    """Return status, words and whether it is final, from the first reader for whom delivery failed, or the last one."""
    blocks = report.get_payload()
    fields = [block for block in blocks if isinstance(block, Message)] if isinstance(blocks, list) else []
    readers = [block for block in fields[:MOST_PARTS] if block.get("Action")]
    failed = [block for block in readers if _field(block, "Action").lower() == "failed"]
    told = (failed or readers or fields or [Message()])[0]
    status = _STATUS.search(_field(told, "Status"))
    return status[1] if status else "", _field(told, "Diagnostic-Code"), bool(failed)


def _field(block: Message, name: str) -> str:
    return squeeze(str(block.get(name, ""))[:MOST_TEXT].replace("\0", ""))[:LONGEST_SAID]


def _is_from_a_machine(message: Message) -> bool:
    sender = str(message.get("From", ""))[:1000].lower()
    return str(message.get("Return-Path", "")).strip() == "<>" or any(name in f" {sender}" for name in _MACHINES)


def _around(match: re.Match[str]) -> str:
    """Return the line in which a refusal was found."""
    text = match.string
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    return squeeze(text[start : end if end >= 0 else len(text)][:2000].replace("\0", ""))[:LONGEST_SAID]
