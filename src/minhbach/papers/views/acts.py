"""What is done with a letter: begun, changed, numbered, signed, dropped."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.papers.actions.attach_signed_scan import attach_signed_scan
from minhbach.papers.actions.change_letter import change_letter
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.actions.drop_letter import drop_letter
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.contracts import LETTER_KIND, LetterNotVisible, LetterRefused, Paper, Signature
from minhbach.papers.forms import DropForm, LetterForm, NewLetterForm, NumberForm, ScanForm, boxes_of, tables_in
from minhbach.papers.labels import called
from minhbach.papers.models import Letter
from minhbach.papers.queries import last_number, letterhead, paper_of
from minhbach.papers.rules import MAY_DRAFT, MAY_NUMBER
from minhbach.papers.views.letters import possible, the_letter
from minhbach.papers.writing import number_written

Form = NewLetterForm | LetterForm | NumberForm | ScanForm | DropForm


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def new_letter(request: HttpRequest) -> HttpResponse:
    """Begin a letter, then go on to its words."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies_where(*MAY_DRAFT)).items()
    form = NewLetterForm(request.POST if request.method == "POST" else None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        paper = _empty_paper(given["body"], kind=given["kind"], subject=given["subject"])
        try:
            letter_id = draft_letter(paper=paper, body_id=given["body"], actor=actor, now=clock.now())
            return redirect("papers:change_letter", letter_id)
        except LetterNotVisible:
            raise Http404 from None
        except LetterRefused as refused:
            _blame(form, refused)
    return render(request, "papers/new_letter.html", {"form": form}, status=422 if form.errors else 200)


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Change the words of a letter that is not signed yet."""
    row = _open_for(request, letter_id, "change")
    before = paper_of(row)
    given = request.POST if request.method == "POST" else boxes_of(before, version=row.version)
    form = LetterForm(given if request.method == "POST" else None, initial=given, tables=tables_in(before))
    if request.method == "POST" and form.is_valid():
        try:
            change_letter(
                letter_id=row.pk,
                paper=form.paper(before),
                version=form.cleaned_data["version"],
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã lưu nội dung."))
            return redirect("papers:letter", row.pk)
        except LetterRefused as refused:
            _blame(form, refused)
        except MoveNotAllowed:
            return _too_late(request, row)
    context = {"letter": row, "name": called(before), "form": form}
    return render(request, "papers/change_letter.html", context, status=422 if form.errors else 200)


@role_only(*MAY_NUMBER)
@require_http_methods(["GET", "POST"])
def number(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Give the letter its number: the next of the book, or the one typed in."""
    row = _open_for(request, letter_id, "number")
    today = clock.today()
    form = NumberForm(
        request.POST if request.method == "POST" else None, initial={"symbol": row.symbol, "issued_on": today}
    )
    if request.method == "POST" and form.is_valid():
        try:
            given = give_number(letter_id=row.pk, actor=actor_on(request), now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Đã cấp số %(number)s.") % {"number": number_written(given)})
            return redirect("papers:letter", row.pk)
        except LetterRefused as refused:
            _blame(form, refused)
        except MoveNotAllowed:
            return _too_late(request, row)
    context = {
        "letter": row,
        "name": called(paper_of(row)),
        "form": form,
        "next_number": number_written(_next_number(row, today)),
        "year": today.year,
    }
    return render(request, "papers/number_letter.html", context, status=422 if form.errors else 200)


@role_only(*MAY_NUMBER)
@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Keep the scan of the signed letter."""
    row = _open_for(request, letter_id, "sign")
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["scan"]
        try:
            attach_signed_scan(
                letter_id=row.pk, content=upload.read(), name=upload.name, actor=actor_on(request), now=clock.now()
            )
            messages.success(request, _("Đã lưu bản ký."))
            return redirect("papers:letter", row.pk)
        except LetterRefused as refused:
            _blame(form, refused)
        except MoveNotAllowed:
            return _too_late(request, row)
    context = {"letter": row, "name": called(paper_of(row)), "form": form}
    return render(request, "papers/signed_scan.html", context, status=422 if form.errors else 200)


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Drop the letter, on a page that says what stays in the book."""
    row = _open_for(request, letter_id, "drop")
    form = DropForm(request.POST if request.method == "POST" else None, has_number=row.number is not None)
    if request.method == "POST" and form.is_valid():
        try:
            drop_letter(letter_id=row.pk, reason=form.cleaned_data["reason"], actor=actor_on(request), now=clock.now())
            messages.success(request, _("Đã bỏ văn bản."))
            return redirect("papers:letter", row.pk)
        except LetterRefused as refused:
            _blame(form, refused)
        except MoveNotAllowed:
            return _too_late(request, row)
    context = {"letter": row, "name": called(paper_of(row)), "form": form}
    return render(request, "papers/drop_letter.html", context, status=422 if form.errors else 200)


def _open_for(request: HttpRequest, letter_id: int, act: str) -> Letter:
    """Return the letter; 404 where it is not there for who asks, or its state and their posts do not allow the act."""
    row = the_letter(request, letter_id)
    if not possible(row, actor_on(request))[act]:
        raise Http404
    return row


def _blame(form: Form, refused: LetterRefused) -> None:
    form.add_error(refused.field if refused.field in form.fields else None, refused.reason)


def _too_late(request: HttpRequest, row: Letter) -> HttpResponse:
    messages.error(request, _("Việc này không còn làm được: văn bản vừa sang bước khác."))
    return redirect("papers:letter", row.pk)


def _next_number(row: Letter, day: date) -> int:
    return last_number(body_id=row.body_id, year=day.year, kind=row.kind)[0] + 1


def _empty_paper(body_id: int, *, kind: str, subject: str) -> Paper:
    head = letterhead(body_id)
    return Paper(
        kind=kind,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        subject=subject,
        blocks=(),
        signature=Signature(head.authority, head.position),
        recipients=("Như trên", "Lưu: VT") if kind == LETTER_KIND else ("Lưu: VT",),
    )
