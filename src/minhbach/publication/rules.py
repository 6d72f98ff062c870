"""Who may open the gate, and who may do what before it."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.publication import PublicationState

MAY_APPROVE = (Role.LEADER,)
MAY_SUBMIT = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR)
MAY_DRAFT = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER)
"""Who brings an item of the register to the gate and has it looked through."""
MAY_CHECK = (Role.MODERATOR, Role.LEADER)
"""Who answers what was found. Where the body has no moderator, whoever drafts does."""
MAY_TEND = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER)
"""Who writes down what was done on other channels, and takes in and checks petitions."""
SEES = (
    Role.FOCAL_POINT,
    Role.SPECIALIST,
    Role.MODERATOR,
    Role.LEADER,
    Role.JUSTICE_COORDINATOR,
    Role.SUPERVISOR,
)
"""Who reads the pages of the gate. Of petitions, a supervisor reads no name and no address."""

MAY_MARK = MAY_DRAFT
"""Who marks for the unit that made the information (Decree 13/2018, Article 7(1))."""
MAY_REDACT = (Role.FOCAL_POINT,)
"""Who checks the marks and takes what is marked out (Decree 13/2018, Article 7(2))."""
STANDS_IN = (Role.LEADER,)
"""Who does so where every focal point took part in marking."""

WATCHES = (Role.LEADER, Role.JUSTICE_COORDINATOR, Role.SUPERVISOR)
"""Who sees which bodies below have not announced what they must."""
MAY_URGE = (Role.LEADER, Role.JUSTICE_COORDINATOR)
"""Who of them urges by letter."""

EDITABLE = (PublicationState.SENT_BACK, PublicationState.TAKEN_BACK)
"""States of an announcement's publication in which its draft may be written anew."""


TRANSLATION_OPEN = (None, *EDITABLE, PublicationState.WITHDRAWN)
"""States at the gate in which a text in another language may be written anew; None: nobody has submitted it."""


def reason_not_to_approve(*, actor: Actor, body: int, submitted_by: int, others_may_approve: bool) -> str | None:
    """Return why this actor may not approve, or None where they may.

    Only where the body has no other active person who may approve may the drafter approve what they submitted.
    """
    own = actor.person == submitted_by
    return reason_by_facts(leads=actor.holds(*MAY_APPROVE, body=body), took_part=own, others=others_may_approve)


def reason_by_facts(*, leads: bool, took_part: bool, others: bool) -> str | None:
    """Return why somebody may not approve, or None.

    :param took_part: they drafted, answered for or submitted what is to be approved.
    :param others: somebody who took no part may approve for the body.
    """
    if not leads:
        return _("Chỉ lãnh đạo của cơ quan mới duyệt công khai.")
    return reason_to_be_another(
        took_part=took_part,
        others=others,
        sentence=_("Người duyệt phải là người khác với người trình: cơ quan còn người khác có quyền duyệt."),
    )


def reason_to_be_another(*, took_part: bool, others: bool, sentence: str) -> str | None:
    """Return the sentence for who would approve their own work though somebody else may, or None."""
    return sentence if took_part and others else None


def reason_not_to_check(*, drafts: bool, checks: bool, moderators: Collection[int]) -> str | None:
    """Return why somebody may not answer what was found, or None.

    :param moderators: the people who moderate for the body today.
    """
    if checks or (drafts and not moderators):
        return None
    if drafts:
        return _("Cơ quan có người kiểm duyệt: việc trả lời từng chỗ là của người ấy.")
    return _("Vai trò của người này không kiểm tra bản đăng được.")
