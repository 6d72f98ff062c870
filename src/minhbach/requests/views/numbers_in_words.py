"""Open the numbers of papers that words cover elsewhere: the same question why, and the same answer, on each page."""

from typing import Any

from django.http import HttpRequest

from minhbach.accounts.doors import actor_on
from minhbach.foundation import clock
from minhbach.intake.actions.read_identity import read_identity_in_words
from minhbach.intake.contracts import SubmissionRefused
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.requests.acts.forms import PurposeForm
from minhbach.requests.views.showing import add_refusal


def opened_numbers(request: HttpRequest, submission_id: int) -> dict[str, Any]:
    """Return what `requests/parts/numbers_in_words.html` shows: the form, the numbers once it says why, who read them.

    The caller has asked whether the officer may.
    """
    form = PurposeForm(request.POST if request.method == "POST" else None)
    numbers: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        purpose = form.cleaned_data["purpose"]
        try:
            numbers = read_identity_in_words(
                submission_id=submission_id, purpose=purpose, actor=actor_on(request), now=clock.now()
            )
        except SubmissionRefused as refused:
            add_refusal(form, refused)
    return {"form": form, "numbers": numbers, "readings": identity_readings_of(submission_id)}
