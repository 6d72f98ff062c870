"""Jobs: work that may wait. `@job` makes one, `exactly_once` guards its effect, `report` tells what was done.

`run_due_jobs` works now.
"""

from minhbach.foundation.jobs.definition import Job, job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.jobs.running import exactly_once, run_due_jobs

__all__ = ["Job", "Report", "exactly_once", "job", "report", "run_due_jobs"]
