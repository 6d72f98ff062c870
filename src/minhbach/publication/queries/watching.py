"""Who must announce something and has not, as those see it who lead or oversee a territory; and who was urged."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import QuerySet

from minhbach.agencies.queries.directory import bodies_on
from minhbach.agencies.queries.focal_points import bodies_with_duty
from minhbach.agencies.queries.office import looked_down_on
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.papers.contracts import LetterInShort
from minhbach.papers.queries import letters_in_short
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.models import AnnouncementUrging
from minhbach.publication.queries.announcements import with_announcement
from minhbach.publication.queries.procedures import bodies_to_announce

ISSUED = (LetterState.NUMBERED, LetterState.SIGNED)


def bodies_bound(kind: AnnouncementKind, on: dt.date) -> QuerySet[Any]:
    """Return the bodies that must announce something of a kind, each with what it announced (`announced_id` …)."""
    if kind == AnnouncementKind.PROCEDURE:
        return bodies_to_announce(on)
    if kind == AnnouncementKind.REGULATION:
        return with_announcement(bodies_with_duty(on), kind)
    return with_announcement(bodies_on(on).filter(kind=Kind.COMMITTEE), kind)


def bodies_watched(kind: AnnouncementKind, *, actor: Actor, on: dt.date) -> QuerySet[Any]:
    """Return those of the bound bodies on which the actor looks down, in Vietnamese order."""
    return looked_down_on(bodies_bound(kind, on), actor=actor, on=on)


def standing(rows: QuerySet[Any], lack: Lack | None, *, digest: str) -> QuerySet[Any]:
    """Return the bodies that stand so; None: all of them.

    :param digest: of the law today, with which a procedure is compared.
    """
    if lack is None:
        return rows
    if lack is Lack.OUTDATED:
        return rows.filter(announced_id__isnull=False).exclude(law_digest=digest)
    return rows.filter(announced_id__isnull=lack is Lack.NONE)


def urgings_of(
    kinds: Collection[AnnouncementKind], body_ids: Collection[int], *, drafts: bool
) -> Mapping[tuple[str, int], LetterInShort]:
    """Return the latest letter that urged each body, by kind and body; dropped ones urged nobody: two queries.

    :param drafts: also those that bear no number yet, for who urges: nobody else knows of them.
    """
    rows = list(AnnouncementUrging.objects.filter(kind__in=kinds, body_id__in=body_ids).order_by("pk"))
    letters = letters_in_short({row.letter_id for row in rows}) if rows else {}
    known = (*ISSUED, LetterState.DRAFT) if drafts else ISSUED
    found = ((row, letters.get(row.letter_id)) for row in rows)
    return {(row.kind, row.body_id): letter for row, letter in found if letter and letter.state in known}
