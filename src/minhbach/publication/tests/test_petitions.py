"""Petitions that something public is not right: their term, their answer, their correction, and floods of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from minhbach.domain.access import Role
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.lifecycles.petition import PetitionEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication import throttling
from minhbach.publication.actions.answer_petition import answer_petition
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_at_the_counter, receive_online
from minhbach.publication.actions.recount_ends import open_ends_moving, recount_ends
from minhbach.publication.contracts import PetitionWay, PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Petition
from minhbach.publication.queries.petitions import PETITION, PetitionFilters, narrowed
from minhbach.publication.queries.public import answered_petitions
from minhbach.publication.tests.conftest import CALENDAR, NOW, SCREENER, TODAY, World, published
from minhbach.register.models import Item

MakeItem = Callable[..., Item]
WRONG = PetitionFacts("Diện tích sai", "Trần Thị Thử", "0900 000 000")


@pytest.fixture
def public(world: World, item: MakeItem) -> Item:
    return published(item(), world.officer(Role.SPECIALIST), world.officer(Role.LEADER))


def online(row: Item, key: str = "k1", facts: PetitionFacts = WRONG, now: datetime = NOW) -> Petition:
    petition_id = receive_online(public_id=row.public_id, facts=facts, form_key=key, calendar=CALENDAR, now=now)
    return Petition.objects.get(pk=petition_id)


def test_a_petition_has_ten_days_under_the_law_of_2026(public: Item) -> None:
    petition = online(public)
    assert petition.number == "KN-2026-00001"
    assert (petition.received_on, petition.due_on, petition.statute) == (TODAY, date(2026, 10, 23), "01/2026/QH16")
    (event,) = events_about(Subject(PETITION, petition.pk))
    assert event.kind == "petition.received"
    assert "Trần Thị Thử" not in str(event)


def test_one_that_came_in_august_has_fifteen_days_under_the_law_of_2016(world: World, public: Item) -> None:
    petition_id = receive_at_the_counter(
        item_id=public.pk, facts=replace(WRONG, received_on=date(2026, 8, 31)), way=PetitionWay.POST,
        calendar=CALENDAR, actor=world.officer(Role.FOCAL_POINT), now=NOW,
    )  # fmt: skip
    petition = Petition.objects.get(pk=petition_id)
    assert (petition.due_on, petition.statute) == (date(2026, 9, 15), "104/2016/QH13")


def test_the_same_form_sent_twice_is_one_petition(public: Item) -> None:
    assert online(public).pk == online(public).pk
    assert online(public, "k2").number == "KN-2026-00002"


def test_nothing_is_taken_in_about_what_is_not_public(world: World, item: MakeItem) -> None:
    row = item()
    with pytest.raises(PublicationNotVisible):
        online(row)
    with pytest.raises(PublicationRefused, match="không đang công khai"):
        receive_at_the_counter(
            item_id=row.pk, facts=WRONG, way=PetitionWay.COUNTER, calendar=CALENDAR,
            actor=world.officer(Role.FOCAL_POINT), now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize("text", ["", "  \n\t ", "\x00\x00"])
def test_a_petition_that_says_nothing_is_refused(public: Item, text: str) -> None:
    with pytest.raises(PublicationRefused, match="sai hoặc thiếu"):
        online(public, facts=PetitionFacts(text))
    assert not Petition.objects.exists()


def test_a_day_to_come_is_refused_at_the_counter(world: World, public: Item) -> None:
    with pytest.raises(PublicationRefused, match="chưa tới"):
        receive_at_the_counter(
            item_id=public.pk, facts=replace(WRONG, received_on=date(2026, 10, 14)), way=PetitionWay.COUNTER,
            calendar=CALENDAR, actor=world.officer(Role.FOCAL_POINT), now=NOW,
        )  # fmt: skip


def test_it_is_answered_once_by_who_looks_after_petitions_and_counted(world: World, public: Item) -> None:
    petition = online(public)
    with pytest.raises(PublicationRefused, match="Vai trò"):
        answer(petition, world.officer(Role.SUPERVISOR))
    with pytest.raises(PublicationNotVisible):
        answer(petition, world.officer(*Role, body=world.other_ward))
    with pytest.raises(PublicationRefused, match="câu trả lời"):
        answer(petition, world.officer(Role.FOCAL_POINT), words=" ")
    answer(petition, world.officer(Role.FOCAL_POINT))
    with pytest.raises(MoveNotAllowed):
        answer(petition, world.officer(Role.FOCAL_POINT))
    assert answered_petitions(public.pk) == 1


def answer(
    petition: Petition, actor: Any, event: PetitionEvent = PetitionEvent.SAY_RIGHT, words: str = "Đã kiểm tra, đúng."
) -> None:
    answer_petition(petition_id=petition.pk, event=event, answer=words, actor=actor, now=NOW)


def test_late_ones_are_found(world: World, public: Item) -> None:
    online(public)
    rows = Petition.objects.all()
    assert not narrowed(rows, PetitionFilters(state="late"), on=date(2026, 10, 23)).exists()
    assert narrowed(rows, PetitionFilters(state="late"), on=date(2026, 10, 24)).exists()
    assert narrowed(rows, PetitionFilters(words="KN-2026-00001"), on=TODAY).exists()
    assert not narrowed(rows, PetitionFilters(year=2025), on=TODAY).exists()


def test_a_day_off_more_moves_the_day_with_its_ground(world: World, public: Item) -> None:
    petition = online(public)
    free = CALENDAR.with_days([day_off(date(2026, 10, 23))])
    move = CalendarMove(before=CALENDAR, after=free, days=(date(2026, 10, 23),), source="QĐ thử")
    assert open_ends_moving(move) == 1
    assert recount_ends(move, actor=SCREENER, now=NOW) == 1
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 10, 26)
    assert events_about(Subject(PETITION, petition.pk))[-1].ground == move.ground


def day_off(day: date) -> Any:
    return DayRow(day=day, kind=DayKind.DAY_OFF, why="Ngày thử", source="QĐ thử", state=DayState.CONFIRMED)


class TestOverHttp:
    """The public form, in front of people and machines."""

    @pytest.fixture(autouse=True)
    def today(self, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: NOW)
        cache.clear()

    def send(self, client: Client, row: Item, address: str = "10.0.0.1", **more: str) -> Any:
        url = f"/thong-tin/{row.public_id}/bao-sai/"
        page = client.get(url).content.decode()
        key = page.split('name="key" value="')[1].split('"')[0]
        return client.post(url, {"key": key, "text": "Sai", **more}, REMOTE_ADDR=address)

    def test_two_hundred_people_behind_one_address_all_get_through(self, public: Item) -> None:
        answers = {self.send(Client(), public).status_code for _ in range(200)}
        assert answers == {302}
        assert Petition.objects.count() == 200

    def test_a_machine_that_sends_without_end_does_not(self, public: Item, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(throttling, "ITEM_LIMIT", 3)
        answers = [self.send(Client(), public, address=f"10.0.0.{n}") for n in range(5)]
        assert [one.status_code for one in answers] == [302, 302, 302, 422, 422]
        assert "Sai" in answers[-1].content.decode()

    def test_what_fills_in_the_box_that_nobody_sees_is_not_kept(self, public: Item) -> None:
        assert self.send(Client(), public, website="https://x.example").status_code == 302
        assert not Petition.objects.exists()

    def test_a_form_of_nobody_gives_the_words_back_with_a_fresh_key(self, public: Item) -> None:
        url = f"/thong-tin/{public.public_id}/bao-sai/"
        answer = Client().post(url, {"key": "forged", "text": "Chữ đã gõ <b>"})
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Chữ đã gõ &lt;b&gt;" in page
        assert 'value="forged"' not in page
        assert not Petition.objects.exists()

    def test_a_receipt_is_read_by_who_has_its_link_and_not_guessed(self, public: Item) -> None:
        client = Client()
        assert self.send(client, public).status_code == 302
        url = f"/thong-tin/{public.public_id}/bao-sai/?bien-nhan={Petition.objects.get().pk}"
        assert client.get(url).status_code == 404

    def test_the_page_speaks_english_and_is_small(self, public: Item) -> None:
        page = Client().get(f"/en/thong-tin/{public.public_id}/bao-sai/")
        assert "Report something wrong or missing" in page.content.decode()
        assert len(page.content) < 20_000
        assert f'href="/en/thong-tin/{public.public_id}/"' in page.content.decode()
