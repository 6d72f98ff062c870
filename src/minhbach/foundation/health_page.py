"""`/healthz`: may traffic be sent here? Says nothing that a stranger could use."""

from datetime import timedelta

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from minhbach.foundation.clock import now
from minhbach.foundation.jobs.listing import oldest_waiting

LATE = timedelta(minutes=15)


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the database answers, 503 otherwise; `jobs`: late if work has waited 15 minutes."""
    del request
    try:
        due = oldest_waiting(now=now())
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "unavailable"}, status=503)
    late = due is not None and now() - due > LATE
    return JsonResponse({"status": "ok", "database": "ok", "jobs": "late" if late else "ok"})
