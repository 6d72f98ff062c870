"""Let the public read lines of the lists of Decree 13, Article 6, or take them away again (công bố danh mục)."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.extraction.screening.contracts import Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.publication.contracts import KeepGround, PublicationRefused
from minhbach.publication.queries.items import holders_for, locked_item
from minhbach.publication.rights import refuse_who_does_not_lead
from minhbach.publication.rules import MAY_APPROVE, reason_by_facts
from minhbach.publication.stamp import mark_changed
from minhbach.register.actions.set_public_state import set_listed
from minhbach.register.contracts import ItemRefused
from minhbach.register.labels import called, issuer_of


@transaction.atomic
def let_lines_out(
    *,
    item_ids: Collection[int],
    seen_with_own_eyes: bool,
    ground: KeepGround | None,
    actor: Actor,
    now: datetime,
) -> int:
    """Let the public read these lines in the leader's name: title, number, symbol, issuer and day, never the content.

    All or none: a line that may not go out is named, and nothing is written.

    :param ground: why personal data that stands in a line may go out; needed only where there is any.
    :raises PublicationNotVisible: if an item is not there for the actor.
    :raises PublicationRefused: if the actor does not lead, has not looked, or entered or classified a line while
        another may approve it, or a line bears a mark of secrecy, or personal data without ground.
    """
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem từng dòng” trước khi cho xem."), field="seen")
    if not item_ids:
        raise PublicationRefused(_("Chọn ít nhất một dòng."), field="")
    today = timezone.localdate(now)
    for item_id in sorted(item_ids):
        row = locked_item(item_id, actor=actor)
        refuse_who_does_not_lead(row, actor=actor)
        _refuse_own(row, actor, holders_for(row.body_id, MAY_APPROVE, on=today))
        _refuse_unfit_words(row, ground)
        _set(row.pk, actor, now, on=today)
    mark_changed(now=now)
    return len(item_ids)


@transaction.atomic
def take_lines_away(*, item_ids: Collection[int], actor: Actor, now: datetime) -> int:
    """Take lines out of what the public reads, at once.

    :raises PublicationNotVisible: if an item is not there for the actor.
    :raises PublicationRefused: if the actor does not lead, or nothing was chosen.
    """
    if not item_ids:
        raise PublicationRefused(_("Chọn ít nhất một dòng."), field="")
    for item_id in sorted(item_ids):
        refuse_who_does_not_lead(locked_item(item_id, actor=actor), actor=actor)
        _set(item_id, actor, now, on=None)
    mark_changed(now=now)
    return len(item_ids)


def screening_of_line(row: Any) -> Screening:
    """Return what is found in the words of a line, as the public would read them."""
    return screen_text("\n".join(_words(row)))


def _words(row: Any) -> Iterator[str]:
    yield from (part for part in (row.title, called(row), issuer_of(row)) if part)


def _refuse_own(row: Any, actor: Actor, leaders: frozenset[int]) -> None:
    part = {one for one in (row.entered_by_id, row.classified_by_id) if one is not None}
    reason = reason_by_facts(leads=True, took_part=actor.person in part, others=bool(leaders - part))
    if reason:
        raise PublicationRefused(_("%(name)s: %(reason)s") % {"name": called(row), "reason": reason})


def _refuse_unfit_words(row: Any, ground: KeepGround | None) -> None:
    found = screening_of_line(row)
    if found.secrecy:
        raise PublicationRefused(_("%(name)s: có dấu mật, không được cho xem.") % {"name": called(row)})
    if found.findings and ground is None:
        sentence = _("%(name)s: trong dòng có dữ liệu cá nhân. Nêu căn cứ để nguyên, hoặc sửa tên trong kho.")
        raise PublicationRefused(sentence % {"name": called(row)}, field="ground")


def _set(item_id: int, actor: Actor, now: datetime, *, on: Any) -> None:
    try:
        set_listed(item_id=item_id, on=on, actor=actor, now=now)
    except ItemRefused as refused:
        raise PublicationRefused(refused.reason) from refused
