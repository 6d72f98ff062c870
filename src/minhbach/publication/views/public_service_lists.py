"""The public's pages of the lists: which committee announced one by which decision, and who has none yet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.agencies.queries.directory import bodies_on
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.publication.announced import AnnouncementKind
from minhbach.publication.announcement_labels import decision_words
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import public_announcements, with_announcement
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.who_announced import line_of, who_announced

KIND = AnnouncementKind.SERVICE_UNITS


@require_safe
def public_service_lists(request: HttpRequest) -> HttpResponse:
    """Show every committee with the list that it announced, or "chưa công bố"."""
    bodies = with_announcement(bodies_on(clock.today()), KIND)
    asked = who_announced(request, bodies, what=_("Danh mục"), kind=Kind.COMMITTEE)
    if request.GET.get("dang") == "csv":
        head = (_("Cơ quan"), _("Thuộc"), _("Số quyết định"), _("Ngày quyết định"))
        return as_csv(head, map(line_of, asked.rows), file_name="danh-muc-don-vi-su-nghiep.csv")
    return render(request, "publication/public_service_lists.html", asked.page(request))


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
