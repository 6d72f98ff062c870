"""Reads a message: words, files, whom it answers, whether a machine wrote it. Hostile until proved."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from minhbach.extraction.layout.flow import lines_of
from minhbach.extraction.web.page import items_of
from minhbach.intake.mail.charsets import header_words, words_of
from minhbach.intake.mail.machines import machine_of
from minhbach.intake.mail.values import Attached, ReadMail

MOST_PARTS, MOST_HEADER, LONGEST_TEXT, MOST_ANSWERED = 100, 20_000, 100_000, 20
FEWEST_WORDS = 20
"""A plain part shorter than this beside an HTML part only says that one should look at the other."""


def read_mail(message: Message) -> ReadMail:
    """Return what a message says."""
    parts = [part for part in islice(message.walk(), MOST_PARTS) if not part.is_multipart()]
    name, address = _sender(message)
    return ReadMail(
        message_id=_raw(message, "Message-ID").strip().strip("<>")[:300],
        sender_name=name[:200],
        sender_address=address,
        subject=header_words(_raw(message, "Subject"))[:300],
        text=_text(parts),
        answers=_answered(message),
        sent_at=_moment(_raw(message, "Date")),
        arrived_at=_moment(_raw(message, "Received").rpartition(";")[2]),
        machine=machine_of(message, address),
        files=tuple(_files(parts)),
    )


def _raw(message: Message, name: str) -> str:
    """Return the first header of a name as the mail has it, bare bytes escaped; "" for none."""
    found = (value for known, value in message.raw_items() if known.lower() == name.lower())
    return str(next(found, ""))[:MOST_HEADER]


def _sender(message: Message) -> tuple[str, str]:
    raw = _raw(message, "From") or _raw(message, "Sender")
    if any("\udc80" <= sign <= "\udcff" for sign in raw):
        raw = header_words(raw)
    name, address = parseaddr(raw)
    return header_words(name), address.strip()[:254] if "@" in address else ""


def _answered(message: Message) -> tuple[str, ...]:
    said = f"{_raw(message, 'In-Reply-To')} {' '.join(reversed(_raw(message, 'References').split()))}"
    found = (one for one in said.split() if one.startswith("<") and one.endswith(">"))
    return tuple(islice(dict.fromkeys(found), MOST_ANSWERED))


def _moment(said: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _text(parts: list[Message]) -> str:
    plain = "\n\n".join(_words(part).strip() for part in parts if _is_text(part, "plain")).strip()
    if len(plain) >= FEWEST_WORDS:
        return plain[:LONGEST_TEXT]
    web = "\n\n".join(_shown(_words(part)) for part in parts if _is_text(part, "html")).strip()
    return (web or plain)[:LONGEST_TEXT]


def _is_text(part: Message, kind: str) -> bool:
    return part.get_content_type() == f"text/{kind}" and not _is_file(part)


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _words(part: Message) -> str:
    return words_of(_content(part)[: 4 * LONGEST_TEXT], part.get_content_charset("")).replace("\r\n", "\n")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _shown(web: str) -> str:
    """Return what a page shows; neither its links' targets nor what it hides."""
    return "\n".join(line.text for line in lines_of(items_of(web)))


def _files(parts: list[Message]) -> Iterator[Attached]:
    for place, part in enumerate(parts, 1):
        if not _is_file(part) and part.get_content_maintype() == "text":
            continue
        if part.get_content_type() == "message/delivery-status":
            continue
        content = _content(part)
        if content:
            yield Attached(_file_name(part) or f"tep-{place}", content)


def _file_name(part: Message) -> str:
    return header_words(str(part.get_filename("") or ""))[:200]
