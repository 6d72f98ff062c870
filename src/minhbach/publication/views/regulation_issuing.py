"""The pages on which a regulation is issued: its decision among the letters, number and day, and the way back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.foundation import clock
from minhbach.papers.queries import letters_in_short
from minhbach.publication.actions.issue_regulation import (
    draw_up_decision,
    issue_regulation,
    record_issued_elsewhere,
    return_to_draft,
)
from minhbach.publication.models import Announcement
from minhbach.publication.regulations.forms import IssuedElsewhereForm, ReturnForm
from minhbach.publication.regulations.showing import faults_shown, possible, standing_of
from minhbach.publication.rules import MAY_DRAFT
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.regulation_doors import act, done, revision_in, status_of, the_regulation


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def issuing(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show what is to be done until it is issued; write down a decision that was made on paper."""
    row, actor = the_regulation(request, announcement_id), actor_on(request)
    can = possible(row, actor=actor)
    if not (can["draw_up"] or can["issue"] or can["return"]) or (request.method == "POST" and not can["draw_up"]):
        raise Http404
    form = IssuedElsewhereForm(request.POST if request.method == "POST" else None, initial={"revision": row.revision})
    if form.is_bound and form.is_valid() and done(form, lambda: _record(request, row, form)):
        messages.success(request, _("Đã ghi quyết định. Trình lãnh đạo duyệt công khai."))
        return redirect("regulations:draft", row.pk)
    letter_id = row.regulation.letter_id
    letter = letters_in_short([letter_id]).get(letter_id) if letter_id else None
    context = {
        **shown(row),
        **standing_of(row),
        "can": can,
        "faults": faults_shown(row, on=clock.today()),
        "letter": letter,
        "is_signed": letter is not None and letter.state == LetterState.SIGNED,
        "form": form,
        "back_form": ReturnForm(),
    }
    return render(request, "publication/regulation_issuing.html", context, status=status_of(form))


def _record(request: HttpRequest, row: Announcement, form: IssuedElsewhereForm) -> None:
    given = form.cleaned_data
    record_issued_elsewhere(
        announcement_id=row.pk, number=given["number"], decided_on=given["decided_on"],
        seen_revision=given["revision"], actor=actor_on(request), now=clock.now(),
    )  # fmt: skip


@role_only(*MAY_DRAFT)
@require_POST
def draw_up(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Put the decision among the body's letters."""
    the_regulation(request, announcement_id)
    seen = revision_in(request)
    return act(
        request,
        lambda: draw_up_decision(
            announcement_id=announcement_id, seen_revision=seen, actor=actor_on(request), now=clock.now()
        ),
        _("Đã soạn quyết định ở Công văn: xem lại, trình ký, cấp số, lưu bản ký."),
        back="regulations:issuing",
        args=[announcement_id],
    )


@role_only(*MAY_DRAFT)
@require_POST
def confirm(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Take number and day from the signed decision."""
    the_regulation(request, announcement_id)
    return act(
        request,
        lambda: issue_regulation(announcement_id=announcement_id, actor=actor_on(request), now=clock.now()),
        _("Quy chế đã ban hành. Trình lãnh đạo duyệt công khai."),
        back="regulations:draft",
        args=[announcement_id],
    )


@role_only(*MAY_DRAFT)
@require_POST
def send_to_draft(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Let the text be written again."""
    the_regulation(request, announcement_id)
    form = ReturnForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    return act(
        request,
        lambda: return_to_draft(
            announcement_id=announcement_id, reason=reason, actor=actor_on(request), now=clock.now()
        ),
        _("Đã đưa về soạn lại. Quyết định cũ ở Công văn thì bỏ ở đó, kèm lý do."),
        back="regulations:draft",
        args=[announcement_id],
    )
