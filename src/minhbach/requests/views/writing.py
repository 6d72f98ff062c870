"""An officer writes to the requester while the request is dealt with."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.intake.queries import messages_of
from minhbach.register.queries.visible import holds_for
from minhbach.requests.actions.write_in_thread import reply as reply_action
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.following_forms import ReplyForm
from minhbach.requests.rules import MAY_WORK
from minhbach.requests.views.showing import add_refusal, the_case


@role_only(*MAY_WORK)
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, case_id: int) -> HttpResponse:
    """Write to the requester, with what they wrote last beside it."""
    row, actor = the_case(request, case_id), actor_on(request)
    if not holds_for(actor, MAY_WORK, row.body_id):
        raise Http404
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reply_action(case_id=row.pk, text=form.cleaned_data["text"], actor=actor, now=clock.now())
            messages.success(request, _("Đã gửi."))
            return redirect("requests:case", case_id)
        except CaseRefused as refused:
            add_refusal(form, refused)
    context = {"case": row, "form": form, "thread": messages_of(row.submission_id)[-6:]}
    return render(request, "requests/reply.html", context, status=422 if form.errors else 200)
