"""The page of a piece of information, and of each of its versions."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from minhbach.domain.text import nfc, squeeze
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import looks_at
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.citing import address_of, address_of_file, address_of_version, as_json, citation
from minhbach.portal.labels import file_label, letter_line
from minhbach.portal.queries.items import PublicItem, public_item
from minhbach.portal.text_pages import page_of_text
from minhbach.portal.views.asking import page_number, words_asked
from minhbach.publication.queries.redactions import removed_from_files
from minhbach.publication.queries.translations import languages_of_item
from minhbach.publication.redaction.words import told
from minhbach.publication.views.public import withdrawn
from minhbach.register.contracts import ItemNotVisible, VersionRecord
from minhbach.register.labels import standing_tags
from minhbach.register.queries import ITEM


@require_safe
@kept_for_visitors
def item(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show an item in the version that holds."""
    return _shown(request, public_id, None)


@require_safe
@kept_for_visitors
def item_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Show one version: its address can be quoted, and goes on answering once a later one corrects it."""
    return _shown(request, public_id, number)


def _shown(request: HttpRequest, public_id: str, number: int | None) -> HttpResponse:
    try:
        found = public_item(public_id, on=clock.today(), number=number)
    except ItemNotVisible:
        # What was public and was withdrawn says so under its address; anything else is not there.
        return withdrawn(request, public_id)
    asked = request.GET.get("dang")
    if asked == "json":
        return JsonResponse(as_json(found, request), json_dumps_params={"ensure_ascii": False})
    if asked == "txt" and found.version.text:
        return _text_alone(found)
    return render(request, "portal/item.html", _context(request, found))


def _text_alone(found: PublicItem) -> HttpResponse:
    name = squeeze(nfc(found.words.reference.replace("/", "-") or found.row.public_id))
    response = HttpResponse(found.version.text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.txt") or ""
    return response


def _versions(found: PublicItem) -> Iterator[dict[str, Any]]:
    """Yield the versions that may be read; what one of them corrects is named only where the public ever read that."""
    read = {one.number for one in found.versions}
    for one in found.versions:
        corrects = one.corrects if one.corrects in read else None
        yield {"line": one, "url": address_of_version(found, one.number), "corrects": corrects}


def _languages(found: PublicItem) -> Iterator[dict[str, Any]]:
    """Yield the other languages in which this version can be read, with their addresses."""
    number = found.version.number
    for one in languages_of_item(found.row.pk, number):
        address = reverse("publication:item_translation", args=[found.row.public_id, number, one.tag])
        yield {"language": one, "url": address}


def _removed(found: PublicItem) -> list[str]:
    """Return what was taken out of the files that are shown, a line for each ground; never what stood there."""
    names = [one.name for one in found.version.files]
    return told(removed_from_files(Subject(ITEM, found.row.pk), names)) if names else []


def _size_of_text(version: VersionRecord) -> int:
    """Return how many bytes the text alone has; 0 where there is none, or the file is nothing but text."""
    if version.files and all(one.media_type == "text/plain" for one in version.files):
        return 0
    return len(version.text.encode())


def _context(request: HttpRequest, found: PublicItem) -> dict[str, Any]:
    words = words_asked(request)
    files = [{"file": one, "label": file_label(one), "url": address_of_file(one)} for one in found.version.files]
    whole = request.GET.get("in") == "1"
    return {
        "item": found,
        "row": found.row,
        "said": found.words,
        "standing": list(standing_tags(found.row, on=clock.today())),
        "letter": letter_line(found.law, found.letter),
        "files": files,
        "looks": looks_at([one.file_id for one in found.version.files]),
        "text_size": _size_of_text(found.version),
        "text": page_of_text(found.version.text, number=page_number(request), words="" if whole else words),
        "whole": found.version.text if whole else "",
        "words": words,
        "citation": citation(found, request),
        "address": request.build_absolute_uri(address_of(found)),
        "versions": list(_versions(found)),
        "removed": _removed(found),
        "languages": list(_languages(found)),
    }
