"""Languages beside Vietnamese in which an agency may add texts."""

import re
from dataclasses import dataclass

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""The BCP-47 tags that are taken in: a language, a script, a region."""
CONFIRMED, PROVISIONAL = "confirmed", "provisional"


@dataclass(frozen=True, slots=True)
class Language:
    """A language.

    :param tag: its BCP-47 tag, as `lang` attributes and addresses have it.
    :param name: in Vietnamese; `own_name` in itself, "" where it is not known.
    :param notice: in the language: that a text is for reference and the Vietnamese one prevails; "" if lacking.
    :param notice_state: "provisional" until somebody who speaks the language has read the notice, then "confirmed".
    """

    tag: str
    name: str
    own_name: str = ""
    notice: str = ""
    notice_state: str = CONFIRMED

    @property
    def has_read_notice(self) -> bool:
        """True where the language has a notice that somebody who speaks it has read."""
        return bool(self.notice) and self.notice_state == CONFIRMED

    @property
    def called(self) -> str:
        """Return how a list of languages names it, so that who speaks it finds it."""
        return f"{self.own_name} ({self.name})" if self.own_name else self.name
