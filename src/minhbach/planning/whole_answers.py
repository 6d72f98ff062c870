"""Answers that say at once which bodies a collective name means, so that nobody has to tick two hundred."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from minhbach.agencies.queries import body_names
from minhbach.planning.naming import Meaning

ALL, NAMED, BY_HAND = "all", "named", "by_hand"
NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """One answer: its key, its words in the reader's language, and the bodies that it means."""

    key: str
    label: str
    bodies: tuple[int, ...]


def whole_answers(meaning: Meaning) -> tuple[WholeAnswer, ...]:
    """Return the answers for a name that mentions bodies for sure; nothing for one that only may mean some."""
    proposed, left_out = meaning.proposed, meaning.left_out
    if not proposed:
        return ()
    if not left_out:
        words = _("Tất cả %(count)s cơ quan được nhắc tới") % {"count": len(proposed)}
        return (WholeAnswer(NAMED, words, proposed),)
    names, everybody = _names(left_out), (*proposed, *left_out)
    with_them = _("Tất cả, kể cả %(names)s (%(count)s cơ quan)") % {"names": names, "count": len(everybody)}
    without = _("Tất cả, không kể %(names)s (%(count)s cơ quan)") % {"names": names, "count": len(proposed)}
    return WholeAnswer(ALL, with_them, everybody), WholeAnswer(NAMED, without, proposed)


def _names(ids: Sequence[int]) -> str:
    if len(ids) > NAMED_AT_MOST:
        return _("%(count)s cơ quan cùng cấp không được nhắc tới") % {"count": len(ids)}
    return "; ".join(body_names(ids).values())
