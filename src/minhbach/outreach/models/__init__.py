"""Tables of feedback: what came, what happened to it, the term that a body promises, how content people were."""

from minhbach.outreach.models.feedback import Feedback, FeedbackStep
from minhbach.outreach.models.promises import FeedbackContentment, FeedbackTerm

__all__ = ["Feedback", "FeedbackContentment", "FeedbackStep", "FeedbackTerm"]
