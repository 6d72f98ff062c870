"""Jobs: work that may wait. `@job` makes one, `exactly_once` guards its effect, `run_due_jobs` works now."""

from minhbach.foundation.jobs.definition import Job, job
from minhbach.foundation.jobs.running import exactly_once, run_due_jobs

__all__ = ["Job", "exactly_once", "job", "run_due_jobs"]
