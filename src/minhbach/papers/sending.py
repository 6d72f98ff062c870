"""Papers and other files as answers: what they are, and under which name they are saved."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from minhbach.papers.contracts import FontsMissing, Paper
from minhbach.papers.rendering import as_docx, as_pdf

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def file_sent(content: bytes, ending: str, name: str) -> HttpResponse:
    """Return a file to be saved; a PDF opens in the browser.

    :param ending: a key of `MEDIA`; `name` is without it.
    """
    shown = content_disposition_header(as_attachment=ending != "pdf", filename=f"{name}.{ending}") or "inline"
    return HttpResponse(content, content_type=MEDIA[ending], headers={"Content-Disposition": shown})


def paper_sent(paper: Paper, ending: str, name: str) -> HttpResponse:
    """Return a paper as "docx" or "pdf"; where no font is installed, a sentence says so instead of a PDF."""
    try:
        content = as_docx(paper) if ending == "docx" else as_pdf(paper)
    except FontsMissing as missing:
        return HttpResponse(str(missing), status=503, content_type="text/plain; charset=utf-8")
    return file_sent(content, ending, name)
