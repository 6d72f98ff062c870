"""What is done with a draft of something that a body announces: submitted, approved, given back, withdrawn."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import (
    send_announcement_back,
    take_announcement_back,
    withdraw_announcement,
)
from minhbach.publication.announcements.forms import ReasonForm, SeenForm, WithdrawalForm
from minhbach.publication.announcements.kinds import how
from minhbach.publication.announcements.labels import decision_words, tag_of
from minhbach.publication.announcements.words import screening_of
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import FINDING_LABELS
from minhbach.publication.models import Announcement
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.queries.announcements import id_in_force, visible_announcement
from minhbach.publication.queries.scans import scan_of
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, reason_not_to_approve
from minhbach.publication.views.showing import sentence


def the_announcement(request: HttpRequest, announcement_id: int) -> Announcement:
    """Return what is announced, for who asks; 404 where it is not there for them."""
    try:
        return visible_announcement(announcement_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


def begun(request: HttpRequest, begin: Callable[[int], int], *, drafts: str, draft: str) -> HttpResponse:
    """Begin a draft for the body that the form names, and lead to it; or back, saying why not.

    :param begin: takes the body's id and returns the draft's.
    :param drafts: the name of the page that lists them; `draft` of that of one.
    """
    asked = request.POST.get("body", "")
    try:
        return redirect(draft, begin(int(asked) if asked.isdecimal() else 0))
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        messages.error(request, refused.reason)
        return redirect(drafts)


@role_only(*MAY_DRAFT)
@require_POST
def submit(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Hand the draft to the leader."""
    return _act(
        request,
        announcement_id,
        lambda: submit_announcement(announcement_id=announcement_id, actor=actor_on(request), now=clock.now()),
        _("Đã trình lãnh đạo duyệt."),
    )


@role_only(*MAY_DRAFT)
@require_POST
def take_back(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Take back what waits for the leader."""
    return _act(
        request,
        announcement_id,
        lambda: take_announcement_back(announcement_id=announcement_id, actor=actor_on(request), now=clock.now()),
        _("Đã lấy lại bản trình."),
    )


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show the leader what will be public, and publish it in their name or send it back."""
    row, actor, now = the_announcement(request, announcement_id), actor_on(request), clock.now()
    publication = publication_of(row.kind, row.pk)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    if publication is None or not leads:
        raise Http404
    if publication.state != PublicationState.SUBMITTED:
        return _too_late(request, row)
    sends_back = "send_back" in request.POST
    seen = SeenForm(request.POST if request.method == "POST" and not sends_back else None)
    remark = ReasonForm(request.POST if sends_back else None, label=_("Cần sửa gì"))
    if seen.is_bound and seen.is_valid():
        if _done(seen, lambda: _approve(row, seen, actor, now)):
            messages.success(request, _("Đã duyệt. Bản này đã công khai."))
            return redirect(how(row).page, row.pk)
        if not _waits(row):
            return _too_late(request, row)
        # The page comes again with what stands now: that it was looked at is said anew.
        seen.data = {name: value for name, value in seen.data.items() if name != "seen"}
        row = the_announcement(request, announcement_id)
    if remark.is_bound and remark.is_valid():
        words = remark.cleaned_data["remark"]
        if _done(remark, lambda: send_announcement_back(announcement_id=row.pk, remark=words, actor=actor, now=now)):
            messages.success(request, _("Đã trả lại người trình."))
            return redirect(how(row).page, row.pk)
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    found = screening_of(row)
    context = {
        **shown(row),
        "publication": publication,
        "submitted_by": person_names([publication.submitted_by]).get(publication.submitted_by, ""),
        "found": [(FINDING_LABELS[one.label], one.text, one.why) for one in found.findings],
        "seen": seen,
        "remark": remark,
        "own": publication.submitted_by == actor.person,
        "in_force": id_in_force(row),
        "refused": reason_not_to_approve(
            actor=actor, body=row.body_id, submitted_by=publication.submitted_by, others_may_approve=others
        ),
    }
    return render(request, "publication/announcement_approve.html", context, status=_status(seen, remark))


def _approve(row: Announcement, seen: SeenForm, actor: Actor, now: datetime) -> None:
    given = seen.cleaned_data
    approve_announcement(
        announcement_id=row.pk,
        seen_with_own_eyes=given["seen"],
        seen_revision=given["revision"],
        seen_in_force=given["in_force"],
        actor=actor,
        now=now,
    )


def _waits(row: Announcement) -> bool:
    publication = publication_of(row.kind, row.pk)
    return publication is not None and publication.state == PublicationState.SUBMITTED


def _too_late(request: HttpRequest, row: Announcement) -> HttpResponse:
    """Answer whose page was still open when the step was over: say how it stands; a bare address is not there."""
    if request.method != "POST":
        raise Http404
    messages.error(request, _overtaken(row))
    return redirect(how(row).page, row.pk)


def _overtaken(row: Announcement) -> str:
    """Return the sentence for who acts on a step that somebody else has taken meanwhile."""
    publication = publication_of(row.kind, row.pk)
    _kind, words = tag_of(publication.state if publication else None)
    return _("Người khác đã làm trước trong lúc trang mở. Tình trạng hiện nay: %(state)s.") % {"state": words}


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Take what was announced away from the public, with a reason."""
    row, actor = the_announcement(request, announcement_id), actor_on(request)
    if row.public_from is None or not actor.holds(*MAY_APPROVE, body=row.body_id):
        raise Http404
    if row.withdrawn_on is not None:
        return _too_late(request, row)
    form = WithdrawalForm(request.POST if request.method == "POST" else None, label=_("Lý do"))
    if form.is_bound and form.is_valid():
        if _done(form, lambda: _withdraw(row, form, actor)):
            messages.success(request, _("Đã rút khỏi công khai."))
            return redirect(how(row).page, row.pk)
        row = the_announcement(request, announcement_id)
        if row.withdrawn_on is not None:
            return _too_late(request, row)
    context = {**shown(row), "form": form, "in_force": id_in_force(row)}
    return render(request, "publication/announcement_withdraw.html", context, status=_status(form))


def _withdraw(row: Announcement, form: WithdrawalForm, actor: Actor) -> None:
    given = form.cleaned_data
    withdraw_announcement(
        announcement_id=row.pk,
        remark=given["remark"],
        seen_in_force=given["in_force"],
        actor=actor,
        now=clock.now(),
    )


def shown(row: Announcement) -> dict[str, Any]:
    """Return what every page says of it."""
    return {
        "row": row,
        "name": how(row).name,
        "page": reverse(how(row).page, args=[row.pk]),
        "template": how(row).template,
        "decision": decision_words(row.number, row.decided_on),
        "scan": scan_of(row),
        **how(row).context(row),
    }


def _status(*form: forms.Form) -> int:
    return 422 if any(one.errors for one in form) else 200


def _done(form: forms.Form, action: Callable[[], object]) -> bool:
    try:
        action()
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, MoveNotAllowed) as refused:
        form.add_error(None, sentence(refused))
        return False
    return True


def _act(request: HttpRequest, announcement_id: int, action: Callable[[], object], done: str) -> HttpResponse:
    row = the_announcement(request, announcement_id)
    try:
        action()
        messages.success(request, done)
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        messages.error(request, refused.reason)
    except MoveNotAllowed:
        messages.error(request, _overtaken(row))
    return redirect(how(row).page, row.pk)
