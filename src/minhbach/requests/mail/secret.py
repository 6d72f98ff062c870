"""The link in a mail by which who asked by e-mail gets a secret, once: no secret itself goes by mail."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from minhbach.domain.access import VISITOR
from minhbach.intake.actions.renew_secret import renew_secret
from minhbach.intake.contracts import Receipt
from minhbach.intake.queries import secret_mark
from minhbach.intake.tokens import opened_token, token

PURPOSE, WITHIN = "secret-by-mail", timedelta(days=30)
PART = "ma"


def link_to_secret(submission_id: int, *, now: datetime) -> str:
    """Return the address of the page that shows a fresh secret, for thirty days and until it has shown one."""
    with override("vi"):
        path = reverse("requests:secret_by_mail")
    content = {"submission": submission_id, "mark": secret_mark(submission_id)}
    host = settings.ENVIRONMENT.hosts[0].lstrip(".*")
    query = urlencode({PART: token(PURPOSE, content, now=now)})
    return f"https://{host}{path}?{query}" if host else f"{path}?{query}"


def is_open(value: str, *, now: datetime) -> bool:
    """True if a link shows a secret still. Looking uses nothing up: mail programs open links by themselves."""
    return _told(value, now) is not None


def secret_for(value: str, *, now: datetime) -> Receipt | None:
    """Return number and fresh secret, and use the link up; None where it was used, is too old or none of ours."""
    told = _told(value, now)
    if told is None:
        return None
    return renew_secret(submission_id=told["submission"], actor=VISITOR, now=now)


def _told(value: str, now: datetime) -> Mapping[str, Any] | None:
    told = opened_token(PURPOSE, value, now=now, within=WITHIN)
    return told if told is not None and secret_mark(told["submission"]) == told["mark"] else None
