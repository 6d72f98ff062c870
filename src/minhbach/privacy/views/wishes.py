"""What people ask about their own data: the list, and one wish with its answer."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.intake.actions.correct_sender import CORRECTABLE
from minhbach.intake.queries import sender_of
from minhbach.intake.rules import masked
from minhbach.privacy.actions.wish import correct_as_wished, erase_as_asked, refuse_wish, why_not_erasable
from minhbach.privacy.contracts import Matter, MatterNotVisible, PrivacyRefused, WishKind, WishState
from minhbach.privacy.forms import AnswerForm, CorrectForm, WishFilterForm
from minhbach.privacy.labels import kind_label
from minhbach.privacy.models import DataWish
from minhbach.privacy.own_data import wish_line
from minhbach.privacy.queries.matters import finished_matter, matter_visible_to
from minhbach.privacy.queries.wishes import wishes_visible_to
from minhbach.privacy.rules import MAY_CORRECT, MAY_DECIDE, SEES
from minhbach.privacy.views.showing import add_refusal
from minhbach.register.queries.visible import holds_for

PAGE = 50
REFUSE, ERASE = "tu-choi", "xoa"


@role_only(*SEES)
@require_safe
def wishes(request: HttpRequest) -> HttpResponse:
    """Show what people ask; what waits for an answer stands first."""
    form = WishFilterForm(request.GET)
    form.is_valid()
    rows = wishes_visible_to(actor_on(request)).order_by("answered_at", "due_on", "pk")
    state, kind = form.cleaned_data.get("tinh_trang"), form.cleaned_data.get("viec")
    rows = rows.filter(state=state) if state else rows
    rows = rows.filter(kind=kind) if kind else rows
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": [wish_line(row) for row in page],
        "is_asked": bool(state or kind),
        "today": clock.today(),
    }
    return render(request, "privacy/wishes.html", context)


@role_only(*SEES)
@never_cache
@require_http_methods(["GET", "POST"])
def wish(request: HttpRequest, wish_id: int) -> HttpResponse:
    """Show one wish; correct, erase or say why not."""
    actor = actor_on(request)
    row = wishes_visible_to(actor).filter(pk=wish_id).first()
    if row is None:
        raise Http404
    try:
        matter = matter_visible_to(row.submission_id, actor=actor)
    except MatterNotVisible:
        raise Http404 from None
    asked = request.POST.get("viec", "")
    form, refusal = _forms(request, row, asked)
    chosen = refusal if asked == REFUSE or form is None else form
    if request.method == "POST" and chosen.is_valid():
        try:
            _do(row, asked, chosen.cleaned_data, request)
            messages.success(request, _("Đã trả lời đề nghị."))
            return redirect("privacy:wish", wish_id)
        except MatterNotVisible:
            raise Http404 from None
        except PrivacyRefused as refused:
            add_refusal(chosen, refused)
    context = {**wish_line(row), "matter": matter, "kind": kind_label(matter.kind), "form": form, "refusal": refusal}
    context |= _may(row, matter, request)
    return render(request, "privacy/wish.html", context, status=422 if chosen.errors else 200)


def _forms(request: HttpRequest, row: DataWish, asked: str) -> tuple[Form | None, Form]:
    """Return the form that follows the wish, if it has one, and the one that refuses; only one is bound."""
    posted = request.POST if request.method == "POST" else None
    refusal = AnswerForm(posted if asked in (REFUSE, ERASE) else None)
    if row.kind != WishKind.CORRECT:
        return None, refusal
    sender = sender_of(row.submission_id)
    initial = {name: getattr(sender, name) for name in CORRECTABLE if name != "identity_number"} if sender else {}
    return CorrectForm(posted if asked not in (REFUSE, ERASE) else None, initial=initial), refusal


def _do(row: DataWish, asked: str, told: dict[str, Any], request: HttpRequest) -> None:
    actor, now = actor_on(request), clock.now()
    if asked == REFUSE:
        refuse_wish(wish_id=row.pk, answer=told["answer"], actor=actor, now=now)
    elif row.kind == WishKind.ERASE:
        erase_as_asked(wish_id=row.pk, answer=told["answer"], actor=actor, now=now)
    else:
        values = {name: told[name] for name in CORRECTABLE if name != "identity_number" or told[name]}
        correct_as_wished(wish_id=row.pk, values=values, answer=told["answer"], actor=actor, now=now)


def _may(row: DataWish, matter: Matter, request: HttpRequest) -> dict[str, Any]:
    actor, is_open = actor_on(request), row.state == WishState.OPEN
    roles = MAY_CORRECT if row.kind == WishKind.CORRECT else MAY_DECIDE
    sender = sender_of(row.submission_id)
    why_not = ""
    if is_open and row.kind == WishKind.ERASE and not _is_finished(matter):
        why_not = why_not_erasable(matter)
    return {
        "may_answer": is_open and holds_for(actor, roles, matter.body_id),
        "why_not": why_not,
        "identity": masked(sender.identity_number) if sender else "",
        "erases": row.kind == WishKind.ERASE,
        "today": clock.today(),
    }


def _is_finished(matter: Matter) -> bool:
    return finished_matter(matter.submission_id, matter.kind, on=clock.today()) is not None
