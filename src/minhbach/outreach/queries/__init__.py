"""Reads of feedback, always for a given asker. `feedback.feedback_visible_to` is the one door."""

from minhbach.outreach.queries.feedback import (
    FEEDBACK,
    feedback_by_secret,
    feedback_for_change,
    feedback_of_submission,
    feedback_visible_to,
    reads_sender,
    visible_feedback,
)

__all__ = [
    "FEEDBACK",
    "feedback_by_secret",
    "feedback_for_change",
    "feedback_of_submission",
    "feedback_visible_to",
    "reads_sender",
    "visible_feedback",
]
