"""What the page of a case shows beside the request itself: its way, its answer, letters, money, what came after."""

from datetime import date
from typing import Any

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import ANSWERED, RequestEvent, RequestState
from minhbach.domain.lifecycles.review import COMPLAINTS, OPEN_REVIEWS, ReviewKind
from minhbach.foundation.contracts import Subject
from minhbach.papers.queries import letters_about
from minhbach.privacy.rules import SEES as LOOKS_AFTER_DATA
from minhbach.register.queries.visible import holds_for
from minhbach.requests.acts.choices import called
from minhbach.requests.acts.forms import HEARD
from minhbach.requests.acts.why_not import reasons_why_not
from minhbach.requests.complaints.forms import KINDS
from minhbach.requests.labels import EVENT_LABELS, OFFICER_TAGS
from minhbach.requests.models import Case, DeliverySent
from minhbach.requests.moving import may_do
from minhbach.requests.queries.answers import files_of_answer, latest_answer
from minhbach.requests.queries.cases import CASE, reads_sender
from minhbach.requests.queries.same_person import earlier_of_same_person
from minhbach.requests.rules import MAY_DECIDE, MAY_RECEIVE

WAY = (
    (RequestState.RECEIVED, RequestState.LACKING),
    (RequestState.IN_WORK, RequestState.CONSULTING),
    (RequestState.PREPARED,),
    (RequestState.APPROVED, RequestState.PAYMENT),
    ANSWERED,
)
"""The usual way of a request, as the page draws it; each step holds the states that stand there."""


def more_about(case: Case, *, actor: Actor, on: date) -> dict[str, Any]:
    """Return what the page shows; words of people only for who may read them."""
    context: dict[str, Any] = {"way_steps": _steps(case), "why_not": reasons_why_not(case, actor=actor)}
    if case.whole_id or case.state in (RequestState.SPLIT, RequestState.HANDED_OVER):
        context["parts"] = list(Case.objects.filter(whole=case.whole_id or case.pk).select_related("body"))
    if not reads_sender(case, actor=actor):
        return context
    answer = latest_answer(case)
    receives = holds_for(actor, MAY_RECEIVE, case.body_id)
    works = may_do(case, RequestEvent.PREPARE, actor=actor)
    return context | {
        "answer": answer,
        "outcome": EVENT_LABELS[RequestEvent(answer.outcome)] if answer else "",
        "may_publish": bool(
            works and answer and answer.sent_on and not answer.item_id and answer.outcome != RequestEvent.REFUSE
        ),
        "answer_files": list(files_of_answer(case)),
        "works": works,
        "letters": list(letters_about(Subject(CASE, case.pk), actor=actor)),
        "costs": list(case.costs.all()),
        "consultations": [
            {"row": row, "who": called(row), "outcome": dict(HEARD).get(row.outcome, "")}
            for row in case.consultations.select_related("body")
        ],
        "deliveries": list(DeliverySent.objects.filter(answer__case=case)),
        "reviews": [_review(row, case, actor) for row in case.reviews.all()],
        "may_take_in": receives and case.state in ANSWERED,
        "receives": receives,
        "looks_after_data": not case.whole_id and holds_for(actor, LOOKS_AFTER_DATA, case.body_id),
        "earlier": earlier_of_same_person(case, actor=actor),
        "today": on,
    }


def _steps(case: Case) -> list[dict[str, Any]]:
    here = next((at for at, states in enumerate(WAY) if case.state in states), None)
    return [
        {"words": OFFICER_TAGS[states[0]][1], "done": here is not None and at < here, "here": at == here}
        for at, states in enumerate(WAY)
    ]


def _review(row: Any, case: Case, actor: Actor) -> dict[str, Any]:
    decides = holds_for(actor, MAY_DECIDE, case.body_id) and row.state in OPEN_REVIEWS
    complaint = row.kind in COMPLAINTS
    return {
        "row": row,
        "words": dict(KINDS)[row.kind],
        "may_accept": decides and complaint and row.state == "received",
        "may_decide": decides and row.kind != ReviewKind.LAWSUIT and (row.state == "accepted" or not complaint),
    }
