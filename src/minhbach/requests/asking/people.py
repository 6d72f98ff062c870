"""An organisation's people who want the same information, typed a line each (Decree 13/2018, Article 4)."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.text import squeeze
from minhbach.intake.contracts import PersonListed
from minhbach.requests.identity import wrong_identity

_PARTED = re.compile(r"[;\t|]")
_NAME, _NUMBER, _REASON = _("họ tên"), _("số căn cước hoặc hộ chiếu"), _("lý do, mục đích")
_NUMBERED = re.compile(r"^\s*\d{1,4}\s*[.)]\s*")


def people_in(text: str) -> tuple[PersonListed, ...]:
    """Return the people of a list: "Họ tên; số căn cước; lý do", numbered or not; empty lines are left out."""
    lines = (_NUMBERED.sub("", line) for line in text.splitlines())
    parted = ([squeeze(part) for part in _PARTED.split(line)] for line in lines if line.strip())
    return tuple(_person(parts) for parts in parted if any(parts))


def _person(parts: list[str]) -> PersonListed:
    number = parts[1] if len(parts) > 1 else ""
    return PersonListed(parts[0], number, "; ".join(parts[2:]))


def faults_of(people: Sequence[PersonListed]) -> Iterator[str]:
    """Yield a sentence for each line that the Decree would not have: it wants name, number and reason of each person.

    Lines count from 1, as people see them; nobody stands in a list twice.
    """
    seen: dict[str, int] = {}
    for place, one in enumerate(people, 1):
        lacks = ", ".join(
            str(word)
            for word, told in ((_NAME, one.name), (_NUMBER, one.identity_number), (_REASON, one.purpose))
            if not told
        )
        if lacks:
            yield gettext("Dòng %(line)s: thiếu %(what)s.") % {"line": place, "what": lacks}
        if wrong := wrong_identity(one.identity_number):
            yield gettext("Dòng %(line)s: %(wrong)s") % {"line": place, "wrong": wrong}
        number = "".join(sign for sign in one.identity_number.upper() if sign.isalnum())
        if number and number in seen:
            yield gettext("Dòng %(line)s: trùng số với dòng %(first)s.") % {"line": place, "first": seen[number]}
        seen.setdefault(number, place)
