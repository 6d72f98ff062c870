"""What a post on a redaction's page means: places taken out or left in, marked anew, or undone."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.foundation import clock
from minhbach.publication.actions.mark_places import leave_in, mark_place, take_out, undo_marks
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import proposed_places
from minhbach.publication.redaction.forms import DrawnForm, EmptyForm, GroundForm, KeepForm, PlaceForm
from minhbach.publication.redaction.grounds import first_ground, ground_choices
from minhbach.publication.redaction.page import counts_by_page, first_page_to_answer, page_seen

Forms = dict[str, forms.Form]
ALL = "che-het"
WORDS: Mapping[str, tuple[str, type[forms.Form]]] = {
    "che": ("take_out", GroundForm),
    ALL: ("take_out", GroundForm),
    "de": ("leave_in", KeepForm),
    "hoan-tac": ("undo", EmptyForm),
    "them": ("place", PlaceForm),
    "ve": ("drawn", DrawnForm),
}
"""What the buttons of the page say, by their value, and what they post."""


def mark_something(request: HttpRequest, row: Redaction) -> tuple[HttpResponse | None, Forms]:
    """Do what a button of the page asks; return the answer, or the forms with what is wrong in them."""
    what = request.POST.get("viec", "")
    if what not in WORDS:
        raise Http404
    name, kind = WORDS[what]
    form = _form(kind, row, request.POST)
    if form.is_valid() and _did(request, row, what, form):
        return redirect(
            f"{reverse('redaction:redaction', args=[row.pk])}?trang={page_asked(request, row)}#danh-dau"
        ), {}
    return None, {name: form}


def marking_context(request: HttpRequest, row: Redaction, bound: Forms) -> dict[str, Any]:
    """Return what the page shows of the file, with the forms to mark it."""
    unbound = {name: _form(kind, row, None) for name, kind in dict(WORDS.values()).items()}
    number = page_asked(request, row)
    return {
        "page": page_seen(row, number),
        "number": number,
        "earlier": number - 1,
        "later": number + 1 if number < row.pages else 0,
        "by_page": counts_by_page(row),
        "chosen": chosen(request, "cho"),
        "chosen_lines": chosen(request, "dong"),
        **unbound,
        **bound,
        "shows_copy": row.state == RedactionState.MADE,
    }


def page_asked(request: HttpRequest, row: Redaction) -> int:
    """Return the page that the address asks for; at first the one on which a proposal waits."""
    asked = request.GET.get("trang", "")
    if asked.isdecimal() and len(asked) < 6:
        return min(max(int(asked), 1), max(row.pages, 1))
    return first_page_to_answer(row)


def chosen(request: HttpRequest, name: str) -> list[int]:
    """Return the numbers of the boxes that were ticked."""
    return [int(value) for value in request.POST.getlist(name) if value.isdecimal() and len(value) < 19]


def _form(kind: type[forms.Form], row: Redaction, posted: Any) -> forms.Form:
    if issubclass(kind, GroundForm):
        return kind(posted, grounds=ground_choices(row), initial={"ground": first_ground(row)})
    return kind(posted)


def _did(request: HttpRequest, row: Redaction, what: str, form: forms.Form) -> bool:
    """Do what a valid form asks; what is refused stands in the form."""
    try:
        count = _act(request, row, what, form)
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã ghi cho %(count)s chỗ.") % {"count": count})
    return True


def _act(request: HttpRequest, row: Redaction, what: str, form: forms.Form) -> int:
    """Return how many places were meant."""
    actor, now, marks = actor_on(request), clock.now(), chosen(request, "cho")
    if isinstance(form, PlaceForm | DrawnForm):
        number = page_asked(request, row)
        place = (
            form.place(number, tuple(chosen(request, "dong"))) if isinstance(form, PlaceForm) else form.place(number)
        )
        mark_place(redaction_id=row.pk, place=place, ground=form.cleaned_data["ground"], actor=actor, now=now)
        return 1
    if isinstance(form, KeepForm):
        words = form.cleaned_data["words"]
        return leave_in(redaction_id=row.pk, mark_ids=marks, kept=form.reason(), words=words, actor=actor, now=now)
    if isinstance(form, GroundForm):
        if what == ALL:
            marks = proposed_places(row)
        ground = form.cleaned_data["ground"]
        return take_out(redaction_id=row.pk, mark_ids=marks, ground=ground, actor=actor, now=now)
    return undo_marks(redaction_id=row.pk, mark_ids=marks, actor=actor)
