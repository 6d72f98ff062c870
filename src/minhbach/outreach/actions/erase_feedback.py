"""Erase every word about people from a piece of feedback. Number, kind, days and how it ended stay, to be counted."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.actions.erase_mails import erase_mails_about
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.models import Feedback, FeedbackContentment, FeedbackStep
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.papers.actions.erase_letters import erase_letters_about
from minhbach.privacy.contracts import Erased


def erase_feedback_of(submission_id: int, *, actor: Actor, now: datetime) -> Erased:
    """Erase, in the caller's transaction, what a submission became; safe twice. The caller may.

    What was let out to the public was written without the person, and stays.
    """
    row = Feedback.objects.select_for_update(of=("self",)).filter(submission=submission_id).first()
    if row is None:
        return Erased({})
    Feedback.objects.filter(pk=row.pk).update(subject="", search_text=row.number, answer="", passed_to="")
    FeedbackStep.objects.filter(feedback=row).update(words="", note="", facts={})
    FeedbackContentment.objects.filter(feedback=row).update(words="")
    about = [Subject(FEEDBACK, row.pk)]
    letters, mails = erase_letters_about(about, now=now), erase_mails_about(about)
    record_event(
        chain=body_chain(row.body_id),
        kind="feedback.erased",
        subject=Subject(FEEDBACK, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number},
    )
    return Erased({"letters": letters, "mails": mails})
