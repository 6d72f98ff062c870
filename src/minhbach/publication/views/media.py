"""Papers and workbooks as files to be saved."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from minhbach.papers.contracts import FontsMissing, Paper
from minhbach.papers.rendering import as_docx, as_pdf
from minhbach.register.list_files import list_workbook

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def paper_sent(paper: Paper, ending: str, name: str) -> HttpResponse:
    """Return a paper as "docx" or "pdf"; a PDF is shown, and where no font is installed a sentence says so."""
    try:
        content = as_docx(paper) if ending == "docx" else as_pdf(paper)
    except FontsMissing as missing:
        return HttpResponse(str(missing), status=503, content_type="text/plain; charset=utf-8")
    return _sent(content, ending, name)


def workbook_sent(
    head: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], *, title: str, about: str, name: str
) -> HttpResponse:
    """Return lines as a workbook; `head` has the words of each column and its width in characters."""
    with list_workbook(head, rows, title=title, about=about) as book:
        return _sent(book.read(), "xlsx", name)


def _sent(content: bytes, ending: str, name: str) -> HttpResponse:
    shown = content_disposition_header(as_attachment=ending != "pdf", filename=f"{name}.{ending}") or "inline"
    return HttpResponse(content, content_type=MEDIA[ending], headers={"Content-Disposition": shown})
