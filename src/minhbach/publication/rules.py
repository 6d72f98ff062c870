"""Who may open the gate."""

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor, Role

MAY_APPROVE = (Role.LEADER,)
MAY_SUBMIT = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR)


def reason_not_to_approve(*, actor: Actor, body: int, submitted_by: int, others_may_approve: bool) -> str | None:
    """Return why this actor may not approve, or None where they may.

    Only where the body has no other active person who may approve may the drafter approve what they submitted.
    """
    if not actor.holds(*MAY_APPROVE, body=body):
        return _("Chỉ lãnh đạo của cơ quan mới duyệt công khai.")
    if actor.person == submitted_by and others_may_approve:
        return _("Người duyệt phải là người khác với người trình: cơ quan còn người khác có quyền duyệt.")
    return None
