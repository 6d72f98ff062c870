"""Officers' pages of one body's focal points: appoint, correct, end, withdraw, and back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.actions.change_focal_point import change_focal_point, undo_focal_point_change
from minhbach.agencies.actions.end_focal_point import end_term, restore_focal_point, withdraw_focal_point
from minhbach.agencies.contracts import AgenciesError, DatesNotPossible, FieldMissing, FocalPointNotVisible
from minhbach.agencies.doors import actor_on, officer_only
from minhbach.agencies.forms import EndTermForm, FocalPointForm, NewFocalPointForm
from minhbach.agencies.models import Body, FocalPoint
from minhbach.agencies.queries.directory import parts_of
from minhbach.agencies.queries.focal_points import field_set
from minhbach.agencies.views.office import body_to_change
from minhbach.foundation import clock

OWN_FIELDS = ("name", "position", "address", "telephone", "email", "fax", "working_hours")


@officer_only
@require_http_methods(["GET", "POST"])
def new_focal_point(request: HttpRequest, body_id: int) -> HttpResponse:
    """Appoint a focal point; what the body says of itself stands in the boxes already."""
    row = body_to_change(request, body_id)
    today = clock.today()
    law = field_set(today)
    initial = {name: getattr(row, name) for name in ("address", "telephone", "email", "working_hours")}
    form = NewFocalPointForm(request.POST or None, units=_units(row), law=law, initial=initial | {"from_on": today})
    if request.method == "POST" and form.is_valid():
        done = _try(
            form,
            lambda: appoint_focal_point(
                body_id=body_id,
                fields=form.fields_given(),
                from_on=form.cleaned_data["from_on"],
                until_on=form.cleaned_data["until_on"],
                actor=actor_on(request),
                now=clock.now(),
            ),
        )
        if done:
            messages.success(request, _("Đã công bố đầu mối."))
            return redirect("agencies:office_body", body_id)
    context = {"row": row, "form": form, "law": law}
    return render(request, "agencies/new_focal_point.html", context, status=422 if form.errors else 200)


@officer_only
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, focal_point_id: int) -> HttpResponse:
    """Correct what is published."""
    point = _point(request, focal_point_id)
    initial = {name: getattr(point, name) for name in OWN_FIELDS} | {"unit": point.unit_id}
    law = field_set(clock.today())
    form = FocalPointForm(request.POST or None, units=_units(point.body), law=law, initial=initial)
    if request.method == "POST" and form.is_valid():
        fields = form.fields_given()
        done = _try(
            form,
            lambda: change_focal_point(
                focal_point_id=focal_point_id, fields=fields, actor=actor_on(request), now=clock.now()
            ),
        )
        if done:
            messages.success(request, _("Đã sửa. Nếu nhầm, dùng “Hoàn tác”."))
            return redirect("agencies:office_body", point.body_id)
    context = {"row": point.body, "point": point, "form": form, "law": law}
    return render(request, "agencies/change_focal_point.html", context, status=422 if form.errors else 200)


@officer_only
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, focal_point_id: int) -> HttpResponse:
    """Say from which day on the focal point is one no longer."""
    point = _point(request, focal_point_id)
    form = EndTermForm(request.POST or None, initial={"until_on": point.until_on or clock.today()})
    if request.method == "POST" and form.is_valid():
        done = _try(
            form,
            lambda: end_term(
                focal_point_id=focal_point_id,
                until_on=form.cleaned_data["until_on"],
                actor=actor_on(request),
                now=clock.now(),
            ),
        )
        if done:
            messages.success(request, _("Đã ghi ngày thôi làm đầu mối."))
            return redirect("agencies:office_body", point.body_id)
    context = {"row": point.body, "point": point, "form": form}
    return render(request, "agencies/end_focal_point.html", context, status=422 if form.errors else 200)


@officer_only
@require_POST
def undo(request: HttpRequest, focal_point_id: int) -> HttpResponse:
    """Put back what stood there before the last change."""
    return _act(request, focal_point_id, undo_focal_point_change, _("Đã hoàn tác lần sửa trước."))


@officer_only
@require_POST
def withdraw(request: HttpRequest, focal_point_id: int) -> HttpResponse:
    """Take back a focal point that was entered by mistake."""
    return _act(request, focal_point_id, withdraw_focal_point, _("Đã rút lại."))


@officer_only
@require_POST
def restore(request: HttpRequest, focal_point_id: int) -> HttpResponse:
    """Put a withdrawn focal point back."""
    return _act(request, focal_point_id, restore_focal_point, _("Đã khôi phục."))


def _act(request: HttpRequest, focal_point_id: int, action: Callable[..., Any], sentence: str) -> HttpResponse:
    point = FocalPoint.objects.filter(pk=focal_point_id).first()
    try:
        action(focal_point_id=focal_point_id, actor=actor_on(request), now=clock.now())
        messages.success(request, sentence)
    except FocalPointNotVisible:
        raise Http404 from None
    except AgenciesError as refused:
        messages.error(request, str(refused))
    return redirect("agencies:office_body", point.body_id if point else 0)


def _try(form: FocalPointForm | EndTermForm, act: Callable[[], Any]) -> bool:
    """Do it; a refusal becomes an error at the box that it speaks of."""
    try:
        act()
    except FieldMissing as refused:
        form.add_error(refused.field, str(refused))
    except DatesNotPossible as refused:
        form.add_error("until_on" if "until_on" in form.fields else None, str(refused))
    except FocalPointNotVisible:
        raise Http404 from None
    except AgenciesError as refused:
        form.add_error(None, str(refused))
    return form.is_valid()


def _point(request: HttpRequest, focal_point_id: int) -> FocalPoint:
    rows = FocalPoint.objects.select_related("body", "unit").filter(withdrawn_at__isnull=True)
    point = rows.filter(pk=focal_point_id).first()
    if point is None:
        raise Http404
    body_to_change(request, point.body_id)
    return point


def _units(row: Body) -> list[tuple[int, str]]:
    return list(parts_of(row.pk, on=clock.today()).values_list("pk", "name"))
