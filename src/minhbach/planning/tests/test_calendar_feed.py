"""An officer's calendar: what stands in it, for whom, and when it stops."""

from datetime import date, timedelta

import icalendar
import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.registries import act_name
from minhbach.domain.access import VISITOR
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work
from minhbach.planning.actions.keep_calendar_feed import end_calendar_feed, open_calendar_feed
from minhbach.planning.actions.report_work import report_result
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.models import CalendarFeed
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.test_pages import BACKEND
from minhbach.planning.tests.urging_world import DUE, Urgent, make_urgent

PAGE = "/lam-viec/nhiem-vu/lich/"


@pytest.fixture
def urgent(world: World) -> Urgent:
    found = make_urgent(world)
    found.give()
    return found


def logged_in(person: int | None) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person), backend=BACKEND)
    return client


def events(secret: str) -> list[icalendar.Event]:
    answer = Client().get(f"/lich/{secret}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_own_limit_stands_in_it_all_day_with_an_alarm_three_days_before(urgent: Urgent) -> None:
    (event,) = events(open_calendar_feed(actor=urgent.doer, now=NOW))
    assert event["SUMMARY"] == "Hạn: Xây dựng quy chế nội bộ về cung cấp thông tin"
    assert event["DTSTART"].dt == DUE
    assert event["DTEND"].dt == DUE + timedelta(days=1)
    assert "Kế hoạch 15/KH-UBND" in event["DESCRIPTION"]
    assert event["URL"].endswith(f"/lam-viec/viec/{urgent.work_id}/")
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-3)


def test_changed_limit_is_the_same_event_with_a_higher_sequence(urgent: Urgent) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    (before,) = events(secret)
    change_limit(
        assignment_id=urgent.work_id, due_on=date(2027, 1, 20), ground="Công văn số 15/UBND-NC",
        actor=urgent.leader, now=NOW + timedelta(hours=1),
    )  # fmt: skip
    (after,) = events(secret)
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == date(2027, 1, 20)
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_focal_point_finds_what_nobody_has_and_the_leader_does_not(urgent: Urgent) -> None:
    of_focal = events(open_calendar_feed(actor=urgent.focal, now=NOW))
    assert len(of_focal) == 2
    assert all("Chưa giao ai" in event["DESCRIPTION"] for event in of_focal), "the yearly and the monthly work"
    assert events(open_calendar_feed(actor=urgent.leader, now=NOW)) == []


@pytest.mark.parametrize("close", ["report", "drop"])
def test_what_is_reported_or_dropped_leaves_it(urgent: Urgent, close: str) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    if close == "report":
        report_result(assignment_id=urgent.work_id, text="Đã ban hành", actor=urgent.doer, now=NOW)
    else:
        drop_work(assignment_id=urgent.work_id, ground="Văn bản bãi bỏ", actor=urgent.leader, now=NOW)
    assert events(secret) == []


def test_only_a_digest_is_kept_and_the_log_holds_neither(urgent: Urgent) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    assert len(secret) >= 43, "256 bits"
    assert secret not in str(CalendarFeed.objects.values().get())
    kinds = [event.kind for event in events_about(Subject("person", urgent.doer.person or 0))]
    assert kinds[-1] == "calendar_feed.opened"


def test_renewed_or_ended_address_is_as_if_it_had_never_been(urgent: Urgent) -> None:
    first = open_calendar_feed(actor=urgent.doer, now=NOW)
    second = open_calendar_feed(actor=urgent.doer, now=NOW)
    assert Client().get(f"/lich/{first}.ics").status_code == 404
    assert len(events(second)) == 1
    end_calendar_feed(actor=urgent.doer, now=NOW)
    assert Client().get(f"/lich/{second}.ics").status_code == 404
    assert Client().get("/lich/khong-co.ics").status_code == 404
    with pytest.raises(WorkRefused, match="Không có địa chỉ lịch"):
        end_calendar_feed(actor=urgent.doer, now=NOW)
    with pytest.raises(WorkRefused, match="đang giữ vị trí"):
        open_calendar_feed(actor=VISITOR, now=NOW)


def test_who_lost_their_post_is_shown_nothing_and_a_closed_account_is_not_there(urgent: Urgent) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    PostRow.objects.filter(person=urgent.doer.person).update(until_on=date(2026, 1, 2))
    assert events(secret) == []
    Person.objects.filter(pk=urgent.doer.person).update(is_active=False)
    assert Client().get(f"/lich/{secret}.ics").status_code == 404


def test_program_that_has_it_already_is_told_so(urgent: Urgent) -> None:
    secret = open_calendar_feed(actor=urgent.doer, now=NOW)
    first = Client().get(f"/lich/{secret}.ics")
    assert first["Cache-Control"].startswith("private")
    assert not first.cookies
    again = Client().get(f"/lich/{secret}.ics", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_page_shows_the_address_once(urgent: Urgent) -> None:
    client = logged_in(urgent.doer.person)
    assert "Chưa có địa chỉ lịch nào" in client.get(PAGE).content.decode()
    shown = client.post(PAGE + "tao/", follow=True).content.decode()
    assert "http://testserver/lich/" in shown
    again = client.get(PAGE).content.decode()
    assert "/lich/" not in again.replace(PAGE, "")
    assert "Đang dùng" in again
    assert "thôi dùng" in client.post(PAGE + "thoi/", follow=True).content.decode()


def test_hostile_title_stays_one_line_of_text(urgent: Urgent) -> None:
    urgent.plan.tasks.filter(position=1).update(
        title="Việc;\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:giả, " + "ạ" * 300
    )
    (event,) = events(open_calendar_feed(actor=urgent.doer, now=NOW))
    assert len(event["SUMMARY"]) < 140
    assert event["SUMMARY"].startswith("Hạn: Việc; END:VEVENT BEGIN:VEVENT")


def test_the_officers_history_says_in_words_what_was_done_to_the_calendar(urgent: Urgent) -> None:
    open_calendar_feed(actor=urgent.doer, now=NOW)
    end_calendar_feed(actor=urgent.doer, now=NOW)
    done = events_about(Subject("person", urgent.doer.person or 0))
    told = {act_name(event.kind) for event in done if event.kind.startswith("calendar_feed")}
    assert told == {"Tạo địa chỉ lịch hạn việc", "Bỏ địa chỉ lịch hạn việc"}
