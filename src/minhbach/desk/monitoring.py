"""What the public sees missing of an own agency in the monitor of mandatory publication (giám sát)."""

import hashlib
from collections.abc import Iterator
from datetime import date

from django.core.cache import caches
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.desk.contracts import Act
from minhbach.domain.access import Actor, Role
from minhbach.domain.monitoring.scoring import LetterStanding
from minhbach.domain.monitoring.values import Criterion
from minhbach.publication.queries.monitor import AgencyStanding, agencies_of, standings
from minhbach.publication.queries.to_do import FOCAL_LETTER
from minhbach.publication.stamp import public_stamp
from minhbach.register.law import statute_of_register
from minhbach.register.queries.lists import must_be_public

CACHE, SECONDS = "pages", 600
"""Counting takes long in a large register, and an officer opens the page often."""
ANSWERS = (Role.FOCAL_POINT, Role.LEADER)
"""Who is told: the focal point keeps what the agency publishes, the leader answers for it."""


def monitor_gaps_today(actor: Actor, today: date) -> Iterator[Act]:
    """Yield a line for each own agency of which the public sees something missing: as many questions for any number.

    What is late and who lacks a focal point stand on the page by themselves.
    """
    own = frozenset(actor.bodies_where(*ANSWERS))
    for row in _seen(own, today) if own else ():
        if words := "; ".join(_missing(row)):
            yield Act(
                what=gettext("Người dân còn thiếu thông tin của %(body)s") % {"body": row.agency.name},
                detail=words,
                verb=gettext("Xem việc cần làm"),
                state=gettext("Giám sát: còn thiếu"),
                url=reverse("publication:to_do"),
            )


def _seen(own: frozenset[int], today: date) -> tuple[AgencyStanding, ...]:
    """Return how the public sees these agencies; counted anew once anything public changes, and after `SECONDS`."""
    which = ",".join(map(str, sorted(own)))
    key = f"desk-monitor:{public_stamp()[0]}:{today.isoformat()}:{hashlib.sha256(which.encode()).hexdigest()}"
    kept: tuple[AgencyStanding, ...] | None = caches[CACHE].get(key)
    if kept is None:
        kept = _counted(own, today)
        caches[CACHE].set(key, kept, SECONDS)
    return kept


def _counted(own: frozenset[int], today: date) -> tuple[AgencyStanding, ...]:
    agencies = agencies_of(bodies_with_duty(today).filter(pk__in=own).order_by("sort_key", "pk"))
    rows = must_be_public([one.id for one in agencies])
    return standings(agencies, rows, law=statute_of_register(today), on=today) if agencies else ()


def _missing(row: AgencyStanding) -> Iterator[str]:
    """Yield in words what is missing, by kind."""
    nothing = [one.letter for one in row.lacking(Criterion.PRESENT) if not _is_said_elsewhere(row, one)]
    if nothing:
        yield gettext("chưa có gì ở điểm %(letters)s") % {"letters": ", ".join(nothing)}
    if old := [one.letter for one in row.lacking(Criterion.FRESH)]:
        yield gettext("không có gì mới ở điểm %(letters)s") % {"letters": ", ".join(old)}
    if gone := sum(one.counts.gone for one in row.letters):
        yield ngettext("%(count)s mục không mở được", "%(count)s mục không mở được", gone) % {"count": gone}
    if unread := sum(one.counts.unread for one in row.letters):
        yield ngettext("%(count)s mục máy không đọc được", "%(count)s mục máy không đọc được", unread) % {
            "count": unread
        }


def _is_said_elsewhere(row: AgencyStanding, one: LetterStanding) -> bool:
    return one.letter == FOCAL_LETTER and not row.agency.has_focal_point
