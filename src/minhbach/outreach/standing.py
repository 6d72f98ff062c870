"""What is told to who posts an act on feedback that cannot be done any more: how it stands."""

from collections.abc import Collection

from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.foundation.late_posts import Standing
from minhbach.outreach.contracts import FeedbackNotVisible
from minhbach.outreach.history import done_line, history_of
from minhbach.outreach.queries import reads_sender, visible_feedback
from minhbach.register.queries.visible import holds_for

BEGINS = "do_"
"""How the names of the acts' addresses begin."""


def where_feedback_stands(actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None:
    """Return the page of the feedback with the act, if it is done, or with the last one."""
    try:
        row = visible_feedback(subject_id, actor=actor)
    except FeedbackNotVisible:
        return None
    if not holds_for(actor, roles, row.body_id) or not reads_sender(row, actor=actor):
        return None
    url = reverse("outreach:feedback", args=[row.pk])
    steps = list(row.steps.select_related("by").order_by("-pk"))
    again = next((place for place, step in enumerate(steps) if step.event == FeedbackEvent.REOPEN), len(steps))
    step = next((step for step in steps[: again + 1] if f"{BEGINS}{step.event}" == act), None)
    line = done_line(step, reads_words=False) if step else history_of(row, reads_words=False)[0]
    if not act.startswith(BEGINS):
        return Standing(url)
    return Standing(url, line.what, line.moment, line.who, is_done=step is not None)
