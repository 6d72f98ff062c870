"""What the law says about an item on a day: whether its classification can be, and by when it must be public."""

import datetime as dt

from django.utils.translation import gettext as _

from minhbach.domain.statutes import Matter, NotInStatute, Statute
from minhbach.domain.statutes.book import NoStatute
from minhbach.domain.statutes.values import cited_as
from minhbach.domain.text import squeeze
from minhbach.lawbook.statutes import statute_for
from minhbach.register.contracts import Access, Classification, ItemRefused

STATE_SECRET = "state_secret"  # noqa: S105
"""What a ground concerns that nothing in this system may come under (Law 117/2025/QH15 on state secrets)."""


def statute_of_register(day: dt.date) -> Statute:
    """Return the statute under which what is held is classified on a day."""
    return statute_for(Matter.REGISTER, day)


def statute_of_publication(created_on: dt.date | None, *, on: dt.date) -> Statute:
    """Return the statute under which information of that day is published; of a day before any statute, today's."""
    try:
        return statute_for(Matter.PUBLICATION, created_on or on)
    except NoStatute:
        return statute_for(Matter.PUBLICATION, on)


def checked(given: Classification, statute: Statute) -> Classification:
    """Return the classification if the statute knows its class, grounds and letter.

    :raises ItemRefused: naming the box that is wrong.
    """
    if given.access is Access.OPEN:
        _refuse_unknown_letter(given.letter, statute)
        return Classification(given.access, letter=given.letter, reason=given.reason)
    grounds = tuple(dict.fromkeys(squeeze(key) for key in given.grounds if key))
    if not grounds:
        raise ItemRefused(_("Chọn ít nhất một căn cứ: điều, khoản nào."), field="grounds")
    for key in grounds:
        _refuse_unknown_ground(key, given.access, statute)
    return Classification(given.access, grounds=grounds, reason=given.reason)


def _refuse_unknown_letter(letter: str, statute: Statute) -> None:
    if not letter:
        return
    try:
        statute.letter(letter)
    except NotInStatute as error:
        raise ItemRefused(_("Luật đang áp dụng không có điểm này."), field="letter") from error


def _refuse_unknown_ground(key: str, access: Access, statute: Statute) -> None:
    try:
        ground = statute.ground(key)
    except NotInStatute as error:
        raise ItemRefused(_("Luật đang áp dụng không có căn cứ này."), field="grounds") from error
    if ground.class_code != access.value:
        raise ItemRefused(_("Căn cứ này không thuộc loại tiếp cận đã chọn."), field="grounds")
    if STATE_SECRET in ground.concerns:
        sentence = _("Bí mật nhà nước không được ghi ở đây. Gạch mục này, giữ văn bản theo luật về bí mật nhà nước.")
        raise ItemRefused(sentence, field="grounds")


def letters_of(statute: Statute) -> list[tuple[str, str]]:
    """Return the letters of Article 17(1) to choose from, in the order of the statute."""
    return [(one.letter, f"{one.letter}) {one.words}") for one in statute.letters]


def grounds_of(statute: Statute) -> list[tuple[str, str]]:
    """Return the grounds of what is not open to choose from; what is a state secret is not held here at all."""
    return [
        (one.key, f"{cited_as(one.article, '').strip()}: {one.words}")
        for one in statute.grounds
        if one.class_code != Access.OPEN.value and STATE_SECRET not in one.concerns
    ]


def ways_of(statute: Statute) -> list[tuple[str, str]]:
    """Return the forms of publication to choose from."""
    return [(one.key, one.words) for one in statute.publication_forms]
