"""How long a session lasts: an hour without a request, half a day in all."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

_BEGAN = "began_at"
_SEEN = "seen_at"
# The row is written anew at most this often, so that reading pages does not write to the database.
_TOUCH_EVERY = timedelta(minutes=5)


def begin(session: SessionBase, *, now: datetime) -> None:
    """Note when a session began, right after log-in."""
    session[_BEGAN] = session[_SEEN] = int(now.timestamp())


def is_over(session: SessionBase, *, now: datetime) -> bool:
    """True if the session began or was last used too long ago."""
    began, seen = session.get(_BEGAN), session.get(_SEEN)
    if began is None or seen is None:
        return False
    moment = now.timestamp()
    return bool(moment - began > settings.SESSION_LONGEST or moment - seen > settings.SESSION_COOKIE_AGE)


def touch(session: SessionBase, *, now: datetime) -> None:
    """Note that the session is in use; one that never began, as in a test or a script, begins now."""
    seen = session.get(_SEEN)
    if seen is None:
        begin(session, now=now)
    elif now.timestamp() - seen > _TOUCH_EVERY.total_seconds():
        session[_SEEN] = int(now.timestamp())
