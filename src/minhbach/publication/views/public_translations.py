"""Texts in other languages, as everybody reads them: beside the Vietnamese one, and for reference only."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minhbach.lawbook.languages import load_languages
from minhbach.publication.models import Translation
from minhbach.publication.queries.translations import public_translations
from minhbach.publication.views.showing import item_url


@require_safe
def item_translation(request: HttpRequest, public_id: str, number: int, language: str) -> HttpResponse:
    """Show the text of one version of an item in a language."""
    rows = public_translations().filter(item__public_id=public_id, version_number=number, language=language)
    row = _only(rows.select_related("item__public_version"))
    current = row.item.public_version
    is_current = current is not None and current.number == row.version_number
    original = item_url(public_id)
    context = {"original": original if is_current else f"{original}ban-{number}/", "is_current": is_current}
    return _shown(request, row, context)


@require_safe
def body_translation(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """Show what an agency says of itself in a language."""
    rows = public_translations().filter(item__isnull=True, body__slug=slug, language=language)
    return _shown(request, _only(rows), {})


def _only(rows: QuerySet[Translation]) -> Any:
    row = rows.select_related("body", "item").first()
    if row is None:
        raise Http404
    return row


def _shown(request: HttpRequest, row: Any, context: dict[str, Any]) -> HttpResponse:
    # "language" is the page's own in every template.
    tongue = load_languages()[row.language]
    return render(request, "publication/public_translation.html", {"translated": row, "tongue": tongue, **context})
