"""The list of letters, one letter, and its files."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LETTER as LIFECYCLE
from minhbach.domain.lifecycles.letter import LetterEvent, LetterState
from minhbach.foundation.dates import written
from minhbach.foundation.queries import looks_at
from minhbach.foundation.sheets import as_csv
from minhbach.papers.contracts import FontsMissing, LetterNotVisible
from minhbach.papers.forms import LetterFilterForm
from minhbach.papers.history import history_of
from minhbach.papers.labels import STATE_TAGS, called
from minhbach.papers.models import Letter
from minhbach.papers.preview import preview_of
from minhbach.papers.queries import (
    LetterFilters,
    kinds_used,
    letters_visible_to,
    narrowed,
    paper_of,
    sorted_letters,
    visible_letter,
    years_used,
)
from minhbach.papers.rendering import as_docx, as_pdf
from minhbach.papers.rules import MAY_DRAFT, MAY_NUMBER
from minhbach.papers.writing import file_name_of

PAGE, PRINTED_AT_MOST = 30, 2000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def the_letter(request: HttpRequest, letter_id: int) -> Letter:
    """Return the letter for who asks; 404 where it is not there for them."""
    try:
        return visible_letter(letter_id, actor=actor_on(request))
    except LetterNotVisible:
        raise Http404 from None


def possible(row: Letter, actor: Actor) -> dict[str, bool]:
    """Return which acts the letter's state and the actor's posts allow; buttons are shown for these alone."""
    events = LIFECYCLE.events(LetterState(row.state))
    numbers = actor.holds(*MAY_NUMBER, body=row.body_id)
    return {
        "change": LetterEvent.CHANGE in events,
        "number": LetterEvent.NUMBER in events and numbers,
        "sign": LetterEvent.SIGN in events and numbers,
        "drop": LetterEvent.DROP in events and (numbers or row.number is None),
    }


@role_only(*MAY_DRAFT)
def letters(request: HttpRequest) -> HttpResponse:
    """Show the letters of the officer's bodies."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies_where(*MAY_DRAFT))
    form = LetterFilterForm(request.GET, years=years_used(actor), kinds=kinds_used(actor), bodies=bodies.items())
    rows = narrowed(letters_visible_to(actor), _filters(form)).select_related("body")
    rows = sorted_letters(rows, request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        return as_csv(_head(), _cells(rows.iterator(chunk_size=500)), file_name="cong-van.csv")
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [line_of(row) for row in page],
        "several_bodies": len(bodies) > 1,
    }
    return render(request, "papers/letters.html", context)


@role_only(*MAY_DRAFT)
def letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Show one letter as it is laid out, what may be done with it, and what was done."""
    row, actor = the_letter(request, letter_id), actor_on(request)
    paper = paper_of(row)
    context = {
        "letter": row,
        "name": called(paper),
        "tag": STATE_TAGS[LetterState(row.state)],
        "paper": preview_of(paper),
        "can": possible(row, actor),
        "drafted_by": person_names([row.drafted_by_id]).get(row.drafted_by_id, "") if row.drafted_by_id else "",
        "looks": looks_at([row.scan_file_id] if row.scan_file_id else []),
        "lines": history_of(row.pk),
    }
    return render(request, "papers/letter.html", context)


@role_only(*MAY_DRAFT)
def letter_print(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Show the letter alone, to be printed."""
    row = the_letter(request, letter_id)
    paper = paper_of(row)
    context = {"letter": row, "name": called(paper), "paper": preview_of(paper)}
    return render(request, "papers/letter_print.html", context)


@role_only(*MAY_DRAFT)
def letter_docx(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Give the letter as DOCX."""
    paper = paper_of(the_letter(request, letter_id))
    return _file(as_docx(paper), DOCX, f"{file_name_of(paper)}.docx", as_attachment=True)


@role_only(*MAY_DRAFT)
def letter_pdf(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Give the letter as PDF; say so where the installation cannot make one."""
    row = the_letter(request, letter_id)
    paper = paper_of(row)
    try:
        made = as_pdf(paper)
    except FontsMissing as missing:
        context = {"letter": row, "name": called(paper), "reason": str(missing)}
        return render(request, "papers/no_pdf.html", context, status=503)
    return _file(made, "application/pdf", f"{file_name_of(paper)}.pdf", as_attachment=False)


def line_of(row: Letter) -> dict[str, Any]:
    """Return what a list shows of a letter."""
    return {"row": row, "name": called(paper_of(row)), "tag": STATE_TAGS[LetterState(row.state)]}


def _filters(form: LetterFilterForm) -> LetterFilters:
    return LetterFilters(
        words=form.asked("tim") or "",
        state=form.asked("tinh_trang") or "",
        year=form.asked("nam"),
        kind=form.asked("loai") or "",
        body_id=form.asked("co_quan"),
    )


def _head() -> tuple[str, ...]:
    return (_("Loại"), _("Số"), _("Ký hiệu"), _("Ngày ban hành"), _("Trích yếu"), _("Cơ quan"), _("Tình trạng"))


def _cells(rows: Iterable[Letter]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (
            row.kind,
            str(row.number or ""),
            row.symbol,
            written(row.issued_on) if row.issued_on else "",
            row.subject,
            row.body.name,
            str(STATE_TAGS[LetterState(row.state)][1]),
        )


def _file(content: bytes, media_type: str, name: str, *, as_attachment: bool) -> HttpResponse:
    shown = content_disposition_header(as_attachment=as_attachment, filename=name) or "inline"
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": shown})
