"""An officer says that a request is a denunciation: it leaves the ordinary lists at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.outreach.act_forms import NothingForm
from minhbach.outreach.actions.take_case_over import take_case_over
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.rules import READS_SENDERS
from minhbach.requests.actions.let_go_of_case import why_not_let_go
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.queries import case_visible_to

WORDS = gettext_lazy("Đây là tố cáo: giữ kín")


def way_of_denunciations(case: Any, actor: Actor) -> tuple[str | Promise, str] | None:
    """Return the button that a case's page shows to who deals with it, while nobody else knows of the case."""
    if why_not_let_go(case, actor=actor):
        return None
    return WORDS, reverse("outreach:denounce_case", args=[case.pk])


@role_only(*READS_SENDERS)
@require_http_methods(["GET", "POST"])
def denounce_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Say what it means, and do it."""
    actor = actor_on(request)
    try:
        case = case_visible_to(case_id, actor=actor)
    except CaseNotVisible:
        raise Http404 from None
    if why_not_let_go(case, actor=actor):
        raise Http404
    form = NothingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            take_case_over(case_id=case_id, actor=actor, now=clock.now())
        except (CaseNotVisible, FeedbackRefused):
            raise Http404 from None
        messages.success(request, _("Đã giữ kín. Chỉ lãnh đạo cơ quan đọc được."))
        return redirect("requests:cases")
    return render(request, "outreach/denounce_case.html", {"case": case, "form": form, "words": WORDS})
