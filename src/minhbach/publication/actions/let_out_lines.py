"""Let the public read lines of the list of what is accessible under conditions (đưa vào danh mục), or no longer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.queries.items import locked_item
from minhbach.publication.queries.lines import found_in_line, may_be_let_out
from minhbach.publication.rights import refuse_who_does_not_lead
from minhbach.publication.stamp import mark_changed
from minhbach.register.actions.set_public_state import set_listed


@transaction.atomic
def let_out_lines(*, item_ids: Sequence[int], seen_with_own_eyes: bool, actor: Actor, now: datetime) -> None:
    """Let the public read title, number and date of items, never their content; all of them or none.

    :raises PublicationNotVisible: if one of the items is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, has not looked, or a line may not go out.
    """
    if not item_ids:
        raise PublicationRefused(_("Chọn ít nhất một dòng."), field="items")
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã đọc từng dòng” trước khi đưa vào danh mục."), field="seen")
    for item_id in sorted(item_ids):
        row = locked_item(item_id, actor=actor)
        refuse_who_does_not_lead(row, actor=actor)
        _refuse_unfit(row)
        set_listed(item_id=row.pk, on=row.listed_on or timezone.localdate(now), actor=actor, now=now)
    mark_changed(now=now)


@transaction.atomic
def take_lines_out(*, item_ids: Sequence[int], actor: Actor, now: datetime) -> None:
    """Let the public read the lines no longer.

    :raises PublicationNotVisible: if one of the items is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body.
    """
    if not item_ids:
        raise PublicationRefused(_("Chọn ít nhất một dòng."), field="items")
    for item_id in sorted(item_ids):
        row = locked_item(item_id, actor=actor)
        refuse_who_does_not_lead(row, actor=actor)
        set_listed(item_id=row.pk, on=None, actor=actor, now=now)
    mark_changed(now=now)


def _refuse_unfit(row: Any) -> None:
    if not may_be_let_out(row):
        raise PublicationRefused(_("Danh mục này chỉ có mục đang giữ, tiếp cận có điều kiện."), field="items")
    if found_in_line(row):
        raise PublicationRefused(
            _("“%(title)s”: tên có dữ liệu cá nhân hoặc dấu mật. Sửa tên trước.") % {"title": row.title[:120]},
            field="items",
        )
