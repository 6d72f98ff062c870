"""Open the numbers of papers inside what people wrote, saying why; who has opened them before."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.intake.actions.read_identity import read_identity_in_words
from minhbach.intake.contracts import SubmissionRefused
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.intake.queries.written import identity_numbers_of
from minhbach.outreach.queries import reads_sender
from minhbach.outreach.rules import READS_SENDERS
from minhbach.outreach.views.showing import add_refusal, the_feedback
from minhbach.register.queries.visible import holds_for
from minhbach.requests.acts.forms import PurposeForm


@role_only(*READS_SENDERS)
@never_cache
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Ask why, then show once the numbers that the words cover elsewhere."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    reads = reads_sender(row, actor=actor) and holds_for(actor, READS_SENDERS, row.body_id)
    if not reads or not identity_numbers_of(row.submission_id):
        raise Http404
    form = PurposeForm(request.POST if request.method == "POST" else None)
    numbers: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            numbers = read_identity_in_words(
                submission_id=row.submission_id, purpose=form.cleaned_data["purpose"], actor=actor, now=clock.now()
            )
        except SubmissionRefused as refused:
            add_refusal(form, refused)
    context = {"row": row, "form": form, "numbers": numbers, "readings": identity_readings_of(row.submission_id)}
    return render(request, "outreach/identity.html", context, status=422 if form.errors else 200)
