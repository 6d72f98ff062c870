"""Give back what waits for the leader, or take what was announced away from the public."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.close import send_back, take_back_submission, withdraw_publication
from minhbach.publication.announcements.kinds import how
from minhbach.publication.queries.announcements import announcement_for_change, id_in_force
from minhbach.publication.rights import refuse_what_was_announced_meanwhile


@transaction.atomic
def take_announcement_back(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Take it back before the leader has answered.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor's posts do not include one that submits.
    :raises MoveNotAllowed: if it does not wait any more.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    take_back_submission(subject_kind=row.kind, subject_id=row.pk, actor=actor, now=now)


@transaction.atomic
def send_announcement_back(*, announcement_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Give it back to who submitted it, with what to mend.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, or gives no reason.
    :raises MoveNotAllowed: if nothing waits.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    send_back(subject_kind=row.kind, subject_id=row.pk, remark=remark, actor=actor, now=now)


@transaction.atomic
def withdraw_announcement(
    *, announcement_id: int, remark: str, seen_in_force: int | None = None, actor: Actor, now: datetime
) -> None:
    """Let nobody outside the body read it any more; a replaced one does not come back in its place.

    :param seen_in_force: the id of what was in force on the leader's page, 0 for none; None: there was no page.
    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, gives no reason, or another was announced or
        withdrawn while the page was open.
    :raises MoveNotAllowed: if it is not public.
    """
    row = announcement_for_change(announcement_id, actor=actor)
    refuse_what_was_announced_meanwhile(seen_in_force=seen_in_force, in_force=id_in_force(row))
    withdraw_publication(subject_kind=row.kind, subject_id=row.pk, remark=remark, actor=actor, now=now)
    row.withdrawn_on = local_date(now)
    row.save(update_fields=["withdrawn_on"])
    how(row).withdrawn(row)
