"""What pages of cases share."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.templatetags.shell import vn_moment
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.history import DONE
from minhbach.requests.models import Case
from minhbach.requests.moving import events_for, may_do
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


def done_before(request: HttpRequest, row: Case, event: RequestEvent) -> HttpResponse:
    """Tell who posted an act that it stands there already; where it does not, the page is not there.

    The process may have died after it did what was posted: who posts it again reads what came of it.
    """
    step = row.steps.filter(event=event).select_related("by").order_by("-pk").first()
    if request.method != "POST" or step is None or not may_do(row, event, actor=actor_on(request)):
        raise Http404
    facts = {"what": DONE[event], "when": vn_moment(step.at), "who": step.by.name if step.by else ""}
    messages.error(request, _("Lần bấm này không làm gì thêm: “%(what)s” đã ghi lúc %(when)s, %(who)s.") % facts)
    return redirect("requests:case", row.pk)


def add_refusal(form: Form, refused: Exception) -> None:
    """Put a refusal at the box that it belongs to, or above the form."""
    field = getattr(refused, "field", "")
    form.add_error(field if field in form.fields else None, sentence(refused))


def sentence(refused: Exception) -> str:
    """Return why something was refused, for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
