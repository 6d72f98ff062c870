"""Draft the letters that urge bodies to announce what they have not (đôn đốc); papers number them."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.queries import letterhead
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.law_today import law_today
from minhbach.publication.models import AnnouncementUrging
from minhbach.publication.queries.watching import bodies_watched, standing
from minhbach.publication.rules import MAY_URGE
from minhbach.publication.urging_paper import Occasion, urging_paper

LETTERS_AT_ONCE = 100
"""Of letters to one body each: more would be drafted by mistake than signed by anybody."""


@transaction.atomic
def urge_to_announce(
    *, kind: AnnouncementKind, from_body: int, body_ids: Collection[int], answer_by: dt.date, separately: bool,
    more: str = "", actor: Actor, now: dt.datetime,
) -> tuple[int, ...]:  # fmt: skip
    """Draft one letter to all the bodies, or one to each, and return the letters' ids.

    What has announced it meanwhile is left out.

    :param from_body: that urges; the actor leads it or coordinates for it.
    :param answer_by: the last day for the answer, not before today.
    :param more: what the officer adds, lines as paragraphs.
    :raises PublicationNotVisible: if the actor urges nobody for that body.
    :raises PublicationRefused: if no body is left to urge, the day is over, or there would be more than 100 letters.
    """
    today = local_date(now)
    if not actor.holds(*MAY_URGE, body=from_body):
        raise PublicationNotVisible
    if answer_by < today:
        raise PublicationRefused(_("Ngày báo cáo đã qua. Ghi hôm nay hoặc một ngày sau."), field="answer_by")
    watched = standing(bodies_watched(kind, actor=actor, on=today), Lack.NONE, digest=law_today(today).digest)
    lacking = list(watched.filter(pk__in=body_ids).exclude(pk=from_body).values_list("pk", flat=True))
    if not lacking:
        raise PublicationRefused(_("Chọn ít nhất một cơ quan cần đôn đốc."), field="bodies")
    if separately and len(lacking) > LETTERS_AT_ONCE:
        raise PublicationRefused(
            _("Nhiều nhất %(most)s công văn một lần: chọn bớt cơ quan, hoặc gửi chung một công văn.")
            % {"most": LETTERS_AT_ONCE}
        )
    occasion = Occasion(kind, today, answer_by, nfc(more).strip())
    letters = [[one] for one in lacking] if separately else [lacking]
    drafted = tuple(_draft(own, occasion, from_body, actor, now) for own in letters)
    record_event(
        chain=body_chain(from_body),
        kind="announcement.urged",
        subject=Subject("body", from_body),
        actor=actor,
        now=now,
        facts={"what": kind.value, "bodies": len(lacking), "letters": len(drafted), "first_letter": drafted[0]},
    )
    return drafted


def _draft(body_ids: list[int], occasion: Occasion, from_body: int, actor: Actor, now: dt.datetime) -> int:
    names = list(body_names(body_ids).values())
    paper = urging_paper(names, occasion, head=letterhead(from_body))
    letter = draft_letter(paper=paper, body_id=from_body, actor=actor, now=now)
    AnnouncementUrging.objects.bulk_create(
        AnnouncementUrging(kind=occasion.kind, body_id=one, letter_id=letter, drafted_at=now) for one in body_ids
    )
    return letter
