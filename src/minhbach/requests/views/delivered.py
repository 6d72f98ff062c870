"""Receive an answer with number and one-time code, without account (mã truy cập một lần)."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.agencies.forms import TextField
from minhbach.foundation import clock
from minhbach.foundation.queries import file_content, looks_of
from minhbach.intake.queries import messages_of
from minhbach.intake.throttling import WRONG_FROM, comes_through, is_over
from minhbach.requests.actions.open_with_code import open_with_code
from minhbach.requests.answering.delivered import files_of, opened_delivery, provided_files, remember
from minhbach.requests.models import AnswerFile
from minhbach.requests.views.following import opened_case

OUTCOMES = ("provide", "provide_in_part", "point", "refuse")


class CodeForm(forms.Form):
    """Number and one-time code."""

    number = TextField(
        label=gettext_lazy("Số biên nhận"), max_length=40,
        error_messages={"required": gettext_lazy("Ghi số biên nhận, ví dụ 2026-00412.")},
    )  # fmt: skip
    code = TextField(
        label=gettext_lazy("Mã truy cập một lần"), max_length=40,
        error_messages={"required": gettext_lazy("Ghi mã truy cập một lần.")},
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; once they fit, the code is used up."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        found = _opened(request, form)
        if found is not None:
            response = redirect("requests:delivered")
            remember(response, found)
            return response
        form.add_error(
            None, _("Số biên nhận và mã không khớp, hoặc mã đã dùng, đã hết hạn. Xem lại, hoặc gọi đầu mối.")
        )
    context = {"form": form}
    return render(request, "requests/receive.html", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, form: CodeForm) -> int | None:
    address = request.META.get("REMOTE_ADDR", "")
    if is_over(WRONG_FROM, address):
        return None
    found = open_with_code(number=form.cleaned_data["number"], code=form.cleaned_data["code"], now=clock.now())
    if found is None:
        comes_through(WRONG_FROM, address)
    return found


@never_cache
@require_safe
def delivered(request: HttpRequest) -> HttpResponse:
    """Show the answer and its files to the browser that opened them."""
    delivery = opened_delivery(request)
    if delivery is None:
        return redirect("requests:receive")
    case = delivery.answer.case
    letter = messages_of(case.submission_id, kinds=OUTCOMES)
    files = files_of(delivery)
    context: dict[str, Any] = {
        "case": case,
        "files": files,
        "looks": looks_of(files),
        "words": letter[-1].text if letter else "",
    }
    return render(request, "requests/delivered.html", context)


@never_cache
@require_safe
def delivered_file(request: HttpRequest, file_id: int) -> HttpResponse:
    """Send one of the files that a one-time code, or number and secret, opened in this browser."""
    file = next((one for one in _open_to(request) if one.pk == file_id), None)
    if file is None or file.file_id is None:
        raise Http404
    shown = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    return HttpResponse(
        file_content(file.file_id),
        content_type="application/octet-stream",
        headers={"Content-Disposition": shown, "X-Content-Type-Options": "nosniff"},
    )


def _open_to(request: HttpRequest) -> list[AnswerFile]:
    delivery, case = opened_delivery(request), opened_case(request)
    return [*(files_of(delivery) if delivery else ()), *(provided_files(case) if case else ())]
