"""What is known of a file, beside its name. Used as `{% load files %}`."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from minhbach.extraction.signatures.contracts import Signature
from minhbach.foundation.files.words import signature_shown

register = template.Library()


@register.inclusion_tag("foundation/parts/signatures.html")
def signatures(found: "Iterable[Signature | Mapping[str, Any]]") -> dict[str, Any]:
    """Show each digital signature of a file: what may be said of it, who signed, when, and why."""
    return {"signatures": [signature_shown(one) for one in found]}
