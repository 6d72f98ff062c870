"""One view for every act on a case that is a form: what it does, the form, the act."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.requests.actions.remind_handler import remind_handler
from minhbach.requests.acts.table import ACTS, ActPage, asker_now
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.labels import EVENT_LABELS
from minhbach.requests.models import Case
from minhbach.requests.rules import MAY_RECEIVE, ROLES_FOR
from minhbach.requests.views.showing import add_refusal, case_for, sentence, the_case


def addresses(prefix: str) -> list[URLPattern]:
    """Return an address for each act of the table."""
    return [path(f"{prefix}{page.slug}/", _view(event, page), name=event.value) for event, page in ACTS.items()]


def _view(event: RequestEvent, page: ActPage) -> Any:
    @role_only(*ROLES_FOR[event])
    @require_http_methods(["GET", "POST"])
    def act(request: HttpRequest, case_id: int) -> HttpResponse:
        return _act(request, case_id, event, page)

    return act


def _act(request: HttpRequest, case_id: int, event: RequestEvent, page: ActPage) -> HttpResponse:
    row = case_for(request, case_id, event)
    if page.why_not(row):
        raise Http404
    posted = (request.POST,) if request.method == "POST" else ()
    form = page.form(row, *posted)
    if posted and form.is_valid() and _done(request, row, form, page):
        return redirect("requests:case", case_id)
    context = {
        "case": row,
        "form": form,
        "act": page,
        "words": EVENT_LABELS[event],
    }
    return render(request, "requests/act.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, row: Case, form: Form, page: ActPage) -> bool:
    try:
        page.do(row, form.cleaned_data, asker_now(actor_on(request)))
    except (CaseRefused, MoveNotAllowed) as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, str(page.done))
    return True


@role_only(*MAY_RECEIVE)
@require_POST
def remind(request: HttpRequest, case_id: int) -> HttpResponse:
    """Remind who has the case."""
    row = the_case(request, case_id)
    try:
        remind_handler(case_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã nhắc người được giao."))
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
    return redirect("requests:case", case_id)
