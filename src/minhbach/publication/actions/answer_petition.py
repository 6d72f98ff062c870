"""Answer a petition: what is public is right, or it is wrong and will be put right; or it says nothing of the item."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.petition import PETITION, PetitionEvent, PetitionState
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.queries.petitions import PETITION as PETITION_KIND
from minhbach.publication.queries.petitions import petition_for_change
from minhbach.publication.rights import refuse_who_does_not_tend

LONGEST = 4000


@transaction.atomic
def answer_petition(*, petition_id: int, event: PetitionEvent, answer: str, actor: Actor, now: datetime) -> None:
    """Write down what was found and what the sender is told.

    What was found wrong waits for its corrected version; if one is public by now, the petition is settled with it.

    :param event: SAY_RIGHT, SAY_WRONG or SET_ASIDE.
    :raises PublicationNotVisible: if the petition is not there for the actor.
    :raises PublicationRefused: if the actor may not, or says nothing.
    :raises MoveNotAllowed: if it is answered already.
    """
    petition = petition_for_change(petition_id, actor=actor)
    refuse_who_does_not_tend(petition, actor=actor)
    answer = nfc(answer).replace("\r\n", "\n").strip()[:LONGEST]
    if not answer:
        raise PublicationRefused(_("Ghi câu trả lời: đã kiểm tra gì, kết quả ra sao."), field="answer")
    petition.state = PETITION.next(PetitionState(petition.state), event)
    today = timezone.localdate(now)
    petition.answer, petition.answered_on, petition.answered_by_id = answer, today, actor.person
    public = petition.item.public_version
    if event is PetitionEvent.SAY_WRONG and public is not None and public.number > petition.version_number:
        petition.state = PETITION.next(PetitionState(petition.state), PetitionEvent.CORRECT)
        petition.corrected_in, petition.corrected_on = public.number, public.published_on
    petition.save()
    record_event(
        chain=body_chain(petition.body_id),
        kind="petition.answered",
        subject=Subject(PETITION_KIND, petition.pk),
        actor=actor,
        now=now,
        facts={"number": petition.number, "outcome": event.value, "late": today > petition.due_on},
    )
