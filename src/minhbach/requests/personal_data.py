"""What requests answer the room that looks after personal data."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Actor
from minhbach.domain.personal_data import DataMatter
from minhbach.privacy.registries import KeptMatter, OpenedAt, WentAstray
from minhbach.requests.actions.erase_case import erase_cases_of
from minhbach.requests.asking.browser import opened_submission
from minhbach.requests.models import DeliverySent
from minhbach.requests.queries.finished import address_of_case, finished_requests, why_pending


def _address(submission_id: int, actor: Actor) -> str:
    case_id = address_of_case(submission_id, actor)
    return reverse("requests:case", args=[case_id]) if case_id is not None else ""


def mis_sent_answers(bodies: frozenset[int]) -> Iterator[WentAstray]:
    """Yield the answers of these bodies that went to somebody else, the latest first."""
    rows = DeliverySent.objects.filter(went_wrong_on__isnull=False, answer__case__body_id__in=bodies)
    for row in rows.select_related("answer__case").order_by("-went_wrong_on", "-pk"):
        case, day = row.answer.case, row.went_wrong_on
        if day is not None:
            yield WentAstray(row.pk, case.submission_id, case.body_id, case.number, day)


KEPT_OF_REQUESTS = KeptMatter(
    matter=DataMatter.REQUEST,
    label=_("yêu cầu cung cấp thông tin"),
    finished=finished_requests,
    pending=why_pending,
    erase=erase_cases_of,
    address=_address,
)
OWN_REQUEST = OpenedAt(opened_submission, entrance="requests:follow", back="requests:opened", slug="yeu-cau")
