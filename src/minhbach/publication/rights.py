"""Who may do what with an item at the gate, as sentences for who may not."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.domain.access import Actor, Role
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, Publication
from minhbach.publication.queries.items import holders_for, took_part
from minhbach.publication.rules import (
    MAY_APPROVE,
    MAY_CHECK,
    MAY_DRAFT,
    MAY_TEND,
    reason_by_facts,
    reason_not_to_check,
)
from minhbach.register.queries.visible import holds_for, registers_of
from minhbach.register.rows import ItemRow, OfBody


def acting_body(row: OfBody, roles: Collection[Role], *, actor: Actor) -> int:
    """Return the actor's body that keeps the item now: the body itself, or who followed it; else the item's own."""
    own = sorted(registers_of(actor, roles))
    return next((one for one in own if row.body_id in with_predecessors(with_own_units({one}))), int(row.body_id))


def who_drafts(row: OfBody, *, actor: Actor) -> int:
    """Return the person who brings the item to the gate; nothing automatic ever does.

    :raises PublicationRefused: if the actor does not do so for this body.
    """
    if actor.person is None or not holds_for(actor, MAY_DRAFT, row.body_id):
        raise PublicationRefused(_("Vai trò của người này không trình công khai được."))
    return actor.person


def refuse_who_does_not_tend(row: OfBody, *, actor: Actor) -> None:
    """Refuse who does not look after channels and petitions of this body."""
    if not holds_for(actor, MAY_TEND, row.body_id):
        raise PublicationRefused(_("Vai trò của người này không làm được việc này."))


def refuse_who_does_not_lead(row: OfBody, *, actor: Actor) -> None:
    """Refuse who is no leader of this body."""
    if not holds_for(actor, MAY_APPROVE, row.body_id):
        raise PublicationRefused(_("Chỉ lãnh đạo của cơ quan mới làm được việc này."))


def refuse_what_moved_on(row: ItemRow, seen_public: int | None) -> None:
    """Refuse an act on a page that was open while somebody else published, corrected or withdrew the item.

    :param seen_public: the id of the version that was public on that page, 0 for none; None: there was no page.
    """
    if seen_public is not None and seen_public != (row.public_version_id or 0):
        raise PublicationRefused(
            _("Trong lúc trang mở, người khác đã đăng hoặc rút thông tin này. Xem tình trạng hiện nay rồi mới làm.")
        )


def refuse_what_was_announced_meanwhile(*, seen_in_force: int | None, in_force: int) -> None:
    """Refuse an act on a page that was open while somebody else announced another version, or withdrew one.

    :param seen_in_force: the id of the version in force on that page, 0 for none; None: there was no page.
    """
    if seen_in_force is not None and seen_in_force != in_force:
        raise PublicationRefused(
            _("Trong lúc trang mở, người khác đã công bố hoặc rút một bản. Xem tình trạng hiện nay rồi mới làm.")
        )


def refuse_what_was_rewritten(row: Announcement, seen_revision: int | None) -> None:
    """Refuse to approve what is another text than the approver had before them; None: there was no page."""
    if seen_revision is not None and seen_revision != row.revision:
        raise PublicationRefused(_("Trong lúc trang mở, bản này đã được sửa và trình lại. Xem bản mới rồi mới duyệt."))


def why_not_check(row: OfBody, *, actor: Actor, on: date) -> str | None:
    """Return why the actor may not answer what was found, or None."""
    return reason_not_to_check(
        drafts=holds_for(actor, MAY_DRAFT, row.body_id),
        checks=holds_for(actor, MAY_CHECK, row.body_id),
        moderators=holders_for(row.body_id, (Role.MODERATOR,), on=on),
    )


def why_not_approve(row: ItemRow, publication: Publication, *, actor: Actor, on: date) -> str | None:
    """Return why the actor may not approve the version, or None."""
    return reason_by_facts(
        leads=holds_for(actor, MAY_APPROVE, row.body_id),
        took_part=takes_part(row, publication, actor=actor),
        others=bool(holders_for(row.body_id, MAY_APPROVE, on=on) - _part(row, publication)),
    )


def takes_part(row: ItemRow, publication: Publication, *, actor: Actor) -> bool:
    """True if the actor had a hand in what is to be approved, so that approving it is approving one's own work."""
    return actor.person in _part(row, publication)


def _part(row: ItemRow, publication: Publication) -> frozenset[int]:
    return took_part(publication, row.versions.filter(pk=publication.version_id).first())
