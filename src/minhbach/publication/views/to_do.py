"""What an agency still has to do so that everything is public that must be: one screen, each line one click away."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.publication.queries.to_do import Need, ToDo, work_of
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.register.labels import called
from minhbach.register.law import statute_of_register

WHY: Mapping[Need, Promise] = {
    Need.PUBLISH: _("Quá hạn công khai"),
    Need.MEND: _("Không mở được: tệp hỏng hoặc không có nội dung"),
    Need.ADDRESS: _("Ghi đã đăng trên mạng mà không có địa chỉ"),
    Need.READABLE: _("Máy không đọc được: không có chữ tìm được, hoặc không có tệp ở định dạng mở"),
    Need.FOCAL_POINT: _("Chưa công bố đầu mối"),
    Need.BEGIN: _("Chưa có gì công khai"),
    Need.RENEW: _("Không có gì mới trong 12 tháng qua"),
}
VERBS: Mapping[Need, Promise] = {
    Need.PUBLISH: _("Đưa ra công khai"),
    Need.MEND: _("Thêm bản mới"),
    Need.ADDRESS: _("Ghi địa chỉ"),
    Need.READABLE: _("Thêm bản có chữ"),
    Need.FOCAL_POINT: _("Ghi đầu mối"),
    Need.BEGIN: _("Ghi vào kho"),
    Need.RENEW: _("Ghi vào kho"),
}
LISTS: Mapping[Need, str] = {
    Need.PUBLISH: "tre",
    Need.MEND: "khong-mo",
    Need.ADDRESS: "thieu-dia-chi",
    Need.READABLE: "khong-doc",
}
"""Under which standing the list of items shows all of a kind."""


@role_only(*SEES)
@require_safe
def to_do(request: HttpRequest) -> HttpResponse:
    """Show at most one screen of what is to be done for the officer's agencies, the most pressing first."""
    actor, today = actor_on(request), clock.today()
    law = statute_of_register(today)
    work = work_of(actor, law=law, on=today)
    acts = actor.holds(*MAY_TEND)
    context = {
        "agencies": work.agencies,
        "lines": [_line(one, acts=acts, several=len(work.agencies) > 1) for one in work.lines],
        "more": [
            {"words": WHY[need], "count": count, "url": f"{reverse('publication:items')}?tinh_trang={LISTS[need]}"}
            for need, count in work.more.items()
            if need in LISTS
        ],
        "more_letters": sum(count for need, count in work.more.items() if need not in LISTS),
        "law": law,
        "today": today,
    }
    return render(request, "publication/to_do.html", context)


def _line(one: ToDo, *, acts: bool, several: bool) -> dict[str, Any]:
    agency = one.agency.agency.name if one.agency and several else ""
    return {
        "what": called(one.item) if one.item else gettext("Điểm %(letter)s") % {"letter": one.letter},
        "detail": one.item.title if one.item else agency,
        "why": WHY[one.need],
        "since": written(one.item.publish_due_on) if one.need is Need.PUBLISH else "",
        "late": one.need is Need.PUBLISH,
        "verb": VERBS[one.need] if acts else "",
        "url": _address(one),
    }


def _address(one: ToDo) -> str:
    match one.need:
        case Need.PUBLISH:
            return reverse("publication:item", args=[one.item.pk])
        case Need.ADDRESS:
            return reverse("publication:channels", args=[one.item.pk])
        case Need.MEND | Need.READABLE:
            return reverse("register:new_version", args=[one.item.pk])
        case Need.FOCAL_POINT:
            assert one.agency is not None
            return reverse("agencies:new_focal_point", args=[one.agency.agency.id])
        case _:
            return reverse("register:new_item")
