"""What is done with an item: entered, changed, classified, corrected, struck, restored."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.register.actions.change_item import change_item
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.set_publication_terms import set_publication_terms
from minhbach.register.actions.strike_item import restore_item, strike_item
from minhbach.register.contracts import ItemKnown, ItemNotVisible, ItemRefused
from minhbach.register.dues import DueKind, due_of
from minhbach.register.facts_kept import facts_of, terms_of
from minhbach.register.forms import (
    ClassifyForm,
    ItemForm,
    NewItemForm,
    ReasonForm,
    TermsForm,
    boxes_of,
    new_files,
    terms_boxes,
)
from minhbach.register.labels import called
from minhbach.register.law import grounds_of, letters_of, statute_of_publication, statute_of_register, ways_of
from minhbach.register.models import Item
from minhbach.register.naming import issuing_body_of
from minhbach.register.proposing import from_json
from minhbach.register.queries import bodies_kept_by
from minhbach.register.rules import MAY_CLASSIFY, MAY_KEEP
from minhbach.register.views.items import possible, the_item

BOXES = {"creating_unit_id": "creating_unit", "forms": "forms_", "files": "uploads"}
"""Boxes that are called otherwise than what they hold."""


def units_for(bodies: frozenset[int]) -> list[tuple[int, str]]:
    """Return the units to choose the creating one from."""
    return list(body_names(with_own_units(bodies)).items()) if bodies else []


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def new_item(request: HttpRequest) -> HttpResponse:
    """Enter an item; what its name suggests is then shown to be confirmed."""
    actor = actor_on(request)
    kept = bodies_kept_by(actor)
    form = NewItemForm(*sent(request), bodies=body_names(kept).items(), units=units_for(kept))
    known = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        issuer = issuing_body_of(given["issuer_name"], body_id=given["body"], on=given["issued_on"])
        try:
            item_id = register_item(
                facts=form.facts(issuing_body_id=issuer),
                body_id=given["body"],
                files=new_files(form),
                calendar=calendar_in_use(),
                actor=actor,
                now=clock.now(),
            )
            for sentence in given["uploads"].refused if given["uploads"] else ():
                messages.warning(request, sentence)
            messages.success(request, _("Đã ghi vào sổ. Tiếp theo: phân loại."))
            return redirect("register:classify", item_id)
        except ItemNotVisible:
            raise Http404 from None
        except ItemRefused as refused:
            known = blame(form, refused)
    return render(request, "register/new_item.html", {"form": form, "known": known}, status=status_of(form))


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, item_id: int) -> HttpResponse:
    """Change what the register says of an item."""
    row = _for_act(request, item_id, "change")
    initial = boxes_of(facts_of(row), version=row.version)
    posted = request.POST if request.method == "POST" else None
    form = ItemForm(posted, initial=initial, units=units_for(frozenset({row.body_id})))
    known = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        issuer = issuing_body_of(given["issuer_name"], body_id=row.body_id, on=given["issued_on"])
        try:
            change_item(
                item_id=row.pk,
                facts=form.facts(issuing_body_id=issuer),
                seen_version=given["version"] or 0,
                calendar=calendar_in_use(),
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã sửa."))
            return redirect("register:item", row.pk)
        except ItemRefused as refused:
            known = blame(form, refused)
    context = {"form": form, "row": row, "name": called(row), "known": known}
    return render(request, "register/change_item.html", context, status=status_of(form))


@role_only(*MAY_CLASSIFY)
@require_http_methods(["GET", "POST"])
def classify(request: HttpRequest, item_id: int) -> HttpResponse:
    """Say which class of access an item has; what was proposed stands chosen, to be confirmed or changed."""
    row = _for_act(request, item_id, "classify")
    law = statute_of_register(clock.today())
    posted = request.POST if request.method == "POST" else None
    form = ClassifyForm(posted, initial=_chosen(row), letters=letters_of(law), grounds=grounds_of(law))
    if request.method == "POST" and form.is_valid():
        try:
            classify_item(
                item_id=row.pk,
                classification=form.classification(),
                seen_version=form.cleaned_data["version"],
                calendar=calendar_in_use(),
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã phân loại."))
            return redirect("register:item", row.pk)
        except ItemRefused as refused:
            blame(form, refused)
    context = {"form": form, "row": row, "name": called(row), "law": law, "proposal": from_json(row.proposal)}
    return render(request, "register/classify.html", context, status=status_of(form))


def _chosen(row: Item) -> dict[str, Any]:
    proposed = from_json(row.proposal)
    if row.access or proposed is None:
        chosen = {"access": row.access, "letter": row.letter, "grounds": row.grounds, "reason": row.class_reason}
    else:
        chosen = {"access": proposed.access.value, "letter": proposed.letter, "grounds": list(proposed.grounds)}
    return {**chosen, "version": row.version}


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def terms(request: HttpRequest, item_id: int) -> HttpResponse:
    """Say how, by when and for how long an item is to be public."""
    row = _for_act(request, item_id, "terms")
    calendar, today = calendar_in_use(), clock.today()
    asks_before = row.was_due_before is not None or due_of(row, calendar=calendar).kind is DueKind.NOT_SAID
    law = statute_of_publication(row.created_on, on=today)
    form = TermsForm(
        request.POST if request.method == "POST" else None,
        initial=terms_boxes(terms_of(row), version=row.version),
        ways=ways_of(law),
        asks_before=asks_before,
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_publication_terms(
                item_id=row.pk,
                terms=form.terms(),
                seen_version=form.cleaned_data["version"],
                calendar=calendar,
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã ghi cách và hạn công khai."))
            return redirect("register:item", row.pk)
        except ItemRefused as refused:
            blame(form, refused)
    context = {"form": form, "row": row, "name": called(row), "law": law}
    return render(request, "register/terms.html", context, status=status_of(form))


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def strike(request: HttpRequest, item_id: int) -> HttpResponse:
    """Strike a line, with its reason."""
    row = _for_act(request, item_id, "strike")
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            strike_item(item_id=row.pk, reason=reason, actor=actor_on(request), now=clock.now())
            messages.success(request, _("Đã gạch mục. Dòng vẫn còn trong sổ, gạch ngang kèm lý do."))
            return redirect("register:item", row.pk)
        except ItemRefused as refused:
            blame(form, refused)
    context = {"form": form, "row": row, "name": called(row)}
    return render(request, "register/strike.html", context, status=status_of(form))


@role_only(*MAY_KEEP)
@require_POST
def restore(request: HttpRequest, item_id: int) -> HttpResponse:
    """Let a struck line count again."""
    row = _for_act(request, item_id, "restore")
    try:
        restore_item(item_id=row.pk, calendar=calendar_in_use(), actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã khôi phục mục."))
    except ItemRefused as refused:
        messages.error(request, refused.reason)
    return redirect("register:item", row.pk)


def _for_act(request: HttpRequest, item_id: int, act: str) -> Item:
    """Return the item where the act is offered to who asks; elsewhere there is no such page."""
    row = the_item(request, item_id)
    if not possible(row, actor_on(request))[act]:
        raise Http404
    return row


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """Return what was posted, or nothing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def blame(form: forms.Form, refused: ItemRefused) -> int | None:
    """Write a refusal beside its box, and return the item that was known already, if it was that."""
    box = BOXES.get(refused.field, refused.field)
    form.add_error(box if box in form.fields else None, refused.reason)
    return refused.item_id if isinstance(refused, ItemKnown) else None


def status_of(form: forms.Form) -> int:
    """Return the status of a page with a form."""
    return 422 if form.errors else 200
