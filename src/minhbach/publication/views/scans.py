"""The page of the scan of a decision: put to a draft or beside what is public, approved there, taken away again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.extraction.screening.screen import screen_text
from minhbach.foundation import clock
from minhbach.papers.contracts import LetterInShort
from minhbach.papers.queries import letters_in_short
from minhbach.publication.actions.approve_decision_scan import approve_decision_scan, withdraw_decision_scan
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan, drop_decision_scan
from minhbach.publication.actions.take_signed_decision import take_signed_decision
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.forms import ScanForm, SeenForm
from minhbach.publication.announcements.kinds import how
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import FINDING_LABELS
from minhbach.publication.models import Announcement, DecisionScan, ScanState
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.queries.scans import may_act_on_later_scan, scan_of, takes_later_scan
from minhbach.publication.rules import EDITABLE, MAY_APPROVE, MAY_DRAFT, reason_not_to_approve
from minhbach.publication.views.announcements import shown, the_announcement


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def decision_scan(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show which scan there is, take a new one in, let a leader approve one beside what is public, or take it away."""
    row, actor = the_announcement(request, announcement_id), actor_on(request)
    open_to_change = actor.holds(*MAY_DRAFT, body=row.body_id) and _takes_scans(row)
    if not open_to_change and not may_act_on_later_scan(row, actor=actor):
        raise Http404
    if how(row).why_no_scan(row):
        raise Http404
    if "drop" in request.POST or "withdraw" in request.POST:
        return _taken_away(request, row)
    if "approve" in request.POST:
        return _approved(request, row)
    if request.method == "POST" and not _takes_scans(row):
        raise Http404
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if form.is_bound and _taken_in(request, row, form):
        messages.success(request, _("Đã nhận tệp. Máy đang kiểm tra dấu mật; xong thì tệp hiện ở trang này."))
        return redirect(how(row).page, row.pk)
    return _page(request, row, form, SeenForm(), status=422 if form.errors else 200)


def _takes_scans(row: Announcement) -> bool:
    publication = publication_of(row.kind, row.pk)
    drafted = row.is_draft and (publication is None or publication.state in EDITABLE)
    return drafted or takes_later_scan(row)


def _page(request: HttpRequest, row: Announcement, form: ScanForm, seen: SeenForm, *, status: int) -> HttpResponse:
    scan, actor = scan_of(row), actor_on(request)
    waits = scan is not None and not row.is_draft and scan.state == ScanState.KEPT and scan.public_from is None
    found = screen_text(scan.text).findings if scan is not None and waits else ()
    context = {
        **shown(row),
        "form": form,
        "signed": _signed_letter(row),
        "takes": _takes_scans(row),
        "can_withdraw": scan is not None and scan.public_from is not None,
        "can_approve": waits and actor.holds(*MAY_APPROVE, body=row.body_id),
        "refused": _why_not_approve(row, scan, actor) if scan is not None and waits else None,
        "found": [(FINDING_LABELS[one.label], one.text, one.why) for one in found],
        "seen": seen,
    }
    return render(request, "publication/decision_scan.html", context, status=status)


def _why_not_approve(row: Announcement, scan: DecisionScan, actor: Actor) -> str | None:
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    return reason_not_to_approve(
        actor=actor, body=row.body_id, submitted_by=scan.handed_in_by_id or 0, others_may_approve=others
    )


def _approved(request: HttpRequest, row: Announcement) -> HttpResponse:
    seen, scan_id = SeenForm(request.POST), request.POST.get("approve", "")
    if seen.is_valid():
        try:
            approve_decision_scan(
                announcement_id=row.pk,
                scan_id=int(scan_id) if scan_id.isdecimal() and len(scan_id) < 19 else 0,
                seen_with_own_eyes=seen.cleaned_data["seen"],
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã duyệt. Bản quét đã công khai."))
            return redirect(how(row).page, row.pk)
        except PublicationRefused as refused:
            seen.add_error(None, refused.reason)
    return _page(request, row, ScanForm(), seen, status=422)


def _taken_away(request: HttpRequest, row: Announcement) -> HttpResponse:
    """Take away what nobody approved, or what is public already; somebody may have been quicker."""
    act = withdraw_decision_scan if "withdraw" in request.POST else drop_decision_scan
    try:
        act(announcement_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã bỏ bản quét."))
    except PublicationRefused as refused:
        messages.error(request, refused.reason)
    return redirect(how(row).page, row.pk)


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
