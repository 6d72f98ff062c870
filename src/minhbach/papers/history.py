"""What happened to a letter, as lines for the page's history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.papers.queries import LETTER

SENTENCES: Mapping[str, Promise] = {
    "letter.drafted": _("Soạn văn bản"),
    "letter.changed": _("Sửa nội dung, bản thứ %(version)s"),
    "letter.numbered": _("Cấp số %(number)s/%(symbol)s"),
    "letter.signed": _("Lưu bản ký"),
    "letter.dropped": _("Bỏ văn bản"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when, who, what, on which ground."""

    moment: datetime
    who: str
    what: str
    ground: str


def history_of(letter_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened, the latest first: two queries. The caller has checked that the asker may see the letter."""
    events = events_about(Subject(LETTER, letter_id))
    names = names_by_reference({event.actor for event in events})
    return tuple(
        HistoryLine(
            moment=event.at,
            who=names.get(event.actor, gettext("máy") if event.actor.startswith("system:") else ""),
            what=str(SENTENCES[event.kind]) % {**event.facts} if event.kind in SENTENCES else event.kind,
            ground=event.ground,
        )
        for event in sorted(events, key=lambda event: event.id, reverse=True)
    )
