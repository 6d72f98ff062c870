"""The steps of a redaction: handed on, taken or sent back, taken out, approved, given up."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.publication.actions.apply_redaction import apply_redaction
from minhbach.publication.actions.approve_redaction import approve_redaction
from minhbach.publication.actions.hand_on_redaction import (
    drop_redaction,
    hand_on_redaction,
    send_redaction_back,
    take_redaction_back,
)
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.forms import RemarkForm
from minhbach.publication.jobs import make_waiting_copies
from minhbach.publication.redaction.forms import ApproveCopyForm, EmptyForm
from minhbach.publication.rules import MAY_MARK, MAY_REDACT, STANDS_IN
from minhbach.publication.views.redaction_marking import marking_context
from minhbach.publication.views.redaction_showing import act, sentence, shown, the_redaction

REFUSED = (PublicationRefused, MoveNotAllowed)
SECOND = (*MAY_REDACT, *STANDS_IN)


@role_only(*MAY_MARK)
@require_POST
def hand_on(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Hand the marks to the focal point."""
    return act(
        request,
        redaction_id,
        lambda: hand_on_redaction(redaction_id=redaction_id, actor=actor_on(request), now=clock.now()),
        _("Đã chuyển cho đầu mối cung cấp thông tin kiểm tra."),
    )


@role_only(*MAY_MARK)
@require_POST
def take_back(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Go on marking."""
    return act(
        request,
        redaction_id,
        lambda: take_redaction_back(redaction_id=redaction_id, actor=actor_on(request), now=clock.now()),
        _("Đã lấy lại để đánh dấu tiếp."),
    )


@role_only(*SECOND)
@require_POST
def apply(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Have the copy made; the machine takes it up at once."""

    def ask() -> None:
        apply_redaction(redaction_id=redaction_id, actor=actor_on(request), now=clock.now())
        make_waiting_copies.enqueue()

    return act(request, redaction_id, ask, _("Máy đang làm bản che. Xong sẽ hiện ở đây và ở Hôm nay."))


@role_only(*SECOND)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Send the marks back to who made them."""
    row = the_redaction(request, redaction_id)
    context = shown(request, row)
    if not context["can"]["send_back"]:
        raise Http404
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            send_redaction_back(
                redaction_id=row.pk, remark=form.cleaned_data["remark"], actor=actor_on(request), now=clock.now()
            )
            messages.success(request, _("Đã trả lại người đánh dấu."))
            return redirect("redaction:redaction", row.pk)
        except REFUSED as refused:
            form.add_error(None, sentence(refused))
    context["form"] = form
    return render(request, "publication/redaction_send_back.html", context, status=422 if form.errors else 200)


@role_only(*SECOND)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Show each page of the copy and the proof, and let the copy take the place of the file in the approver's name."""
    row = the_redaction(request, redaction_id)
    context = shown(request, row)
    if not context["can"]["approve"]:
        raise Http404
    own = context["can"]["own"]
    form = ApproveCopyForm(
        request.POST if request.method == "POST" else None, own=own, initial={"copy": row.copy_sha256}
    )
    if request.method == "POST" and form.is_valid() and _approved(request, redaction_id, form):
        return redirect(context["subject_url"])
    second = not own or request.GET.get("buoc") == "2" or bool(form.errors)
    context |= {"form": form, "second_step": second, **marking_context(request, row, {})}
    return render(request, "publication/redaction_approve.html", context, status=422 if form.errors else 200)


def _approved(request: HttpRequest, redaction_id: int, form: ApproveCopyForm) -> bool:
    given = form.cleaned_data
    try:
        approve_redaction(
            redaction_id=redaction_id, copy_sha256=given["copy"], seen_with_own_eyes=given["seen"],
            approves_own=given.get("own", False), actor=actor_on(request), now=clock.now(),
        )  # fmt: skip
    except PublicationNotVisible:
        raise Http404 from None
    except REFUSED as refused:
        form.add_error(None, sentence(refused))
        return False
    messages.success(request, _("Đã duyệt bản che. Bản mới đang được đọc lại; tệp gốc vẫn giữ trong cơ quan."))
    return True


@role_only(*MAY_MARK)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, redaction_id: int) -> HttpResponse:
    """Give it up: the marks go, the file stands as it stood."""
    row = the_redaction(request, redaction_id)
    context = shown(request, row)
    if not context["can"]["drop"]:
        raise Http404
    if request.method == "POST":
        action = lambda: drop_redaction(redaction_id=row.pk, actor=actor_on(request), now=clock.now())  # noqa: E731
        return act(request, row.pk, action, _("Đã bỏ. Tệp giữ nguyên như trước."))
    context |= {"form": EmptyForm(), "back_url": reverse("redaction:redaction", args=[row.pk])}
    return render(request, "publication/redaction_drop.html", context)
