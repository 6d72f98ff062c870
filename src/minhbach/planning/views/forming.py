"""What all forms around the work share: show, act, say what was refused without losing what was typed."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from minhbach.planning.contracts import DifficultyNotVisible, PlanNotVisible, WorkRefused

Steps = Sequence[tuple[str, str]]
"""The way here: words and address."""


def form_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], str],
    *,
    heading: str,
    verb: str,
    done: str,
    steps: Steps,
    template: str = "planning/following_form.html",
    possible: bool = True,
    **more: Any,
) -> HttpResponse:
    """Show a form; when it is sent, act and go to the address that `act` returns.

    :param possible: False where somebody was quicker: an old link leads back; what was typed meets the refusal.
    """
    if not form.is_bound and not possible:
        messages.info(request, _("Việc này đã sang bước khác."))
        return redirect(steps[-1][1])
    if request.method == "POST" and form.is_valid():
        try:
            address = act()
            messages.success(request, done)
            return redirect(address)
        except WorkRefused as refused:
            form.add_error(None, refused.reason)
        except (PlanNotVisible, DifficultyNotVisible):
            raise Http404 from None
    context = {
        "form": form,
        "heading": heading,
        "verb": verb,
        "pairs": steps,
        "back_url": steps[-1][1],
        "back_words": _("Quay lại, chưa gửi"),
        **more,
    }
    return render(request, template, context, status=422 if form.errors else 200)


def do(request: HttpRequest, act: Callable[[], object], *, done: str, to: str) -> HttpResponse:
    """Do what a single button asks, say how it went, and go back."""
    try:
        act()
        messages.success(request, done)
    except WorkRefused as refused:
        messages.error(request, refused.reason)
    except (PlanNotVisible, DifficultyNotVisible):
        raise Http404 from None
    return redirect(to)
