"""The follow-up book, the account that is paid into, and what was answered, for everybody."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug, body_names
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.papers.contracts import FontsMissing
from minhbach.papers.rendering import as_pdf
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.register.registries import public_path
from minhbach.register.sending import workbook_sent
from minhbach.requests.actions.tell_cost import account_of, set_account
from minhbach.requests.books.entries import book_paper, book_rows, cells, head, workbook_head
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.costs.forms import AccountForm
from minhbach.requests.queries import cases_visible_to
from minhbach.requests.queries.disclosed import disclosed_answers
from minhbach.requests.queries.listing import page_of
from minhbach.requests.rules import MAY_RECEIVE, READS_SENDERS, SEES
from minhbach.requests.views.showing import add_refusal

PAGE, PRINTED = 50, 3000


class BookForm(forms.Form):
    """Which book."""

    nam = forms.IntegerField(required=False, min_value=2018, max_value=2100)
    co_quan = forms.IntegerField(required=False)


@role_only(*SEES)
@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Show the book of a body and year; as CSV, XLSX and PDF too."""
    actor, form = actor_on(request), BookForm(request.GET)
    form.is_valid()
    bodies = body_names(bodies_of_holders(actor, SEES))
    own = sorted(actor.bodies_where(*SEES) & bodies.keys())
    year = form.cleaned_data.get("nam") or clock.today().year
    body_id = form.cleaned_data.get("co_quan") or (own[0] if own else 0)
    if body_id not in bodies:
        raise Http404
    rows = book_rows(cases_visible_to(actor), year=year, body_id=body_id)
    reads_words = actor.holds(*READS_SENDERS)
    if request.GET.get("dang") == "csv":
        return as_csv(head(), cells(rows, reads_words=reads_words), file_name=f"so-theo-doi-{year}.csv")
    if request.GET.get("dang") == "xlsx":
        title = _("Sổ theo dõi cung cấp thông tin theo yêu cầu, năm %(year)s") % {"year": year}
        return workbook_sent(
            workbook_head(),
            cells(rows, reads_words=reads_words),
            title=title,
            about=bodies[body_id],
            name=f"so-theo-doi-{year}",
        )
    if request.GET.get("dang") == "pdf":
        lines = list(cells(rows[:PRINTED], reads_words=reads_words))
        return _pdf(request, lines, year, body_id)
    page = page_of(rows, request.GET.get("trang"), size=PAGE)
    context = {
        "page": page,
        "head": head(),
        # Each cell with its head: on a phone a line is a card, whose cells say what they are.
        "lines": [list(zip(head(), line, strict=True)) for line in cells(page.object_list, reads_words=reads_words)],  # type: ignore[arg-type]
        "year": year,
        "years": range(clock.today().year, 2017, -1),
        "body": bodies[body_id],
        "body_id": body_id,
        "may_receive": actor.holds(*MAY_RECEIVE),
        "bodies": sorted(bodies.items(), key=lambda one: one[1]),
    }
    return render(request, "requests/book.html", context)


def _pdf(request: HttpRequest, lines: list[tuple[str, ...]], year: int, body_id: int) -> HttpResponse:
    try:
        made = as_pdf(book_paper(lines, year=year, body_id=body_id))
    except FontsMissing as missing:
        messages.error(request, str(missing))
        return redirect("requests:book")
    name = f"so-theo-doi-{year}.pdf"
    return HttpResponse(
        made, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


@role_only(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Set the account that requesters of the administrator's body pay into."""
    actor = actor_on(request)
    body_id = min(actor.bodies_where(Role.ADMINISTRATOR))
    kept = account_of(body_id)
    names = ("bank", "bank_name", "number", "holder", "treasury")
    initial: dict[str, Any] = {name: getattr(kept, name) for name in names} if kept else {}
    form = AccountForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            set_account(body_id=body_id, **form.cleaned_data, actor=actor, now=clock.now())
            messages.success(request, _("Đã ghi tài khoản."))
            return redirect("requests:account")
        except CaseRefused as refused:
            add_refusal(form, refused)
    context = {"form": form, "body": body_names([body_id])[body_id]}
    return render(request, "requests/account.html", context, status=422 if form.errors else 200)


@require_safe
def disclosed(request: HttpRequest) -> HttpResponse:
    """Show what was answered and let through the gate, without who asked."""
    words = request.GET.get("tim", "")[:200]
    body = _agency_asked(request)
    page = Paginator(disclosed_answers(words=words, body_id=body.id if body else None), PAGE).get_page(
        request.GET.get("trang")
    )
    lines = [{"answer": row, "url": public_path(row.item.public_id) if row.item else ""} for row in page]
    return render(request, "requests/disclosed.html", {"page": page, "lines": lines, "words": words, "body": body})


def _agency_asked(request: HttpRequest) -> BodyRecord | None:
    try:
        return body_by_slug(request.GET.get("co_quan", "").replace("\x00", "")[:200])
    except BodyNotVisible:
        return None
