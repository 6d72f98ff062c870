"""The mails of a body's mailbox: the list, one mail, and what a person says it is."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.intake.contracts import SubmissionRefused
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries import files_of, messages_of
from minhbach.intake.registries import feedback
from minhbach.requests.actions.sort_mail import (
    make_mail_a_request,
    make_mail_feedback,
    put_mail_aside,
    take_mail_back,
    write_mail_into_case,
)
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.mail_forms import FeedbackKindForm, IntoCaseForm, MailFilterForm, MailRequestForm, initial_of
from minhbach.requests.mail_listing import cells_of, found_mails
from minhbach.requests.mail_page import history_of_mail, line_of
from minhbach.requests.queries.mails import (
    is_waiting,
    mail_visible_to,
    mailboxes_for,
    mails_visible_to,
    mails_waiting_for,
)
from minhbach.requests.queries.threads import number_named
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.showing import add_refusal, sentence

PAGE = 30


@role_only(*MAY_RECEIVE)
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """List the mails, those first that came last, and say how the mailboxes stand."""
    actor, form = actor_on(request), MailFilterForm(request.GET)
    rows = found_mails(mails_visible_to(actor), form, request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        # Neither sender nor words: what leaves the house in a file cannot be erased any more.
        head = (_("Số"), _("Cơ quan"), _("Ngày tới"), _("Tình trạng"))
        return as_csv(head, (cells_of(row) for row in rows.iterator(chunk_size=500)), file_name="thu-den.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [line_of(row) for row in page],
        "waiting": mails_waiting_for(actor).count(),
        "mailboxes": mailboxes_for(actor),
    }
    return render(request, "requests/mails.html", context)


@role_only(*MAY_RECEIVE)
@require_safe
def mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Show one mail, and what it can be said to be."""
    row = _visible(request, mail_id)
    is_read_elsewhere = row.state in (MailState.FEEDBACK, MailState.IN_CASE)
    context = {
        "mail": row,
        "line": line_of(row),
        "files": () if is_read_elsewhere else files_of(row.submission_id),
        "said_later": () if is_read_elsewhere else messages_of(row.submission_id),
        "is_waiting": is_waiting(row),
        "may_take_back": row.state == MailState.NOTHING and row.erased_at is None,
        "takes_feedback": feedback() is not None,
        "lines": history_of_mail(row),
    }
    return render(request, "requests/mail.html", context)


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def is_request(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Open a case, the mail beside the boxes that it seems to fill."""
    row = _waiting(request, mail_id)
    words = line_of(row).words
    initial = initial_of(row, words) if words else {"sent_on": row.arrived_on, "received_on": row.arrived_on}
    form = MailRequestForm(request.POST if request.method == "POST" else None, initial=initial)

    def act() -> HttpResponse:
        case_id = make_mail_a_request(mail_id=row.pk, given=form.given(), actor=actor_on(request), now=clock.now())
        messages.success(request, _("Đã ghi thành yêu cầu %(number)s.") % {"number": row.submission.number})
        return redirect("requests:case", case_id)

    return _asked(request, "requests/mail_request.html", row, form, act)


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def into_case(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Write a mail into a case; the number that its subject names is proposed."""
    row = _waiting(request, mail_id)
    words = line_of(row).words
    initial = {"number": number_named(words.subject) if words else ""}
    form = IntoCaseForm(request.POST if request.method == "POST" else None, initial=initial)

    def act() -> HttpResponse:
        case_id = write_mail_into_case(mail_id=row.pk, actor=actor_on(request), now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Đã ghi thư vào yêu cầu."))
        return redirect("requests:case", case_id)

    return _asked(request, "requests/mail_into_case.html", row, form, act)


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def is_feedback(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Give a mail to the room that deals with feedback."""
    row, takes = _waiting(request, mail_id), feedback()
    if takes is None:
        raise Http404
    form = FeedbackKindForm(request.POST if request.method == "POST" else None, kinds=takes.kinds())

    def act() -> HttpResponse:
        make_mail_feedback(mail_id=row.pk, actor=actor_on(request), now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Đã chuyển thành góp ý %(number)s.") % {"number": row.submission.number})
        return redirect("requests:mails")

    return _asked(request, "requests/mail_feedback.html", row, form, act)


@role_only(*MAY_RECEIVE)
@require_POST
def put_aside(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Put a mail aside that is nothing for the body."""
    return _settled(request, mail_id, put_mail_aside, _("Đã để riêng. Trong 30 ngày lấy lại được."))


@role_only(*MAY_RECEIVE)
@require_POST
def take_back(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Let a mail that was put aside wait again."""
    return _settled(request, mail_id, take_mail_back, _("Thư đã trở lại, chờ xem."))


def _asked(
    request: HttpRequest, template: str, row: TakenMail, form: Form, act: Callable[[], HttpResponse]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            return act()
        except (CaseRefused, SubmissionRefused) as refused:
            add_refusal(form, refused)
    context = {"mail": row, "line": line_of(row), "form": form, "files": files_of(row.submission_id)}
    return render(request, template, context, status=422 if form.errors else 200)


def _settled(request: HttpRequest, mail_id: int, act: Callable[..., Any], done: str) -> HttpResponse:
    row = _visible(request, mail_id)
    try:
        act(mail_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, done)
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
    return redirect("requests:mail", mail_id)


def _waiting(request: HttpRequest, mail_id: int) -> TakenMail:
    row = _visible(request, mail_id)
    if not is_waiting(row):
        raise Http404
    return row


def _visible(request: HttpRequest, mail_id: int) -> TakenMail:
    try:
        return mail_visible_to(mail_id, actor=actor_on(request))
    except CaseNotVisible:
        raise Http404 from None
