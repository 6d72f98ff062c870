"""What templates ask about files that something is taken out of."""

from collections.abc import Mapping

from django import template

from minhbach.publication.models import Redaction

register = template.Library()


@register.filter
def of_file(running: Mapping[int, Redaction], file_id: int) -> Redaction | None:
    """Return the redaction that runs of a file, or None."""
    return running.get(file_id)
