"""What pages of feedback share."""

from django.forms import Form
from django.utils.translation import gettext as _


def add_refusal(form: Form, refused: Exception) -> None:
    """Put a refusal at the box that it belongs to, or above the form."""
    field = getattr(refused, "field", "")
    form.add_error(field if field in form.fields else None, sentence(refused))


def sentence(refused: Exception) -> str:
    """Return why something was refused, for the page."""
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
