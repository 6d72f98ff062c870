"""What foundation serves itself: error pages (named in `config`), stored files, health, and the page of jobs."""

from minhbach.foundation.error_pages import bad_request, form_page_too_old, not_done, not_found
from minhbach.foundation.file_page import serve_file
from minhbach.foundation.health_page import health
from minhbach.foundation.jobs_page import show_jobs, try_job_again
from minhbach.foundation.machine_page import show_machine

__all__ = [
    "bad_request",
    "form_page_too_old",
    "health",
    "not_done",
    "not_found",
    "serve_file",
    "show_jobs",
    "show_machine",
    "try_job_again",
]
