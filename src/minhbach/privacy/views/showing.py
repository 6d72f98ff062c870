"""What pages of personal data share."""

from django.forms import Form
from django.http import Http404, HttpRequest

from minhbach.accounts.doors import actor_on
from minhbach.privacy.contracts import Matter, MatterNotVisible, PrivacyRefused
from minhbach.privacy.models import Breach
from minhbach.privacy.queries.breaches import visible_breach
from minhbach.privacy.queries.matters import matter_visible_to


def the_matter(request: HttpRequest, submission_id: int) -> Matter:
    """Return the matter for who asks; 404 where it is not there for them."""
    try:
        return matter_visible_to(submission_id, actor=actor_on(request))
    except MatterNotVisible:
        raise Http404 from None


def add_refusal(form: Form, refused: PrivacyRefused) -> None:
    """Put a refusal at the box that it belongs to, or above the form."""
    form.add_error(refused.field if refused.field in form.fields else None, refused.reason)


def the_breach(request: HttpRequest, breach_id: int) -> Breach:
    """Return the breach for who asks; 404 where it is not there for them."""
    try:
        return visible_breach(breach_id, actor=actor_on(request))
    except MatterNotVisible:
        raise Http404 from None
