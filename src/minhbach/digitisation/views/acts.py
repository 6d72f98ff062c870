"""What is done with a scan beside confirming it: put off, dropped, called a duplicate, scanned again, taken back."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.digitisation.actions.confirm_scan import undo_scan
from minhbach.digitisation.actions.replace_scan import replace_scan
from minhbach.digitisation.actions.set_scan_aside import call_duplicate, drop_scan, put_off_scan
from minhbach.digitisation.contracts import DigitisationRefused, NewScan
from minhbach.digitisation.forms import EmptyForm, FileForm
from minhbach.digitisation.jobs import read_waiting_scans
from minhbach.digitisation.models import Scan
from minhbach.digitisation.naming import batch_name, scan_name
from minhbach.digitisation.queries.listing import next_to_check
from minhbach.digitisation.rules import MAY_DIGITISE
from minhbach.digitisation.views.showing import blame, do, scan_to_act_on, sent, status_of
from minhbach.domain.lifecycles.scan import SCAN, ScanEvent, ScanState
from minhbach.foundation import clock


def address_of(row: Scan) -> str:
    """Return the address of a scan's page."""
    return reverse("digitisation:scan", args=[row.pk])


def onward(row: Scan) -> str:
    """Return the address of what is to be checked next, or of the batch."""
    following = next_to_check(row)
    return address_of(following) if following else reverse("digitisation:batch", args=[row.batch_id])


@role_only(*MAY_DIGITISE)
@require_POST
def put_off(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Leave a scan for later."""
    row = scan_to_act_on(request, scan_id)
    to = onward(row)

    def act() -> None:
        put_off_scan(scan_id=row.pk, actor=actor_on(request), now=clock.now())

    return do(request, act, done=_("Để sau: bản quét này xếp sau các bản chưa xem."), to=to, fails_to=address_of(row))


@role_only(*MAY_DIGITISE)
@require_POST
def duplicate(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Say that the document is there already."""
    row = scan_to_act_on(request, scan_id)
    to = onward(row)

    def act() -> None:
        call_duplicate(scan_id=row.pk, actor=actor_on(request), now=clock.now())

    return do(request, act, done=_("Đã ghi là bản trùng; tệp đã xóa."), to=to, fails_to=address_of(row))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Take a scan away, once that was confirmed."""
    row = scan_to_act_on(request, scan_id)
    if request.method == "POST":
        to = onward(row)

        def act() -> None:
            drop_scan(scan_id=row.pk, actor=actor_on(request), now=clock.now())

        return do(request, act, done=_("Đã bỏ bản quét, tệp đã xóa."), to=to, fails_to=address_of(row))
    if (ScanState(row.state), ScanEvent.DROP) not in SCAN.moves:
        raise Http404
    return render(request, "digitisation/drop_scan.html", {**context_of(row), "form": EmptyForm()})


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def replace(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Take a better scan of the same paper instead."""
    row = scan_to_act_on(request, scan_id)
    if (ScanState(row.state), ScanEvent.REPLACE) not in SCAN.moves:
        raise Http404
    form = FileForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["scan"]
        try:
            with transaction.atomic():
                file = NewScan(upload.name, upload.read())
                replace_scan(scan_id=row.pk, file=file, actor=actor_on(request), now=clock.now())
                read_waiting_scans.enqueue()
            messages.success(request, _("Đã nhận bản quét lại; máy đang đọc."))
            return redirect("digitisation:scan", row.pk)
        except DigitisationRefused as refused:
            blame(form, refused)
    return render(request, "digitisation/replace_scan.html", {**context_of(row), "form": form}, status=status_of(form))


@role_only(*MAY_DIGITISE)
@require_POST
def undo(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Take a confirmation back."""
    row = scan_to_act_on(request, scan_id)

    def act() -> None:
        undo_scan(scan_id=row.pk, actor=actor_on(request), now=clock.now())

    done = _("Đã hoàn tác: mục trong kho bị gạch, bản quét chờ kiểm tra lại.")
    return do(request, act, done=done, to=address_of(row))


def context_of(row: Scan) -> dict[str, object]:
    """Return what the small pages around a scan share."""
    return {
        "row": row,
        "name": scan_name(row),
        "batch_name": batch_name(row.batch),
        "back_url": address_of(row),
    }
