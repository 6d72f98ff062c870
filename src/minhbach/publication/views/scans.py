"""The page on which the scan of a decision is put to a draft, or taken away again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.foundation import clock
from minhbach.papers.contracts import LetterInShort
from minhbach.papers.queries import letters_in_short
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan, drop_decision_scan
from minhbach.publication.actions.take_signed_decision import take_signed_decision
from minhbach.publication.announced import AnnouncementKind
from minhbach.publication.announced_kinds import how
from minhbach.publication.announcement_forms import ScanForm
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of
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
    if how(row).why_no_scan(row):
        raise Http404
    if "drop" in request.POST:
        drop_decision_scan(announcement_id=row.pk, actor=actor, now=clock.now())
        messages.success(request, _("Đã bỏ bản quét."))
        return redirect(how(row).page, row.pk)
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if form.is_bound and _taken_in(request, row, form):
        messages.success(request, _("Đã nhận tệp. Máy đang kiểm tra dấu mật; xong thì tệp hiện ở trang này."))
        return redirect(how(row).page, row.pk)
    context = {**shown(row), "form": form, "signed": _signed_letter(row)}
    return render(request, "publication/decision_scan.html", context, status=422 if form.errors else 200)


def _taken_in(request: HttpRequest, row: Announcement, form: ScanForm) -> bool:
    """Take in what was sent, or the signed decision among the letters; what is refused, the form says."""
    about: dict[str, Any] = {"announcement_id": row.pk, "actor": actor_on(request), "now": clock.now()}
    from_letter = "from_letter" in request.POST
    if from_letter:
        form.fields["scan"].required = False
    if not form.is_valid():
        return False
    try:
        if from_letter:
            take_signed_decision(**about)
        else:
            file = form.cleaned_data["scan"]
            attach_decision_scan(name=file.name, content=file.read(), **about)
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field or None, refused.reason)
        return False
    return True


def _signed_letter(row: Announcement) -> LetterInShort | None:
    """Return the decision among the letters if its signed scan is there to be taken."""
    letter_id = row.regulation.letter_id if row.kind == AnnouncementKind.REGULATION else None
    letter = letters_in_short([letter_id]).get(letter_id) if letter_id else None
    return letter if letter and letter.state == LetterState.SIGNED else None
