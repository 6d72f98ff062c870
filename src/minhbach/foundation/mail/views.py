"""The administrator's pages of mail: what waits, went out, did not arrive, and what to do about it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.domain.lifecycles.mail import TO_MEND
from minhbach.foundation.actions.give_up_mail import give_up_mail
from minhbach.foundation.actions.send_mail_again import send_mail_again
from minhbach.foundation.clock import now
from minhbach.foundation.dates import written
from minhbach.foundation.mail.contracts import MailNotVisible, MailRefused
from minhbach.foundation.mail.doors import actor_on, administrator_only
from minhbach.foundation.mail.forms import GiveUpForm, MailFilterForm, SendAgainForm
from minhbach.foundation.mail.history import history
from minhbach.foundation.mail.listing import found_mails, lines
from minhbach.foundation.mail.queries import is_server_silent, left_in_mailbox, visible_mail
from minhbach.foundation.mail.sending import is_server_set
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.sheets import as_csv

PAGE = 50


@administrator_only
@require_safe
def show_mails(request: HttpRequest) -> HttpResponse:
    """List the mails of the bodies that the administrator looks after, and say how the servers stand."""
    form = MailFilterForm(request.GET)
    filters = form.cleaned_data if form.is_valid() else {}
    rows = found_mails(actor_on(request), filters, request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        head = (_("Người nhận"), _("Tiêu đề"), _("Tình trạng"), _("Ngày viết"), _("Số lần thử"), _("Máy chủ trả lời"))
        sheet = (
            (one.to, one.mail.subject, one.word, _day(one.mail), str(one.mail.attempts), one.said)
            for one in lines(rows)
        )
        return as_csv(head, sheet, file_name="thu.csv")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "lines": list(lines(list(page.object_list))),
        "chips": _chips(form),
        "is_server_set": is_server_set(),
        "is_server_silent": is_server_silent(),
        "is_mailbox_set": settings.MAILBOX is not None,
        "left_in_mailbox": left_in_mailbox(),
    }
    return render(request, "foundation/mails.html", context)


@administrator_only
@require_safe
def show_mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Show one mail: its text, how it stands, and what was done about it."""
    mail = _visible(request, mail_id)
    (line,) = lines([mail])
    context = {"mail": mail, "line": line, "may_mend": mail.state in TO_MEND, "history": history(mail)}
    return render(request, "foundation/mail.html", context)


@administrator_only
@require_http_methods(["GET", "HEAD", "POST"])
def send_again(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Ask for the address, and send the mail once more."""
    mail = _visible(request, mail_id)
    form = SendAgainForm(
        request.POST if request.method == "POST" else None, initial={"to": "" if mail.is_private else mail.to}
    )

    def act(given: dict[str, Any]) -> str:
        send_mail_again(mail_id=mail_id, to=given["to"], actor=actor_on(request), now=now())
        return _("Thư đã trở lại hàng chờ, sẽ gửi trong vài phút.")

    return _ask(request, "foundation/mail_send_again.html", mail, form, act)


@administrator_only
@require_http_methods(["GET", "HEAD", "POST"])
def give_up(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Ask why, and try the mail no more."""
    mail = _visible(request, mail_id)
    form = GiveUpForm(request.POST if request.method == "POST" else None)

    def act(given: dict[str, Any]) -> str:
        give_up_mail(mail_id=mail_id, reason=given["reason"], actor=actor_on(request), now=now())
        return _("Đã ghi thôi gửi thư này.")

    return _ask(request, "foundation/mail_give_up.html", mail, form, act)


def _ask(
    request: HttpRequest, template: str, mail: OutgoingMail, form: forms.Form, act: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    if request.method != "POST" and mail.state not in TO_MEND:
        return redirect("mail:mail", mail.pk)
    if form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
        except MailRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("mail:mail", mail.pk)
    (line,) = lines([mail])
    return render(request, template, {"mail": mail, "line": line, "form": form})


def _visible(request: HttpRequest, mail_id: int) -> OutgoingMail:
    try:
        return visible_mail(mail_id, actor=actor_on(request))
    except MailNotVisible as error:
        raise Http404 from error


def _day(mail: OutgoingMail) -> str:
    return written(timezone.localtime(mail.queued_at))


def _chips(form: MailFilterForm) -> list[tuple[str, str]]:
    given = form.cleaned_data if form.is_valid() else {}
    words = dict(MailFilterForm.base_fields["tinh_trang"].choices)  # type: ignore[attr-defined]
    return [(str(words.get(value, value)), name) for name, value in given.items() if value]
