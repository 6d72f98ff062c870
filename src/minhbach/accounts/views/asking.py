"""A page with one form: what was typed stays when an action refuses."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from minhbach.accounts.contracts import AccountsError, PersonNotVisible, PostNotVisible


def ask(
    request: HttpRequest, template: str, form: forms.Form, act: Callable[[dict[str, Any]], str], **context: Any
) -> HttpResponse:
    """Show a form; when it is posted and right, act and go to the address that `act` returns.

    A refusal stands in the summary of errors above the form as it was typed; what may not be seen is a 404.
    """
    if request.method == "POST" and form.is_valid():
        try:
            return HttpResponseRedirect(act(form.cleaned_data))
        except (PersonNotVisible, PostNotVisible) as error:
            raise Http404 from error
        except AccountsError as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, {"form": form, **context})


def typed(request: HttpRequest) -> Any:
    """Return what a form is bound to: what was posted, or nothing yet."""
    return request.POST if request.method == "POST" else None
