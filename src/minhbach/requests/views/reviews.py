"""What comes after an answer: what is said against it, and answers that went astray."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.request import ANSWERED
from minhbach.domain.lifecycles.review import COMPLAINTS, OPEN_REVIEWS, ReviewKind, ReviewState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.register.queries.visible import holds_for
from minhbach.requests.actions.mend_delivery import note_mis_sent, put_delivery_right
from minhbach.requests.actions.review_answer import accept_complaint, decide_review, take_in_review
from minhbach.requests.complaints.forms import AcceptForm, DecideForm, MisSentForm, PutRightForm, ReviewForm
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, DeliverySent, Review
from minhbach.requests.rules import MAY_DECIDE, MAY_RECEIVE
from minhbach.requests.views.showing import add_refusal, the_case


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, case_id: int) -> HttpResponse:
    """Write down what is said against an answer."""
    row = the_case(request, case_id)
    if row.state not in ANSWERED or not holds_for(actor_on(request), MAY_RECEIVE, row.body_id):
        raise Http404
    form = ReviewForm(request.POST if request.method == "POST" else None, initial={"on": clock.today()})

    def done(given: dict[str, Any]) -> None:
        kind = ReviewKind(given["kind"])
        take_in_review(case_id=row.pk, kind=kind, on=given["on"], words=given["words"], **_asker(request))

    lead = _("Mỗi việc có hạn riêng theo luật của ngày nhận. Khiếu nại phải do người khác giải quyết.")
    return _page(request, row, form, done, _("Ghi ý kiến về trả lời"), lead, _("Đã ghi."))


@role_only(*MAY_DECIDE)
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, case_id: int, review_id: int) -> HttpResponse:
    """Begin to settle a complaint."""
    row, review = _open(request, case_id, review_id, ReviewState.RECEIVED)
    if review.kind not in COMPLAINTS:
        raise Http404
    form = AcceptForm(request.POST if request.method == "POST" else None)

    def done(given: dict[str, Any]) -> None:
        accept_complaint(case_id=row.pk, review_id=review.pk, is_complex=given["is_complex"], **_asker(request))

    lead = _("Thời hạn giải quyết tính từ hôm nay; người khiếu nại được báo.")
    return _page(request, row, form, done, _("Nhận giải quyết khiếu nại"), lead, _("Đã nhận giải quyết."))


@role_only(*MAY_DECIDE)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, case_id: int, review_id: int) -> HttpResponse:
    """Decide what is said against an answer."""
    row, review = _open(request, case_id, review_id, *OPEN_REVIEWS)
    if review.kind in COMPLAINTS and review.state != ReviewState.ACCEPTED:
        raise Http404
    form = DecideForm(request.POST if request.method == "POST" else None)

    def done(given: dict[str, Any]) -> None:
        decide_review(
            case_id=row.pk, review_id=review.pk, is_right=given["is_right"] == "1", decision=given["decision"],
            given=given["given"], **_asker(request),
        )  # fmt: skip

    lead = _("Văn bản trả lời được soạn và hiện ở trang của người yêu cầu.")
    return _page(request, row, form, done, _("Giải quyết ý kiến"), lead, _("Đã trả lời."), said=review.words)


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def mis_sent(request: HttpRequest, case_id: int, delivery_id: int) -> HttpResponse:
    """Write down that an answer went to somebody else."""
    row, delivery = _delivery(request, case_id, delivery_id)
    if delivery.went_wrong_on is not None:
        raise Http404
    form = MisSentForm(request.POST if request.method == "POST" else None)

    def done(given: dict[str, Any]) -> None:
        note_mis_sent(case_id=row.pk, delivery_id=delivery.pk, **given, **_asker(request))

    lead = _("Mã truy cập của lần gửi ấy bị khóa ngay; công văn đề nghị trả lại được soạn.")
    return _page(request, row, form, done, _("Ghi gửi nhầm"), lead, _("Đã ghi và khóa mã."))


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def put_right(request: HttpRequest, case_id: int, delivery_id: int) -> HttpResponse:
    """Write down what was done about it."""
    row, delivery = _delivery(request, case_id, delivery_id)
    if delivery.went_wrong_on is None or delivery.put_right_on is not None:
        raise Http404
    form = PutRightForm(request.POST if request.method == "POST" else None)

    def done(given: dict[str, Any]) -> None:
        put_delivery_right(
            case_id=row.pk, delivery_id=delivery.pk, words=given["words"], actor=actor_on(request), now=clock.now()
        )

    lead = _("Ghi những việc đã làm để thu lại, báo người bị lộ thông tin, gửi lại cho đúng người.")
    return _page(request, row, form, done, _("Ghi đã xử lý gửi nhầm"), lead, _("Đã ghi."))


def _page(
    request: HttpRequest,
    row: Case,
    form: Form,
    done: Callable[[dict[str, Any]], None],
    words: Promise | str,
    lead: Promise | str,
    told: Promise | str,
    *,
    said: str = "",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            done(form.cleaned_data)
            messages.success(request, str(told))
            return redirect("requests:case", row.pk)
        except (CaseRefused, MoveNotAllowed) as refused:
            add_refusal(form, refused)
    context = {"case": row, "form": form, "words": words, "act": {"lead": lead}, "said": said}
    return render(request, "requests/act.html", context, status=422 if form.errors else 200)


def _asker(request: HttpRequest) -> dict[str, Any]:
    return {"calendar": calendar_in_use(), "actor": actor_on(request), "now": clock.now()}


def _open(request: HttpRequest, case_id: int, review_id: int, *states: ReviewState) -> tuple[Case, Review]:
    row = the_case(request, case_id)
    review = row.reviews.filter(pk=review_id, state__in=states).exclude(kind=ReviewKind.LAWSUIT).first()
    if review is None or not holds_for(actor_on(request), MAY_DECIDE, row.body_id):
        raise Http404
    return row, review


def _delivery(request: HttpRequest, case_id: int, delivery_id: int) -> tuple[Case, DeliverySent]:
    row = the_case(request, case_id)
    delivery = DeliverySent.objects.filter(pk=delivery_id, answer__case=row).first()
    if delivery is None or not holds_for(actor_on(request), MAY_RECEIVE, row.body_id):
        raise Http404
    return row, delivery
