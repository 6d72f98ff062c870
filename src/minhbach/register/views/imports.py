"""Taking in a list of items: hand in, say what columns hold, look, take in, and take back."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.sheet_forms import HeadForm
from minhbach.register.actions.import_items import drop_list, map_list, receive_list, start_import
from minhbach.register.actions.undo_import import undo_import
from minhbach.register.contracts import ImportNotVisible, ImportRefused
from minhbach.register.import_forms import ColumnsForm, ListUploadForm
from minhbach.register.importing import preview_of
from minhbach.register.item_rows import RowRead
from minhbach.register.jobs import take_list_in
from minhbach.register.labels import ACCESS_TAGS, IMPORT_TAGS
from minhbach.register.models import ItemImport
from minhbach.register.models.imports import ImportState
from minhbach.register.queries import bodies_kept_by
from minhbach.register.queries.imports import (
    headings_of,
    imports_visible_to,
    proposed_columns,
    rows_of,
    sheet_names,
    visible_import,
)
from minhbach.register.rules import MAY_KEEP
from minhbach.register.views.acts import sent, status_of

SAMPLES, ROWS_A_PAGE, BAD_SHOWN, LISTED = 3, 50, 200, 20


def the_import(request: HttpRequest, import_id: int) -> ItemImport:
    """Return the list for who asks; 404 where it is not there for them."""
    try:
        return visible_import(import_id, actor=actor_on(request))
    except ImportNotVisible:
        raise Http404 from None


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Take a list in, and show those that were handed in."""
    actor = actor_on(request)
    form = ListUploadForm(*sent(request), bodies=body_names(bodies_kept_by(actor)).items())
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["table"]
        try:
            import_id = receive_list(
                content=upload.read(),
                name=upload.name,
                body_id=form.cleaned_data["body"],
                actor=actor,
                now=clock.now(),
            )
            return redirect("register:import_columns", import_id)
        except ImportRefused as refused:
            form.add_error("table", refused.reason)
    rows = imports_visible_to(actor).exclude(state=ImportState.DROPPED).select_related("body").defer("content")
    context = {"form": form, "lines": [{"row": row, "tag": IMPORT_TAGS[row.state]} for row in rows[:LISTED]]}
    return render(request, "register/imports.html", context, status=status_of(form))


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Say what each column holds; what its heading says is proposed."""
    row = _waiting(request, import_id)
    names = sheet_names(row)
    head = HeadForm(
        request.GET or None,
        sheets=names,
        initial={"trang_tinh": str(row.sheet), "dong": (row.head_row or 0) + 1},
    )
    if request.GET and head.is_valid():
        chosen = {"sheet": head.cleaned_data["trang_tinh"], "head_row": head.cleaned_data["dong"] - 1}
        map_list(import_id=row.pk, columns=None, **chosen, actor=actor_on(request), now=clock.now())
        return redirect("register:import_columns", row.pk)
    headings = headings_of(row)
    known = [str(one) for one in row.columns] if row.columns else [one.value for one in proposed_columns(row, headings)]
    initial = {f"cot_{place}": column for place, column in enumerate(known)}
    form = ColumnsForm(request.POST if request.method == "POST" else None, headings=headings, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            map_list(
                import_id=row.pk,
                sheet=row.sheet,
                head_row=row.head_row or 0,
                columns=form.columns(),
                actor=actor_on(request),
                now=clock.now(),
            )
            return redirect("register:import_preview", row.pk)
        except ImportRefused as refused:
            form.add_error(None, refused.reason)
    rows = rows_of(row)
    lines = [{"box": box, "samples": _samples(rows, row.head_row or 0, place)} for place, box in enumerate(form)]
    context = {"row": row, "form": form, "head": head, "lines": lines, "sheet_name": names[row.sheet]}
    return render(request, "register/import_columns.html", context, status=status_of(form))


def _samples(rows: Any, head_row: int, place: int) -> list[str]:
    texts = (" ".join(cells[place].text.split()) for cells in rows[head_row + 1 : head_row + 200] if place < len(cells))
    return [text[:60] for text in dict.fromkeys(filter(None, texts))][:SAMPLES]


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show what would be taken in and every row that must be mended; then let the job take in all of it or nothing."""
    row = _waiting(request, import_id)
    if row.columns is None:
        return redirect("register:import_columns", row.pk)
    found = preview_of(row, today=clock.today())
    left_out = {int(one) for one in request.POST.getlist("bo") if one.isdecimal() and len(one) < 9}
    bad = [one for one in found if one.is_bad]
    still_bad = [one for one in bad if one.number not in left_out]
    if request.method == "POST" and not still_bad:
        try:
            with transaction.atomic():
                start_import(
                    import_id=row.pk,
                    left_out=sorted(left_out),
                    gives_classes=request.POST.get("phan_loai") == "1",
                    actor=actor_on(request),
                    now=clock.now(),
                )
                take_list_in.enqueue(row.pk)
            return redirect("register:import", row.pk)
        except ImportRefused as refused:
            messages.error(request, refused.reason)
    problem = _("Còn %(count)s dòng phải sửa hoặc bỏ.") % {"count": len(still_bad)} if request.method == "POST" else ""
    context = _preview(request, row, found, bad, left_out) | {"problem": problem}
    return render(request, "register/import_preview.html", context, status=422 if problem else 200)


def _preview(
    request: HttpRequest, row: ItemImport, found: list[RowRead], bad: list[RowRead], left_out: set[int]
) -> dict[str, Any]:
    good = [one for one in found if not one.is_bad]
    page = Paginator(good, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    headings = headings_of(row)
    classes = Counter(one.classification.access.value if one.classification else "" for one in good)
    return {
        "row": row,
        "bad": [{"row": one, "told": _told(one, headings), "left": one.number in left_out} for one in bad[:BAD_SHOWN]],
        "bad_count": len(bad),
        "bad_more": max(0, len(bad) - BAD_SHOWN),
        "good_count": len(good),
        "classes": [(*ACCESS_TAGS[one], count) for one, count in classes.items()],
        "names_classes": any(one for one in classes),
        "page": page,
        "lines": [{"row": one, "access": ACCESS_TAGS[_access(one)][1]} for one in page],
    }


def _access(one: RowRead) -> str:
    return one.classification.access.value if one.classification else ""


def _told(one: RowRead, headings: list[str]) -> list[dict[str, str]]:
    return [
        {"heading": headings[each.column] if each.column is not None else "", "sentence": each.sentence}
        for each in one.complaints
    ]


@role_only(*MAY_KEEP)
@require_safe
def state(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show how far a list has come, and what may be done with it."""
    row = the_import(request, import_id)
    if row.state == ImportState.MAPPING:
        return redirect("register:import_columns", row.pk)
    context = {"row": row, "tag": IMPORT_TAGS[row.state]}
    return render(request, "register/import.html", context)


@role_only(*MAY_KEEP)
@require_POST
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take a list out of the register again."""
    row = the_import(request, import_id)
    try:
        count = undo_import(import_id=row.pk, actor=actor_on(request), now=clock.now())
        words = ngettext("Đã hoàn tác: bỏ %(count)s mục.", "Đã hoàn tác: bỏ %(count)s mục.", count)
        messages.success(request, words % {"count": count})
    except ImportRefused as refused:
        messages.error(request, refused.reason)
    return redirect("register:import", row.pk)


@role_only(*MAY_KEEP)
@require_POST
def drop(request: HttpRequest, import_id: int) -> HttpResponse:
    """Drop a list; nothing was taken in."""
    row = the_import(request, import_id)
    try:
        drop_list(import_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã bỏ danh mục; chưa có gì được nhập."))
    except ImportRefused as refused:
        messages.error(request, refused.reason)
    return redirect("register:imports")


def _waiting(request: HttpRequest, import_id: int) -> ItemImport:
    row = the_import(request, import_id)
    if row.state != ImportState.MAPPING:
        raise Http404
    return row
