"""What foundation serves itself: the error pages, named in `config`."""

from minhbach.foundation.error_pages import bad_request, form_page_too_old, not_done, not_found

__all__ = ["bad_request", "form_page_too_old", "not_done", "not_found"]
