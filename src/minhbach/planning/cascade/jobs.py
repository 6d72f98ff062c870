"""What the cascade does in the background."""

from django.utils.translation import gettext_noop

from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.jobs import job
from minhbach.planning.actions.hand_on_work import hand_on_work
from minhbach.planning.queries.handing_on import open_work_of_ended

STEPS = 10
"""As many bodies may have followed each other since; what goes further waits for the next run."""


@job(retries=3, queue="default", title=gettext_noop("Chuyển việc của cơ quan đã kết thúc cho cơ quan kế thừa"))
def hand_on_left_work() -> None:
    """Hand on what bodies left behind when they ended.

    It asks the rows, not the events of successions: a succession that is recorded before its day, loaded with a
    province, or recorded while nothing ran is found all the same, and what was moved is not found again.
    """
    actor, now = system_actor("successions"), clock.now()
    for _ in range(STEPS):
        done = [hand_on_work(body_id=one, actor=actor, now=now) for one in sorted(open_work_of_ended(on=clock.today()))]
        if not any(one.moved for one in done):
            return
