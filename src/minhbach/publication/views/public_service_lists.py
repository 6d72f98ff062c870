"""The public's pages of the lists: which committee announced one by which decision, and who has none yet."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries.directory import Narrowing, bodies_on, narrowed, territories_below
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.publication.announced import AnnouncementKind
from minhbach.publication.announcement_forms import AnnouncementListForm
from minhbach.publication.announcement_labels import decision_words
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import public_announcements, with_announcement
from minhbach.publication.views.announcements import shown

KIND, PAGE = AnnouncementKind.SERVICE_UNITS, 50


@require_safe
def public_service_lists(request: HttpRequest) -> HttpResponse:
    """Show every committee with the list that it announced, or "chưa công bố"."""
    today = clock.today()
    provinces = territories_below(None, on=today)
    form = AnnouncementListForm(request.GET, territories=[(one.key, one.name) for one in provinces])
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""), Kind.COMMITTEE)
    rows = with_announcement(narrowed(bodies_on(today), to, on=today), KIND)
    whether = asked.get("co", "")
    if whether:
        rows = rows.filter(announced_id__isnull=whether == "chua")
    if request.GET.get("dang") == "csv":
        head = (_("Cơ quan"), _("Thuộc"), _("Số quyết định"), _("Ngày quyết định"))
        sheet = ((one.name, one.place, one.announced_by or _("chưa công bố"), _day(one)) for one in rows)
        return as_csv(head, sheet, file_name="danh-muc-don-vi-su-nghiep.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": [{"body": one, "decision": decision_words(one.announced_by, one.announced_on)} for one in page],
        "chips": _chips(to, whether, {one.key: one.name for one in provinces}),
    }
    return render(request, "publication/public_service_lists.html", context)


def _day(row: Any) -> str:
    return written(row.announced_on) if row.announced_on else ""


def _chips(to: Narrowing, whether: str, provinces: dict[str, str]) -> list[tuple[Any, str]]:
    chips: list[tuple[Any, str]] = [(f"“{to.words}”", "q")] if to.words else []
    if to.within:
        chips.append((provinces.get(to.within, to.within), "noi"))
    if to.level:
        chips.append((LEVEL_LABELS[Level(to.level)], "cap"))
    if whether:
        chips.append((_("đã công bố") if whether == "co" else _("chưa công bố"), "co"))
    return chips


@require_safe
def public_service_list(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one list that was announced, also where a later one stands in its place."""
    rows = public_announcements(KIND)
    row = rows.select_related("body").filter(pk=announcement_id).first()
    if row is None:
        raise Http404
    context = shown(row)
    if request.GET.get("dang") == "csv":
        head = (
            _("Đơn vị"), _("Dịch vụ cơ bản, thiết yếu"), _("Địa chỉ"), _("Điện thoại"), _("Thư điện tử"),
            _("Trang thông tin"), _("Quyết định"),
        )  # fmt: skip
        sheet = (
            (one.name, one.services, one.address, one.telephone, one.email, one.website, context["decision"])
            for one in context["units"]
        )
        return as_csv(head, sheet, file_name=f"danh-muc-don-vi-su-nghiep-{row.pk}.csv")
    others = rows.filter(body=row.body_id).exclude(pk=row.pk).order_by("-decided_on", "-pk")
    lines = [{"row": one, "decision": decision_words(one.number, one.decided_on)} for one in others]
    return render(
        request,
        "publication/public_service_list.html",
        {**context, "publication": publication_of(row.kind, row.pk), "others": lines},
    )
