"""Lists of what others were asked to correct, of personal data found, of kept files with a mark: narrowed, saved."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.publication.actions.answer_findings import answer_findings
from minhbach.publication.actions.ask_publisher import Elsewhere, ask_publisher
from minhbach.publication.actions.decide_secret import decide_secret
from minhbach.publication.actions.note_publisher_answer import note_publisher_answer
from minhbach.publication.contracts import KeepGround, PublisherAnswer, SecretDecision
from minhbach.publication.models import ScreeningFinding, SecretFinding
from minhbach.publication.tests.conftest import NOW, PRIVATE, TODAY, World, published, screened
from minhbach.publication.tests.test_journey import as_person
from minhbach.publication.tests.test_secrets import looked_at_again, newer_rules
from minhbach.register.models import Item

MakeItem = Callable[..., Item]
BASE = "/lam-viec/cong-khai/"
ASKED, PERSONS, MARKED = f"{BASE}yeu-cau-dinh-chinh/", f"{BASE}du-lieu-ca-nhan/", f"{BASE}tep-co-dau-mat/"
__all__ = ["newer_rules"]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def text(client: Client, url: str, **asked: str) -> str:
    answer = client.get(url, asked)
    assert answer.status_code == 200, url
    return answer.content.decode("utf-8-sig")


def lines(client: Client, url: str, **asked: str) -> list[str]:
    """The first cell of each line of the page."""
    return re.findall(r'<td role="cell"><span[^>]*>[^<]*</span><a[^>]*>([^<]*)</a>', text(client, url, **asked))


def saved(client: Client, url: str, **asked: str) -> list[str]:
    """The lines of the file, without its head."""
    assert client.get(url, {**asked, "dang": "xlsx"}).content.startswith(b"PK")
    return text(client, url, dang="csv", **asked).splitlines()[1:]


def questions(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def ask(row: Item, officer: Any, publisher: str, place: str = "trang so-thu.vidu.vn") -> int:
    elsewhere = Elsewhere(publisher, place, "ghi 12 ha, đúng là 120 ha")
    return ask_publisher(item_id=row.pk, elsewhere=elsewhere, site="https://vidu.vn/", actor=officer, now=NOW)


def test_what_others_were_asked_is_looked_for_narrowed_sorted_and_saved(world: World, item: MakeItem) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    plan = published(item(title="Kế hoạch nước sạch", number="45", symbol="KH-UBND"), specialist, leader)
    report = published(item(title="Báo cáo thu chi"), specialist, leader)
    officer = world.officer(Role.FOCAL_POINT)
    ask(plan, officer, "Sở Thử")
    done = ask(plan, officer, "Ủy ban nhân dân phường Khác")
    declined = ask(report, officer, "Báo Thử", place="báo in số 12")
    for asked, outcome in ((done, PublisherAnswer.CORRECTED), (declined, PublisherAnswer.DECLINED)):
        note_publisher_answer(
            request_id=asked, outcome=outcome, answer="Công văn 12/CV", answered_on=TODAY, actor=officer, now=NOW
        )
    client = as_person(world.officer(Role.SUPERVISOR))
    every = {"Sở Thử", "Ủy ban nhân dân phường Khác", "Báo Thử"}
    assert set(lines(client, ASKED)) == every
    assert lines(client, ASKED, xep="noi") == ["Báo Thử", "Sở Thử", "Ủy ban nhân dân phường Khác"]
    assert lines(client, ASKED, tinh_trang="silent") == ["Sở Thử"]
    assert set(lines(client, ASKED, tinh_trang="not_corrected")) == {"Sở Thử", "Báo Thử"}
    assert lines(client, ASKED, tinh_trang="corrected") == ["Ủy ban nhân dân phường Khác"]
    assert lines(client, ASKED, tim="ủy ban") == ["Ủy ban nhân dân phường Khác"]
    assert lines(client, ASKED, tim="thu chi") == ["Báo Thử"]
    assert lines(client, ASKED, tim="báo in") == lines(client, ASKED, tim="BAO IN") == ["Báo Thử"]
    assert lines(client, ASKED, nam="2025") == []
    assert set(lines(client, ASKED, nam="x", tinh_trang="y", co_quan="z", xep="w")) == every
    (line,) = saved(client, ASKED, tinh_trang="corrected")
    for part in (
        "45/KH-UBND",
        "ghi 12 ha, đúng là 120 ha",
        "13/10/2026",
        "Công văn · chưa cấp số",
        "Đã đính chính",
        "Công văn 12/CV",
    ):
        assert part in line
    assert lines(as_person(world.officer(*Role, body=world.other_ward)), ASKED) == []


def test_personal_data_are_counted_and_never_shown(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    answered, left = item(PRIVATE, title="Kế hoạch một"), item(PRIVATE, title="Báo cáo hai")
    for row in (answered, left, item(title="Không có gì")):
        screened(row, specialist)
    found = ScreeningFinding.objects.filter(run__publication__subject_id=answered.pk)
    answer_findings(
        item_id=answered.pk, finding_ids=[one.pk for one in found], ground=KeepGround.MISTAKEN, words="",
        actor=specialist, now=NOW,
    )  # fmt: skip
    client = as_person(world.officer(Role.SUPERVISOR))
    assert lines(client, PERSONS) == ["Báo cáo hai", "Kế hoạch một"]
    assert lines(client, PERSONS, con="chua") == ["Báo cáo hai"]
    assert lines(client, PERSONS, con="roi") == ["Kế hoạch một"]
    assert len(lines(client, PERSONS, loai="CCCD")) == 2
    assert lines(client, PERSONS, loai="PLATE") == []
    assert lines(client, PERSONS, tim="ke hoach") == ["Kế hoạch một"]
    assert lines(client, PERSONS, nam="2025") == []
    file = saved(client, PERSONS)
    assert len(file) == 2
    assert "số căn cước: 1" in file[0]
    for words in (text(client, PERSONS), *file):
        assert not [one for one in ("Nguyễn Văn Thử", "001085012345", "0912 345 678") if one in words]
    assert lines(as_person(world.officer(*Role, body=world.other_ward)), PERSONS) == []


def test_a_newer_look_or_version_takes_the_place_of_the_earlier_one(world: World, item: MakeItem) -> None:
    row, specialist = item(PRIVATE, title="Báo cáo"), world.officer(Role.SPECIALIST)
    screened(row, specialist)
    screened(row, specialist)
    client = as_person(specialist)
    assert lines(client, PERSONS) == ["Báo cáo"]
    ScreeningFinding.objects.filter(run__in=[max(ScreeningFinding.objects.values_list("run", flat=True))]).delete()
    assert lines(client, PERSONS) == []


@pytest.mark.usefixtures("newer_rules")
def test_files_with_a_mark_are_for_leaders_and_say_nothing_of_what_they_hold(world: World, item: MakeItem) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    for title in ("Một", "Hai"):
        published(item(title=f"Báo cáo {title}"), specialist, leader)
    looked_at_again()
    first = SecretFinding.objects.order_by("item__book_number")[0]
    decide_secret(
        finding_id=first.pk, decision=SecretDecision.SECRET, words="Đã bàn giao", seen_with_own_eyes=True, actor=leader,
        now=NOW,
    )  # fmt: skip
    client = as_person(leader)
    book = [f"Số {one.item.book_number} sổ năm 2026, bản 1" for one in SecretFinding.objects.order_by("pk")]
    assert set(lines(client, MARKED)) == set(book)
    assert lines(client, MARKED, tinh_trang="secret") == [f"Số {first.item.book_number} sổ năm 2026, bản 1"]
    assert len(lines(client, MARKED, tinh_trang="undecided")) == 1
    assert lines(client, MARKED, tim=str(first.item.book_number)) == lines(client, MARKED, tinh_trang="secret")
    assert lines(client, MARKED, tim="báo cáo") == []
    file = saved(client, MARKED)
    assert len(file) == 2
    assert "Báo cáo" not in "".join(file)
    assert client.get(f"{BASE}").content.decode().count(MARKED) == 1
    assert MARKED not in text(as_person(specialist), BASE)
    assert as_person(specialist).get(MARKED).status_code == 404


def test_they_ask_as_many_questions_for_many_rows_as_for_few(world: World, item: MakeItem) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    client = as_person(leader)

    def grow(count: int) -> None:
        for number in range(count):
            ask(published(item(title=f"Mục {number}"), specialist, leader), specialist, f"Sở {number}")
            screened(item(PRIVATE, title=f"Có {number}"), specialist)

    grow(2)
    urls = (ASKED, PERSONS, f"{ASKED}?dang=csv", f"{PERSONS}?dang=csv")
    few = [questions(client, url) for url in urls]
    grow(4)
    assert [questions(client, url) for url in urls] == few
    assert max(few) <= 20
