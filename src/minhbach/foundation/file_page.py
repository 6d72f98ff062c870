"""Serves stored files: to whom the room they belong to lets, and so that a browser runs nothing of them."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from minhbach.domain.access import VISITOR, Actor
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import FileNotStored, StoredFileRecord
from minhbach.foundation.files.naming import SHOWN_IN_THE_BROWSER
from minhbach.foundation.queries import file_content, readable_file

NOTHING_RUNS = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


@require_safe
def serve_file(request: HttpRequest, file_id: int, name: str) -> HttpResponseBase:
    """Send a file that the asker may read; 404 for one that is absent, hidden, or asked for by another name.

    A damaged file is an error of the installation, not an absence: `CorruptFile` goes up to the error page and the log.
    """
    record = _readable(request, file_id)
    if nfc(name) != record.name:
        raise Http404
    unchanged = get_conditional_response(request, etag=f'"{record.sha256}"')
    if unchanged is not None:
        return unchanged
    return HttpResponse(file_content(record.id), content_type=_content_type(record), headers=_headers(record))


def _readable(request: HttpRequest, file_id: int) -> StoredFileRecord:
    actor: Actor = getattr(request, "actor", VISITOR)
    try:
        return readable_file(file_id, actor=actor)
    except FileNotStored as error:
        raise Http404 from error


def _content_type(record: StoredFileRecord) -> str:
    return "text/plain; charset=utf-8" if record.media_type == "text/plain" else record.media_type


def _headers(record: StoredFileRecord) -> dict[str, str]:
    shown = record.media_type in SHOWN_IN_THE_BROWSER
    return {
        "Content-Disposition": content_disposition_header(as_attachment=not shown, filename=record.name) or "inline",
        "Content-Security-Policy": NOTHING_RUNS,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        # Rights may change between two visits, so the browser must ask again; the tag spares sending it twice.
        "Cache-Control": "private, no-cache",
        "ETag": f'"{record.sha256}"',
    }
