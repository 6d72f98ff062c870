"""What is done about a breach: noted, changed, told, drafted a notice of, closed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.lawbook.personal_data import breach_term_on
from minhbach.privacy.actions.deal_with_breach import close_breach, draft_notice, note_told
from minhbach.privacy.actions.keep_breach import change_breach, note_breach
from minhbach.privacy.breach_forms import BreachForm, ClosingForm, NewBreachForm, ToldForm, initial_of
from minhbach.privacy.contracts import MatterNotVisible, PrivacyRefused
from minhbach.privacy.models import Breach
from minhbach.privacy.queries.breaches import not_noted
from minhbach.privacy.rules import KEEPS_BREACHES
from minhbach.privacy.views.showing import add_refusal, the_breach
from minhbach.register.queries.visible import registers_of


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Write a breach down; one that an answer gone astray is, with what is known of it."""
    actor = actor_on(request)
    names = body_names(registers_of(actor, KEEPS_BREACHES))
    asked = request.GET.get("gui-nham", "")
    stray = next((one for one in not_noted(actor) if str(one.delivery_id) == asked), None)
    names |= body_names([stray.body_id]) if stray else {}
    form = NewBreachForm(
        request.POST if request.method == "POST" else None,
        bodies=sorted(names.items(), key=lambda one: one[1]),
        initial=_of_stray(stray) if stray else {},
    )
    if request.method == "POST" and form.is_valid():
        try:
            breach_id = note_breach(
                facts=form.facts(),
                body_id=stray.body_id if stray else form.cleaned_data["body"],
                actor=actor,
                now=clock.now(),
                delivery_id=stray.delivery_id if stray else None,
            )
            messages.success(request, _("Đã ghi vào sổ sự cố."))
            return redirect("privacy:breach", breach_id)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    context = {"form": form, "term": breach_term_on(clock.today()), "row": None}
    return render(request, "privacy/breach_form.html", context, status=422 if form.errors else 200)


def _of_stray(stray: Any) -> dict[str, Any]:
    return {
        "what": _("Trả lời yêu cầu %(number)s gửi nhầm người nhận.") % {"number": stray.number},
        "kinds": ["words", "files"],
        "people": 1,
        "found_on": stray.found_on,
        "body": stray.body_id,
    }


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Change what is known."""
    row = _open_breach(request, breach_id)
    form = BreachForm(request.POST if request.method == "POST" else None, initial=initial_of(row))

    def do(form: Form) -> None:
        assert isinstance(form, BreachForm)
        seen = form.cleaned_data["version"] or 0
        change_breach(breach_id=row.pk, version=seen, facts=form.facts(), actor=actor_on(request), now=clock.now())

    context = {"term": breach_term_on(timezone.localdate(row.found_at)), "row": row}
    return _act(request, form, row, do, "privacy/breach_form.html", context)


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Write down who was told when."""
    row = _open_breach(request, breach_id)
    form = ToldForm(request.POST if request.method == "POST" else None)

    def do(form: Form) -> None:
        said = form.cleaned_data
        note_told(
            breach_id=row.pk,
            notified_at=said["notified_at"],
            people_told_on=said["people_told_on"],
            actor=actor_on(request),
            now=clock.now(),
        )

    words = _("Ghi đã báo về sự cố")
    return _act(request, form, row, do, "privacy/breach_act.html", {"row": row, "words": words})


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Close a breach."""
    row = _open_breach(request, breach_id)
    form = ClosingForm(request.POST if request.method == "POST" else None)

    def do(form: Form) -> None:
        closing = form.cleaned_data["closing"]
        close_breach(breach_id=row.pk, closing=closing, actor=actor_on(request), now=clock.now())

    return _act(request, form, row, do, "privacy/breach_act.html", {"row": row, "words": _("Đóng sự cố")})


@role_only(*KEEPS_BREACHES)
@require_POST
def letter(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Draft the notice to the authority and open it."""
    try:
        letter_id = draft_notice(breach_id=breach_id, actor=actor_on(request), now=clock.now())
    except MatterNotVisible:
        raise Http404 from None
    except PrivacyRefused as refused:
        messages.error(request, refused.reason)
        return redirect("privacy:breach", breach_id)
    return redirect("papers:letter", letter_id)


def _act(
    request: HttpRequest, form: Form, row: Breach, do: Callable[[Form], None], template: str, context: dict[str, Any]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            do(form)
            messages.success(request, _("Đã ghi."))
            return redirect("privacy:breach", row.pk)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)


def _open_breach(request: HttpRequest, breach_id: int) -> Breach:
    row = the_breach(request, breach_id)
    if row.closed_on is not None:
        raise Http404
    return row
