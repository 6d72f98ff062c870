"""What may be done with a body's part in a task: each act its form, its action, and back to the page of the work."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.form_fields import Uploads
from minhbach.planning.actions.answer_result import accept_period, accept_result, send_back_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work, reopen_work, resume_work
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.report_work import report_progress, report_result, take_back_result
from minhbach.planning.contracts import AssignmentNotVisible, Evidence, PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, AssignmentRole
from minhbach.planning.queries import name_of
from minhbach.planning.queries.people import officers_for
from minhbach.planning.queries.periods import unreported_periods
from minhbach.planning.queries.work import who_accepts
from minhbach.planning.views.tasks import the_task
from minhbach.planning.views.work import STATES, powers, the_work
from minhbach.planning.work_forms import (
    AnswerForm,
    GiveForm,
    HappeningForm,
    IssuedForm,
    LimitForm,
    ProgressForm,
    ReportForm,
    WordForm,
    ask_period,
)


@officer_only
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Say which unit and officer does the work."""
    row, actor = _for(request, assignment_id, "give"), actor_on(request)
    form = GiveForm(
        request.POST or None,
        units=sorted(body_names(with_own_units({row.body_id})).items(), key=lambda pair: pair[1]),
        people=officers_for(row.body_id, actor=actor, on=clock.today()).items(),
        initial={"unit": row.unit_id, "person": row.person_id or actor.person},
    )

    def act() -> None:
        give_task(
            assignment_id=row.pk,
            unit_id=form.cleaned_data["unit"],
            person_id=form.cleaned_data["person"],
            actor=actor,
            now=clock.now(),
        )

    title, verb = _("Giao việc"), _("Giao việc")
    return _page(request, row, "give", form, act, title=title, verb=verb, done=_("Đã giao việc."))


@officer_only
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Write how far the work is."""
    row = _for(request, assignment_id, "progress")
    form = ProgressForm(request.POST or None, request.FILES or None, initial={"percent": row.progress})

    def act() -> None:
        report_progress(
            assignment_id=row.pk,
            percent=form.cleaned_data["percent"],
            text=form.cleaned_data["text"],
            evidence=evidence_of(form.cleaned_data["evidence"]),
            actor=actor_on(request),
            now=clock.now(),
        )

    title, verb = _("Báo tiến độ"), _("Ghi tiến độ")
    return _page(request, row, "progress", form, act, title=title, verb=verb, done=_("Đã ghi tiến độ."))


@officer_only
@require_http_methods(["GET", "POST"])
def result(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Hand the result to the leader."""
    row = _for(request, assignment_id, "result")
    kind = IssuedForm if row.task.product_is_document and row.role == AssignmentRole.LEAD else ReportForm
    form, periods = kind(request.POST or None, request.FILES or None), unreported_periods(row, on=clock.today())
    if len(periods) > 1:
        ask_period(form, periods)

    def act() -> None:
        report_result(
            assignment_id=row.pk,
            text=form.cleaned_data["text"],
            evidence=evidence_of(form.cleaned_data["evidence"]),
            document=form.issued() if isinstance(form, IssuedForm) else None,
            period_until=form.cleaned_data.get("period_until"),
            actor=actor_on(request),
            now=clock.now(),
        )

    lead = _("Ngày báo kết quả là ngày tính đúng hạn hay trễ hạn, khi lãnh đạo đã duyệt.")
    done = _("Đã báo kết quả, chờ lãnh đạo duyệt.")
    return _page(request, row, "result", form, act, title=_("Báo kết quả"), verb=_("Gửi kết quả"), done=done, lead=lead)


@officer_only
@require_POST
def take_back(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Take back a result that nobody has answered yet."""
    row = _for(request, assignment_id, "take_back")
    try:
        take_back_result(assignment_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã lấy lại kết quả để sửa."))
    except WorkRefused as refused:
        messages.error(request, refused.reason)
    return redirect("planning:work", row.pk)


@officer_only
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show the result to the leader, who accepts it, accepts it for this period, or sends it back."""
    row, actor = _for(request, assignment_id, "answer"), actor_on(request)
    form = AnswerForm(request.POST or None)

    def act() -> None:
        words, now = form.cleaned_data["answer"], clock.now()
        if "send_back" in request.POST:
            send_back_result(assignment_id=row.pk, answer=words, actor=actor, now=now)
        elif "period" in request.POST:
            accept_period(assignment_id=row.pk, answer=words, actor=actor, now=now)
        else:
            accept_result(assignment_id=row.pk, answer=words, actor=actor, now=now)

    report = row.reports.filter(is_result=True, answered_at=None, taken_back_at=None).order_by("-pk").first()
    done = _("Đã trả lại.") if "send_back" in request.POST else _("Đã duyệt kết quả.")
    more = {"report": report, "recurs": bool(row.task.rhythm), "own": report and report.reported_by_id == actor.person}
    return _page(
        request, row, "answer", form, act, title=_("Duyệt kết quả"), verb=_("Duyệt, hoàn thành"), done=done, more=more,
        template="planning/work_answer.html",
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Open finished work again."""
    return _word(
        request, assignment_id, "reopen", label=_("Lý do mở lại"), title=_("Mở lại việc"), done=_("Đã mở lại việc."),
        action=lambda words, **who: reopen_work(reason=words, **who),
        lead=_("Việc trở lại đang thực hiện; hạn giữ nguyên."),
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Say that the work need not be done any more."""
    return _word(
        request, assignment_id, "drop", label=_("Căn cứ"), title=_("Thôi thực hiện"), done=_("Đã ghi thôi thực hiện."),
        action=lambda words, **who: drop_work(ground=words, **who),
        lead=_("Từ hôm nay việc này không tính vào số liệu. Có thể làm tiếp lại sau."),
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Take up again what was dropped."""
    return _word(
        request, assignment_id, "resume", label=_("Lý do"), title=_("Làm tiếp"), done=_("Việc được làm tiếp."),
        action=lambda words, **who: resume_work(reason=words, **who),
        lead=_("Việc lại được tính vào số liệu từ hôm nay; hạn giữ nguyên."),
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def limit(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Set another limit, with its ground."""
    row = _for(request, assignment_id, "limit")
    form = LimitForm(request.POST or None)

    def act() -> None:
        change_limit(
            assignment_id=row.pk,
            due_on=form.cleaned_data["due_on"],
            ground=form.cleaned_data["ground"],
            actor=actor_on(request),
            now=clock.now(),
        )

    lead = _("Hạn cũ vẫn được giữ trong nhật ký; số liệu của những ngày trước vẫn tính theo hạn cũ.")
    title, done = _("Điều chỉnh hạn"), _("Đã điều chỉnh hạn.")
    return _page(request, row, "limit", form, act, title=title, verb=title, done=done, lead=lead)


@officer_only
@require_http_methods(["GET", "POST"])
def happening(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Record the event that the task waited for."""
    plan, task, can = the_task(request, plan_id, task_id)
    if not can["happening"]:
        raise Http404
    form = HappeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_happening(
                task_id=task.pk, calendar=calendar_in_use(), actor=actor_on(request), now=clock.now(),
                **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _("Đã ghi nhận sự việc; hạn bắt đầu tính."))
            return redirect("planning:task", plan.pk, task.pk)
        except WorkRefused as refused:
            form.add_error(None, refused.reason)
        except PlanNotVisible:
            raise Http404 from None
    context = {"plan": plan, "name": name_of(plan), "task": task, "form": form}
    return render(request, "planning/task_happening.html", context, status=422 if form.errors else 200)


def evidence_of(uploads: Uploads | Iterable[Any] | None) -> tuple[Evidence, ...]:
    """Return the files of a sending as values."""
    accepted = uploads.accepted if isinstance(uploads, Uploads) else ()
    return tuple(Evidence(name=file.name or "minh-chung", content=file.read()) for file in accepted)


def _for(request: HttpRequest, assignment_id: int, act: str) -> Assignment:
    """Return the work if this act is the asker's; 404 where it is not. Whether it is possible now, the action says."""
    row = the_work(request, assignment_id)
    if not powers(row, actor_on(request), who_accepts(row, on=clock.today()))[act]:
        raise Http404
    return row


def _word(
    request: HttpRequest, assignment_id: int, act: str, *, label: str, title: str, done: str, lead: str,
    action: Callable[..., None],
) -> HttpResponse:  # fmt: skip
    row = _for(request, assignment_id, act)
    form = WordForm(request.POST or None, label=label)

    def do() -> None:
        action(form.cleaned_data["words"], assignment_id=row.pk, actor=actor_on(request), now=clock.now())

    return _page(request, row, act, form, do, title=title, verb=title, done=done, lead=lead)


def _page(
    request: HttpRequest, row: Assignment, name: str, form: forms.Form, act: Callable[[], None], *, title: str,
    verb: str, done: str, lead: str = "", more: dict[str, Any] | None = None, template: str = "planning/work_form.html",
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            act()
            messages.success(request, done)
            return redirect("planning:work", row.pk)
        except WorkRefused as refused:
            form.add_error(None, refused.reason)
        except AssignmentNotVisible:
            raise Http404 from None
    if not form.is_bound and row.state not in STATES[name]:
        messages.info(request, _("Việc này đã sang bước khác."))
        return redirect("planning:work", row.pk)
    context = {"row": row, "task": row.task, "form": form, "heading": title, "verb": verb, "lead": lead, **(more or {})}
    return render(request, template, context, status=422 if form.errors else 200)
