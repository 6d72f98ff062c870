"""Taking in a spreadsheet of running work: hand in, say where the head is and what columns hold, look, import."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.foundation import clock
from minhbach.planning.actions.drop_sheet import drop_sheet
from minhbach.planning.actions.import_sheet import import_sheet
from minhbach.planning.actions.map_sheet import choose_head, map_columns
from minhbach.planning.actions.receive_sheet import receive_sheet
from minhbach.planning.contracts import AlreadyImported, ImportRefused, PlanNotVisible
from minhbach.planning.labels import KIND_LABELS
from minhbach.planning.models import SheetUpload
from minhbach.planning.queries.sheets import (
    headings_of,
    likely_head,
    proposed_columns,
    rows_of,
    sheet_names,
    sheets_visible_to,
    visible_sheet,
)
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.sheets.drafts import ALL_DOCUMENTS, SheetRead, above_table, read_upload
from minhbach.planning.sheets.forms import ColumnsForm, HeadRowForm, SheetUploadForm, initial_columns
from minhbach.planning.sheets.words import SKIPPED, problems_of

FIRST_ROWS, SAMPLES, SHOWN_CELLS, ROWS_A_PAGE, BAD_SHOWN = 20, 3, 6, 50, 300


def the_sheet(request: HttpRequest, sheet_id: int) -> SheetUpload:
    """Return the spreadsheet that waits, for who asks; 404 where it is not there for them."""
    try:
        return visible_sheet(sheet_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def new_sheet(request: HttpRequest) -> HttpResponse:
    """Take a spreadsheet in, and show those that wait."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies_where(*MAY_IMPORT)).items()
    form = SheetUploadForm(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        upload, body_id = form.cleaned_data["table"], form.cleaned_data["body"]
        try:
            sheet_id = receive_sheet(
                content=upload.read(), name=upload.name, body_id=body_id, actor=actor, now=clock.now()
            )
            return _onward(request, sheet_id)
        except AlreadyImported as known:
            return _already(request, known)
        except ImportRefused as refused:
            form.add_error("table", refused.reason)
    context = {"form": form, "waiting": sheets_visible_to(actor).select_related("uploaded_by", "body")[:20]}
    return render(request, "planning/sheet_new.html", context, status=422 if form.errors else 200)


def _onward(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Go where the person has something to say: to the columns where the head of the only sheet is clear."""
    row = the_sheet(request, sheet_id)
    if row.head_row is not None:
        return redirect("planning:sheet_columns", sheet_id)
    head = likely_head(rows_of(row))
    if len(sheet_names(row)) > 1 or head is None:
        return redirect("planning:sheet_head", sheet_id)
    choose_head(sheet_id=sheet_id, sheet=0, head_row=head, actor=actor_on(request), now=clock.now())
    return redirect("planning:sheet_columns", sheet_id)


def _already(request: HttpRequest, known: AlreadyImported) -> HttpResponse:
    return render(request, "planning/already_imported.html", {"import_id": known.import_id}, status=409)


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def head(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Choose the sheet and the row with the headings."""
    row = the_sheet(request, sheet_id)
    names = sheet_names(row)
    asked = request.GET.get("trang_tinh", "")
    sheet = int(asked) if asked.isdecimal() and int(asked) < len(names) else row.sheet
    rows = rows_of(row, sheet)
    shown = [(place, _words(cells)) for place, cells in enumerate(rows[:FIRST_ROWS]) if any(c.text for c in cells)]
    first = row.head_row if row.head_row is not None and sheet == row.sheet else likely_head(rows)
    form = HeadRowForm(request.POST or None, rows=shown, initial={"head_row": first})
    if request.method == "POST" and form.is_valid():
        try:
            head_row = form.cleaned_data["head_row"]
            choose_head(sheet_id=row.pk, sheet=sheet, head_row=head_row, actor=actor_on(request), now=clock.now())
            return redirect("planning:sheet_columns", row.pk)
        except ImportRefused as refused:
            form.add_error("head_row", refused.reason)
    sheets = [{"place": place, "name": name, "here": place == sheet} for place, name in enumerate(names)]
    context = {"row": row, "form": form, "sheets": sheets, "nothing": not shown}
    return render(request, "planning/sheet_head.html", context, status=422 if form.errors else 200)


def _words(cells: Any) -> str:
    filled = [" ".join(cell.text.split())[:40] for cell in cells if cell.text]
    more = len(filled) - SHOWN_CELLS
    return " | ".join(filled[:SHOWN_CELLS]) + (" …" if more > 0 else "")


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Say what each column holds; what its heading says is proposed."""
    row = the_sheet(request, sheet_id)
    if row.head_row is None:
        return redirect("planning:sheet_head", sheet_id)
    rows = rows_of(row)
    headings = headings_of(rows, row.head_row)
    chosen = [SheetColumn(one) for one in row.columns] if row.columns else proposed_columns(row, headings)
    year = row.year or above_table(rows, row.head_row).year or clock.today().year
    initial = {**initial_columns(chosen), "year": year, "default_lead": row.default_lead}
    form = ColumnsForm(request.POST or None, headings=headings, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            map_columns(
                sheet_id=row.pk,
                columns=form.columns(),
                year=form.cleaned_data["year"],
                default_lead=form.cleaned_data["default_lead"],
                actor=actor_on(request),
                now=clock.now(),
            )
            return redirect("planning:sheet_preview", row.pk)
        except ImportRefused as refused:
            form.add_error(None, refused.reason)
    lines = [{"box": box, "samples": _samples(rows, row.head_row, place)} for place, box in enumerate(form.boxes())]
    context = {
        "row": row,
        "form": form,
        "lines": lines,
        "sheet_name": sheet_names(row)[row.sheet],
        "head_number": row.head_row + 1,
    }
    return render(request, "planning/sheet_columns.html", context, status=422 if form.errors else 200)


def _samples(rows: Any, head_row: int, place: int) -> list[str]:
    texts = (" ".join(cells[place].text.split()) for cells in rows[head_row + 1 :] if place < len(cells))
    return [text[:60] for text in dict.fromkeys(filter(None, texts))][:SAMPLES]


@role_only(*MAY_IMPORT)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Show what would be taken in and every row that must be mended; then take it in, whole or not at all."""
    row = the_sheet(request, sheet_id)
    if row.columns is None:
        return redirect("planning:sheet_columns", sheet_id)
    document = (request.POST or request.GET).get("van_ban", "")[:200]
    left_out = {int(one) for one in request.POST.getlist("bo") if one.isdecimal() and len(one) < 9}
    problem = ""
    if request.method == "POST":
        try:
            import_id = import_sheet(
                sheet_id=sheet_id, left_out=left_out, document=document, actor=actor_on(request), now=clock.now()
            )
            messages.success(request, _("Đã nhập các dòng. Kiểm tra rồi xác nhận."))
            return redirect("planning:import", import_id)
        except AlreadyImported as known:
            return _already(request, known)
        except ImportRefused as refused:
            problem = refused.reason
    context = _preview(request, row, document, left_out) | {"problem": problem}
    return render(request, "planning/sheet_preview.html", context, status=422 if problem else 200)


def _preview(request: HttpRequest, row: SheetUpload, document: str, left_out: set[int]) -> dict[str, Any]:
    found = read_upload(row, today=clock.today())
    several = len(found.documents) > 1
    chosen = document if several and document in (*found.documents, ALL_DOCUMENTS) else ""
    asks_document = several and not chosen
    rows = () if asks_document else found.of_document(chosen)
    problems = {one.row: problems_of(one, found.headings) for one in rows if one.complaints}
    bad = [one for one in rows if one.is_bad]
    good = [one for one in rows if not one.is_bad]
    page = Paginator(good, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return {
        "row": row,
        "sheet_name": sheet_names(row)[row.sheet],
        "bad": [{"row": one, "problems": problems[one.row], "left": one.row in left_out} for one in bad[:BAD_SHOWN]],
        "bad_count": len(bad),
        "bad_more": max(0, len(bad) - BAD_SHOWN),
        "told": [one for good_row in good for one in problems.get(good_row.row, ())][:BAD_SHOWN],
        "good_count": len(good),
        "done_count": sum(one.done_on is not None for one in good),
        "page": page,
        "lines": [{"row": one, "kind": KIND_LABELS[one.deadline.kind]} for one in page],
        "documents": _documents(found) if several else [],
        "document": chosen,
        "asks_document": asks_document,
        "skipped": [{"one": one, "why": SKIPPED[one.why]} for one in found.tasks.skipped],
        "all_documents": ALL_DOCUMENTS,
    }


def _documents(found: SheetRead) -> list[dict[str, Any]]:
    named = [one.document for one in found.tasks.rows]
    return [{"name": name, "count": named.count(name)} for name in found.documents[:100]]


@role_only(*MAY_IMPORT)
@require_POST
def drop(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Drop the spreadsheet; nothing was taken in."""
    try:
        drop_sheet(sheet_id=sheet_id, actor=actor_on(request), now=clock.now())
    except PlanNotVisible:
        raise Http404 from None
    messages.success(request, _("Đã bỏ bảng; chưa có gì được nhập."))
    return redirect("planning:new_sheet")
