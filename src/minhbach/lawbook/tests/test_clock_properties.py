"""What holds of every date that the clock gives, whatever the days off."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.deadlines import Due, RequestFacts, publication_due, request_dues
from minhbach.domain.deadlines.counting import count
from minhbach.domain.statutes import ChannelKey, Complexity, Statute, Unit
from minhbach.lawbook.statutes import statute

NEW = statute("01/2026/QH16")
OLD = statute("104/2016/QH13")
ANY = {
    law.number: replace(law, choices=tuple(replace(choice, since=dt.date.min, until=None) for choice in law.choices))
    for law in (OLD, NEW)
}
"""Both laws for any day of sending."""

DAY = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
KIND = st.sampled_from([DayKind.DAY_OFF, DayKind.WORKING_DAY])
ROW = st.builds(DayRow, DAY, KIND, st.just("Ngày lễ thử"), st.just("văn bản thử"), st.sampled_from(DayState), st.none())
ROWS = st.lists(ROW, max_size=30, unique_by=lambda row: (row.day, row.state)).map(tuple)
CALENDAR = st.builds(Calendar, ROWS, st.just(frozenset(range(2025, 2029))))
COUNTED = st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.MONTH])
AMOUNT = st.integers(min_value=1, max_value=20)
LAW = st.sampled_from(sorted(ANY))


@st.composite
def requests(draw: st.DrawFn, *, extended: bool = False) -> tuple[Statute, RequestFacts]:
    """A request that its law lets be, extended as far as the law lets it where `extended`."""
    law = ANY[draw(LAW)]
    channel = draw(st.sampled_from([row.key for row in law.channels]))
    complexity = Complexity.COMPLEX if extended else draw(st.sampled_from(Complexity))
    most = next(
        term.amount
        for term in law.terms
        if term.at_most and term.holds_for(channel=channel, complexity=Complexity.COMPLEX)
    )
    valid = draw(DAY)
    sent = valid - dt.timedelta(days=draw(st.integers(0, 30)))
    extension = draw(st.integers(1, most)) if extended else None
    return law, RequestFacts(
        sent_on=sent, valid_on=valid, channel=ChannelKey(channel), complexity=complexity, extension=extension
    )


def dues(asked: tuple[Statute, RequestFacts], calendar: Calendar) -> tuple[Due, ...]:
    return request_dues(asked[1], statute=asked[0], calendar=calendar)


@given(requests(extended=True), CALENDAR)
def test_no_extended_request_has_a_date_on_a_day_off(asked: tuple[Statute, RequestFacts], calendar: Calendar) -> None:
    for due in dues(asked, calendar):
        assert calendar.is_working_day(due.due_on)


@given(requests(), CALENDAR)
def test_dates_come_in_order_and_none_before_the_valid_request(
    asked: tuple[Statute, RequestFacts], calendar: Calendar
) -> None:
    found = [due.due_on for due in dues(asked, calendar)]
    assert found == sorted(found)
    assert found[0] >= asked[1].valid_on


@given(requests(extended=True), CALENDAR)
def test_an_extended_answer_is_never_earlier_than_the_answer(
    asked: tuple[Statute, RequestFacts], calendar: Calendar
) -> None:
    *_, answer, extended = dues(asked, calendar)
    assert (answer.what, extended.what) == ("answer", "extended_answer")
    assert extended.due_on >= answer.due_on
    assert extended.provisional


@given(requests(extended=True), CALENDAR, DAY)
def test_one_day_off_more_never_moves_a_date_earlier(
    asked: tuple[Statute, RequestFacts], calendar: Calendar, off: dt.date
) -> None:
    more = calendar.with_days([DayRow(off, DayKind.DAY_OFF, "Ngày lễ thử", "văn bản thử", DayState.CONFIRMED)])
    for before, after in zip(dues(asked, calendar), dues(asked, more), strict=True):
        assert after.due_on >= before.due_on


@given(requests(extended=True), CALENDAR)
def test_each_skipped_day_is_off_and_the_rest_of_working_days_is_the_amount(
    asked: tuple[Statute, RequestFacts], calendar: Calendar
) -> None:
    for due in dues(asked, calendar):
        assert not any(calendar.is_working_day(off.day) for off in due.days_off)
        if due.unit is Unit.WORKING_DAY:
            assert (due.due_on - due.counted_from).days + 1 - len(due.days_off) == due.amount
        else:
            assert len(due.days_off) == (due.due_on - due.nominal_end).days
            assert (due.nominal_end - due.counted_from).days + 1 == due.amount
        assert (due.moved is not None) == (due.due_on != due.nominal_end)


@given(DAY, CALENDAR)
def test_a_sure_date_stays_when_all_that_is_proposed_is_decided(created: dt.date, calendar: Calendar) -> None:
    due = publication_due(created, statute=NEW, calendar=calendar)
    decided = publication_due(created, statute=NEW, calendar=calendar.assuming_proposed())
    if due.provisional:
        assert due.due_on not in {other.due_on for other in due.alternatives}
    else:
        assert decided.due_on == due.due_on
    assert decided.due_on in {due.due_on, *(other.due_on for other in due.alternatives)}


@given(DAY, DAY, AMOUNT, COUNTED, CALENDAR)
def test_a_later_event_never_gives_an_earlier_date(
    one: dt.date, other: dt.date, amount: int, unit: Unit, calendar: Calendar
) -> None:
    earlier, later = sorted((one, other))
    assert count(earlier, amount, unit, calendar).due_on <= count(later, amount, unit, calendar).due_on
