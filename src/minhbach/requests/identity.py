"""Numbers of identity papers as typed: căn cước (12 digits), chứng minh nhân dân (9), hộ chiếu (letter and digits)."""

import re

from django.utils.translation import gettext as _

_PASSPORT = re.compile(r"[A-Z]{1,3}\d{5,10}", re.IGNORECASE)
CITIZEN, OLD_CARD = 12, 9


def wrong_identity(number: str) -> str:
    """Return what is wrong with a number, as a sentence that helps; "" where it can be one, or is empty."""
    signs = "".join(sign for sign in number if sign.isalnum())
    if not signs or _PASSPORT.fullmatch(signs):
        return ""
    if not signs.isdecimal():
        return _("Số căn cước có 12 chữ số; số hộ chiếu có chữ cái đứng trước, ví dụ C1234567.")
    if len(signs) in (CITIZEN, OLD_CARD):
        return ""
    facts = {"count": len(signs)}
    if len(signs) < CITIZEN:
        return _("Số căn cước có 12 chữ số; ở đây mới có %(count)s.") % facts
    return _("Số căn cước có 12 chữ số; ở đây có %(count)s.") % facts
