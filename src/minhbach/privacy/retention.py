"""From when the data of a finished matter are kept no longer, by the data of the law."""

from datetime import date, timedelta

from minhbach.domain.personal_data import RetentionPeriod, after_months
from minhbach.intake.contracts import SubmissionKind
from minhbach.lawbook.personal_data import retention_on, shortest_retention
from minhbach.privacy.registries import kept_matters


def period_of(kind: SubmissionKind, *, ended_on: date) -> RetentionPeriod:
    """Return how long the data of a matter of this kind that ended on a day are kept."""
    return retention_on(ended_on, kept_matters()[kind].matter)


def ended_at_latest(kind: SubmissionKind, *, erased_by: date) -> date:
    """Return a day after which nothing ended whose time is over by another one; what ended before may still be kept."""
    months = shortest_retention(kept_matters()[kind].matter)
    # A month too short for the day ends sooner: 31/8 and six months are 28/2. So three days more.
    return after_months(erased_by, -months) + timedelta(days=3)


def erased_from(kind: SubmissionKind, *, ended_on: date) -> date:
    """Return the first day on which they are kept no longer."""
    return period_of(kind, ended_on=ended_on).erased_from(ended_on)
