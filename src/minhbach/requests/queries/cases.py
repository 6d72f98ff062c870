"""Who sees which case: the one door of this room. What is not visible is not there."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.intake.queries import by_secret
from minhbach.register.queries.visible import bodies_of_holders, holds_for
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.models import Case
from minhbach.requests.rules import READS_SENDERS, SEES

CASE = "case"
"""The kind under which events, files and mails name a case, by its id."""


def cases_visible_to(actor: Actor) -> QuerySet[Case]:
    """Return the cases of the bodies in which the actor reads them: own ones, their units, predecessors."""
    if actor.system is not None:
        return Case.objects.all()
    return Case.objects.filter(body_id__in=bodies_of_holders(actor, SEES))


def cases_of_readers(actor: Actor) -> QuerySet[Case, int]:
    """Return the ids of the cases whose senders the actor may read; letters name them (for papers)."""
    return Case.objects.filter(body_id__in=bodies_of_holders(actor, READS_SENDERS)).values_list("pk", flat=True)


def case_visible_to(case_id: int, *, actor: Actor) -> Case:
    """Return one case with body, handler and submission.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    rows = cases_visible_to(actor).select_related("body", "submission", "handler", "unit")
    return _only(rows.filter(pk=case_id))


def case_for_change(case_id: int, *, actor: Actor) -> Case:
    """Return one case, locked until the end of the transaction.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    return _only(cases_visible_to(actor).select_for_update(of=("self",)).filter(pk=case_id))


def case_by_secret(number: str, secret: str) -> Case | None:
    """Return the case that a requester's number and secret open; None for none."""
    submission_id = by_secret(number, secret)
    return case_of_submission(submission_id) if submission_id is not None else None


def case_of_submission(submission_id: int) -> Case:
    """Return the case that a submission became, for who proved to be its sender; of one that was split, the whole.

    :raises CaseNotVisible: if there is none.
    """
    rows = Case.objects.select_related("body", "submission").filter(submission=submission_id, whole__isnull=True)
    return _only(rows)


def requesters_case_for_change(submission_id: int) -> Case:
    """Return the same, locked until the end of the transaction.

    :raises CaseNotVisible: if there is none.
    """
    rows = Case.objects.select_for_update(of=("self",)).filter(submission=submission_id, whole__isnull=True)
    return _only(rows)


def reads_sender(row: Case, *, actor: Actor) -> bool:
    """True if the actor may read who asked, and in which words: who deals with cases, never who only supervises."""
    return holds_for(actor, READS_SENDERS, row.body_id)


def _only(rows: QuerySet[Case]) -> Case:
    row = rows.first()
    if row is None:
        raise CaseNotVisible
    return row
