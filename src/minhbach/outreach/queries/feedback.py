"""Who sees which feedback: the one door of this room. What is not visible is not there."""

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.intake.contracts import SubmissionKind
from minhbach.intake.queries import by_secret
from minhbach.outreach.contracts import FeedbackNotVisible
from minhbach.outreach.models import Feedback, FeedbackContentment
from minhbach.outreach.rules import READS_CONFIDENTIAL, READS_SENDERS, SEES
from minhbach.register.queries.visible import bodies_of_holders, holds_for

FEEDBACK = "feedback"
"""The kind under which events, letters and the gate name a piece of feedback, by its id."""


def feedback_visible_to(actor: Actor) -> QuerySet[Feedback]:
    """Return the feedback to the bodies in which the actor reads it; of denunciations those that the actor leads."""
    if actor.system is not None:
        return Feedback.objects.all()
    led = Q(body_id__in=bodies_of_holders(actor, READS_CONFIDENTIAL))
    return Feedback.objects.filter(Q(body_id__in=bodies_of_holders(actor, SEES)) & (Q(is_confidential=False) | led))


def feedback_ids_of_readers(actor: Actor) -> QuerySet[Feedback, int]:
    """Return the ids of the feedback whose senders the actor may read; letters name them (for papers)."""
    rows = feedback_visible_to(actor).filter(body_id__in=bodies_of_holders(actor, READS_SENDERS))
    return rows.values_list("pk", flat=True)


def visible_feedback(feedback_id: int, *, actor: Actor) -> Feedback:
    """Return one with body, handler and submission.

    :raises FeedbackNotVisible: if it is not there for the actor.
    """
    rows = feedback_visible_to(actor).select_related("body", "submission", "handler", "answered_by", "joined_to")
    return _only(rows.filter(pk=feedback_id))


def feedback_for_change(feedback_id: int, *, actor: Actor) -> Feedback:
    """Return one, locked until the end of the transaction.

    :raises FeedbackNotVisible: if it is not there for the actor.
    """
    return _only(feedback_visible_to(actor).select_for_update(of=("self",)).filter(pk=feedback_id))


def feedback_by_secret(number: str, secret: str) -> Feedback | None:
    """Return what a sender's number and secret open; None for nothing."""
    submission_id = by_secret(number, secret, kind=SubmissionKind.FEEDBACK)
    return feedback_of_submission(submission_id) if submission_id is not None else None


def feedback_of_submission(submission_id: int) -> Feedback:
    """Return what a submission became, for who proved to be its sender.

    :raises FeedbackNotVisible: if there is nothing.
    """
    rows = Feedback.objects.select_related("body", "submission", "joined_to")
    return _only(rows.filter(submission=submission_id))


def senders_feedback_for_change(submission_id: int) -> Feedback:
    """Return the same, locked until the end of the transaction.

    :raises FeedbackNotVisible: if there is nothing.
    """
    return _only(Feedback.objects.select_for_update(of=("self",)).filter(submission=submission_id))


def contentment_of(feedback_id: int) -> str:
    """Return what a sender said of the answer, a `Content`; "" for nothing yet."""
    rows = FeedbackContentment.objects.filter(feedback=feedback_id)
    return rows.values_list("content", flat=True).first() or ""


def reads_sender(row: Feedback, *, actor: Actor) -> bool:
    """True if the actor may read who sent it, and in which words: who deals with it, and who wrote it down."""
    if row.is_confidential:
        return holds_for(actor, READS_CONFIDENTIAL, row.body_id)
    wrote = actor.person is not None and row.submission.entered_by_id == actor.person
    return wrote or holds_for(actor, READS_SENDERS, row.body_id)


def may_read_feedback_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file that came with feedback: who reads the sender's words."""
    row = feedback_visible_to(actor).select_related("submission").filter(submission=int(subject.id)).first()
    return row is not None and reads_sender(row, actor=actor)


def _only(rows: QuerySet[Feedback]) -> Feedback:
    row = rows.first()
    if row is None:
        raise FeedbackNotVisible
    return row
