"""The page on which the scan of a decision is put to a draft, or taken away again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan, drop_decision_scan
from minhbach.publication.announced_kinds import how
from minhbach.publication.announcement_forms import ScanForm
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.scans import scan_of
from minhbach.publication.rules import EDITABLE, MAY_DRAFT
from minhbach.publication.views.announcements import shown, the_announcement


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def decision_scan(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show which scan there is, take a new one in, or take it away."""
    row, actor = the_announcement(request, announcement_id), actor_on(request)
    publication = publication_of(row.kind, row.pk)
    open_to_change = row.is_draft and (publication is None or publication.state in EDITABLE)
    if not open_to_change or not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise Http404
    if "drop" in request.POST:
        drop_decision_scan(announcement_id=row.pk, actor=actor, now=clock.now())
        messages.success(request, _("Đã bỏ bản quét."))
        return redirect(how(row).page, row.pk)
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["scan"]
        try:
            attach_decision_scan(
                announcement_id=row.pk, name=file.name, content=file.read(), actor=actor, now=clock.now()
            )
            messages.success(request, _("Đã nhận tệp. Máy đang kiểm tra dấu mật; xong thì tệp hiện ở trang này."))
            return redirect(how(row).page, row.pk)
        except PublicationNotVisible:
            raise Http404 from None
        except PublicationRefused as refused:
            form.add_error(refused.field or None, refused.reason)
    context = {**shown(row), "form": form, "scan": scan_of(row)}
    return render(request, "publication/decision_scan.html", context, status=422 if form.errors else 200)
