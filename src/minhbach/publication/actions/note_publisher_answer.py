"""Write down what another body answered that was asked to correct what it published of ours."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.contracts import PublicationRefused, PublisherAnswer
from minhbach.publication.queries.publishers import request_for_change
from minhbach.publication.rights import refuse_who_does_not_tend
from minhbach.register.queries import ITEM


@transaction.atomic
def note_publisher_answer(
    *, request_id: int, outcome: PublisherAnswer, answer: str, answered_on: date, actor: Actor, now: datetime
) -> None:
    """Write down whether they corrected it, what they said, and when. What they declined may yet be corrected.

    :param answer: in the officer's words: number and day of their letter, where the correction stands, or why not.
    :raises PublicationNotVisible: if the request is not there for the actor.
    :raises PublicationRefused: if the actor may not, nothing is said, the day cannot be, or it is corrected already.
    """
    request = request_for_change(request_id, actor=actor)
    refuse_who_does_not_tend(request, actor=actor)
    if request.outcome == PublisherAnswer.CORRECTED:
        raise PublicationRefused(_("Đã ghi là cơ quan ấy đính chính rồi."))
    answer = squeeze(answer)[:1000]
    if not answer:
        raise PublicationRefused(
            _("Ghi họ trả lời gì: số, ngày văn bản, đính chính ở đâu hoặc vì sao không."), field="answer"
        )
    if not request.asked_on <= answered_on <= local_date(now):
        raise PublicationRefused(_("Ngày trả lời phải từ ngày yêu cầu đến hôm nay."), field="answered_on")
    request.outcome, request.answer, request.answered_on = outcome.value, answer, answered_on
    request.done_on = answered_on if outcome is PublisherAnswer.CORRECTED else None
    request.save(update_fields=["outcome", "answer", "answered_on", "done_on"])
    record_event(
        chain=body_chain(request.body_id),
        kind=f"publication.publisher_{outcome.value}",
        subject=Subject(ITEM, request.item_id),
        actor=actor,
        now=now,
        facts={"request": request.pk},
    )
