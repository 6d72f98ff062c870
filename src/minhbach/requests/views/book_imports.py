"""Taking over the book that an office kept before: hand in, say what columns hold, look, take in, take back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.sheet_forms import HeadForm
from minhbach.register.queries.visible import registers_of
from minhbach.requests.actions.import_book import choose_columns, drop_book, receive_book, take_book_in
from minhbach.requests.actions.undo_book_import import undo_book_import
from minhbach.requests.books.columns import propose_columns
from minhbach.requests.books.import_forms import BookColumnsForm, BookUploadForm
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.labels import WAY_LABELS
from minhbach.requests.models import BookImport, BookImportState
from minhbach.requests.queries.book_imports import (
    book_imports_visible_to,
    cells_of,
    headings_of,
    rows_of,
    sheet_names,
    visible_book_import,
)
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.showing import add_refusal

SAMPLES, LISTED = 3, 20


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def book_imports(request: HttpRequest) -> HttpResponse:
    """Take a book in as a spreadsheet, and show those that were handed in."""
    actor = actor_on(request)
    bodies = body_names(registers_of(actor, MAY_RECEIVE))
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BookUploadForm(*typed, bodies=bodies.items(), initial={"year": clock.today().year})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            import_id = receive_book(
                content=told["table"].read(), body_id=told["body"], year=told["year"], actor=actor, now=clock.now()
            )
            return redirect("requests:book_columns", import_id)
        except CaseRefused as refused:
            add_refusal(form, refused)
    rows = book_imports_visible_to(actor).exclude(state=BookImportState.DROPPED).defer("content")
    context = {"form": form, "rows": rows[:LISTED]}
    return render(request, "requests/book_imports.html", context, status=422 if form.errors else 200)


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Say what each column holds; what its heading says is proposed."""
    row = _waiting(request, import_id)
    names = sheet_names(row)
    head = HeadForm(request.GET or None, sheets=names, initial={"trang_tinh": str(row.sheet), "dong": row.head_row + 1})
    if request.GET and head.is_valid():
        _choose(request, row, head.cleaned_data["trang_tinh"], head.cleaned_data["dong"] - 1, None)
        return redirect("requests:book_columns", row.pk)
    headings = headings_of(row)
    known = row.columns or [column.value for column in propose_columns(headings)]
    initial = {f"cot_{place}": column for place, column in enumerate(known)}
    form = BookColumnsForm(request.POST if request.method == "POST" else None, headings=headings, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _choose(request, row, row.sheet, row.head_row, form.columns())
            return redirect("requests:book_preview", row.pk)
        except CaseRefused as refused:
            add_refusal(form, refused)
    lines = [{"box": box, "samples": _samples(row, place)} for place, box in enumerate(form)]
    context = {"row": row, "form": form, "head": head, "lines": lines, "sheet_name": names[row.sheet]}
    return render(request, "requests/book_columns.html", context, status=422 if form.errors else 200)


def _choose(request: HttpRequest, row: BookImport, sheet: int, head_row: int, chosen: Any) -> None:
    choose_columns(import_id=row.pk, sheet=sheet, head_row=head_row, columns=chosen, actor=actor_on(request))


def _samples(row: BookImport, place: int) -> list[str]:
    below = cells_of(row)[row.head_row + 1 : row.head_row + 60]
    texts = (" ".join(cells[place].text.split()) for cells in below if place < len(cells))
    return [text[:60] for text in dict.fromkeys(filter(None, texts))][:SAMPLES]


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show what would be taken in, by when each is due, and what must be mended; then take in all of it or nothing."""
    row = _waiting(request, import_id)
    if row.columns is None:
        return redirect("requests:book_columns", row.pk)
    left_out = {int(one) for one in request.POST.getlist("bo") if one.isdecimal() and len(one) < 9}
    problem = ""
    if request.method == "POST":
        try:
            count = take_book_in(
                import_id=row.pk,
                left_out=sorted(left_out),
                calendar=calendar_in_use(),
                actor=actor_on(request),
                now=clock.now(),
            )
            words = ngettext("Đã nhập %(count)s yêu cầu từ sổ.", "Đã nhập %(count)s yêu cầu từ sổ.", count)
            messages.success(request, words % {"count": count})
            return redirect("requests:book_imports")
        except CaseRefused as refused:
            problem = refused.reason
    found = rows_of(row, calendar=calendar_in_use(), today=clock.today())
    bad = [{"row": one, "left": one.place in left_out} for one in found if one.is_bad]
    good = [one for one in found if not one.is_bad and not one.is_answered]
    context = {
        "row": row,
        "problem": problem,
        "bad": bad,
        "lines": [{"row": one, "way": WAY_LABELS[one.way]} for one in good],
        "answered": sum(one.is_answered for one in found),
        "next": max((one.number for one in found), default=0) + 1,
    }
    return render(request, "requests/book_preview.html", context, status=422 if problem else 200)


@role_only(*MAY_RECEIVE)
@require_POST
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take the cases of a book out again."""
    try:
        count = undo_book_import(import_id=import_id, actor=actor_on(request), now=clock.now())
        words = ngettext("Đã hoàn tác: bỏ %(count)s yêu cầu.", "Đã hoàn tác: bỏ %(count)s yêu cầu.", count)
        messages.success(request, words % {"count": count})
    except CaseNotVisible:
        raise Http404 from None
    except CaseRefused as refused:
        messages.error(request, refused.reason)
    return redirect("requests:book_imports")


@role_only(*MAY_RECEIVE)
@require_POST
def drop(request: HttpRequest, import_id: int) -> HttpResponse:
    """Drop a book; nothing was taken in."""
    try:
        drop_book(import_id=import_id, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã bỏ sổ; chưa có gì được nhập."))
    except CaseNotVisible:
        raise Http404 from None
    except CaseRefused as refused:
        messages.error(request, refused.reason)
    return redirect("requests:book_imports")


def _waiting(request: HttpRequest, import_id: int) -> BookImport:
    try:
        row = visible_book_import(import_id, actor=actor_on(request))
    except CaseNotVisible:
        raise Http404 from None
    if row.state != BookImportState.MAPPING:
        raise Http404
    return row
