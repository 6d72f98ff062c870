"""A scan that bears a mark of secrecy: taken away by a person who sees it, and the minutes of that."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.digitisation.actions.refuse_secret import make_minutes, refuse_secret
from minhbach.digitisation.contracts import DigitisationRefused
from minhbach.digitisation.forms import MarkForm, MinutesForm
from minhbach.digitisation.rules import MAY_DIGITISE
from minhbach.digitisation.views.acts import context_of
from minhbach.digitisation.views.showing import blame, scan_to_act_on, status_of
from minhbach.domain.lifecycles.scan import SCAN, ScanEvent, ScanState
from minhbach.foundation import clock


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Take a scan away whose mark the machine missed; what follows are the minutes."""
    row = scan_to_act_on(request, scan_id)
    if (ScanState(row.state), ScanEvent.REFUSE) not in SCAN.moves or row.state == ScanState.WAITING:
        raise Http404
    form = MarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            mark = form.cleaned_data["mark"]
            refuse_secret(scan_id=row.pk, mark=mark, actor=actor_on(request), now=clock.now())
            messages.success(request, _("Đã xóa tệp. Lập biên bản để xử lý bản giấy."))
            return redirect("digitisation:minutes", row.pk)
        except DigitisationRefused as refused:
            blame(form, refused)
    context = {**context_of(row), "form": form}
    return render(request, "digitisation/refuse_secret.html", context, status=status_of(form))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Make the minutes of a scan that was taken away, and show them to be printed and signed."""
    row = scan_to_act_on(request, scan_id)
    if row.state != ScanState.REFUSED:
        raise Http404
    form = MinutesForm(request.POST if request.method == "POST" else None, initial={"paper_note": row.paper_note})
    if request.method == "POST" and form.is_valid():
        try:
            note = form.cleaned_data["paper_note"]
            make_minutes(scan_id=row.pk, paper_note=note, actor=actor_on(request), now=clock.now())
            messages.success(request, _("Đã lập biên bản. In ra để ký, lưu cùng hồ sơ."))
            return redirect("digitisation:minutes", row.pk)
        except DigitisationRefused as refused:
            blame(form, refused)
    people = person_names({one for one in (row.refused_by_id, row.minuted_by_id) if one})
    context = {
        **context_of(row),
        "form": form,
        "refused_by": people.get(row.refused_by_id or 0, ""),
        "minuted_by": people.get(row.minuted_by_id or 0, ""),
    }
    return render(request, "digitisation/minutes.html", context, status=status_of(form))
