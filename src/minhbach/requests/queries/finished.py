"""Which requests have ended with nothing pending, so that their personal data may be erased in time."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import ENDED
from minhbach.domain.lifecycles.review import OPEN_REVIEWS
from minhbach.privacy.contracts import FinishedMatter
from minhbach.requests.models import Case, DeliverySent, Review
from minhbach.requests.queries.cases import cases_of_readers


def finished_requests(
    until: date, *, submission_id: int | None = None, bodies: Collection[int] | None = None
) -> Iterator[FinishedMatter]:
    """Yield what ended up to a day: every part answered or closed, no complaint, lawsuit or stray answer open.

    The day is the last one on which anything of it ended; one question whatever there is.
    """
    rows = _whole(submission_id)
    rows = rows.filter(body_id__in=bodies) if bodies is not None else rows
    rows = rows.filter(submission__erased_at__isnull=True, ended_on__lte=until)
    rows = rows.filter(~Exists(_open_parts()), ~Exists(_open_reviews()), ~Exists(_astray()))
    parts = Case.objects.filter(submission=OuterRef("submission")).order_by("-ended_on").values("ended_on")[:1]
    reviews = Review.objects.filter(case__submission=OuterRef("submission"), decided_on__isnull=False)
    rows = rows.annotate(
        last_part=Subquery(parts), last_review=Subquery(reviews.order_by("-decided_on").values("decided_on")[:1])
    )
    columns = ("submission_id", "number", "body_id", "ended_on", "last_part", "last_review")
    for submission, number, body_id, *ends in rows.values_list(*columns).iterator(chunk_size=2000):
        last = max(day for day in ends if day is not None)
        if last <= until:
            yield FinishedMatter(submission, number, body_id, last)


def why_pending(submission_id: int) -> str:
    """Return in a sentence what of a request is not finished; "" where nothing is."""
    rows = _whole(submission_id)
    if rows.filter(Exists(_open_parts())).exists():
        return _("Yêu cầu chưa giải quyết xong.")
    if rows.filter(Exists(_open_reviews())).exists():
        return _("Khiếu nại, khởi kiện hoặc ý kiến về trả lời chưa giải quyết xong.")
    return _("Có lần gửi nhầm chưa xử lý xong.") if rows.filter(Exists(_astray())).exists() else ""


def address_of_case(submission_id: int, actor: Actor) -> int | None:
    """Return the case of a submission, if the actor reads who sent it."""
    return cases_of_readers(actor).filter(submission=submission_id, whole__isnull=True).first()


def _whole(submission_id: int | None) -> QuerySet[Case]:
    rows = Case.objects.filter(whole__isnull=True)
    return rows.filter(submission=submission_id) if submission_id is not None else rows


def _open_parts() -> QuerySet[Case]:
    return Case.objects.filter(submission=OuterRef("submission")).exclude(state__in=ENDED)


def _open_reviews() -> QuerySet[Review]:
    rows = Review.objects.filter(case__submission=OuterRef("submission"), decided_on__isnull=True)
    return rows.filter(Q(state__in=OPEN_REVIEWS))


def _astray() -> QuerySet[DeliverySent]:
    rows = DeliverySent.objects.filter(answer__case__submission=OuterRef("submission"))
    return rows.filter(went_wrong_on__isnull=False, put_right_on__isnull=True)
