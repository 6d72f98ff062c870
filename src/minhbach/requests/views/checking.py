"""Whether a request says all that it must: it does, or this lacks."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.request import RequestEvent, RequestState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.statutes import Complexity
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.requests.actions.ask_supplement import OTHER, ask_supplement
from minhbach.requests.actions.find_valid import find_valid as find_valid_action
from minhbach.requests.asking.lacking import guidance_words, lacking_fields, lacking_of_askers
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import answer_due, dues_if_valid, law_of
from minhbach.requests.forms import LacksForm, ValidForm
from minhbach.requests.models import Case
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.showing import add_refusal, case_for


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def find_valid(request: HttpRequest, case_id: int) -> HttpResponse:
    """Start the clock, saying by when the answer is due then."""
    row = case_for(request, case_id, RequestEvent.FIND_VALID)
    tells = _tells_complexity(row)
    initial = {"valid_on": row.received_on if row.state == RequestState.RECEIVED else clock.today()}
    form = ValidForm(request.POST if request.method == "POST" else None, initial=initial, tells_complexity=tells)
    if request.method == "POST" and form.is_valid() and _found_valid(request, row, form):
        return redirect("requests:case", case_id)
    due = answer_due(dues_if_valid(row, on=initial["valid_on"], calendar=calendar_in_use()))
    context = {"case": row, "form": form, "law": law_of(row), "due": due, "if_on": initial["valid_on"]}
    return render(request, "requests/find_valid.html", context, status=422 if form.errors else 200)


def _found_valid(request: HttpRequest, row: Case, form: ValidForm) -> bool:
    given: dict[str, Any] = form.cleaned_data
    try:
        find_valid_action(
            case_id=row.pk,
            valid_on=given["valid_on"],
            complexity=Complexity(given["complexity"]) if given.get("complexity") else None,
            note=given["note"],
            calendar=calendar_in_use(),
            actor=actor_on(request),
            now=clock.now(),
        )
    except (CaseRefused, MoveNotAllowed) as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, _("Đã ghi: yêu cầu đủ, thời hạn bắt đầu."))
    return True


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def lacks(request: HttpRequest, case_id: int) -> HttpResponse:
    """Tell the requester what lacks."""
    row = case_for(request, case_id, RequestEvent.ASK_SUPPLEMENT)
    law = law_of(row)
    fields = [(one.key, one.words) for one in law.request_fields]
    lacking, of_askers = lacking_fields(row, law), lacking_of_askers(row, law)
    form = LacksForm(
        request.POST if request.method == "POST" else None,
        initial={
            "lacks": [*(one.key for one in lacking), *([OTHER] if of_askers else [])],
            "words": guidance_words(row, law, [*lacking, *of_askers]),
        },
        fields_of_law=[*fields, (OTHER, _("điều khác"))],
    )
    if request.method == "POST" and form.is_valid():
        try:
            ask_supplement(case_id=row.pk, actor=actor_on(request), now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Đã gửi đề nghị bổ sung."))
            return redirect("requests:case", case_id)
        except (CaseRefused, MoveNotAllowed) as refused:
            add_refusal(form, refused)
    context = {"case": row, "form": form, "law": law}
    return render(request, "requests/lacks.html", context, status=422 if form.errors else 200)


def _tells_complexity(row: Case) -> bool:
    terms = (term for term in law_of(row).terms if term.about == "request")
    return any(term.complexity is not None and row.channel in (term.channels or (row.channel,)) for term in terms)
