"""What the pages of one regulation share: the regulation for who asks, acts behind buttons, and files."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from minhbach.accounts.doors import actor_on
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.papers.contracts import LetterNotVisible, LetterRefused, Paper
from minhbach.papers.sending import paper_sent
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.queries.regulations import visible_regulation
from minhbach.publication.views.showing import sentence

REFUSALS = (PublicationRefused, MoveNotAllowed, LetterRefused)
GONE = (PublicationNotVisible, LetterNotVisible)


def the_regulation(request: HttpRequest, announcement_id: int) -> Announcement:
    """Return the regulation for who asks; 404 where it is not there for them."""
    try:
        return visible_regulation(announcement_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


def done(form: forms.Form, action: Callable[[], object]) -> bool:
    """Do what a form asks; a refusal stands in the form, beside the box that it belongs to."""
    try:
        action()
    except GONE:
        raise Http404 from None
    except REFUSALS as refused:
        field = getattr(refused, "field", "")
        form.add_error(field if field in form.fields else None, sentence(refused))
        return False
    return True


def act(request: HttpRequest, action: Callable[[], object], said: str, *, back: str, args: list[int]) -> HttpResponse:
    """Do what a button asks, say how it went, and go to a page."""
    try:
        action()
        messages.success(request, said)
    except GONE:
        raise Http404 from None
    except REFUSALS as refused:
        messages.error(request, sentence(refused))
    return redirect(back, *args)


def revision_in(request: HttpRequest) -> int:
    """Return which revision a button stood beside; one that never was where it says none."""
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() and len(said) < 9 else -1


def status_of(*form: forms.Form) -> int:
    """Return 422 if one of the forms was wrong, so that nobody takes it for done."""
    return 422 if any(one.is_bound and one.errors for one in form) else 200


def paper_file(paper: Paper, file_type: str, name: str) -> HttpResponse:
    """Return a document as DOCX or PDF; 404 for any other ending."""
    if file_type not in ("docx", "pdf"):
        raise Http404
    return paper_sent(paper, file_type, name)
