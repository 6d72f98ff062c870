"""What is done with a text in another language at the gate: submitted, taken back, approved, given back, withdrawn."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.publication.actions.publish_translation import (
    approve_translation,
    send_translation_back,
    submit_translation,
    take_translation_back,
    translation_screening,
    withdraw_translation,
)
from minhbach.publication.announcements.forms import ReasonForm
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import FINDING_LABELS
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.queries.translations import TRANSLATION
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, reason_not_to_approve
from minhbach.publication.translations.forms import TranslationApproveForm
from minhbach.publication.views.showing import sentence
from minhbach.publication.views.translations import shown, the_translation


@role_only(*MAY_DRAFT)
@require_POST
def submit(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Hand it to the leader."""
    actor, now = actor_on(request), clock.now()
    return _act(
        request,
        translation_id,
        lambda: submit_translation(translation_id=translation_id, actor=actor, now=now),
        _("Đã trình lãnh đạo duyệt."),
    )


@role_only(*MAY_DRAFT)
@require_POST
def take_back(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take back what waits for the leader."""
    actor, now = actor_on(request), clock.now()
    return _act(
        request,
        translation_id,
        lambda: take_translation_back(translation_id=translation_id, actor=actor, now=now),
        _("Đã lấy lại bản trình."),
    )


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the leader the text with what the machine found in it, and publish it in their name or send it back."""
    row, actor = the_translation(request, translation_id), actor_on(request)
    publication = publication_of(TRANSLATION, row.pk)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    if publication is None or publication.state != PublicationState.SUBMITTED or not leads:
        raise Http404
    sends_back = "send_back" in request.POST
    form = TranslationApproveForm(request.POST if request.method == "POST" and not sends_back else None)
    remark = ReasonForm(request.POST if sends_back else None, label=_("Cần sửa gì"))
    if _approved(request, translation_id, form) or _sent_back(request, translation_id, remark):
        return redirect("publication:translation", translation_id)
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    context = {
        **shown(row),
        "submitted_by": person_names([publication.submitted_by]).get(publication.submitted_by, ""),
        "publication": publication,
        "found": [(FINDING_LABELS[one.label], one.text) for one in translation_screening(row).findings],
        "form": form,
        "remark": remark,
        "refused": reason_not_to_approve(
            actor=actor, body=row.body_id, submitted_by=publication.submitted_by, others_may_approve=others
        ),
    }
    wrong = form.errors or remark.errors
    return render(request, "publication/translation_approve.html", context, status=422 if wrong else 200)


def _approved(request: HttpRequest, translation_id: int, form: TranslationApproveForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    given, actor, now = form.cleaned_data, actor_on(request), clock.now()
    return _done(
        request,
        form,
        lambda: approve_translation(
            translation_id=translation_id,
            seen_revision=given["revision"],
            seen_with_own_eyes=given["seen"],
            actor=actor,
            now=now,
        ),
        _("Đã duyệt. Bản dịch đã công khai."),
    )


def _sent_back(request: HttpRequest, translation_id: int, form: ReasonForm) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    remark, actor, now = form.cleaned_data["remark"], actor_on(request), clock.now()
    return _done(
        request,
        form,
        lambda: send_translation_back(translation_id=translation_id, remark=remark, actor=actor, now=now),
        _("Đã trả lại người trình."),
    )


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take it away from the public, with a reason; the Vietnamese text stays."""
    row, actor, now = the_translation(request, translation_id), actor_on(request), clock.now()
    if row.gate_state != PublicationState.PUBLIC or not actor.holds(*MAY_APPROVE, body=row.body_id):
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, label=_("Lý do"))
    if form.is_bound and form.is_valid():
        remark = form.cleaned_data["remark"]
        if _done(
            request,
            form,
            lambda: withdraw_translation(translation_id=translation_id, remark=remark, actor=actor, now=now),
            _("Đã rút khỏi công khai."),
        ):
            return redirect("publication:translation", translation_id)
    context = {**shown(row), "form": form}
    return render(request, "publication/translation_withdraw.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, form: forms.Form, action: Callable[[], object], said: str) -> bool:
    try:
        action()
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, MoveNotAllowed) as refused:
        form.add_error(None, sentence(refused))
        return False
    messages.success(request, said)
    return True


def _act(request: HttpRequest, translation_id: int, action: Callable[[], object], said: str) -> HttpResponse:
    row = the_translation(request, translation_id)
    try:
        action()
        messages.success(request, said)
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, MoveNotAllowed) as refused:
        messages.error(request, sentence(refused))
    return redirect("publication:translation", row.pk)
