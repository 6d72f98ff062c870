"""What feedback answers the room that looks after personal data."""

from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import ENDED
from minhbach.domain.personal_data import DataMatter
from minhbach.outreach.actions.erase_feedback import erase_feedback_of
from minhbach.outreach.models import Feedback
from minhbach.outreach.pocket import POCKET
from minhbach.outreach.queries.feedback import feedback_ids_of_readers
from minhbach.privacy.contracts import FinishedMatter
from minhbach.privacy.registries import KeptMatter, OpenedAt


def finished_feedback(
    until: date, *, submission_id: int | None = None, bodies: Collection[int] | None = None
) -> Iterator[FinishedMatter]:
    """Yield what was answered, passed on, joined or closed up to a day, and is not erased."""
    rows = Feedback.objects.filter(state__in=ENDED, ended_on__lte=until, submission__erased_at__isnull=True)
    rows = rows.filter(submission=submission_id) if submission_id is not None else rows
    rows = rows.filter(body_id__in=bodies) if bodies is not None else rows
    columns = ("submission_id", "number", "body_id", "ended_on")
    for submission, number, body_id, ended_on in rows.values_list(*columns).iterator(chunk_size=2000):
        if ended_on is not None:
            yield FinishedMatter(submission, number, body_id, ended_on)


def why_pending(submission_id: int) -> str:
    """Return in a sentence that feedback is not dealt with; "" where it is."""
    is_open = Feedback.objects.filter(submission=submission_id).exclude(state__in=ENDED).exists()
    return _("Góp ý chưa giải quyết xong.") if is_open else ""


def _address(submission_id: int, actor: Actor) -> str:
    feedback_id = feedback_ids_of_readers(actor).filter(submission=submission_id).first()
    return reverse("outreach:feedback", args=[feedback_id]) if feedback_id else ""


KEPT_OF_FEEDBACK = KeptMatter(
    matter=DataMatter.FEEDBACK,
    label=gettext_lazy("góp ý, phản ánh"),
    finished=finished_feedback,
    pending=why_pending,
    erase=erase_feedback_of,
    address=_address,
)
OWN_FEEDBACK = OpenedAt(POCKET.opened_submission, entrance="outreach:follow", back="outreach:opened", slug="gop-y")
