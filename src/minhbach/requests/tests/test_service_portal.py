"""Requests from the National Public Service Portal: signed, once for each number, and told how they stand in order."""

import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from minhbach.agencies.models import Body
from minhbach.config.portal_environment import ServicePortal, UnsafePortalSetting, read_service_portal
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.intake.contracts import Behalf, Delivery, FileRole
from minhbach.intake.models import Submission, SubmissionFile
from minhbach.intake.queries import by_secret, sender_of
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.tell_portal import queue_portal_news
from minhbach.requests.models import Case, PortalCase, PortalNews, PortalNonce
from minhbach.requests.portal_jobs import tell_service_portal
from minhbach.requests.service_portal.signing import Signed
from minhbach.requests.service_portal.statuses import STATUSES
from minhbach.requests.tests.conftest import NOW, World
from minhbach.requests.tests.portal_stand_in import KEY, StandIn, portal

pytestmark = pytest.mark.django_db
SCHEMAS = Path(__file__).parents[4] / "docs" / "schemas"
DOOR = "/lien-thong/dich-vu-cong/yeu-cau/"
SECONDS = int(NOW.timestamp())


@pytest.fixture
def now(settings: Settings, monkeypatch: Any) -> list[datetime]:
    """The portal is connected; the clock is whatever stands in the list."""
    settings.SERVICE_PORTAL = ServicePortal(KEY)
    moment = [NOW]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    monkeypatch.setattr(clock, "today", lambda: moment[0].date())
    return moment


@pytest.fixture
def stand_in(now: list[datetime], settings: Settings) -> Iterator[StandIn]:
    with portal(SECONDS) as running:
        settings.SERVICE_PORTAL = ServicePortal(KEY, running.url)
        yield running


def message(world: World, **more: Any) -> dict[str, Any]:
    slug = Body.objects.values_list("slug", flat=True).get(pk=world.ward.pk)
    sender = {"name": "Trần Thị Thử", "address": "thôn Mẫu", "identity_number": "001085012345"}
    return {
        "portal_number": "G01.2026.000123", "agency": slug, "sent_at": "2026-10-13T08:30:00+07:00",
        "text": "Xin bảng giá đất năm 2026", "sender": sender, **more,
    }  # fmt: skip


def send(
    told: dict[str, Any] | bytes, *, key: str = KEY, time: int = SECONDS, nonce: str = "", path: str = DOOR, **over: str
) -> Any:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    nonce = nonce or f"nonce-{PortalNonce.objects.count():012}"
    headers = {**Signed("POST", path, body, time, nonce).headers(key), **over}
    return Client().post(DOOR, body, content_type="application/json", headers=headers)


def test_request_gets_number_and_secret_and_a_case_of_its_own_way(world: World, now: list[datetime]) -> None:
    file = {"name": "đơn.txt", "role": "scan", "content": base64.b64encode("Đơn".encode()).decode()}
    response = send(message(world, files=[file], lives_elsewhere=True, behalf="foreigner", delivery="email"))
    assert response.status_code == 201
    answer = response.json()
    assert (answer["number"], answer["is_new"]) == ("2026-00001", True)
    assert by_secret(answer["number"], answer["secret"]) is not None
    row = Submission.objects.get()
    assert (row.way, row.channel, row.behalf, row.is_elsewhere) == ("service_portal", "online", "foreigner", True)
    assert SubmissionFile.objects.get().role == "scan"
    sender = sender_of(row.pk)
    assert sender is not None
    assert sender.identity_number == "001085012345"
    assert Case.objects.get().statute == "01/2026/QH16"


def test_day_of_sending_chooses_the_statute(world: World, now: list[datetime]) -> None:
    # 23:30 on 31/8 in Viet Nam is still that day, under the law of 2016.
    send(message(world, sent_at="2026-08-31T16:30:00+00:00"))
    assert Case.objects.get().statute == "104/2016/QH13"


def test_same_number_again_is_the_same_request_with_a_fresh_secret(world: World, now: list[datetime]) -> None:
    first, second = send(message(world)).json(), send(message(world))
    assert second.status_code == 200
    again = second.json()
    assert (again["number"], again["is_new"], Case.objects.count()) == (first["number"], False, 1)
    assert by_secret(first["number"], first["secret"]) is None
    assert by_secret(again["number"], again["secret"]) is not None


def test_other_words_under_a_number_that_is_taken_are_refused(world: World, now: list[datetime]) -> None:
    send(message(world))
    response = send(message(world, text="Xin quy hoạch"))
    assert (response.status_code, response.json()["error"]) == (409, "another_under_this_number")
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"key": KEY + "x"}, "signature"),
        ({"path": "/yeu-cau/moi/"}, "signature"),
        ({"X-MinhBach-Signature": "0" * 64}, "signature"),
        ({"X-MinhBach-Signature": "đ"}, "signature"),
        ({"time": SECONDS - 301}, "time"),
        ({"time": SECONDS + 301}, "time"),
        ({"X-MinhBach-Time": "hôm nay"}, "headers"),
        ({"nonce": "ngắn"}, "headers"),
    ],
    ids=["key", "path", "signature", "letters", "old", "coming", "no time", "no nonce"],
)
def test_what_is_not_the_portals_is_refused(world: World, now: list[datetime], how: Any, reason: str) -> None:
    response = send(message(world), **how)
    assert (response.status_code, response.json()) == (401, {"error": reason})
    assert not Case.objects.exists()


def test_message_sent_on_by_somebody_else_is_refused(world: World, now: list[datetime]) -> None:
    assert send(message(world), nonce="a" * 24).status_code == 201
    response = send(message(world), nonce="a" * 24)
    assert (response.status_code, response.json()["error"]) == (409, "repeated_nonce")
    now[0] = NOW + timedelta(hours=1)
    send(message(world), nonce="b" * 24, time=SECONDS + 3600)
    assert list(PortalNonce.objects.values_list("nonce", flat=True)) == ["b" * 24], "old ones are forgotten"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"text": " "}, "text"),
        ({"text": 5}, "text"),
        ({"text": "a" * 20_001}, "text"),
        ({"agency": "khong-co"}, "agency"),
        ({"sent_at": "13/10/2026"}, "sent_at"),
        ({"sent_at": "2026-10-13T08:30:00"}, "sent_at"),
        ({"sent_at": "2026-10-20T08:30:00+07:00"}, "sent_at"),
        ({"behalf": "ai đó"}, "behalf"),
        ({"lives_elsewhere": "có"}, "lives_elsewhere"),
        ({"sender": []}, "sender"),
        ({"sender": {"ten": "x"}}, "sender.ten"),
        ({"sender": {"people": [{"purpose": "x"}]}}, "sender.people.0.name"),
        ({"files": [{"name": "a", "content": "*"}]}, "files.0.content"),
        ({"files": [{"name": "a", "content": ""}]}, "files.0"),
        ({"la": 1}, "la"),
    ],
)
def test_fault_is_told_with_its_place_and_nothing_is_taken_in(
    world: World, now: list[datetime], more: dict[str, Any], place: str
) -> None:
    response = send(message(world, **more))
    assert response.status_code == 422
    assert list(response.json()["faults"]) == [place]
    assert not Submission.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_nonsense_is_refused(now: list[datetime], body: bytes) -> None:
    assert send(body).status_code == 422


def test_door_is_shut_unless_the_portal_is_connected(world: World, now: list[datetime], settings: Settings) -> None:
    assert Client().get(DOOR).status_code == 405
    settings.SERVICE_PORTAL = None
    assert send(message(world)).status_code == 404


def test_published_schemas_name_what_the_door_takes_and_what_goes_back(world: World, now: list[datetime]) -> None:
    asked = json.loads((SCHEMAS / "service-portal-request.schema.json").read_text(encoding="utf-8"))["properties"]
    taken = {
        "portal_number": "G02", "agency": message(world)["agency"], "sent_at": "2026-10-13T08:30:00+07:00", "text": "x",
        "behalf": "self", "delivery": "post", "lives_elsewhere": None, "files": [],
        "sender": {name: [] if name == "people" else "x" for name in asked["sender"]["properties"]},
    }  # fmt: skip
    assert set(asked) == set(taken)
    assert send(taken).status_code == 201, "every field that the schema names is known"
    assert asked["behalf"]["enum"] == [one.value for one in Behalf]
    assert asked["delivery"]["enum"] == [one.value for one in Delivery]
    assert asked["files"]["items"]["properties"]["role"]["enum"] == [one.value for one in FileRole]
    news = json.loads((SCHEMAS / "service-portal-news.schema.json").read_text(encoding="utf-8"))
    assert set(news["properties"]["status"]["enum"]) == set(STATUSES.values())
    queue_portal_news(now=NOW)
    assert set(PortalNews.objects.get().content) == set(news["properties"]) == set(news["required"])


def moved(world: World) -> Case:
    """A request of the portal's to which two things happened."""
    send(message(world))
    case, focal = Case.objects.get(), world.officer(Role.FOCAL_POINT)
    ask_supplement(case_id=case.pk, lacks=["address"], words="Ghi nơi cư trú.", actor=focal, now=NOW)
    return case


def test_portal_is_told_each_step_in_order_and_no_word_of_people(world: World, stand_in: StandIn) -> None:
    moved(world)
    assert tell_service_portal()["numbers"] == {"sent": 1, "waiting": 1}, "one after the other"
    assert tell_service_portal()["numbers"] == {"sent": 1, "waiting": 0}
    told = [stand_in.taken["G01.2026.000123", place] for place in (1, 2)]
    assert [one["status"] for one in told] == ["received", "supplement_asked"]
    assert set(told[0]) == {
        "portal_number", "number", "sequence", "status", "on", "due_on", "due_is_provisional",
    }  # fmt: skip
    assert tell_service_portal()["numbers"] == {"sent": 0, "waiting": 0}, "nothing is told twice"


@pytest.mark.parametrize("status", [500, 503, 429, 401, 302])
def test_portal_that_does_not_take_it_now_gets_it_later_and_in_order(
    world: World, stand_in: StandIn, now: list[datetime], status: int
) -> None:
    moved(world)
    stand_in.answer = lambda count: status if count == 1 else 200
    assert tell_service_portal()["numbers"] == {"sent": 0, "waiting": 2}
    assert tell_service_portal()["numbers"] == {"sent": 0, "waiting": 2}, "not before its time, and none before it"
    assert stand_in.seen == 1
    for _ in range(2):
        now[0] += timedelta(minutes=2)
        stand_in.now = int(now[0].timestamp())
        tell_service_portal()
    assert stand_in.order == [1, 2]


def test_answer_that_is_lost_makes_the_message_come_twice_under_its_place(
    world: World, stand_in: StandIn, now: list[datetime]
) -> None:
    moved(world)
    stand_in.answer = lambda count: 0 if count == 1 else 200
    for _ in range(3):
        tell_service_portal()
        now[0] += timedelta(minutes=2)
        stand_in.now = int(now[0].timestamp())
    assert stand_in.order == [1, 1, 2]
    assert len(stand_in.taken) == 2, "whoever keeps them by number and place has each once"


def test_message_that_the_portal_will_never_take_stands_in_nobodys_way(world: World, stand_in: StandIn) -> None:
    moved(world)
    stand_in.answer = lambda count: 422 if count == 1 else 200
    for _ in range(2):
        tell_service_portal()
    assert list(PortalNews.objects.order_by("place").values_list("state", flat=True)) == ["refused", "sent"]
    assert "422" in PortalNews.objects.get(place=1).said


def test_portal_that_is_away_delays_and_loses_nothing(world: World, now: list[datetime], settings: Settings) -> None:
    moved(world)
    with portal(SECONDS) as running:
        gone = running.url
    settings.SERVICE_PORTAL = ServicePortal(KEY, gone)
    assert tell_service_portal()["numbers"] == {"sent": 0, "waiting": 2}
    assert PortalNews.objects.get(place=1).attempts == 1


def test_what_happened_is_queued_once_however_often_the_sweep_runs(world: World, now: list[datetime]) -> None:
    moved(world)
    assert [queue_portal_news(now=NOW) for _ in range(3)] == [2, 0, 0]
    assert PortalCase.objects.get().told == 2


@pytest.mark.parametrize(
    "variables",
    [
        {"MINHBACH_SERVICE_PORTAL_KEY": "ngắn"},
        {"MINHBACH_SERVICE_PORTAL_URL": "https://cong.vidu.vn/tin"},
        {"MINHBACH_SERVICE_PORTAL_KEY": KEY, "MINHBACH_SERVICE_PORTAL_URL": "http://cong.vidu.vn/tin"},
        {"MINHBACH_SERVICE_PORTAL_KEY": KEY, "MINHBACH_SERVICE_PORTAL_URL": "cong.vidu.vn"},
    ],
)
def test_unsafe_setting_is_refused_at_start(variables: dict[str, str]) -> None:
    with pytest.raises(UnsafePortalSetting, match="MINHBACH_SERVICE_PORTAL"):
        read_service_portal(variables, is_production=True)
