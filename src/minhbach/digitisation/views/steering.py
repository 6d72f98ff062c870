"""Opening a batch, adding files to it, holding it, letting it go on, giving it up."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.digitisation.actions.open_batch import change_batch, open_batch
from minhbach.digitisation.actions.receive_scans import Received, receive_scans
from minhbach.digitisation.actions.steer_batch import cancel_batch, pause_batch, resume_batch
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused, NewScan, Way
from minhbach.digitisation.forms import BatchForm, EmptyForm, FilesForm, NewBatchForm, choices_of_lines
from minhbach.digitisation.jobs import read_waiting_scans
from minhbach.digitisation.models import Batch
from minhbach.digitisation.naming import batch_name
from minhbach.digitisation.queries.counting import progress_of
from minhbach.digitisation.queries.visible import bodies_digitised_by, roadmap_visible_to
from minhbach.digitisation.rules import MAY_DIGITISE
from minhbach.digitisation.views.showing import batch_to_change, blame, do, sent, status_of
from minhbach.domain.lifecycles.scan import BatchState
from minhbach.foundation import clock


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def new_batch(request: HttpRequest) -> HttpResponse:
    """Open a batch with its first files."""
    actor = actor_on(request)
    bodies = bodies_digitised_by(actor)
    lines = roadmap_visible_to(actor).filter(body_id__in=bodies).order_by("due_on")
    asked = request.GET.get("lo_trinh", "")
    form = NewBatchForm(
        *sent(request),
        bodies=body_names(bodies).items(),
        roadmap=choices_of_lines(lines),
        initial={"roadmap": asked} if asked.isdecimal() else None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            batch_id, received = _open(request, form)
        except BatchNotVisible:
            raise Http404 from None
        except DigitisationRefused as refused:
            blame(form, refused)
        else:
            _tell(request, received, form.cleaned_data["scans"].refused)
            return redirect("digitisation:batch", batch_id)
    return render(request, "digitisation/new_batch.html", {"form": form}, status=status_of(form))


@transaction.atomic
def _open(request: HttpRequest, form: NewBatchForm) -> tuple[int, Received]:
    given, actor, now = form.cleaned_data, actor_on(request), clock.now()
    batch_id = open_batch(body_id=given["body"], facts=form.facts(), way=Way.UPLOAD, actor=actor, now=now)
    return batch_id, _receive(request, batch_id, given["scans"].accepted)


def _receive(request: HttpRequest, batch_id: int, uploads: Sequence[UploadedFile[bytes]]) -> Received:
    files = [NewScan(upload.name or "", upload.read()) for upload in uploads]
    received = receive_scans(batch_id=batch_id, files=files, actor=actor_on(request), now=clock.now())
    if received.taken:
        read_waiting_scans.enqueue()
    return received


def _tell(request: HttpRequest, received: Received, refused: Sequence[str]) -> None:
    for sentence in (*refused, *received.refused):
        messages.warning(request, sentence)
    count = len(received.taken)
    messages.success(request, ngettext("Đã nhận %(count)s tệp.", "Đã nhận %(count)s tệp.", count) % {"count": count})
    known = received.here + received.elsewhere
    if known:
        sentence = ngettext(
            "%(count)s tệp đã có từ trước, không nhận lần nữa.", "%(count)s tệp đã có từ trước, không nhận lần nữa.",
            known,
        )  # fmt: skip
        messages.info(request, sentence % {"count": known})


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def add_files(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Add files to a batch."""
    row = batch_to_change(request, batch_id)
    form = FilesForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        uploads = form.cleaned_data["scans"]
        try:
            with transaction.atomic():
                received = _receive(request, row.pk, uploads.accepted)
        except DigitisationRefused as refused:
            blame(form, refused)
        else:
            _tell(request, received, uploads.refused)
            return redirect("digitisation:batch", row.pk)
    context = {"form": form, "row": row, "name": batch_name(row)}
    return render(request, "digitisation/add_files.html", context, status=status_of(form))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Change what a batch is called and where its paper lies."""
    row = batch_to_change(request, batch_id)
    lines = roadmap_visible_to(actor_on(request)).filter(body_id=row.body_id).order_by("due_on")
    posted = request.POST if request.method == "POST" else None
    form = BatchForm(posted, roadmap=choices_of_lines(lines), initial=_boxes(row))
    if request.method == "POST" and form.is_valid():
        try:
            change_batch(
                batch_id=row.pk,
                facts=form.facts(),
                seen_version=form.cleaned_data["version"] or 0,
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã sửa."))
            return redirect("digitisation:batch", row.pk)
        except DigitisationRefused as refused:
            blame(form, refused)
    context = {"form": form, "row": row, "name": batch_name(row)}
    return render(request, "digitisation/change_batch.html", context, status=status_of(form))


def _boxes(row: Batch) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in ("title", "store", "shelf", "box", "folder", "version")}
    return {**plain, "roadmap": row.roadmap_id}


@role_only(*MAY_DIGITISE)
@require_POST
def pause(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Hold a batch."""
    row = batch_to_change(request, batch_id)
    to = reverse("digitisation:batch", args=[row.pk])
    done = _("Đã tạm dừng. Tệp đang đọc dở được đọc nốt.")
    return do(request, lambda: pause_batch(batch_id=row.pk, actor=actor_on(request), now=clock.now()), done=done, to=to)


@role_only(*MAY_DIGITISE)
@require_POST
def resume(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Let a batch go on."""
    row = batch_to_change(request, batch_id)

    @transaction.atomic
    def act() -> None:
        resume_batch(batch_id=row.pk, actor=actor_on(request), now=clock.now())
        read_waiting_scans.enqueue()

    return do(request, act, done=_("Đang đọc tiếp."), to=reverse("digitisation:batch", args=[row.pk]))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Give a batch up, once that was confirmed."""
    row = batch_to_change(request, batch_id)
    to = reverse("digitisation:batch", args=[row.pk])
    if row.state == BatchState.CANCELLED and request.method == "GET":
        raise Http404
    if request.method == "POST":
        done = _("Đã bỏ phần chưa đọc của lô.")
        return do(
            request, lambda: cancel_batch(batch_id=row.pk, actor=actor_on(request), now=clock.now()), done=done, to=to
        )
    context = {"form": EmptyForm(), "row": row, "name": batch_name(row), "back_url": to}
    context["progress"] = progress_of([row.pk])[row.pk]
    return render(request, "digitisation/cancel_batch.html", context)
