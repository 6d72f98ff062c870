"""What pages of feedback share."""

from django.forms import Form
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on
from minhbach.outreach.contracts import FeedbackNotVisible
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries import visible_feedback


def add_refusal(form: Form, refused: Exception) -> None:
    """Put a refusal at the box that it belongs to, or above the form."""
    field = getattr(refused, "field", "")
    form.add_error(field if field in form.fields else None, sentence(refused))


def sentence(refused: Exception) -> str:
    """Return why something was refused, for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))


def the_feedback(request: HttpRequest, feedback_id: int) -> Feedback:
    """Return feedback for who asks; 404 where it is not there for them."""
    try:
        return visible_feedback(feedback_id, actor=actor_on(request))
    except FeedbackNotVisible:
        raise Http404 from None
