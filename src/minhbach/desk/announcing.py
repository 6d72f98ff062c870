"""What one's own agencies have not announced yet, and where the law says something else than what they announced."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act
from minhbach.domain.access import Actor, Role
from minhbach.papers.contracts import LetterInShort
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.law_today import law_today
from minhbach.publication.queries.procedures import Standing, standing_of
from minhbach.publication.queries.watching import urgings_of

ANSWERS = (Role.FOCAL_POINT, Role.LEADER)
"""Who is told: the focal point keeps what the agency announces, the leader answers for it."""
BOTH = (AnnouncementKind.PROCEDURE, AnnouncementKind.SERVICE_UNITS)


def announcements_lacking_today(actor: Actor, today: date) -> Iterator[Act]:
    """Yield what an own agency must announce and nobody drafts: one question, two more where anything is lacking."""
    digest = law_today(today).digest
    found = [
        one
        for one in standing_of(actor.bodies_where(*ANSWERS), digest=digest, on=today)
        if one.procedure or one.service_list
    ]
    urged = urgings_of(BOTH, [one.body_id for one in found], drafts=False) if found else {}
    for one in found:
        if one.procedure:
            yield _procedure(one, urged)
        if one.service_list:
            yield Act(
                what=gettext("Chưa công bố danh mục đơn vị sự nghiệp công lập: %(body)s") % {"body": one.name},
                detail=_urged_in_words(urged.get((AnnouncementKind.SERVICE_UNITS.value, one.body_id))),
                verb=gettext("Lập danh mục"),
                state=gettext("Chưa công bố"),
                url=reverse("announcements:service_lists"),
            )


def _procedure(one: Standing, urged: Mapping[tuple[str, int], LetterInShort]) -> Act:
    lacking = one.procedure is Lack.NONE
    words = gettext("Chưa công bố thủ tục cung cấp thông tin: %(body)s")
    changed = gettext("Luật đã đổi: thủ tục cung cấp thông tin của %(body)s")
    return Act(
        what=(words if lacking else changed) % {"body": one.name},
        detail=_urged_in_words(urged.get((AnnouncementKind.PROCEDURE.value, one.body_id))) if lacking else "",
        verb=gettext("Soạn thủ tục") if lacking else gettext("Soạn bản thay"),
        state=gettext("Chưa công bố") if lacking else gettext("Luật đã đổi"),
        url=reverse("procedures:drafts"),
    )


def _urged_in_words(letter: LetterInShort | None) -> str:
    return gettext("Được đôn đốc bằng %(letter)s") % {"letter": letter.name} if letter else ""
