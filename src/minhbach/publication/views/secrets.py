"""Kept files in which newer rules found a mark of secrecy: for leaders, who decide; and the minutes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.papers.sending import paper_sent
from minhbach.publication.actions.decide_secret import decide_secret
from minhbach.publication.content import content_of
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, SecretDecision
from minhbach.publication.history import history_of_finding
from minhbach.publication.labels import secret_tag
from minhbach.publication.list_forms import SecretFilterForm
from minhbach.publication.models import SecretFinding
from minhbach.publication.queries.secrets import findings_visible_to, narrowed_findings, visible_finding
from minhbach.publication.rules import MAY_APPROVE
from minhbach.publication.secret_files.forms import SecretForm
from minhbach.publication.secret_files.minutes import secret_minutes
from minhbach.publication.views.listed import as_file, order_asked, page_length
from minhbach.register.labels import called
from minhbach.register.queries.visible import bodies_of_holders

ORDERS = {"luc": "found_at", "quyet": "decided_at"}
HEAD = (
    (gettext_lazy("Số trong sổ đăng ký"), 20),
    (gettext_lazy("Cơ quan"), 40),
    (gettext_lazy("Phát hiện"), 18),
    (gettext_lazy("Đang công khai khi thấy"), 12),
    (gettext_lazy("Tình trạng"), 30),
    (gettext_lazy("Ngày quyết định"), 14),
    (gettext_lazy("Người quyết định"), 30),
)


@role_only(*MAY_APPROVE)
@require_safe
def secrets(request: HttpRequest) -> HttpResponse:
    """Show the files found, those that wait for a decision first."""
    actor = actor_on(request)
    form = SecretFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, MAY_APPROVE)).items())
    rows = narrowed_findings(findings_visible_to(actor), form.filters())
    rows = rows.order_by(*order_asked(request, ORDERS, "decision"))
    cells = (_cells(row) for row in rows.iterator(chunk_size=200))
    file = as_file(request, HEAD, cells, title=_("Tệp đã lưu có dấu mật"), name="tep-co-dau-mat")
    if file is not None:
        return file
    page = Paginator(rows, page_length(request)).get_page(request.GET.get("trang"))
    lines = [{"finding": row, "name": _in_book(row), "tag": secret_tag(row)} for row in page]
    context = {"form": form, "chips": form.chips(), "page": page, "lines": lines}
    return render(request, "publication/secrets.html", context)


def _in_book(row: SecretFinding) -> str:
    """Return how a file is called where nothing of it may be said."""
    place = {"book": row.item.book_number, "year": row.item.book_year, "number": row.version_number}
    return _("Số %(book)s sổ năm %(year)s, bản %(number)s") % place


def _cells(row: SecretFinding) -> tuple[str, ...]:
    return (
        _in_book(row),
        row.body.name,
        written(row.found_at),
        _("có") if row.was_public else _("không"),
        secret_tag(row)[1],
        written(row.decided_at) if row.decided_at else "",
        row.decided_by.name if row.decided_by else "",
    )


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def secret(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Show one file that was found, and take the leader's decision."""
    row = _the_finding(request, finding_id)
    if request.method == "POST" and row.decision:
        raise Http404
    form = SecretForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _decided(request, row, form):
        return redirect("publication:secret", finding_id)
    context = {
        "finding": row,
        "row": row.item,
        "name": called(row.item),
        "tag": secret_tag(row),
        # Opened by the leader until it is decided, and by nobody once it is secret.
        "content": content_of(row.item, row.version_id) if row.decision != SecretDecision.SECRET else None,
        "form": form,
        "lines": history_of_finding(row),
    }
    return render(request, "publication/secret.html", context, status=422 if form.errors else 200)


def _decided(request: HttpRequest, row: SecretFinding, form: SecretForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        decide_secret(
            finding_id=row.pk,
            decision=SecretDecision(given["decision"]),
            words=given["words"],
            seen_with_own_eyes=given["seen"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã ghi quyết định."))
    return True


@role_only(*MAY_APPROVE)
@require_safe
def minutes(request: HttpRequest, finding_id: int, file_type: str) -> HttpResponse:
    """Send the minutes, as DOCX to fill in or PDF to print."""
    row = _the_finding(request, finding_id)
    if file_type not in ("docx", "pdf"):
        raise Http404
    return paper_sent(secret_minutes(row), file_type, f"bien-ban-tep-co-dau-mat-{row.pk}")


def _the_finding(request: HttpRequest, finding_id: int) -> SecretFinding:
    try:
        return visible_finding(finding_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None
