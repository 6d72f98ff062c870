"""The list of what is being taken out of files, and the page of one: pictures, proposals, marks."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.domain.text import fold
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.jobs import read_waiting_redactions
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import redactions_visible_to, running_redactions
from minhbach.publication.redaction.forms import RedactionFilterForm
from minhbach.publication.redaction.labels import STATE_TAGS
from minhbach.publication.registries import host_of
from minhbach.publication.rules import MAY_MARK, SEES
from minhbach.publication.views.redaction_marking import mark_something, marking_context
from minhbach.publication.views.redaction_showing import shown, the_redaction

PAGE = 30
HEAD = (
    gettext_lazy("Tệp"),
    gettext_lazy("Thuộc"),
    gettext_lazy("Cơ quan"),
    gettext_lazy("Tình trạng"),
    gettext_lazy("Người đánh dấu"),
    gettext_lazy("Người duyệt"),
    gettext_lazy("Ngày duyệt"),
)
RECORD_HEAD = (
    gettext_lazy("Trang"),
    gettext_lazy("Loại"),
    gettext_lazy("Quyết định"),
    gettext_lazy("Căn cứ"),
    gettext_lazy("Căn cứ bằng chữ"),
    gettext_lazy("Người đánh dấu"),
)
ORDER = {"ten": "file_name", "-ten": "-file_name", "ngay": "begun_at", "-ngay": "-begun_at"}


@role_only(*SEES)
@require_safe
def redactions(request: HttpRequest) -> HttpResponse:
    """Show what is being taken out of files of the subjects that the officer sees."""
    form = RedactionFilterForm(request.GET)
    rows = redactions_visible_to(actor_on(request)).select_related("body", "marked_by", "approved_by")
    if form.state():
        rows = rows.filter(state=form.state())
    if form.asked("tim"):
        rows = rows.filter(search_text__contains=fold(form.asked("tim")))
    rows = rows.order_by(ORDER.get(request.GET.get("xep", ""), "-begun_at"), "-pk")
    if request.GET.get("dang") == "csv":
        cells = (_cells(line) for line in _lines(list(rows[:5000])))
        return as_csv([str(words) for words in HEAD], cells, file_name="che-thong-tin.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "chips": form.chips(), "page": page, "lines": _lines(list(page))}
    return render(request, "publication/redactions.html", context)


def _lines(rows: list[Redaction]) -> list[dict[str, Any]]:
    """Return rows with what they belong to: one query a kind of subject."""
    ids: dict[str, set[int]] = {}
    for row in rows:
        ids.setdefault(row.subject_kind, set()).add(row.subject_id)
    names = {kind: host_of(kind).names(of) for kind, of in ids.items()}
    return [
        {"row": row, "name": names[row.subject_kind].get(row.subject_id, ""), "tag": STATE_TAGS[row.state]}
        for row in rows
    ]


def _cells(line: dict[str, Any]) -> tuple[str, ...]:
    row = line["row"]
    return (
        row.file_name,
        line["name"],
        row.body.name,
        str(line["tag"][1]),
        row.marked_by.name if row.marked_by else "",
        row.approved_by.name if row.approved_by else "",
        written(row.approved_at) if row.approved_at else "",
    )


@role_only(*MAY_MARK)
@require_POST
def begin(request: HttpRequest, kind: str, subject_id: int, file_id: int) -> HttpResponse:
    """Begin with one file, or go on with what was begun."""
    subject = Subject(kind.replace("-", "_"), subject_id)
    try:
        redaction_id = begin_redaction(subject=subject, file_id=file_id, actor=actor_on(request), now=clock.now())
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        messages.error(request, refused.reason)
        running = running_redactions([file_id]).get(file_id)
        return (
            redirect("redaction:redaction", running.pk) if running else redirect(host_of(subject.kind).page(subject_id))
        )
    read_waiting_redactions.enqueue()
    messages.success(request, _("Máy đang đọc tệp để đề xuất chỗ cần che."))
    return redirect("redaction:redaction", redaction_id)


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def redaction(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Show how far it is; while it is marked, one page of the file with what is marked on it."""
    row = the_redaction(request, redaction_id)
    context = shown(request, row)
    if request.method == "POST" and not context["can"]["mark"]:
        raise Http404
    forms: dict[str, Any] = {}
    if request.method == "POST":
        answer, forms = mark_something(request, row)
        if answer is not None:
            return answer
    if request.GET.get("dang") == "csv" and context["record"]:
        return as_csv([str(words) for words in RECORD_HEAD], _record(context), file_name=f"che-thong-tin-{row.pk}.csv")
    if row.state not in (RedactionState.READING, RedactionState.REFUSED, RedactionState.DROPPED):
        context |= marking_context(request, row, forms)
    failed = any(form.errors for form in forms.values())
    return render(request, "publication/redaction.html", context, status=422 if failed else 200)


def _record(context: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        (
            str(line["mark"].page),
            str(line["what"]),
            str(line["tag"][1]),
            line["article"] or str(line["kept"]),
            line["ground"] or line["mark"].words,
            line["mark"].decided_by.name if line["mark"].decided_by else "",
        )
        for line in context["record"]
    ]
