"""The book of outgoing letters (sổ đăng ký văn bản đi; Decree 30/2020, Annex IV), to be looked through and printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.foundation import clock
from minhbach.papers.forms import BookForm
from minhbach.papers.models import Letter
from minhbach.papers.queries import book_of, kinds_used, paper_of, years_used
from minhbach.papers.rules import MAY_DRAFT
from minhbach.papers.writing import number_written


@role_only(*MAY_DRAFT)
def book(request: HttpRequest) -> HttpResponse:
    """Show the numbers of a body and year; dropped ones stay, struck through."""
    actor, today = actor_on(request), clock.today()
    bodies = body_names(actor.bodies_where(*MAY_DRAFT))
    years = sorted({today.year, *years_used(actor)}, reverse=True)
    form = BookForm(request.GET, years=years, kinds=kinds_used(actor), bodies=bodies.items())
    year = form.asked("nam") or today.year
    body_id = form.asked("co_quan") or next(iter(bodies))
    kind = form.asked("loai") or ""
    rows = book_of(actor, year=year, body_id=body_id, kind=kind)
    context = {
        "form": form,
        "year": year,
        "body": bodies[body_id],
        "kind": kind,
        "lines": [_line(row) for row in rows],
        "today": today,
    }
    return render(request, "papers/book.html", context)


def _line(row: Letter) -> dict[str, object]:
    paper = paper_of(row)
    return {
        "row": row,
        "number": f"{number_written(paper.number)}/{paper.symbol}",
        "signer": paper.signature.name,
        "recipients": paper.addressees or tuple(line for line in paper.recipients if not _is_file(line)),
        "kept_at": next((line.removeprefix("Lưu").lstrip(": ") for line in paper.recipients if _is_file(line)), ""),
        "dropped": row.state == LetterState.DROPPED,
    }


def _is_file(recipient: str) -> bool:
    """True for the last line of "Nơi nhận", which says where the body files its own copy."""
    return recipient.startswith("Lưu")
