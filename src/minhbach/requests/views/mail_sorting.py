"""What a person says a mail is: a request, part of a case, feedback. Each page has the mail beside its boxes."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.queries import looks_of
from minhbach.intake.contracts import SubmissionRefused
from minhbach.intake.models import TakenMail
from minhbach.intake.queries import files_of
from minhbach.intake.registries import feedback
from minhbach.requests.actions.sort_mail import make_mail_a_request, make_mail_feedback, write_mail_into_case
from minhbach.requests.actions.take_mail_out import may_take_out, take_mail_out
from minhbach.requests.acts.forms import ReasonForm
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.mail.forms import FeedbackKindForm, IntoCaseForm, MailRequestForm, initial_of
from minhbach.requests.mail.page import line_of
from minhbach.requests.queries.mails import is_waiting
from minhbach.requests.queries.threads import number_named
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.mails import visible_mail
from minhbach.requests.views.showing import add_refusal


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def is_request(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Open a case, the mail beside the boxes that it seems to fill."""
    row = _waiting(request, mail_id)
    words = line_of(row).words
    initial = initial_of(row, words) if words else {"sent_on": row.arrived_on, "received_on": row.arrived_on}
    number = words.proposed.identity_number if words else ""
    form = MailRequestForm(request.POST if request.method == "POST" else None, initial=initial, mails_number=number)

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
@require_http_methods(["GET", "POST"])
def out_of_case(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Take a mail out of the case that it was written into, saying why."""
    row = visible_mail(request, mail_id)
    if not may_take_out(row):
        raise Http404
    form, number = ReasonForm(request.POST if request.method == "POST" else None), (row.into or row.submission).number

    def act() -> HttpResponse:
        moved = take_mail_out(
            mail_id=row.pk, reason=form.cleaned_data["reason"], actor=actor_on(request), now=clock.now()
        )
        messages.success(request, _("Đã lấy thư ra. Thư trở lại, chờ xem."))
        if moved:
            words = _("Thư này đã làm yêu cầu chuyển bước như phần bổ sung: xem lại yêu cầu %(number)s.")
            messages.warning(request, words % {"number": number})
        return redirect("requests:mail", mail_id)

    return _asked(request, "requests/mail_out.html", row, form, act)


def _asked(
    request: HttpRequest, template: str, row: TakenMail, form: Form, act: Callable[[], HttpResponse]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            return act()
        except (CaseRefused, SubmissionRefused) as refused:
            add_refusal(form, refused)
    files = files_of(row.submission_id)
    context = {"mail": row, "line": line_of(row), "form": form, "files": files, "looks": looks_of(files)}
    return render(request, template, context, status=422 if form.errors else 200)


def _waiting(request: HttpRequest, mail_id: int) -> TakenMail:
    row = visible_mail(request, mail_id)
    if not is_waiting(row):
        raise Http404
    return row
