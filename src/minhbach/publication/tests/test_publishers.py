"""Another body published our information wrongly: a letter asks it to correct, and what it answers is kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.papers.models import Letter
from minhbach.papers.queries import letters_visible_to, paper_of
from minhbach.publication.actions.ask_publisher import Elsewhere, ask_publisher
from minhbach.publication.actions.note_publisher_answer import note_publisher_answer
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_at_the_counter
from minhbach.publication.contracts import (
    PetitionWay,
    PublicationNotVisible,
    PublicationRefused,
    PublisherAnswer,
)
from minhbach.publication.models import CorrectionRequest, Petition
from minhbach.publication.queries.publishers import requests_for_today
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World, published
from minhbach.register.contracts import Origin
from minhbach.register.models import Item
from minhbach.register.queries import ITEM
from minhbach.register.tests.test_pages import client_of

MakeItem = Callable[..., Item]
WRONG = Elsewhere("Sở Thử", "trang so-thu.vidu.vn", "ghi 12 ha, đúng là 120 ha")


@pytest.fixture
def public(world: World, item: MakeItem) -> Item:
    return published(item(number="45", symbol="KH-UBND"), world.officer(Role.SPECIALIST), world.officer(Role.LEADER))


def petition_about(row: Item, officer: Actor) -> Petition:
    petition_id = receive_at_the_counter(
        item_id=row.pk, facts=PetitionFacts("Sai", "Trần Thị Thử", "0900 000 000"), way=PetitionWay.COUNTER,
        calendar=CALENDAR, actor=officer, now=NOW,
    )  # fmt: skip
    return Petition.objects.get(pk=petition_id)


def ask(row: Item, actor: Actor, elsewhere: Elsewhere = WRONG, **more: Any) -> CorrectionRequest:
    request_id = ask_publisher(
        item_id=row.pk, elsewhere=elsewhere, site="https://minhbach.vidu.vn/", actor=actor, now=NOW, **more
    )
    return CorrectionRequest.objects.get(pk=request_id)


def answered(
    asked: CorrectionRequest,
    actor: Actor,
    outcome: PublisherAnswer = PublisherAnswer.CORRECTED,
    words: str = "Công văn 12/STT-VP",
    on: date = TODAY,
) -> None:
    note_publisher_answer(request_id=asked.pk, outcome=outcome, answer=words, answered_on=on, actor=actor, now=NOW)


def test_the_letter_says_what_the_article_orders_and_names_no_petitioner(world: World, public: Item) -> None:
    officer = world.officer(Role.FOCAL_POINT)
    petition = petition_about(public, officer)
    asked = ask(public, officer, petition_id=petition.pk)
    paper = paper_of(Letter.objects.get(pk=asked.letter_id))
    text = "\n".join(block.text for block in paper.blocks if not hasattr(block, "rows"))
    assert paper.addressees == ("Sở Thử",)
    assert paper.subject == "yêu cầu đính chính thông tin công khai không chính xác"
    for part in (
        "khoản 3 Điều 22 Luật 01/2026/QH16",
        "khoản 5 Điều 22 Luật 01/2026/QH16",
        "số 45/KH-UBND",
        "công khai tại trang so-thu.vidu.vn không chính xác: ghi 12 ha, đúng là 120 ha",
        f"kiến nghị số {petition.number} nhận ngày 13/10/2026",
        f"https://minhbach.vidu.vn/thong-tin/{public.public_id}/",
    ):
        assert part in text
    assert "Trần Thị Thử" not in text
    assert "0900 000 000" not in text


def test_what_they_answer_is_kept_and_shown_with_the_petition(
    world: World, public: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    officer = world.officer(Role.SPECIALIST)
    petition = petition_about(public, officer)
    client = client_of(officer)
    page = f"/lam-viec/cong-khai/{public.pk}/yeu-cau-dinh-chinh/?kien_nghi={petition.pk}"
    said = {"publisher": "Sở Thử", "place": "trang Sở", "what": ""}
    wrong = client.post(page, said)
    assert wrong.status_code == 422
    assert "trang Sở" in wrong.content.decode()
    client.post(page, {**said, "what": "Sai số"})
    asked = CorrectionRequest.objects.get()
    assert asked.petition_id == petition.pk
    own = f"/lam-viec/cong-khai/yeu-cau-dinh-chinh/{asked.pk}/"
    client.post(own, {"outcome": "declined", "answered_on": "13/10/2026", "answer": "Công văn 9/STT: số đúng"})
    assert [one.pk for one in requests_for_today(officer)] == [asked.pk]
    client.post(own, {"outcome": "corrected", "answered_on": "13/10/2026", "answer": "Đã sửa ngày 13/10"})
    assert not requests_for_today(officer).exists()
    told = client.get(f"/lam-viec/cong-khai/kien-nghi/{petition.pk}/").content.decode()
    assert "Sở Thử" in told
    assert "Đã đính chính" in told
    assert client.post(own, {"outcome": "declined"}).status_code == 404
    kinds = [one.kind for one in events_about(Subject(ITEM, public.pk))]
    assert kinds[-3:] == [f"publication.publisher_{what}" for what in ("asked", "declined", "corrected")]


@pytest.mark.parametrize("lacking", ["publisher", "place", "what"])
def test_a_request_that_lacks_a_part_is_refused(world: World, public: Item, lacking: str) -> None:
    parts = {"publisher": "Sở Thử", "place": "trang", "what": "sai", lacking: " "}
    with pytest.raises(PublicationRefused, match="cơ quan nào") as refused:
        ask(public, world.officer(Role.SPECIALIST), Elsewhere(**parts))
    assert refused.value.field == lacking
    assert not Letter.objects.exists()


def test_who_did_not_make_the_information_asks_nobody(world: World, item: MakeItem) -> None:
    with pytest.raises(PublicationRefused, match="do cơ quan khác tạo ra"):
        ask(item(origin=Origin.RECEIVED), world.officer(Role.SPECIALIST))


def test_what_cannot_be_is_refused(world: World, public: Item, item: MakeItem) -> None:
    officer = world.officer(Role.SPECIALIST)
    with pytest.raises(PublicationRefused, match="Vai trò"):
        ask(public, world.officer(Role.SUPERVISOR))
    with pytest.raises(PublicationNotVisible):
        ask(public, world.officer(*Role, body=world.other_ward))
    with pytest.raises(PublicationRefused, match="thông tin khác"):
        ask(item(title="Thông tin khác"), officer, petition_id=petition_about(public, officer).pk)
    asked = ask(public, officer)
    with pytest.raises(PublicationRefused, match="trả lời gì"):
        answered(asked, officer, words=" ")
    for day in (date(2026, 10, 12), date(2026, 10, 14)):
        with pytest.raises(PublicationRefused, match="từ ngày yêu cầu"):
            answered(asked, officer, on=day)
    with pytest.raises(PublicationNotVisible):
        answered(asked, world.officer(*Role, body=world.other_ward))
    answered(asked, officer)
    with pytest.raises(PublicationRefused, match="đính chính rồi"):
        answered(asked, officer)


def test_the_letter_is_seen_by_who_sees_the_item(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    ask(row, specialist)
    coordinator = world.officer(Role.JUSTICE_COORDINATOR)
    assert letters_visible_to(coordinator).count() == 1
    Item.objects.filter(pk=row.pk).update(access="closed", letter="")
    assert letters_visible_to(coordinator).count() == 0
    assert letters_visible_to(specialist).count() == 1
