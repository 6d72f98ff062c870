"""How an item is quoted, and how a program reads it: both name the version, whose address never changes."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from minhbach.foundation.dates import written
from minhbach.portal.queries.items import PublicItem
from minhbach.register.contracts import FileRecord


def address_of(item: PublicItem) -> str:
    """Return the path of the item's page, which stays when it is corrected."""
    return reverse("portal:item", args=[item.row.public_id])


def address_of_version(item: PublicItem, number: int | None = None) -> str:
    """Return the path of one version, the shown one unless another is asked for."""
    return reverse("portal:item_version", args=[item.row.public_id, number or item.version.number])


def address_of_file(file: FileRecord) -> str:
    """Return the path of a file."""
    return reverse("foundation:file", args=[file.file_id, file.name])


def citation(item: PublicItem, request: HttpRequest) -> str:
    """Return the line with which an item is quoted."""
    words = item.words
    day = words.issued_on or words.created_on
    document = gettext("%(name)s ngày %(day)s") % {"name": words.name, "day": written(day)} if day else words.name
    parts = [words.issuer or item.body.name, document, f"“{words.title}”"]
    parts.append(
        gettext("bản %(number)s, công khai ngày %(day)s")
        % {"number": item.version.number, "day": written(item.shown.published_on)}
    )
    parts.append(request.build_absolute_uri(address_of_version(item)))
    return ", ".join(part for part in parts if part)


def as_json(item: PublicItem, request: HttpRequest) -> dict[str, Any]:
    """Return the item as a program reads it; days are ISO, keys do not change with the language."""
    row, words = item.row, item.words
    return {
        "id": row.public_id,
        "url": request.build_absolute_uri(address_of(item)),
        "title": words.title,
        "kind": words.kind,
        "number": words.number,
        "symbol": words.symbol,
        "issuer": words.issuer,
        "issued_on": words.issued_on,
        "created_on": words.created_on,
        "body": _body(item.body, request),
        "held_by": [_body(one, request) for one in item.holders or (item.body,)],
        "access": row.access,
        "statute": row.statute,
        "letter": row.letter,
        "published_on": row.published_on,
        "publish_due_on": row.publish_due_on,
        "version": item.version.number,
        "current_version": item.current,
        "corrects": item.version.corrects,
        "why": item.version.why,
        "versions": [
            {
                "number": one.number,
                "published_on": one.published_on,
                "url": request.build_absolute_uri(address_of_version(item, one.number)),
            }
            for one in item.versions
        ],
        "files": [
            {
                "name": one.name,
                "role": one.role.value,
                "media_type": one.media_type,
                "bytes": one.size,
                "url": request.build_absolute_uri(address_of_file(one)),
            }
            for one in item.version.files
        ],
        "text": item.version.text,
    }


def _body(body: Any, request: HttpRequest) -> dict[str, str]:
    path = reverse("agencies:body", args=[body.slug])
    return {"name": body.full_name, "slug": body.slug, "url": request.build_absolute_uri(path)}
