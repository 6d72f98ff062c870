"""The connection to the mail server, and what its answers mean for one mail."""

import smtplib
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from minhbach.domain.text import squeeze
from minhbach.foundation.mail.contracts import Trouble

LONGEST_SAID = 500


class OutcomeUnknown(Exception):
    """The connection broke while the mail itself was handed over: the server may have taken it or not."""


class _TellsOutcome(smtplib.SMTP):
    """Tells a break while the text goes over from one before it, after which the mail certainly was not taken."""

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Hand the text over.

        :raises OutcomeUnknown: if there is no answer to it.
        """
        try:
            return super().data(msg)
        except smtplib.SMTPDataError:
            raise
        except OSError as error:
            raise OutcomeUnknown(str(error)) from error


class _TellsOutcomeEncrypted(_TellsOutcome, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""


class Connection(EmailBackend):
    """Django's connection, to the server that the settings name."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """Return the class that tells how a break is to be taken."""
        return _TellsOutcomeEncrypted if self.use_ssl else _TellsOutcome


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one try. `trouble` is None for a mail that the server has taken; `code` is its answer, or 0.

    `is_about_server`: the next mail would fare the same.
    """

    trouble: Trouble | None = None
    code: int = 0
    said: str = ""
    is_about_server: bool = False
    is_broken: bool = False
    """The connection is of no use any more."""


def hand_over(connection: Connection, message: EmailMessage) -> Outcome:
    """Try to give a message to the server; return what became of it, whatever happened."""
    try:
        connection.send_messages([message])
    except OutcomeUnknown as error:
        return Outcome(Trouble.UNCLEAR, 0, _short(str(error)), is_about_server=True, is_broken=True)
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return _answered(code, said)
    except smtplib.SMTPSenderRefused as error:
        # Our own address is refused: that is the installation's trouble, not the reader's, so it is never final.
        return Outcome(Trouble.PUT_OFF, error.smtp_code, _short(error.smtp_error), is_about_server=True, is_broken=True)
    except smtplib.SMTPDataError as error:
        return _answered(error.smtp_code, error.smtp_error)
    except smtplib.SMTPNotSupportedError as error:
        return Outcome(Trouble.REFUSED, 0, _short(str(error)))
    except OSError as error:
        return Outcome(Trouble.PUT_OFF, 0, _short(str(error)), is_about_server=True, is_broken=True)
    except ValueError as error:
        return Outcome(Trouble.REFUSED, 0, _short(str(error)))
    return Outcome()


def _answered(code: int, said: bytes | str) -> Outcome:
    # 421 closes the connection; an answer that is no code at all tells nothing.
    if 500 <= code <= 599:
        return Outcome(Trouble.REFUSED, code, _short(said))
    if 400 <= code <= 499:
        return Outcome(Trouble.PUT_OFF, code, _short(said), is_about_server=code == 421, is_broken=code == 421)
    return Outcome(Trouble.UNCLEAR, 0, _short(said), is_about_server=True, is_broken=True)


def _short(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return squeeze(text.replace("\0", ""))[:LONGEST_SAID]
