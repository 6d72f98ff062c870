"""The mails of a body's mailbox: the list, one mail, what is put aside and taken back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.queries import looks_of
from minhbach.foundation.sheets import as_csv
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries import files_of, messages_of
from minhbach.intake.registries import feedback
from minhbach.requests.actions.sort_mail import put_mail_aside, take_mail_back
from minhbach.requests.actions.take_mail_out import may_take_out
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.mail.forms import MailFilterForm
from minhbach.requests.mail.listing import cells_of, found_mails
from minhbach.requests.mail.page import history_of_mail, line_of
from minhbach.requests.queries.mails import (
    is_waiting,
    mail_visible_to,
    mailboxes_for,
    mails_visible_to,
    mails_waiting_for,
)
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.showing import sentence

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
    row = visible_mail(request, mail_id)
    is_read_elsewhere = row.state in (MailState.FEEDBACK, MailState.IN_CASE)
    files = () if is_read_elsewhere else files_of(row.submission_id)
    context = {
        "mail": row,
        "line": line_of(row),
        "files": files,
        "looks": looks_of(files),
        "said_later": () if is_read_elsewhere else messages_of(row.submission_id),
        "is_waiting": is_waiting(row),
        "may_take_back": row.state == MailState.NOTHING and row.erased_at is None,
        "may_take_out": may_take_out(row),
        "takes_feedback": feedback() is not None,
        "lines": history_of_mail(row),
    }
    return render(request, "requests/mail.html", context)


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


def _settled(request: HttpRequest, mail_id: int, act: Callable[..., Any], done: str) -> HttpResponse:
    row = visible_mail(request, mail_id)
    try:
        act(mail_id=row.pk, actor=actor_on(request), now=clock.now())
        messages.success(request, done)
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
    return redirect("requests:mail", mail_id)


def visible_mail(request: HttpRequest, mail_id: int) -> TakenMail:
    """Return the mail for who asks; 404 where it is not there for them."""
    try:
        return mail_visible_to(mail_id, actor=actor_on(request))
    except CaseNotVisible:
        raise Http404 from None
