"""Who below has not announced what they must: the list for leaders and those who oversee, as a file too, and urging."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.directory import Narrowing, narrowed, territories_below
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.contracts import LetterInShort
from minhbach.publication.actions.urge_to_announce import urge_to_announce
from minhbach.publication.announcements.announced import AnnouncementKind, Lack
from minhbach.publication.announcements.kinds import HOW
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import Tag
from minhbach.publication.law_today import law_today
from minhbach.publication.queries.watching import bodies_watched, standing, urgings_of
from minhbach.publication.rules import MAY_URGE, WATCHES
from minhbach.publication.watch_forms import APART, LACKS, TOGETHER, UrgeForm, WatchForm
from minhbach.register.sending import workbook_sent

WATCHED = {
    "thu-tuc": AnnouncementKind.PROCEDURE,
    "danh-muc-don-vi-su-nghiep": AnnouncementKind.SERVICE_UNITS,
    "quy-che": AnnouncementKind.REGULATION,
}
PAGE, SHOWN, ANSWER_WITHIN = 50, 150, 5


@role_only(*WATCHES)
@require_safe
def watch(request: HttpRequest, what: str) -> HttpResponse:
    """Show every body below that must announce it, with how it stands."""
    kind, actor, today = _kind(what), actor_on(request), clock.today()
    provinces = territories_below(None, on=today)
    form = WatchForm(request.GET, territories=[(one.key, one.name) for one in provinces], lacks=_lacks(kind))
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""))
    lack = Lack(asked["co"]) if asked.get("co") else None
    digest = law_today(today).digest
    watched = bodies_watched(kind, actor=actor, on=today)
    rows = standing(narrowed(watched, to, on=today), lack, digest=digest)
    wanted = request.GET.get("dang", "")
    if wanted in ("csv", "xlsx"):
        return _as_file(rows, kind, digest, wanted)
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    urged = _urged(kind, [row.pk for row in page], drafts=actor.holds(*MAY_URGE))
    context = {
        "form": form,
        "page": page,
        "what": what,
        "name": HOW[kind].name,
        "lines": [_line(row, digest, urged) for row in page],
        "lacking": standing(watched, Lack.NONE, digest=digest).count(),
        "may_urge": actor.holds(*MAY_URGE),
        "others": [(key, HOW[one].name) for key, one in WATCHED.items() if one != kind],
        "chips": _chips(to, lack, {one.key: one.name for one in provinces}),
    }
    return render(request, "publication/announcement_watch.html", context)


def _urged(kind: AnnouncementKind, body_ids: list[int], *, drafts: bool) -> Mapping[int, LetterInShort]:
    return {body: letter for (_kind, body), letter in urgings_of([kind], body_ids, drafts=drafts).items()}


def _kind(what: str) -> AnnouncementKind:
    if what not in WATCHED:
        raise Http404
    return WATCHED[what]


def _lacks(kind: AnnouncementKind) -> Iterable[Lack]:
    return Lack if kind == AnnouncementKind.PROCEDURE else (Lack.NONE, Lack.ANNOUNCED)


def _line(row: Any, digest: str, urged: Mapping[int, LetterInShort]) -> dict[str, Any]:
    return {"body": row, "tag": _tag(row, digest), "decision": _decision(row), "urged": urged.get(row.pk)}


def _tag(row: Any, digest: str) -> Tag:
    if row.announced_id is None:
        return "act", _("chưa công bố")
    if getattr(row, "law_digest", digest) != digest:
        return "act", _("luật đã đổi")
    return "done", _("đã công bố")


def _decision(row: Any) -> str:
    return decision_words(row.announced_by, row.announced_on) if row.announced_id else ""


def _as_file(rows: QuerySet[Any], kind: AnnouncementKind, digest: str, wanted: str) -> HttpResponse:
    widths = {_("Cơ quan"): 44, _("Thuộc"): 24, _("Tình trạng"): 16, _("Quyết định công bố"): 34, _("Đã đôn đốc"): 28}
    name = f"chua-cong-bo-{kind.value}"
    if wanted == "csv":
        return as_csv(widths, _sheet(rows, kind, digest), file_name=f"{name}.csv")
    about = _("tính đến %(day)s") % {"day": written(clock.today())}
    return workbook_sent(
        list(widths.items()), _sheet(rows, kind, digest), title=str(HOW[kind].name), about=about, name=name
    )


def _sheet(rows: QuerySet[Any], kind: AnnouncementKind, digest: str) -> Iterator[tuple[str, ...]]:
    every = list(rows)
    urged = _urged(kind, [row.pk for row in every], drafts=False)
    for row in every:
        letter = urged.get(row.pk)
        yield (row.name, row.place, _tag(row, digest)[1], _decision(row), letter.name if letter else "")


def _chips(to: Narrowing, lack: Lack | None, provinces: dict[str, str]) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((provinces.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if lack:
        chips.append((LACKS[lack], "co"))
    return chips


@role_only(*MAY_URGE)
@require_http_methods(["GET", "POST"])
def urge(request: HttpRequest, what: str) -> HttpResponse:
    """Show whom to urge, all of them ticked; sent, draft the letters and go to them."""
    kind, actor, today = _kind(what), actor_on(request), clock.today()
    watched = bodies_watched(kind, actor=actor, on=today)
    lacking = standing(watched, Lack.NONE, digest=law_today(today).digest)
    found = list(lacking[: SHOWN + 1])
    urged = _urged(kind, [row.pk for row in found], drafts=True)
    form = UrgeForm(
        request.POST if request.method == "POST" else None,
        bodies=[(row.pk, _in_words(row, urged)) for row in found[:SHOWN]],
        own=body_names(actor.bodies_where(*MAY_URGE)).items(),
        initial={
            "bodies": [str(row.pk) for row in found[:SHOWN]],
            "separately": TOGETHER,
            "answer_by": calendar_in_use().add_working_days(today, ANSWER_WITHIN),
        },
    )
    if form.is_bound and form.is_valid():
        answer = _drafted(request, kind, what, form)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "what": what,
        "name": HOW[kind].name,
        "count": len(found[:SHOWN]),
        "more": len(found) > SHOWN,
    }
    return render(
        request, "publication/announcement_urge.html", context, status=422 if form.is_bound and form.errors else 200
    )


def _in_words(row: Any, urged: Mapping[int, LetterInShort]) -> str:
    letter = urged.get(row.pk)
    words = f"{row.name}, {row.place}" if row.place else row.name
    return words + (_(" (đã đôn đốc: %(letter)s)") % {"letter": letter.name} if letter else "")


def _drafted(request: HttpRequest, kind: AnnouncementKind, what: str, form: UrgeForm) -> HttpResponse | None:
    given = form.cleaned_data
    try:
        letters = urge_to_announce(
            kind=kind,
            from_body=given["from_body"],
            body_ids=given["bodies"],
            answer_by=given["answer_by"],
            separately=given["separately"] == APART,
            more=given["more"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field or None, refused.reason)
        return None
    words = ngettext("Đã soạn %(count)s công văn đôn đốc.", "Đã soạn %(count)s công văn đôn đốc.", len(letters))
    messages.success(request, words % {"count": len(letters)})
    if len(letters) == 1:
        return redirect("papers:letter", letters[0])
    return redirect(reverse("procedures:watch", args=[what]))
