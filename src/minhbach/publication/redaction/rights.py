"""Who may mark a file and who may take out what is marked, as sentences for who may not."""

from datetime import date

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import who_marked, who_may_redact
from minhbach.publication.rules import MAY_MARK, MAY_REDACT, STANDS_IN, reason_to_be_another
from minhbach.register.queries.visible import holds_for


def marker_of(body_id: int, *, actor: Actor) -> int:
    """Return the person who marks; nothing automatic ever does.

    :raises PublicationRefused: if the actor does not do so for this body.
    """
    if actor.person is None or not holds_for(actor, MAY_MARK, body_id):
        raise PublicationRefused(_("Vai trò của người này không đánh dấu chỗ cần che được."))
    return actor.person


def why_not_redact(row: Redaction, *, actor: Actor, on: date) -> str | None:
    """Return why the actor may not take out what is marked, or None.

    The focal point does; a leader stands in where every focal point took part in marking. One who took part may only
    where nobody else may: the same rule as at the gate.
    """
    focal_points, leaders = who_may_redact(row, on=on)
    marked = who_marked(row)
    is_focal = holds_for(actor, MAY_REDACT, row.body_id)
    leads = holds_for(actor, STANDS_IN, row.body_id)
    if not is_focal and not (leads and not focal_points - marked):
        return _("Đầu mối cung cấp thông tin kiểm tra và che; người này không phải đầu mối.")
    return reason_to_be_another(
        took_part=actor.person in marked,
        others=bool((focal_points | leaders) - marked),
        sentence=_("Người che và duyệt phải là người khác với người đánh dấu: cơ quan còn người khác làm được."),
    )


def refuse_who_may_not_redact(row: Redaction, *, actor: Actor, on: date) -> None:
    """Refuse who may not take out what is marked.

    :raises PublicationRefused: saying why.
    """
    reason = why_not_redact(row, actor=actor, on=on)
    if reason:
        raise PublicationRefused(reason)


def is_own(row: Redaction, *, actor: Actor) -> bool:
    """True if approving it is approving what one marked oneself."""
    return actor.person in who_marked(row)
