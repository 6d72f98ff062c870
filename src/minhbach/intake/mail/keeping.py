"""How a mail is told from every other, and what is kept of it under seal."""

import hashlib
import json
from dataclasses import asdict, dataclass

from minhbach.accounts.secrets_at_rest import open_sealed, seal
from minhbach.intake.contracts import Sender
from minhbach.intake.mail.proposing import proposed_sender
from minhbach.intake.mail.values import ReadMail


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """What is kept of a mail's words.

    :param proposed: what it seems to say of its sender, for a person to confirm.
    """

    name: str
    address: str
    subject: str
    text: str
    proposed: Sender


def key_of(mail: ReadMail, *, body_id: int) -> str:
    """Return the key of a mail in a body's mailbox: the same mail read again has the same one.

    Its words count too, so that nobody keeps another's mail out by writing under its Message-ID.
    """
    digest = hashlib.sha256()
    sent = mail.sent_at.isoformat() if mail.sent_at else ""
    for part in (str(body_id), mail.message_id, sent, mail.sender_address.lower(), mail.subject, mail.text):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for file in mail.files:
        digest.update(hashlib.sha256(file.content).digest())
    return digest.hexdigest()


def sealed_words(mail: ReadMail) -> str:
    """Return a mail's words as they are kept."""
    words = MailWords(
        name=mail.sender_name,
        address=mail.sender_address,
        subject=mail.subject,
        text=mail.text,
        proposed=proposed_sender(mail),
    )
    return seal(json.dumps(asdict(words), ensure_ascii=False))


def opened_words(content: str) -> MailWords | None:
    """Return what was kept; None once it is erased."""
    if not content:
        return None
    told = json.loads(open_sealed(content))
    told["proposed"] = Sender(**{**told["proposed"], "people": ()})
    return MailWords(**told)
