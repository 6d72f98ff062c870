"""Somebody's own data: seen, taken away as a copy, asked to be corrected or erased; by number and secret."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.papers.sending import paper_sent
from minhbach.privacy.actions.wish import ask_about_own_data
from minhbach.privacy.contracts import Matter, MatterNotVisible, PrivacyRefused, WishKind
from minhbach.privacy.forms import AskEraseForm, AskForm
from minhbach.privacy.own_data import as_copy, copy_paper, kept_of
from minhbach.privacy.queries.matters import matter_of
from minhbach.privacy.registries import OpenedAt, ways_to_own_data
from minhbach.privacy.views.showing import add_refusal

OF = "cua"
"""In addresses: of which kind of submission somebody wants their own data."""
ASKED = {"sua": (WishKind.CORRECT, AskForm), "xoa": (WishKind.ERASE, AskEraseForm)}


@never_cache
@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """Show what is kept, who opened the identity number, until when, and what was asked about it."""
    found = _opened(request)
    if found is None:
        return redirect(_ways(request)[0].entrance)
    matter, way = found
    context = {**kept_of(matter, on=clock.today()), "back_url": reverse(way.back), "of": f"?{OF}={way.slug}"}
    return render(request, "privacy/own.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask to have one's own data corrected, or erased."""
    if kind not in ASKED:
        raise Http404
    found = _opened(request)
    if found is None:
        return redirect(_ways(request)[0].entrance)
    matter, way = found
    own_url = f"{reverse('privacy:own')}?{OF}={way.slug}"
    wish, form_class = ASKED[kind]
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_about_own_data(
                submission_id=matter.submission_id,
                kind=wish,
                words=form.cleaned_data["words"],
                calendar=calendar_in_use(),
                now=clock.now(),
            )
            messages.success(request, _("Đã gửi đề nghị. Câu trả lời hiện ở trang này."))
            return redirect(own_url)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    context = {"form": form, "matter": matter, "erases": wish is WishKind.ERASE, "own_url": own_url}
    return render(request, "privacy/ask.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def as_data(request: HttpRequest) -> HttpResponse:
    """Send the copy that other programs read."""
    found = _opened(request)
    if found is None:
        return redirect(_ways(request)[0].entrance)
    matter, _way = found
    response = JsonResponse(as_copy(matter, on=clock.today()), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="du-lieu-{matter.number}.json"'
    return response


@never_cache
@require_safe
def as_paper(request: HttpRequest) -> HttpResponse:
    """Send the copy to keep."""
    found = _opened(request)
    if found is None:
        return redirect(_ways(request)[0].entrance)
    matter, _way = found
    return paper_sent(copy_paper(matter, on=clock.today()), "pdf", f"du-lieu-{matter.number}")


def _ways(request: HttpRequest) -> tuple[OpenedAt, ...]:
    """Return the kinds that the address asks about: the one that it names, or all."""
    ways, asked = ways_to_own_data(), request.GET.get(OF, "")
    return tuple(way for way in ways if way.slug == asked) or ways


def _opened(request: HttpRequest) -> tuple[Matter, OpenedAt] | None:
    """Return what this browser opened by number and secret, and how it did."""
    for way in _ways(request):
        submission_id = way.submission(request)
        if submission_id is not None:
            try:
                return matter_of(submission_id), way
            except MatterNotVisible:
                raise Http404 from None
    return None
