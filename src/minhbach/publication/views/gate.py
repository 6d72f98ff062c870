"""What is done with a version: looked through, answered for, submitted, approved, sent back, withdrawn."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.publication.actions.answer_findings import answer_findings
from minhbach.publication.actions.approve_item import approve_item
from minhbach.publication.actions.ask_screening import ask_screening
from minhbach.publication.actions.give_back import send_item_back, take_item_back
from minhbach.publication.actions.submit_item import submit_item
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.content import newest_content
from minhbach.publication.contracts import KeepGround, PublicationNotVisible, PublicationRefused, WithdrawalReason
from minhbach.publication.filter_forms import FindingFilterForm
from minhbach.publication.forms import AnswerForm, ApproveForm, RemarkForm, WithdrawForm
from minhbach.publication.jobs import screen_waiting_versions
from minhbach.publication.labels import FINDING_LABELS, GROUND_LABELS
from minhbach.publication.models import ScreeningFinding, ScreeningRun
from minhbach.publication.queries.findings import unread_in
from minhbach.publication.queries.items import latest_run, newest_publication
from minhbach.publication.rights import takes_part, why_not_approve
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, SEES
from minhbach.publication.views.items import run_seen
from minhbach.publication.views.showing import act, overtaken, possible, the_item
from minhbach.register.dues import due_of
from minhbach.register.explaining import why
from minhbach.register.labels import called
from minhbach.register.law import statute_of_publication, ways_of
from minhbach.register.queries.visible import holds_for

FINDINGS_A_PAGE = 50


@role_only(*MAY_DRAFT)
@require_POST
def screen(request: HttpRequest, item_id: int) -> HttpResponse:
    """Have the newest version looked through; the machine takes it up at once."""

    def ask() -> None:
        ask_screening(item_id=item_id, actor=actor_on(request), now=clock.now())
        screen_waiting_versions.enqueue()

    return act(request, item_id, ask, _("Đã đưa đi kiểm tra. Xong sẽ hiện kết quả ở đây và ở Hôm nay."))


@role_only(*MAY_DRAFT)
@require_POST
def submit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Hand the version to the leader."""
    return act(
        request,
        item_id,
        lambda: submit_item(item_id=item_id, actor=actor_on(request), now=clock.now()),
        _("Đã trình lãnh đạo duyệt."),
    )


@role_only(*MAY_DRAFT)
@require_POST
def take_back(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take back what waits or is scheduled."""
    return act(
        request,
        item_id,
        lambda: take_item_back(item_id=item_id, actor=actor_on(request), now=clock.now()),
        _("Đã lấy lại bản trình."),
    )


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def findings(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show each place where personal data may stand, and let who checks answer for them."""
    row, actor = the_item(request, item_id), actor_on(request)
    publication = newest_publication(row.pk)
    run = latest_run(publication) if publication else None
    if publication is None or run is None:
        raise Http404
    can = possible(row, publication, newest_content(row), actor=actor, on=clock.today())
    filters = FindingFilterForm(request.GET)
    rows = _narrowed(run, filters)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not can["check"]:
        raise Http404
    if request.method == "POST" and form.is_valid() and _answer(request, item_id, form, rows):
        return redirect(request.get_full_path())
    page = Paginator(rows.order_by("pk"), FINDINGS_A_PAGE).get_page(request.GET.get("trang"))
    names = person_names({one.answered_by_id for one in page if one.answered_by_id})
    context = {
        "row": row,
        "name": called(row),
        "run": run_seen(run),
        "page": page,
        "lines": [_line(one, names) for one in page],
        "form": form,
        "filters": filters,
        "chips": filters.chips(),
        "can": can,
    }
    return render(request, "publication/findings.html", context, status=422 if form.errors else 200)


def _narrowed(run: ScreeningRun, form: FindingFilterForm) -> QuerySet[ScreeningFinding]:
    rows = run.findings.all()
    rows = rows.filter(label=form.asked("loai")) if form.asked("loai") else rows
    if form.asked("con") == "chua":
        return rows.filter(ground="")
    return rows.exclude(ground="") if form.asked("con") == "roi" else rows


def _answer(request: HttpRequest, item_id: int, form: AnswerForm, rows: QuerySet[ScreeningFinding]) -> bool:
    given = form.cleaned_data
    if given["everything"]:
        chosen = list(rows.filter(ground="").values_list("pk", flat=True))
    else:
        chosen = [int(value) for value in request.POST.getlist("cho") if value.isdecimal() and len(value) < 19]
    try:
        count = answer_findings(
            item_id=item_id,
            finding_ids=chosen,
            ground=KeepGround(given["ground"]),
            words=given["words"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã ghi căn cứ cho %(count)s chỗ.") % {"count": count})
    return True


def _line(one: ScreeningFinding, names: dict[int, str]) -> dict[str, object]:
    return {
        "finding": one,
        "label": FINDING_LABELS.get(one.label, one.label),
        "ground": GROUND_LABELS.get(one.ground, ""),
        "answered_by": names.get(one.answered_by_id or 0, ""),
        "unsure": one.confidence < 0.6,
    }


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show the leader what will be public and what was found, and publish it in their name or send it back."""
    row, actor, today = the_item(request, item_id), actor_on(request), clock.today()
    publication = newest_publication(row.pk)
    if publication is None or not holds_for(actor, MAY_APPROVE, row.body_id):
        raise Http404
    if publication.state != PublicationState.SUBMITTED:
        return _too_late(request, item_id)
    own, run = takes_part(row, publication, actor=actor), latest_run(publication)
    sends_back = "send_back" in request.POST
    form = ApproveForm(
        request.POST if request.method == "POST" and not sends_back else None,
        corrects=row.public_version_id is not None,
        own=own,
        unread=bool(run and unread_in(run)),
    )
    remark = RemarkForm(request.POST if sends_back else None)
    if request.method == "POST":
        done = _send_back(request, item_id, remark) if sends_back else _publish(request, item_id, form)
        if done:
            return redirect("publication:item", item_id)
    content, due = newest_content(row), due_of(row, calendar=calendar_in_use())
    answered = run.findings.order_by("pk")[:FINDINGS_A_PAGE] if run else ()
    names = person_names({one.answered_by_id for one in answered if one.answered_by_id})
    context = {
        "row": row,
        "name": called(row),
        "publication": publication,
        "content": content,
        "excerpt": content.version.text[:EXCERPT],
        "is_cut": len(content.version.text) > EXCERPT,
        "run": run_seen(run),
        "found": [_line(one, names) for one in answered],
        "ways": _ways(row, today),
        "due": due,
        "why": why(row, due),
        "form": form,
        "remark": remark,
        "own": own,
        "second_step": not own or request.GET.get("buoc") == "2" or bool(form.errors),
        "refused": why_not_approve(row, publication, actor=actor, on=today),
        "submitted_by": person_names([publication.submitted_by_id]).get(publication.submitted_by_id, ""),
    }
    return render(request, "publication/approve.html", context, status=422 if request.method == "POST" else 200)


EXCERPT = 6000
"""Characters of the text that the approve page shows; the files open whole beside it."""


def _ways(row: Any, today: date) -> list[str]:
    law = statute_of_publication(row.created_on, on=today)
    words = dict(ways_of(law))
    chosen = dict.fromkeys(["portal", *row.forms])
    return [words[key] for key in chosen if key in words]


def _publish(request: HttpRequest, item_id: int, form: ApproveForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        done = approve_item(
            item_id=item_id,
            version_id=given["version"],
            seen_with_own_eyes=given["seen"],
            approves_own=given.get("own", False),
            publish_on=given["publish_on"],
            hides_earlier=given.get("hides_earlier", False),
            seen_public=given["public"],
            seen_unread=given.get("unread", False),
            calendar=calendar_in_use(),
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        # The page comes again with what stands now: that it was looked at is said anew.
        form.data = {name: value for name, value in form.data.items() if name not in ("seen", "unread")}
        return False
    except MoveNotAllowed:
        form.add_error(None, overtaken(item_id))
        return False
    said = _("Đã công khai.") if done.is_public else _("Đã duyệt. Thông tin tự đăng đúng ngày đã chọn.")
    messages.success(request, said)
    return True


def _send_back(request: HttpRequest, item_id: int, form: RemarkForm) -> bool:
    if not form.is_valid():
        return False
    try:
        send_item_back(item_id=item_id, remark=form.cleaned_data["remark"], actor=actor_on(request), now=clock.now())
    except PublicationRefused as refused:
        form.add_error(None, refused.reason)
        return False
    except MoveNotAllowed:
        form.add_error(None, overtaken(item_id))
        return False
    messages.success(request, _("Đã trả lại người trình."))
    return True


def _too_late(request: HttpRequest, item_id: int) -> HttpResponse:
    """Answer whose page was still open when the step was over: say how it stands; a bare address is not there."""
    if request.method != "POST":
        raise Http404
    messages.error(request, overtaken(item_id))
    return redirect("publication:item", item_id)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, item_id: int) -> HttpResponse:
    """Send back what is scheduled, before its day."""
    row, actor = the_item(request, item_id), actor_on(request)
    publication = newest_publication(row.pk)
    if publication is None or not holds_for(actor, MAY_APPROVE, row.body_id):
        raise Http404
    if publication.state != PublicationState.SCHEDULED:
        return _too_late(request, item_id)
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _send_back(request, item_id, form):
        return redirect("publication:item", item_id)
    context = {"row": row, "name": called(row), "publication": publication, "form": form}
    return render(request, "publication/send_back.html", context, status=422 if form.errors else 200)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take the item away from the public, with a reason."""
    row, actor = the_item(request, item_id), actor_on(request)
    if not holds_for(actor, MAY_APPROVE, row.body_id):
        raise Http404
    if row.public_version_id is None:
        return _too_late(request, item_id)
    form = WithdrawForm(
        request.POST if request.method == "POST" else None, initial={"why": request.GET.get("ly_do", "")}
    )
    if request.method == "POST" and _withdraw(request, item_id, form):
        return redirect("publication:item", item_id)
    context = {"row": the_item(request, item_id), "name": called(row), "form": form}
    return render(request, "publication/withdraw.html", context, status=422 if form.errors else 200)


def _withdraw(request: HttpRequest, item_id: int, form: WithdrawForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        withdraw_item(
            item_id=item_id,
            why=WithdrawalReason(given["why"]),
            remark=given["remark"],
            seen_public=given["public"],
            calendar=calendar_in_use(),
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã rút khỏi công khai."))
    return True
