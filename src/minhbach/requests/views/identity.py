"""Open a requester's identity number, or one inside a mail, saying why; who has opened it before."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.intake.actions.read_identity import read_identity
from minhbach.intake.contracts import SubmissionNotVisible, SubmissionRefused
from minhbach.intake.models import MailState
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.intake.queries.written import identity_numbers_of
from minhbach.requests.acts.forms import PurposeForm
from minhbach.requests.queries.cases import reads_sender
from minhbach.requests.rules import MAY_RECEIVE, READS_SENDERS
from minhbach.requests.views.mails import visible_mail
from minhbach.requests.views.numbers_in_words import opened_numbers
from minhbach.requests.views.showing import add_refusal, the_case


@role_only(*READS_SENDERS)
@never_cache
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, case_id: int) -> HttpResponse:
    """Ask why, then show the number once: it stands in the answer alone, and nowhere to go back to."""
    row, actor = the_case(request, case_id), actor_on(request)
    if not reads_sender(row, actor=actor):
        raise Http404
    form, number = PurposeForm(request.POST if request.method == "POST" else None), ""
    inside: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            number = read_identity(
                submission_id=row.submission_id, purpose=form.cleaned_data["purpose"], actor=actor, now=clock.now()
            )
            inside = identity_numbers_of(row.submission_id)
        except SubmissionNotVisible:
            raise Http404 from None
        except SubmissionRefused as refused:
            add_refusal(form, refused)
    context = {
        "case": row,
        "form": form,
        "numbers": tuple(dict.fromkeys(one for one in (number, *inside) if one)),
        "is_open": bool(form.is_bound and not form.errors),
        "readings": identity_readings_of(row.submission_id),
    }
    return render(request, "requests/identity.html", context, status=422 if form.errors else 200)


@role_only(*MAY_RECEIVE)
@never_cache
@require_http_methods(["GET", "POST"])
def mail_identity(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Ask why, then show once the numbers that a mail's words cover elsewhere."""
    row = visible_mail(request, mail_id)
    submission_id = row.into_id or row.submission_id
    if row.state == MailState.FEEDBACK or not identity_numbers_of(submission_id):
        raise Http404
    context = {"mail": row, **opened_numbers(request, submission_id)}
    return render(request, "requests/mail_identity.html", context, status=422 if context["form"].errors else 200)
