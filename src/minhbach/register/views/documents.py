"""A document that is handed in, read, and entered once a person has checked what was read."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.register.actions.drop_document import drop_document, take_dropped
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import ItemNotVisible, ItemRefused
from minhbach.register.file_words import problem_in_words
from minhbach.register.forms import DocumentForm, NewItemForm
from minhbach.register.jobs import read_document
from minhbach.register.models import DroppedDocument
from minhbach.register.models.dropped import DropState
from minhbach.register.naming import issuing_body_of
from minhbach.register.queries import bodies_kept_by
from minhbach.register.queries.dropped import visible_document
from minhbach.register.rules import MAY_KEEP
from minhbach.register.views.acts import blame, sent, status_of, units_for


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def new_document(request: HttpRequest) -> HttpResponse:
    """Hand a document in to be read."""
    actor = actor_on(request)
    form = DocumentForm(*sent(request), bodies=body_names(bodies_kept_by(actor)).items())
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["document"]
        try:
            with transaction.atomic():
                document_id = drop_document(
                    content=upload.read(),
                    name=upload.name,
                    body_id=form.cleaned_data["body"],
                    actor=actor,
                    now=clock.now(),
                )
                read_document.enqueue(document_id)
            return redirect("register:document", document_id)
        except ItemNotVisible:
            raise Http404 from None
        except ItemRefused as refused:
            blame(form, refused)
    return render(request, "register/new_document.html", {"form": form}, status=status_of(form))


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show what was read in the boxes of a new item; while it is being read, or was not kept, say so."""
    actor = actor_on(request)
    try:
        row = visible_document(document_id, actor=actor)
    except ItemNotVisible:
        raise Http404 from None
    if row.state != DropState.READ:
        return render(request, "register/document.html", {"row": row, "why": problem_in_words(row.code, row.sentence)})
    bodies = body_names([row.body_id]).items()
    form = NewItemForm(
        request.POST if request.method == "POST" else None,
        bodies=bodies,
        units=units_for(frozenset({row.body_id})),
        initial=_boxes(row),
    )
    known = None
    if request.method == "POST" and form.is_valid():
        try:
            item_id = _enter(request, row, form)
            messages.success(request, _("Đã ghi vào sổ. Tiếp theo: phân loại."))
            return redirect("register:classify", item_id)
        except ItemNotVisible:
            raise Http404 from None
        except ItemRefused as refused:
            known = blame(form, refused)
    context = {"form": form, "known": known, "document": row}
    return render(request, "register/new_item.html", context, status=status_of(form))


@transaction.atomic
def _enter(request: HttpRequest, row: DroppedDocument, form: NewItemForm) -> int:
    given, actor = form.cleaned_data, actor_on(request)
    issuer = issuing_body_of(given["issuer_name"], body_id=row.body_id, on=given["issued_on"])
    return register_item(
        facts=form.facts(issuing_body_id=issuer),
        body_id=row.body_id,
        files=(take_dropped(row.pk, actor=actor),),
        calendar=calendar_in_use(),
        actor=actor,
        now=clock.now(),
    )


def _boxes(row: DroppedDocument) -> dict[str, Any]:
    head = row.head or {}
    issued_on = date.fromisoformat(head["issued_on"]) if head.get("issued_on") else None
    return {**head, "issued_on": issued_on, "body": row.body_id}
