"""What mails that nobody sorted answer the room that looks after personal data."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Actor
from minhbach.domain.personal_data import DataMatter
from minhbach.foundation.actions.erase_mails import erase_mails_about
from minhbach.foundation.contracts import Subject
from minhbach.intake.actions.settle_mail import settle_mail
from minhbach.intake.contracts import SubmissionKind
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries import SUBMISSION
from minhbach.privacy.contracts import Erased, FinishedMatter
from minhbach.privacy.registries import KeptMatter
from minhbach.requests.queries.mails import mails_visible_to


def unsorted_mails(
    until: date, *, submission_id: int | None = None, bodies: Collection[int] | None = None
) -> Iterator[FinishedMatter]:
    """Yield the mails of which no person has said what they are, and to which nothing was added since a day.

    Their time counts from the last that came: nobody ends them, so nothing else can say when they were over.
    """
    rows = _unsorted().annotate(last_on=Max("submission__mails__arrived_on")).filter(last_on__lte=until)
    rows = rows.filter(submission=submission_id) if submission_id is not None else rows
    rows = rows.filter(body_id__in=bodies) if bodies is not None else rows
    columns = ("submission_id", "submission__number", "body_id", "last_on")
    for submission, number, body_id, last_on in rows.values_list(*columns).iterator(chunk_size=2000):
        yield FinishedMatter(submission, number, body_id, last_on)


def erase_mail_of(submission_id: int, *, actor: Actor, now: datetime) -> Erased:
    """Put an unsorted mail aside, in the caller's transaction, so that nobody is asked about it any more; safe twice.

    Its own words go with its submission; what was written to its sender goes here.
    """
    mail = _unsorted().select_for_update(of=("self",)).filter(submission=submission_id).first()
    if mail is not None:
        settle_mail(mail=mail, state=MailState.NOTHING, actor=actor, now=now)
    return Erased({"mails": erase_mails_about([Subject(SUBMISSION, submission_id)])})


def _unsorted() -> QuerySet[TakenMail]:
    rows = TakenMail.objects.filter(state=MailState.WAITING, submission__kind=SubmissionKind.MAIL)
    return rows.filter(submission__erased_at__isnull=True)


def _address(submission_id: int, actor: Actor) -> str:
    mail_id = (
        mails_visible_to(actor).filter(submission=submission_id).order_by("pk").values_list("pk", flat=True).first()
    )
    return reverse("requests:mail", args=[mail_id]) if mail_id else ""


KEPT_OF_MAILS = KeptMatter(
    matter=DataMatter.MAIL,
    label=_("thư chưa ai xác định là gì"),
    finished=unsorted_mails,
    pending=lambda _submission_id: "",
    erase=erase_mail_of,
    address=_address,
)
