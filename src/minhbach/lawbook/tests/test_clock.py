"""Dates counted by hand, and the facts that the clock refuses. Hundreds more stand in `law/cases/`."""

import datetime as dt
from dataclasses import replace

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.deadlines import FactRefused, RequestFacts, petition_due, publication_due, request_dues
from minhbach.domain.deadlines.counting import count
from minhbach.domain.statutes import ChannelKey, Complexity, State, Statute, Unit
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.statutes import statute

OLD, NEW = statute("104/2016/QH13"), statute("01/2026/QH16")


def day(text: str) -> dt.date:
    """Return the date of "24/4/2026", as papers write it."""
    numbers = [int(part) for part in text.split("/")]
    return dt.date(numbers[2], numbers[1], numbers[0])


def facts(valid: str, channel: str, complexity: str | None = None, extend: int | None = None) -> RequestFacts:
    return RequestFacts(
        sent_on=day(valid),
        valid_on=day(valid),
        channel=ChannelKey(channel),
        complexity=Complexity(complexity) if complexity else None,
        extension=extend,
    )


def dues(asked: RequestFacts, law: Statute, calendar: Calendar | None = None) -> list[tuple[str, dt.date]]:
    found = request_dues(asked, statute=law, calendar=calendar or load_calendar())
    return [(due.what, due.due_on) for due in found]


def test_three_working_days_over_hung_kings_and_the_first_of_may() -> None:
    assert dues(facts("24/4/2026", "online", "simple"), OLD) == [("answer", day("04/5/2026"))]


def test_ten_working_days_at_the_office() -> None:
    assert dues(facts("24/4/2026", "in_person", "complex"), OLD) == [("answer", day("13/5/2026"))]


def test_twelve_days_that_end_on_a_saturday_roll_to_monday() -> None:
    (due,) = request_dues(facts("05/10/2026", "post"), statute=NEW, calendar=load_calendar())
    assert (due.nominal_end, due.due_on) == (day("17/10/2026"), day("19/10/2026"))
    assert due.counted_from == day("06/10/2026")
    assert due.moved == "Saturday and Sunday are not working days"
    assert [off.day for off in due.days_off] == [day("17/10/2026"), day("18/10/2026")]
    assert not due.provisional
    assert due.unverified == ("Điều 147 Bộ luật Dân sự 2015", "Điều 148 Bộ luật Dân sự 2015")


def test_what_is_at_hand_at_the_counter_is_given_at_once_also_on_a_saturday() -> None:
    (due,) = request_dues(facts("13/6/2026", "in_person", "simple"), statute=OLD, calendar=load_calendar())
    assert (due.due_on, due.amount, due.unit) == (day("13/6/2026"), 0, Unit.IMMEDIATELY)
    assert due.moved is None
    assert due.days_off == due.unverified == ()


def test_the_notice_of_term_falls_before_the_answer() -> None:
    found = dues(facts("03/9/2026", "fax", "complex"), OLD_LATE)
    assert found == [("notice_of_term", day("08/9/2026")), ("answer", day("24/9/2026"))]


OLD_LATE = replace(OLD, choices=tuple(replace(choice, until=None) for choice in OLD.choices))
"""The law of 2016 for any day of sending: the day that chooses it is another test's matter."""


def test_an_extension_counts_from_the_nominal_end_and_names_the_other_reading() -> None:
    due = request_dues(facts("05/10/2026", "online", extend=12), statute=NEW, calendar=load_calendar())[-1]
    assert (due.what, due.due_on, due.amount) == ("extended_answer", day("29/10/2026"), 12)
    assert due.provisional
    assert [other.due_on for other in due.alternatives] == [day("02/11/2026")]


def test_another_reading_of_the_extension_is_another_value() -> None:
    readings = tuple(
        replace(one, value="due_on", state=State.CONFIRMED) if one.key == "extension_counts_from" else one
        for one in NEW.readings
    )
    law = replace(NEW, readings=readings)
    due = request_dues(facts("05/10/2026", "online", extend=12), statute=law, calendar=load_calendar())[-1]
    assert due.due_on == day("02/11/2026")
    assert (due.provisional, due.alternatives) == (False, ())


def test_a_term_that_a_proposed_day_off_would_move_names_the_other_date() -> None:
    row = DayRow(day("21/10/2026"), DayKind.DAY_OFF, "Ngày thử", "đề xuất thử", DayState.PROPOSED)
    calendar = Calendar((row,), frozenset({2026}))
    due = publication_due(day("14/10/2026"), statute=NEW, calendar=calendar)
    assert due.due_on == day("21/10/2026")
    assert due.provisional
    assert [other.due_on for other in due.alternatives] == [day("22/10/2026")]
    assert "21/10/2026 nghỉ (Ngày thử)" in due.alternatives[0].why


def test_a_proposal_behind_the_date_or_without_effect_leaves_it_sure() -> None:
    rows = (
        DayRow(day("22/10/2026"), DayKind.DAY_OFF, "Ngày thử", "đề xuất thử", DayState.PROPOSED),
        DayRow(day("18/10/2026"), DayKind.DAY_OFF, "Ngày thử", "đề xuất thử", DayState.PROPOSED),  # a Sunday
    )
    due = publication_due(day("14/10/2026"), statute=NEW, calendar=Calendar(rows, frozenset({2026})))
    assert (due.due_on, due.provisional, due.alternatives) == (day("21/10/2026"), False, ())


def test_a_swap_is_one_proposal() -> None:
    off = DayRow(day("19/10/2026"), DayKind.SWAPPED_OFF, "Hoán đổi", "thử", DayState.PROPOSED, day("17/10/2026"))
    made_up = DayRow(day("17/10/2026"), DayKind.WORKING_DAY, "Làm bù", "thử", DayState.PROPOSED, day("19/10/2026"))
    calendar = Calendar((off, made_up), frozenset({2026}))
    # 15 16 | 19 20 21 as decided; 15 16 17 | 20 21 if swapped: the same end.
    assert not publication_due(day("14/10/2026"), statute=NEW, calendar=calendar).provisional
    (alternative,) = publication_due(day("13/10/2026"), statute=NEW, calendar=calendar).alternatives or (None,)
    assert alternative is None
    # 16 | 19 as decided; 16 17 if swapped: twelve days that end on the Saturday stay there.
    (due,) = request_dues(facts("05/10/2026", "post"), statute=NEW, calendar=calendar)
    assert (due.due_on, [other.due_on for other in due.alternatives]) == (day("19/10/2026"), [day("17/10/2026")])


def test_a_year_without_an_announced_list_makes_a_date_provisional() -> None:
    due = publication_due(day("30/12/2026"), statute=NEW, calendar=load_calendar())
    assert due.provisional
    assert due.reasons == ("danh sách ngày nghỉ năm 2027 chưa được công bố",)
    assert not publication_due(day("18/12/2026"), statute=NEW, calendar=load_calendar()).provisional


def test_correcting_an_answer_of_the_older_law_says_that_the_law_is_open() -> None:
    due = petition_due(day("11/01/2027"), about="provided", statute=NEW, calendar=load_calendar(), of_request=OLD)
    assert (due.due_on, due.article) == (day("21/01/2027"), "Điều 28 khoản 2")
    assert [other.due_on for other in due.alternatives] == [day("26/01/2027")]
    sure = petition_due(day("12/10/2026"), about="provided", statute=NEW, calendar=load_calendar(), of_request=NEW)
    assert (sure.due_on, sure.provisional) == (day("22/10/2026"), False)


@pytest.mark.parametrize(
    ("asked", "law", "article"),
    [
        (facts("05/10/2026", "fax"), NEW, "Điều 24 khoản 1 Luật 01/2026/QH16"),
        (facts("05/10/2026", "post", extend=13), NEW, "Điều 26 khoản 3 Luật 01/2026/QH16"),
        (facts("05/10/2026", "post", extend=0), NEW, "Điều 26 khoản 3 Luật 01/2026/QH16"),
        (facts("05/3/2026", "post"), OLD, "Điều 31 khoản 2 Luật 104/2016/QH13"),
        (facts("05/3/2026", "online", "simple", 1), OLD, "Điều 30 khoản 3 Luật 104/2016/QH13"),
        (facts("05/3/2026", "in_person", "complex", 11), OLD, "Điều 29 khoản 2 Luật 104/2016/QH13"),
        (facts("05/3/2026", "online", "complex", 16), OLD, "Điều 30 khoản 4 Luật 104/2016/QH13"),
        (facts("01/9/2026", "online", "simple"), OLD, "Điều 31 khoản 4 Luật 01/2026/QH16"),
        (replace(facts("05/10/2026", "post"), valid_on=day("04/10/2026")), NEW, "Điều 26 khoản 3 Luật 01/2026/QH16"),
    ],
)
def test_what_the_law_does_not_allow_is_refused(asked: RequestFacts, law: Statute, article: str) -> None:
    with pytest.raises(FactRefused, match=article):
        request_dues(asked, statute=law, calendar=load_calendar())


@pytest.mark.parametrize(
    ("event", "amount", "end"),
    [("01/9/2026", 6, "01/3/2027"), ("31/8/2026", 6, "28/02/2027"), ("31/12/2026", 12, "31/12/2027")],
)
def test_months_end_on_the_same_day_or_the_months_last(event: str, amount: int, end: str) -> None:
    assert count(day(event), amount, Unit.MONTH, load_calendar()).nominal_end == day(end)
