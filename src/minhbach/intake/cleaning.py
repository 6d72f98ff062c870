"""What people type about themselves, as it is kept."""

from dataclasses import replace

from minhbach.domain.text import nfc, squeeze
from minhbach.intake.contracts import PersonListed, Sender

LONGEST_LINE, LONGEST_PARAGRAPH, LONGEST_MESSAGE, MOST_PEOPLE = 300, 2000, 20_000, 2000
_LINES = ("name", "address", "telephone", "email", "fax", "postal_address", "represented", "organisation")


def clean_sender(sender: Sender) -> Sender:
    """Return a sender in NFC, without doubled spaces, each part no longer than it may be."""
    lines = {name: squeeze(getattr(sender, name))[:LONGEST_LINE] for name in _LINES}
    return replace(
        sender,
        **lines,
        identity_number=clean_identity(sender.identity_number),
        concern=paragraph(sender.concern),
        purpose=paragraph(sender.purpose),
        people=tuple(_clean_person(one) for one in sender.people[:MOST_PEOPLE]),
        others={key: paragraph(words) for key, words in sender.others.items()},
    )


def clean_identity(number: str) -> str:
    """Return an identity number without spaces, stops and hyphens."""
    return "".join(sign for sign in nfc(number) if sign.isalnum())[:20]


def paragraph(text: str, *, longest: int = LONGEST_PARAGRAPH) -> str:
    """Return words that may have several lines."""
    return nfc(text).replace("\r\n", "\n").replace("\x00", "").strip()[:longest]


def _clean_person(one: PersonListed) -> PersonListed:
    return PersonListed(
        name=squeeze(one.name)[:LONGEST_LINE],
        identity_number=clean_identity(one.identity_number),
        purpose=squeeze(one.purpose)[:LONGEST_LINE],
    )
