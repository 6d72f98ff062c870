"""Small rules of mail: which addresses and subjects are taken, when the next try is."""

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from minhbach.domain.text import squeeze
from minhbach.foundation.mail.contracts import MailRefused

TRIES = 15
"""About two days of trying; after that a server that says "not now" means no."""
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
LONGEST_SUBJECT = 120
MOST_UNCLEAR = 2
"""A mail whose fate is unknown goes out once more and never a third time by itself."""

MESSAGE_ID = re.compile(r"<([0-9a-f]{32})\.(\d{1,5})@[^<>\s]{1,200}>")
"""Ours: the mail's key, and which sending of it this was. Nobody guesses the key, so nobody makes up a bounce."""


def pause_before_try(attempts: int) -> timedelta:
    """Return how long to wait after so many tries: 1, 2, 4, 8 … minutes, at most six hours."""
    return min(FIRST_PAUSE * int(2 ** min(max(attempts, 1) - 1, 12)), LONGEST_PAUSE)


def checked_address(to: str) -> str:
    """Return the address without white space around it.

    :raises MailRefused: if it is none.
    """
    to = to.strip()
    try:
        validate_email(to)
    except ValidationError as error:
        raise MailRefused(_("Địa chỉ thư điện tử chưa đúng, ví dụ đúng: ten@vidu.vn.")) from error
    return to


def checked_subject(subject: str) -> str:
    """Return the subject as one line.

    :raises MailRefused: if there is none, if it is long, or if it holds an address: subjects show on locked screens.
    """
    subject = squeeze(subject)
    if not subject or len(subject) > LONGEST_SUBJECT or "@" in subject:
        raise MailRefused(
            _("Tiêu đề thư phải có từ 1 đến %(longest)s ký tự, không chứa địa chỉ.") % {"longest": LONGEST_SUBJECT}
        )
    return subject


def message_id(key: str, round_: int, domain: str) -> str:
    """Return the Message-ID of one sending of a mail."""
    return f"<{key}.{round_}@{domain}>"
