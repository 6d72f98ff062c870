"""What pages of cases share."""

from django.forms import Form
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.models import Case
from minhbach.requests.moving import events_for
from minhbach.requests.queries import case_visible_to


def the_case(request: HttpRequest, case_id: int) -> Case:
    """Return the case for who asks; 404 where it is not there for them."""
    try:
        return case_visible_to(case_id, actor=actor_on(request))
    except CaseNotVisible:
        raise Http404 from None


def case_for(request: HttpRequest, case_id: int, event: RequestEvent) -> Case:
    """Return the case if the act is possible for who asks; 404 otherwise, as for what is not there."""
    row = the_case(request, case_id)
    if event not in events_for(row, actor=actor_on(request)):
        raise Http404
    return row


def add_refusal(form: Form, refused: Exception) -> None:
    """Put a refusal at the box that it belongs to, or above the form."""
    field = getattr(refused, "field", "")
    form.add_error(field if field in form.fields else None, sentence(refused))


def sentence(refused: Exception) -> str:
    """Return why something was refused, for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
