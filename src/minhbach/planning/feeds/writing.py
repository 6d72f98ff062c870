"""An officer's limits as a calendar file (RFC 5545) that phones and desk programs subscribe to."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.utils.text import Truncator
from icalendar import Alarm, Calendar, Event

from minhbach.domain.text import squeeze
from minhbach.planning.queries.feeds import Entry

TITLE_LENGTH = 120
ALARM = dt.timedelta(days=-3)
ASKED_AGAIN = dt.timedelta(hours=1)


def calendar_of(entries: Iterable[Entry], *, domain: str, page_of: Callable[[int], str]) -> bytes:
    """Return the calendar, in Vietnamese; the same entries give the same bytes.

    :param domain: with the id of the work it makes the name under which programs know an event again.
    :param page_of: the address of the page of a work.
    """
    found = Calendar()
    found.add("prodid", "-//Minh Bach//planning//VI")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", "Hạn công việc")
    found.add("refresh-interval", ASKED_AGAIN, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", ASKED_AGAIN)
    for entry in entries:
        found.add_component(_event(entry, domain, page_of(entry.assignment_id)))
    return bytes(found.to_ical())


def _event(entry: Entry, domain: str, page: str) -> Event:
    title = Truncator(squeeze(entry.title)).chars(TITLE_LENGTH)
    event = Event()
    event.add("uid", f"viec-{entry.assignment_id}@{domain}")
    event.add("sequence", entry.changes)
    # The moment of the last change and not of the asking, so that what did not change stays the same to the byte.
    event.add("dtstamp", entry.changed_at.astimezone(dt.UTC))
    event.add("last-modified", entry.changed_at.astimezone(dt.UTC))
    event.add("dtstart", entry.due_on)
    event.add("dtend", entry.due_on + dt.timedelta(days=1))
    event.add("summary", f"Hạn: {title}")
    event.add("description", "\n".join(_lines(entry)))
    event.add("url", page)
    # A limit takes no hour of anybody's day.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add_component(_alarm(title))
    return event


def _lines(entry: Entry) -> Iterable[str]:
    yield entry.plan
    yield entry.body
    if entry.to_give:
        yield "Chưa giao ai: nhận việc hoặc giao việc."


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Còn 3 ngày: {title}")
    alarm.add("trigger", ALARM)
    return alarm
