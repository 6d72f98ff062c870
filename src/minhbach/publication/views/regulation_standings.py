"""Who below has no internal regulation yet, and how far the others are: on a page, and as a file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries.directory import Narrowing, narrowed, territories_below
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import local_date, written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.contracts import LetterInShort
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.queries.regulation_standings import KIND, Standing, counts_of
from minhbach.publication.queries.regulation_standings import standings as standings_of
from minhbach.publication.queries.watching import urgings_of
from minhbach.publication.regulations.forms import StandingForm
from minhbach.publication.rules import MAY_URGE, WATCHES
from minhbach.register.sending import workbook_sent

PAGE, PRINTED_AT_MOST = 50, 3000
TAGS: Mapping[Standing, tuple[str, Promise]] = {
    Standing.NONE: ("act", gettext_lazy("Chưa có")),
    Standing.DRAFTING: ("work", gettext_lazy("Đang soạn")),
    Standing.IN_OPINIONS: ("work", gettext_lazy("Đang lấy ý kiến")),
    Standing.AT_SIGNING: ("waiting", gettext_lazy("Chờ ký, cấp số")),
    Standing.ISSUED: ("act", gettext_lazy("Đã ban hành, chưa công khai")),
    Standing.PUBLIC: ("done", gettext_lazy("Đã công khai")),
}
SORTS = {"ten": ("sort_key", "pk"), "tinh-trang": ("standing", "sort_key", "pk"), "ngay": ("announced_on", "sort_key")}


@role_only(*WATCHES)
@require_safe
def standings(request: HttpRequest) -> HttpResponse:
    """Show every body below that must have a regulation, with how far it has come."""
    actor, today = actor_on(request), clock.today()
    provinces = territories_below(None, on=today)
    choices = [(one.value, TAGS[one][1]) for one in Standing]
    form = StandingForm(request.GET, territories=[(one.key, one.name) for one in provinces], standings=choices)
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    every = standings_of(actor, on=today)
    rows: QuerySet[Any] = narrowed(every, to, on=today)
    rows = rows.filter(standing=asked["co"]) if asked.get("co") else rows
    rows = _sorted(rows, request.GET.get("xep", ""))
    drafts = actor.holds(*MAY_URGE)
    wanted = request.GET.get("dang", "")
    if wanted in ("csv", "xlsx"):
        return _as_file(list(rows), wanted, drafts=drafts)
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    urged = _urged(page, drafts=drafts)
    counts = counts_of(every)
    context = {
        "form": form,
        "page": page,
        "lines": [_line(row, urged) for row in page],
        "counts": [(one.value, *TAGS[one], counts[one]) for one in Standing],
        "lacking": counts[Standing.NONE],
        "may_urge": drafts,
        "chips": _chips(to, asked.get("co", ""), {one.key: one.name for one in provinces}),
    }
    return render(request, "publication/regulation_standings.html", context)


def _sorted(rows: QuerySet[Any], asked: str) -> QuerySet[Any]:
    keys = SORTS.get(asked.removeprefix("-"))
    if keys is None:
        return rows
    first, *rest = keys
    return rows.order_by(f"-{first}" if asked.startswith("-") else first, *rest)


def _urged(rows: Iterable[Any], *, drafts: bool) -> Mapping[int, LetterInShort]:
    found = urgings_of([KIND], [row.pk for row in rows], drafts=drafts)
    return {body: letter for (_kind, body), letter in found.items()}


def _line(row: Any, urged: Mapping[int, LetterInShort]) -> dict[str, Any]:
    return {"body": row, "tag": TAGS[Standing(row.standing)], "when": _when(row), "urged": urged.get(row.pk)}


def _when(row: Any) -> str:
    """Return the decision in force and its days, or since when a draft is there."""
    if row.announced_id:
        decision = decision_words(row.announced_by, row.announced_on)
        return _("%(decision)s, công khai từ %(day)s") % {"decision": decision, "day": written(row.public_from)}
    if row.draft_decided_on:
        return _("quyết định ngày %(day)s") % {"day": written(row.draft_decided_on)}
    return _("soạn từ %(day)s") % {"day": written(local_date(row.draft_since))} if row.draft_since else ""


def _as_file(rows: list[Any], wanted: str, *, drafts: bool) -> HttpResponse:
    widths = {_("Cơ quan"): 44, _("Thuộc"): 24, _("Tình trạng"): 24, _("Văn bản, ngày"): 44, _("Đã đôn đốc"): 28}
    sheet = _sheet(rows, _urged(rows, drafts=drafts))
    if wanted == "csv":
        return as_csv(widths, sheet, file_name="quy-che-noi-bo.csv")
    about = _("tính đến %(day)s") % {"day": written(clock.today())}
    title = _("Quy chế nội bộ về cung cấp thông tin")
    return workbook_sent(list(widths.items()), sheet, title=title, about=about, name="quy-che-noi-bo")


def _sheet(rows: Iterable[Any], urged: Mapping[int, LetterInShort]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        letter = urged.get(row.pk)
        yield row.name, row.place, str(TAGS[Standing(row.standing)][1]), _when(row), letter.name if letter else ""


def _chips(to: Narrowing, standing: str, provinces: dict[str, str]) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((provinces.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if standing:
        chips.append((TAGS[Standing(standing)][1], "co"))
    return chips
