"""The personal data of one matter, for officers: how long they are kept, holds, wishes, what was done."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.intake.queries import SUBMISSION
from minhbach.privacy.actions.hold import lift_hold, place_hold
from minhbach.privacy.contracts import HoldKind, Matter, MatterNotVisible, PrivacyRefused
from minhbach.privacy.forms import HoldForm, ReasonForm
from minhbach.privacy.history import history_of
from minhbach.privacy.labels import HOLDS, kind_label
from minhbach.privacy.own_data import wish_line
from minhbach.privacy.queries import holds_of
from minhbach.privacy.queries.holds import in_force
from minhbach.privacy.queries.matters import finished_matter
from minhbach.privacy.queries.wishes import wishes_of
from minhbach.privacy.registries import kept_matters
from minhbach.privacy.retention import erased_from, period_of
from minhbach.privacy.rules import MAY_DECIDE, SEES
from minhbach.privacy.views.showing import add_refusal, the_matter
from minhbach.register.queries.visible import holds_for


@role_only(*SEES)
@require_safe
def matter(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show until when the data are kept and why, what stops that, what was asked and done."""
    row, actor, today = the_matter(request, submission_id), actor_on(request), clock.today()
    kept = kept_matters()[row.kind]
    ended = finished_matter(row.submission_id, row.kind, on=today) if row.erased_at is None else None
    context = {
        "matter": row,
        "kind": kind_label(row.kind),
        "pending": kept.pending(row.submission_id) if row.erased_at is None else "",
        "ended_on": ended.ended_on if ended else None,
        "erased_from": erased_from(row.kind, ended_on=ended.ended_on) if ended else None,
        "period": period_of(row.kind, ended_on=ended.ended_on if ended else today),
        "holds": _holds(submission_id, today),
        "wishes": [wish_line(one) for one in wishes_of(submission_id)],
        "may_lift": holds_for(actor, MAY_DECIDE, row.body_id),
        "address": kept.address(submission_id, actor),
        "lines": history_of(Subject(SUBMISSION, submission_id)),
    }
    return render(request, "privacy/matter.html", context)


def _holds(submission_id: int, today: date) -> list[dict[str, Any]]:
    standing = set(in_force(today).filter(submission=submission_id).values_list("pk", flat=True))
    return [{"row": one, "what": HOLDS[one.kind], "in_force": one.pk in standing} for one in holds_of(submission_id)]


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Keep the data beyond their time."""
    row = the_matter(request, submission_id)
    if row.erased_at is not None:
        raise Http404
    form = HoldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            place_hold(
                submission_id=submission_id,
                kind=HoldKind(told["kind"]),
                ground=told["ground"],
                until=told["until"],
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã giữ dữ liệu lại."))
            return redirect("privacy:matter", submission_id)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    return _page(request, row, form, _("Giữ dữ liệu lại"))


@role_only(*MAY_DECIDE)
@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, submission_id: int, hold_id: int) -> HttpResponse:
    """Let the erasure go on."""
    row = the_matter(request, submission_id)
    if not holds_of(submission_id).filter(pk=hold_id, lifted_at__isnull=True).exists():
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            lift_hold(
                submission_id=submission_id,
                hold_id=hold_id,
                reason=form.cleaned_data["reason"],
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã thôi giữ. Dữ liệu hết thời hạn sẽ xóa đêm nay."))
            return redirect("privacy:matter", submission_id)
        except MatterNotVisible:
            raise Http404 from None
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    return _page(request, row, form, _("Thôi giữ dữ liệu"))


def _page(request: HttpRequest, row: Matter, form: Form, words: str) -> HttpResponse:
    context = {"matter": row, "form": form, "words": words}
    return render(request, "privacy/matter_act.html", context, status=422 if form.errors else 200)
