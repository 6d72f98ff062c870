"""What is known of a file, beside its name. Used as `{% load files %}`."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from minhbach.extraction.signatures.contracts import Signature
from minhbach.foundation.contracts import FileLook
from minhbach.foundation.files.words import signature_shown

register = template.Library()


@register.inclusion_tag("foundation/parts/signatures.html")
def signatures(found: "Iterable[Signature | Mapping[str, Any]]") -> dict[str, Any]:
    """Show each digital signature of a file: what may be said of it, who signed, when, and why."""
    return {"signatures": [signature_shown(one) for one in found]}


@register.inclusion_tag("foundation/parts/file_look.html")
def file_look(looks: Mapping[int, FileLook], file_id: int, *, officer: bool = True) -> dict[str, Any]:
    """Show what is known of a file behind its link: viruses for officers alone, signatures for everybody.

    :param looks: as `foundation.queries.looks_at` gives them for all files of the page.
    """
    return {"look": looks.get(file_id, FileLook()), "officer": officer}
