"""Files as answers: what they are, and under which name they are saved."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def sent(content: bytes, ending: str, name: str) -> HttpResponse:
    """Return a file to be saved; a PDF opens in the browser."""
    shown = content_disposition_header(as_attachment=ending != "pdf", filename=f"{name}.{ending}") or "inline"
    return HttpResponse(content, content_type=MEDIA[ending], headers={"Content-Disposition": shown})
