"""The list of batches, one batch with its scans, and its report."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.digitisation.filter_forms import BatchFilterForm, ScanFilterForm
from minhbach.digitisation.history import history_of
from minhbach.digitisation.labels import BATCH_TAGS, FIELD_LABELS, FINDINGS, SCAN_TAGS, WAYS
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.naming import batch_name, facts_of, scan_name
from minhbach.digitisation.queries.counting import Progress, progress_of, standing_of
from minhbach.digitisation.queries.listing import (
    first_to_check,
    narrowed_batches,
    narrowed_scans,
    sorted_batches,
    sorted_scans,
)
from minhbach.digitisation.queries.reports import report_of
from minhbach.digitisation.queries.visible import BATCH, batches_visible_to, bodies_digitised_by, may_digitise
from minhbach.digitisation.rules import SEES
from minhbach.digitisation.views.showing import the_batch
from minhbach.domain.lifecycles.scan import BATCH as BATCH_MOVES
from minhbach.domain.lifecycles.scan import BatchEvent, BatchState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.register.queries.visible import bodies_of_holders

PAGE, PRINTED_AT_MOST = 30, 2000
HEAVY = ("lines", "fields", "problems", "search_text")
"""What a list does not show of a scan."""


@role_only(*SEES)
@require_safe
def batches(request: HttpRequest) -> HttpResponse:
    """Show the batches of the registers that the officer reads."""
    actor = actor_on(request)
    form = BatchFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, SEES)).items())
    rows = narrowed_batches(batches_visible_to(actor), form.filters())
    rows = sorted_batches(rows, request.GET.get("xep", "")).select_related("body", "roadmap")
    if request.GET.get("dang") == "csv":
        return as_csv(_head_of_batches(), _cells_of_batches(rows), file_name="lo-so-hoa.csv")
    page = Paginator(rows, PRINTED_AT_MOST if request.GET.get("in") == "1" else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": _lines(list(page)),
        "several_bodies": len({row.body_id for row in page}) > 1,
        "may_digitise": bool(bodies_digitised_by(actor)),
    }
    return render(request, "digitisation/batches.html", context)


def _lines(rows: list[Batch]) -> list[dict[str, Any]]:
    progress = progress_of([row.pk for row in rows])
    return [
        {
            "row": row,
            "name": batch_name(row),
            "progress": progress[row.pk],
            "tag": BATCH_TAGS[standing_of(row, progress[row.pk])],
        }
        for row in rows
    ]


def _head_of_batches() -> list[str]:
    return [
        _("Lô"), _("Tên lô"), _("Cơ quan"), _("Kho"), _("Giá"), _("Hộp"), _("Hồ sơ"), _("Ngày mở"), _("Cách nhận"),
        _("Tình trạng"), _("Tệp"), _("Đã đọc"), _("Chờ kiểm tra"), _("Đã vào kho"), _("Trang"),
    ]  # fmt: skip


def _cells_of_batches(rows: QuerySet[Batch]) -> Iterator[list[object]]:
    for line in _lines(list(rows)):
        row, progress = line["row"], line["progress"]
        yield [
            f"{row.number}/{row.year}", row.title, row.body, row.store, row.shelf, row.box, row.folder,
            written(row.started_at), WAYS[row.way], line["tag"][1], progress.total, progress.read, progress.to_check,
            progress.confirmed, progress.pages,
        ]  # fmt: skip


@role_only(*SEES)
@require_safe
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show one batch: how far it is, its scans, what was done."""
    row, actor = the_batch(request, batch_id), actor_on(request)
    form = ScanFilterForm(request.GET)
    rows = narrowed_scans(row.scans.all(), **form.narrowing()).defer(*HEAVY)
    rows = sorted_scans(rows, request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        return as_csv(_head_of_scans(), map(_cells_of_scan, rows), file_name=f"lo-{row.number}-{row.year}.csv")
    page = Paginator(rows, PRINTED_AT_MOST if request.GET.get("in") == "1" else PAGE).get_page(request.GET.get("trang"))
    progress = progress_of([row.pk])[row.pk]
    context = {
        "row": row,
        "name": batch_name(row),
        "tag": BATCH_TAGS[standing_of(row, progress)],
        "way": WAYS[row.way],
        "progress": progress,
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [_line(one, scan_name(one)) for one in page],
        "first": first_to_check(row),
        "can": _possible(row, progress, may=may_digitise(actor, row.body_id)),
        "history": history_of(Subject(BATCH, row.pk)),
    }
    return render(request, "digitisation/batch.html", context)


def _line(row: Scan, name: str) -> dict[str, Any]:
    """Return what a list shows of a scan."""
    return {"scan": row, "name": name, "tag": SCAN_TAGS[row.state], "issued_on": facts_of(row.head).issued_on}


def _possible(row: Batch, progress: Progress, *, may: bool) -> dict[str, bool]:
    """Return which acts the batch's state and the actor's posts allow; buttons are shown for these alone."""
    events = BATCH_MOVES.events(BatchState(row.state)) if may else ()
    return {
        "pause": BatchEvent.PAUSE in events and progress.waiting > 0,
        "resume": BatchEvent.RESUME in events,
        "cancel": BatchEvent.CANCEL in events,
        "add": may and row.state != BatchState.CANCELLED,
        "change": may,
        "check": may and progress.to_check > 0,
    }


def _head_of_scans() -> list[str]:
    return [
        _("Thứ tự"), _("Tệp"), _("Tình trạng"), _("Loại văn bản"), _("Số"), _("Ký hiệu"), _("Ngày ban hành"),
        _("Cơ quan ban hành"), _("Tên, trích yếu"), _("Trang"), _("Độ chắc"), _("Dữ liệu cá nhân"),
    ]  # fmt: skip


def _cells_of_scan(row: Scan) -> list[object]:
    head = row.head
    return [
        row.place, row.name, SCAN_TAGS[row.state][1], head.get("kind", ""), head.get("number", ""),
        head.get("symbol", ""), head.get("issued_on", ""), head.get("issuer_name", ""), head.get("title", ""),
        row.pages or "", "" if row.sure is None else f"{row.sure:.0%}", findings_in_words(row),
    ]  # fmt: skip


def findings_in_words(row: Scan) -> str:
    """Return what personal data were found, by kind and how often; never the data."""
    return ", ".join(f"{FINDINGS.get(label, label)}: {count}" for label, count in sorted(row.findings.items()))


@role_only(*SEES)
@require_safe
def batch_report(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show the batch's report, to be printed and kept with the box."""
    row = the_batch(request, batch_id)
    progress = progress_of([row.pk])[row.pk]
    report = report_of(row)
    context = {
        "row": row,
        "name": batch_name(row),
        "progress": progress,
        "tag": BATCH_TAGS[standing_of(row, progress)],
        "states": [(SCAN_TAGS[state][1], progress.states[state]) for state in SCAN_TAGS if state in progress.states],
        "report": report,
        "fields": [{"words": FIELD_LABELS[one.name], "kept": one.kept, "all": one.all} for one in report.fields],
        "lines": [_line(scan, name) for scan, name in report.lines],
        "way": WAYS[row.way],
    }
    return render(request, "digitisation/batch_report.html", context)
