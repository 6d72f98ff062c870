"""The public's pages of the lists: which committee announced one by which decision, and who has none yet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from minhbach.agencies.queries.directory import bodies_on
from minhbach.agencies.queries.succession import end_of
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.papers.sending import paper_sent
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.announcements import public_announcements, with_announcement
from minhbach.publication.service_lists.paper import COLUMNS, service_list_paper, sheet_rows
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.who_announced import line_of, who_announced
from minhbach.register.sending import workbook_sent

KIND = AnnouncementKind.SERVICE_UNITS
TITLE = gettext_lazy("Danh mục đơn vị sự nghiệp công lập")
COMMITTEES: tuple[tuple[Promise, int], ...] = (
    (gettext_lazy("Cơ quan"), 40),
    (gettext_lazy("Thuộc"), 30),
    (gettext_lazy("Số quyết định"), 22),
    (gettext_lazy("Ngày quyết định"), 16),
)


@require_safe
def public_service_lists(request: HttpRequest) -> HttpResponse:
    """Show every committee with the list that it announced, or "chưa công bố"."""
    today = clock.today()
    asked = who_announced(request, with_announcement(bodies_on(today), KIND), what=_("Danh mục"), kind=Kind.COMMITTEE)
    wanted, name = request.GET.get("dang", ""), "danh-muc-don-vi-su-nghiep"
    if wanted == "csv":
        return as_csv([words for words, _width in COMMITTEES], map(line_of, asked.rows), file_name=f"{name}.csv")
    if wanted == "xlsx":
        about = _("Tính đến %(day)s") % {"day": written(today)}
        return workbook_sent(_in_words(COMMITTEES), map(line_of, asked.rows), title=str(TITLE), about=about, name=name)
    return render(request, "publication/public_service_lists.html", asked.page(request))


@require_safe
def public_service_list(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one list that was announced, also where a later one stands in its place, or its body is no more."""
    rows = public_announcements(KIND)
    row = rows.select_related("body").filter(pk=announcement_id).first()
    if row is None:
        raise Http404
    if sent := _as_file(row, request.GET.get("dang", "")):
        return sent
    others = rows.filter(body=row.body_id).exclude(pk=row.pk).order_by("-decided_on", "-pk")
    context = {
        **shown(row),
        "publication": publication_of(row.kind, row.pk),
        "others": [{"row": one, "decision": decision_words(one.number, one.decided_on)} for one in others],
        "ended": end_of(row.body_id, on=clock.today()),
    }
    return render(request, "publication/public_service_list.html", context)


def _as_file(row: Announcement, wanted: str) -> HttpResponse | None:
    """Return the list as the file that is asked for, or None where the page is."""
    name, decision = f"danh-muc-don-vi-su-nghiep-{row.pk}", decision_words(row.number, row.decided_on)
    if wanted == "csv":
        head = [*(words for words, _width in COLUMNS), _("Quyết định")]
        return as_csv(head, ((*line, decision) for line in sheet_rows(row)), file_name=f"{name}.csv")
    if wanted == "xlsx":
        about = f"{row.body.name}. {decision}"
        return workbook_sent(_in_words(COLUMNS), sheet_rows(row), title=str(TITLE), about=about, name=name)
    if wanted in ("docx", "pdf"):
        return paper_sent(service_list_paper(row), wanted, name)
    return None


def _in_words(columns: tuple[tuple[Promise, int], ...]) -> list[tuple[str, int]]:
    return [(str(words), width) for words, width in columns]
