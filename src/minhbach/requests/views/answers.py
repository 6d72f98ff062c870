"""The answer of a case: drafted, its files looked through, approved, sent, brought to the register."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.lifecycles.request import UNDECIDED, RequestEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.queries import looks_of
from minhbach.intake.contracts import FileRole, SubmissionRefused
from minhbach.intake.holding import put_aside
from minhbach.lawbook.letters import reason_for
from minhbach.publication.contracts import KeepGround
from minhbach.publication.queries.redactions import running_redactions
from minhbach.register.contracts import ItemKnown, ItemRefused
from minhbach.requests.actions.answer_files import add_answer_file, answer_file_findings, take_file_out
from minhbach.requests.actions.decide_answer import approve_answer
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.actions.publish_answer import publish_answer
from minhbach.requests.actions.renew_code import renew_code
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.answering.drafting import as_message, paper_about
from minhbach.requests.answering.forms import (
    AnswerForm,
    ApproveForm,
    FilesForm,
    FindingsForm,
    PublishForm,
    SendForm,
    boxes_of,
)
from minhbach.requests.answering.letter_values import explainer_of
from minhbach.requests.answering.redaction import removed_from
from minhbach.requests.answering.values import GIVES, LETTERS, AnswerGiven, answer_places, as_given
from minhbach.requests.contracts import CaseRefused, DeliveryWay
from minhbach.requests.dues import law_of
from minhbach.requests.models import Answer, Case, FileFinding
from minhbach.requests.moving import events_for, may_do
from minhbach.requests.queries.answers import (
    files_of_answer,
    latest_answer,
    only_for_eyes,
    takes_part,
    why_not_approve,
)
from minhbach.requests.rules import MAY_DECIDE, MAY_RECEIVE, MAY_WORK
from minhbach.requests.views.showing import add_refusal, case_for, sentence, the_case

REFUSED = (CaseRefused, MoveNotAllowed)


@role_only(*MAY_WORK)
@require_http_methods(["GET", "POST"])
def prepare(request: HttpRequest, case_id: int) -> HttpResponse:
    """Draft the answer, begun with what was drafted before, and lay it before the leader."""
    row = case_for(request, case_id, RequestEvent.PREPARE)
    law, before = law_of(row), latest_answer(row)
    boxes = boxes_of(as_given(before)) if before else _first_boxes(row)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=boxes, law=law)
    if request.method == "POST" and form.is_valid() and _prepared(request, row, form):
        return redirect("requests:case", case_id)
    reasons = [(one, reason_for(one.key, law, sent_on=row.sent_on)) for one in law.refusal_grounds]
    context = {"case": row, "form": form, "law": law, "files": files_of_answer(row), "reasons": reasons}
    return render(request, "requests/prepare.html", context, status=422 if form.errors else 200)


def _first_boxes(row: Case) -> dict[str, str]:
    """Return what stands in the boxes of a first draft: who explains, and what was taken out of the files."""
    boxes = {"explainer": explainer_of(row.body_id, clock.today())}
    if removed := removed_from(row, files_of_answer(row)):
        given = AnswerGiven(outcome=RequestEvent.PROVIDE_IN_PART, removed=removed)
        boxes = boxes_of(given) | boxes
    return boxes


def _prepared(request: HttpRequest, row: Case, form: AnswerForm) -> bool:
    try:
        prepare_answer(
            case_id=row.pk, given=form.answer(), calendar=calendar_in_use(), actor=actor_on(request), now=clock.now()
        )
    except REFUSED as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, _("Đã trình lãnh đạo duyệt."))
    return True


@role_only(*MAY_DECIDE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show the answer as its requester will read it, and take the leader's word."""
    row, actor = case_for(request, case_id, RequestEvent.APPROVE), actor_on(request)
    answer = latest_answer(row)
    if answer is None:
        raise Http404
    reason, own = why_not_approve(row, answer, actor=actor, on=clock.today()), takes_part(row, answer, actor=actor)
    unread = only_for_eyes(files_of_answer(row)) if answer.outcome in GIVES else []
    form = ApproveForm(
        request.POST if request.method == "POST" else None, initial={"answer_id": answer.pk}, is_own=own,
        has_unread=bool(unread),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            approve_answer(
                case_id=row.pk, answer_id=given["answer_id"], seen_with_own_eyes=given["seen"],
                approves_own=given["approves_own"], seen_unread=given.get("unread", False),
                calendar=calendar_in_use(), actor=actor, now=clock.now(),
            )  # fmt: skip
            messages.success(request, _("Đã duyệt. Văn bản nằm ở mục Công văn, chờ số và bản ký."))
            return redirect("requests:case", case_id)
        except REFUSED as refused:
            add_refusal(form, refused)
    context = {
        "case": row,
        "form": form,
        "answer": answer,
        "why_not": reason,
        "unread": unread,
        **_shown(request, row, answer),
    }
    return render(request, "requests/approve.html", context, status=422 if form.errors else 200)


def _shown(request: HttpRequest, row: Case, answer: Answer) -> dict[str, Any]:
    files = list(files_of_answer(row)) if answer.outcome in GIVES else []
    paper = paper_about(
        row, LETTERS[answer.outcome], answer_places(as_given(answer), files, law_of(row)),
        calendar=calendar_in_use(), actor=actor_on(request), now=clock.now(),
    )  # fmt: skip
    return {"paper_subject": paper.subject, "paper_words": as_message(paper), "files": files, "looks": looks_of(files)}


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, case_id: int) -> HttpResponse:
    """Send the approved answer out; a one-time code is shown here alone, once."""
    row = the_case(request, case_id)
    answer = latest_answer(row)
    if answer is None:
        raise Http404
    if RequestEvent(answer.outcome) not in events_for(row, actor=actor_on(request)):
        raise Http404
    form = SendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            handed = send_answer(
                case_id=row.pk, way=DeliveryWay(given["way"]), words=given["words"], calendar=calendar_in_use(),
                actor=actor_on(request), now=clock.now(),
            )  # fmt: skip
            if handed.code:
                return render(request, "requests/code.html", {"case": row, "code": handed.code})
            messages.success(request, _("Đã gửi trả lời."))
            return redirect("requests:case", case_id)
        except REFUSED as refused:
            add_refusal(form, refused)
    context = {"case": row, "form": form, "answer": answer, **_shown(request, row, answer)}
    return render(request, "requests/send.html", context, status=422 if form.errors else 200)


@role_only(*MAY_RECEIVE)
@require_POST
def new_code(request: HttpRequest, case_id: int, delivery_id: int) -> HttpResponse:
    """Make a new one-time code and show it here alone, once."""
    row = the_case(request, case_id)
    try:
        code = renew_code(case_id=row.pk, delivery_id=delivery_id, actor=actor_on(request), now=clock.now())
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
        return redirect("requests:case", case_id)
    return render(request, "requests/code.html", {"case": row, "code": code})


@role_only(*MAY_WORK)
@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, case_id: int) -> HttpResponse:
    """Add files for the requester, see what was found in them, answer for it."""
    row = the_case(request, case_id)
    if not may_do(row, RequestEvent.PREPARE, actor=actor_on(request)):
        raise Http404
    posted = request.method == "POST" and row.state in UNDECIDED
    answers = posted and "ground" in request.POST
    uploads = FilesForm(*((request.POST, request.FILES) if posted and not answers else ()))
    found = list(FileFinding.objects.filter(file__in=files_of_answer(row), ground="").select_related("file"))
    choices = [(one.pk, f"{one.file.name}: {one.before} {one.text} {one.after}") for one in found]
    findings = FindingsForm(*((request.POST,) if answers else ()), open_findings=choices)
    if posted and (_answered(request, row, findings) if answers else _added(request, row, uploads)):
        return redirect("requests:answer_files", case_id)
    kept = list(files_of_answer(row))
    context = {
        "case": row,
        "uploads": uploads,
        "findings": findings,
        "has_findings": bool(found),
        "files": kept,
        "looks": looks_of(kept),
        "redacting": running_redactions([one.file_id for one in kept if one.file_id]),
        "can": {"redact": row.state in UNDECIDED},
        "is_open": row.state in UNDECIDED,
    }
    failed = uploads.errors or findings.errors
    return render(request, "requests/answer_files.html", context, status=422 if failed else 200)


def _added(request: HttpRequest, row: Case, form: FilesForm) -> bool:
    if not form.is_valid():
        return False
    try:
        for upload in form.cleaned_data["uploads"].accepted:
            waiting = put_aside(name=upload.name or "", content=upload.read(), role=FileRole.ATTACHMENT)
            add_answer_file(case_id=row.pk, file=waiting, actor=actor_on(request), now=clock.now())
    except (CaseRefused, SubmissionRefused) as refused:
        add_refusal(form, refused)
        return False
    for words in form.cleaned_data["uploads"].refused:
        messages.error(request, words)
    messages.success(request, _("Đã nhận tệp. Máy đang tìm dấu mật và dữ liệu cá nhân."))
    return True


def _answered(request: HttpRequest, row: Case, form: FindingsForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        answer_file_findings(
            case_id=row.pk, finding_ids=given["findings"], ground=KeepGround(given["ground"]), words=given["words"],
            actor=actor_on(request), now=clock.now(),
        )  # fmt: skip
    except CaseRefused as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, _("Đã ghi."))
    return True


@role_only(*MAY_WORK)
@require_POST
def take_out(request: HttpRequest, case_id: int, file_id: int) -> HttpResponse:
    """Take a file out of the answer."""
    row = the_case(request, case_id)
    try:
        take_file_out(case_id=row.pk, file_id=file_id, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã bỏ tệp khỏi trả lời."))
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
    return redirect("requests:answer_files", case_id)


@role_only(*MAY_WORK)
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, case_id: int) -> HttpResponse:
    """Bring the answer to the register without its requester; the gate decides whether it is public."""
    row = the_case(request, case_id)
    answer = latest_answer(row)
    goes = answer is not None and answer.sent_on and answer.item_id is None and answer.outcome != RequestEvent.REFUSE
    if not goes or not may_do(row, RequestEvent.PREPARE, actor=actor_on(request)):
        raise Http404
    form = PublishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            item = publish_answer(
                case_id=row.pk, **form.cleaned_data, calendar=calendar_in_use(), actor=actor_on(request),
                now=clock.now(),
            )  # fmt: skip
            messages.success(request, _("Đã vào kho thông tin. Phân loại rồi đưa qua cửa kiểm duyệt."))
            return redirect("register:item", item)
        except (CaseRefused, ItemRefused, ItemKnown) as refused:
            add_refusal(form, refused)
    return render(
        request, "requests/publish_answer.html", {"case": row, "form": form}, status=422 if form.errors else 200
    )
