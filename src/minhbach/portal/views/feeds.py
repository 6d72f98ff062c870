"""What is new, for programs that look by themselves (Atom): of everybody, of an agency, of a letter, of a question."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.portal.caching import kept_for_visitors
from minhbach.portal.filter_forms import asked_in
from minhbach.portal.queries.lines import ItemLine, newest_items
from minhbach.portal.queries.lines import lines_of as as_lines
from minhbach.portal.searching import Asked, found_for, lines_found
from minhbach.portal.views.asking import words_asked
from minhbach.register.queries.lists import of_bodies

ENTRIES = 50


@require_safe
@kept_for_visitors
def new_items(request: HttpRequest) -> HttpResponse:
    """Give the newest public items; the question is the search's (`q`, `co_quan`, `nhom`, `loai`, `nam`)."""
    asked = asked_in(request.GET, words=words_asked(request))
    lines = newest_lines(asked)
    feed = Atom1Feed(
        title=_title(asked),
        link=request.build_absolute_uri(reverse("portal:home")),
        description="",
        language="vi",
        feed_url=request.build_absolute_uri(),
        feed_guid=request.build_absolute_uri(),
    )
    for line in lines:
        url = request.build_absolute_uri(line.url)
        feed.add_item(
            title=line.title,
            link=url,
            description=_summary(line),
            unique_id=url,
            pubdate=_midnight(line.published_on),
            updateddate=_midnight(line.published_on),
            author_name=line.body,
            categories=[f"{gettext('điểm')} {line.letter}"] if line.letter else [],
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def newest_lines(asked: Asked) -> Sequence[ItemLine]:
    """Return the public items that were published last; where words are asked for, the latest documents with them."""
    if asked.words:
        question = Asked(asked.words, asked.body, asked.own_only, asked.letter, asked.kind, asked.year, newest=True)
        return lines_found(found_for(question, limit=ENTRIES, with_facets=False).hits)
    rows = newest_items()
    if asked.body:
        rows = rows.filter(body_id__in=of_bodies([asked.body.id]))
    plain = {"letter": asked.letter, "kind": asked.kind}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if asked.year:
        rows = rows.filter(created_on__range=(date(asked.year, 1, 1), date(asked.year, 12, 31)))
    return as_lines(rows[:ENTRIES])


def _title(asked: Asked) -> str:
    parts = [
        gettext("Thông tin mới công khai"),
        asked.body.full_name if asked.body else "",
        gettext("điểm %(letter)s khoản 1 Điều 17") % {"letter": asked.letter} if asked.letter else "",
        asked.kind,
        str(asked.year or ""),
        f"“{asked.words}”" if asked.words else "",
    ]
    return " · ".join(part for part in parts if part)


def _summary(line: ItemLine) -> str:
    return " · ".join(part for part in (line.name, line.body, written(line.on) if line.on else "") if part)


def _midnight(day: date) -> datetime:
    zone = timezone.get_default_timezone()
    return min(datetime.combine(day, time(), tzinfo=zone), clock.now())
