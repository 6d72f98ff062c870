"""Open the numbers of papers inside what people wrote, saying why; who has opened them before."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.intake.queries.written import identity_numbers_of
from minhbach.outreach.queries import reads_sender
from minhbach.outreach.rules import READS_SENDERS
from minhbach.outreach.views.showing import the_feedback
from minhbach.register.queries.visible import holds_for
from minhbach.requests.views.numbers_in_words import opened_numbers


@role_only(*READS_SENDERS)
@never_cache
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Ask why, then show once the numbers that the words cover elsewhere."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    reads = reads_sender(row, actor=actor) and holds_for(actor, READS_SENDERS, row.body_id)
    if not reads or not identity_numbers_of(row.submission_id):
        raise Http404
    context = {"row": row, **opened_numbers(request, row.submission_id)}
    return render(request, "outreach/identity.html", context, status=422 if context["form"].errors else 200)
