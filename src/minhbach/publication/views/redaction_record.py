"""Pictures of the pages that are marked, and the minutes of what was taken out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import role_only
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.proposing import page_picture
from minhbach.foundation.contracts import CorruptFile
from minhbach.foundation.queries import file_content
from minhbach.papers.sending import paper_sent
from minhbach.publication.models import Redaction
from minhbach.publication.redaction.minutes import minutes_of
from minhbach.publication.rules import SEES
from minhbach.publication.views.redaction_showing import the_redaction

WITH_PAGES = (RedactionState.MARKING, RedactionState.HANDED_ON, RedactionState.APPLYING, RedactionState.MADE)
COPY = "che"
PAPERS = ("docx", "pdf")


@role_only(*SEES)
@require_safe
def picture(request: HttpRequest, redaction_id: int, number: int) -> HttpResponse:
    """Send the picture of one page of the file while it is marked, or of its copy while that waits for approval."""
    row = the_redaction(request, redaction_id)
    if row.state not in WITH_PAGES or not 1 <= number <= row.pages:
        raise Http404
    file_id = row.copy_id if request.GET.get("ban") == COPY else row.file_id
    if file_id is None:
        raise Http404
    try:
        drawn = page_picture(file_content(file_id), number)
    except (CannotRead, CorruptFile):
        raise Http404 from None
    headers = {"Cache-Control": "private, max-age=600", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(drawn, content_type="image/png", headers=headers)


@role_only(*SEES)
@require_safe
def minutes(request: HttpRequest, redaction_id: int, file_type: str) -> HttpResponse:
    """Send the minutes of an approved redaction as a document to be printed and signed."""
    row = the_redaction(request, redaction_id)
    if row.state != RedactionState.APPROVED or file_type not in PAPERS:
        raise Http404
    return paper_sent(minutes_of(row), file_type, name_of(row))


def name_of(row: Redaction) -> str:
    """Return the name under which the minutes are saved."""
    return f"bien-ban-che-thong-tin-{row.pk}"
