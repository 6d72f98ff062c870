"""The days off in use: those of `law/calendars`, and what an administrator added since."""

from minhbach.foundation.calendar.using import calendar_in_use

__all__ = ["calendar_in_use"]
