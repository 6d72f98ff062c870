"""The register of breaches: list, one breach, noting, changing, telling, closing."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.lawbook.personal_data import breach_term_on
from minhbach.papers.contracts import Paper, Signature, Table
from minhbach.papers.queries import letterhead, letters_about
from minhbach.papers.sending import paper_sent
from minhbach.privacy.actions.deal_with_breach import close_breach, draft_notice, note_told
from minhbach.privacy.actions.keep_breach import change_breach, note_breach
from minhbach.privacy.breach_forms import (
    BreachFilterForm,
    BreachForm,
    ClosingForm,
    NewBreachForm,
    ToldForm,
    initial_of,
)
from minhbach.privacy.contracts import MatterNotVisible, PrivacyRefused
from minhbach.privacy.history import history_of
from minhbach.privacy.labels import kinds_named
from minhbach.privacy.models import Breach
from minhbach.privacy.queries.breaches import (
    BREACH,
    breaches_visible_to,
    in_order,
    narrowed,
    not_noted,
    visible_breach,
)
from minhbach.privacy.rules import KEEPS_BREACHES
from minhbach.privacy.views.showing import add_refusal
from minhbach.register.queries.visible import registers_of
from minhbach.register.sending import workbook_sent

PAGE, PRINTED = 30, 2000
HEAD = ("Số", "Phát hiện", "Sự việc", "Dữ liệu", "Số người", "Hạn thông báo", "Đã thông báo", "Đóng")
WIDTHS = (2, 3, 6, 4, 2, 3, 3, 2)
"""The columns of the register as it is printed; what leaves the house in a file is Vietnamese."""


@role_only(*KEEPS_BREACHES)
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """Show the register; as CSV, XLSX and PDF too."""
    actor, now = actor_on(request), clock.now()
    form = BreachFilterForm(request.GET)
    rows = narrowed(breaches_visible_to(actor), form.filters(), now=now)
    rows = in_order(rows, request.GET.get("xep", ""))
    wanted = request.GET.get("dang")
    if wanted == "csv":
        return as_csv(HEAD, _cells(rows), file_name="so-su-co.csv")
    if wanted == "xlsx":
        head = [(words, 5 * width) for words, width in zip(HEAD, WIDTHS, strict=True)]
        return workbook_sent(head, _cells(rows), title="Sổ theo dõi sự cố dữ liệu cá nhân", about="", name="so-su-co")
    if wanted == "pdf":
        return paper_sent(_book(actor.bodies_where(*KEEPS_BREACHES), list(_cells(rows[:PRINTED]))), "pdf", "so-su-co")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": [_line(row, now) for row in page],
        "is_asked": any(form.data.get(name) for name in form.fields),
        "astray": not_noted(actor),
    }
    return render(request, "privacy/breaches.html", context)


def _line(row: Breach, now: Any) -> dict[str, Any]:
    is_waiting = row.is_grave and row.notified_at is None and row.closed_on is None
    is_late = bool(is_waiting and row.notice_due_at and row.notice_due_at < now)
    hours = int((row.notice_due_at - now).total_seconds() // 3600) if row.notice_due_at and is_waiting else None
    return {"row": row, "kinds": kinds_named(row.kinds), "waits": is_waiting, "is_late": is_late, "hours": hours}


def _cells(rows: Any) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (
            f"{row.number}/{row.year}",
            _moment(row.found_at),
            row.what,
            kinds_named(row.kinds),
            "" if row.people is None else str(row.people),
            _moment(row.notice_due_at),
            _moment(row.notified_at),
            written(row.closed_on) if row.closed_on else "",
        )


def _moment(at: Any) -> str:
    local = timezone.localtime(at) if at else None
    return f"{local:%H:%M} {written(local)}" if local else ""


def _book(own: frozenset[int], lines: list[tuple[str, ...]]) -> Paper:
    head = letterhead(min(own))
    return Paper(
        kind="Sổ theo dõi",
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=clock.today().year,
        subject="Sự cố về dữ liệu cá nhân",
        blocks=(Table(HEAD, tuple(lines) or (("",) * len(HEAD),), widths=WIDTHS),),
        signature=Signature(head.authority, head.position),
    )


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Write a breach down; one that an answer gone astray is, with what is known of it."""
    actor = actor_on(request)
    names = body_names(registers_of(actor, KEEPS_BREACHES))
    asked = request.GET.get("gui-nham", "")
    stray = next((one for one in not_noted(actor) if str(one.delivery_id) == asked), None)
    names |= body_names([stray.body_id]) if stray else {}
    form = NewBreachForm(
        request.POST if request.method == "POST" else None,
        bodies=sorted(names.items(), key=lambda one: one[1]),
        initial=_of_stray(stray) if stray else {},
    )
    if request.method == "POST" and form.is_valid():
        try:
            breach_id = note_breach(
                facts=form.facts(),
                body_id=stray.body_id if stray else form.cleaned_data["body"],
                actor=actor,
                now=clock.now(),
                delivery_id=stray.delivery_id if stray else None,
            )
            messages.success(request, _("Đã ghi vào sổ sự cố."))
            return redirect("privacy:breach", breach_id)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    context = {"form": form, "term": breach_term_on(clock.today()), "row": None}
    return render(request, "privacy/breach_form.html", context, status=422 if form.errors else 200)


def _of_stray(stray: Any) -> dict[str, Any]:
    return {
        "what": _("Trả lời yêu cầu %(number)s gửi nhầm người nhận.") % {"number": stray.number},
        "kinds": ["words", "files"],
        "people": 1,
        "found_on": stray.found_on,
        "body": stray.body_id,
    }


@role_only(*KEEPS_BREACHES)
@require_safe
def breach(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Show one breach: what happened, the clock and where it comes from, who was told, what comes next."""
    row, actor = _the_breach(request, breach_id), actor_on(request)
    context = {
        **_line(row, clock.now()),
        "term": breach_term_on(timezone.localdate(row.found_at)),
        "letters": list(letters_about(Subject(BREACH, row.pk), actor=actor)),
        "lines": history_of(Subject(BREACH, row.pk)),
    }
    return render(request, "privacy/breach.html", context)


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Change what is known."""
    row = _open_breach(request, breach_id)
    form = BreachForm(request.POST if request.method == "POST" else None, initial=initial_of(row))

    def do(form: Form) -> None:
        assert isinstance(form, BreachForm)
        seen = form.cleaned_data["version"] or 0
        change_breach(breach_id=row.pk, version=seen, facts=form.facts(), actor=actor_on(request), now=clock.now())

    context = {"term": breach_term_on(timezone.localdate(row.found_at)), "row": row}
    return _act(request, form, row, do, "privacy/breach_form.html", context)


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Write down who was told when."""
    row = _open_breach(request, breach_id)
    form = ToldForm(request.POST if request.method == "POST" else None)

    def do(form: Form) -> None:
        said = form.cleaned_data
        note_told(
            breach_id=row.pk,
            notified_at=said["notified_at"],
            people_told_on=said["people_told_on"],
            actor=actor_on(request),
            now=clock.now(),
        )

    words = _("Ghi đã báo về sự cố")
    return _act(request, form, row, do, "privacy/breach_act.html", {"row": row, "words": words})


@role_only(*KEEPS_BREACHES)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Close a breach."""
    row = _open_breach(request, breach_id)
    form = ClosingForm(request.POST if request.method == "POST" else None)

    def do(form: Form) -> None:
        closing = form.cleaned_data["closing"]
        close_breach(breach_id=row.pk, closing=closing, actor=actor_on(request), now=clock.now())

    return _act(request, form, row, do, "privacy/breach_act.html", {"row": row, "words": _("Đóng sự cố")})


@role_only(*KEEPS_BREACHES)
@require_POST
def letter(request: HttpRequest, breach_id: int) -> HttpResponse:
    """Draft the notice to the authority and open it."""
    try:
        letter_id = draft_notice(breach_id=breach_id, actor=actor_on(request), now=clock.now())
    except MatterNotVisible:
        raise Http404 from None
    except PrivacyRefused as refused:
        messages.error(request, refused.reason)
        return redirect("privacy:breach", breach_id)
    return redirect("papers:letter", letter_id)


def _act(
    request: HttpRequest, form: Form, row: Breach, do: Callable[[Form], None], template: str, context: dict[str, Any]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            do(form)
            messages.success(request, _("Đã ghi."))
            return redirect("privacy:breach", row.pk)
        except PrivacyRefused as refused:
            add_refusal(form, refused)
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)


def _the_breach(request: HttpRequest, breach_id: int) -> Breach:
    try:
        return visible_breach(breach_id, actor=actor_on(request))
    except MatterNotVisible:
        raise Http404 from None


def _open_breach(request: HttpRequest, breach_id: int) -> Breach:
    row = _the_breach(request, breach_id)
    if row.closed_on is not None:
        raise Http404
    return row
