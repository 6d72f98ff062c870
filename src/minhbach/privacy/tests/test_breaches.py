"""The register of breaches: numbers, the clock of 72 hours (unverified), who was told, closing.

Found at 14:05 on Tuesday 13/10/2026, a breach is told by 14:05 on Friday 16/10/2026.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.papers.models import Letter
from minhbach.privacy.actions.deal_with_breach import close_breach, draft_notice, note_told
from minhbach.privacy.actions.keep_breach import change_breach, note_breach
from minhbach.privacy.contracts import BreachFacts, DataKind, MatterNotVisible, PrivacyRefused
from minhbach.privacy.models import Breach
from minhbach.privacy.tests.conftest import TODAY, World
from minhbach.register.tests.test_pages import BACKEND

FOUND = datetime(2026, 10, 13, 7, 5, tzinfo=UTC)
LATER = FOUND + timedelta(hours=2)
LOST = BreachFacts(
    what="Mất một USB có danh sách người gửi yêu cầu tháng 9", kinds=(DataKind.NAME, DataKind.CONTACT), found_at=FOUND,
    people=12, is_grave=True, measures="Đã báo công an phường",
)  # fmt: skip


def noted(world: World, facts: BreachFacts = LOST, **other: Any) -> Breach:
    """Write a breach down."""
    actor = world.officer(Role.FOCAL_POINT)
    return Breach.objects.get(pk=note_breach(facts=facts, body_id=world.ward.pk, actor=actor, now=LATER, **other))


def test_a_grave_breach_has_seventy_two_hours_from_being_found(world: World) -> None:
    row = noted(world)
    assert (row.number, row.year, row.kinds) == (1, 2026, "name,contact")
    assert row.notice_due_at == datetime(2026, 10, 16, 7, 5, tzinfo=UTC)
    second = noted(world, replace(LOST, is_grave=False, why_not_grave="USB có mã hóa"))
    assert (second.number, second.notice_due_at) == (2, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"what": " "}, "what"),
        ({"kinds": ()}, "kinds"),
        ({"found_at": LATER + timedelta(minutes=1)}, "found_on"),
        ({"happened_on": date(2026, 10, 14)}, "happened_on"),
        ({"is_grave": False}, "why_not_grave"),
    ],
)
def test_what_lacks_or_cannot_be_is_refused_at_its_box(world: World, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(PrivacyRefused) as refused:
        noted(world, replace(LOST, **wrong))
    assert refused.value.field == field and not Breach.objects.exists()


def test_an_answer_gone_astray_is_noted_once(world: World) -> None:
    noted(world, delivery_id=7)
    with pytest.raises(PrivacyRefused, match="đã ghi vào sổ"):
        noted(world, delivery_id=7)


def test_the_clock_follows_what_is_found_out_and_who_comes_second_reads_first(world: World) -> None:
    row, actor = noted(world, replace(LOST, is_grave=False, why_not_grave="Chưa rõ")), world.officer(Role.LEADER)
    earlier = replace(LOST, found_at=FOUND - timedelta(hours=3))
    change_breach(breach_id=row.pk, version=1, facts=earlier, actor=actor, now=LATER)
    row.refresh_from_db()
    assert (row.notice_due_at, row.why_not_grave) == (datetime(2026, 10, 16, 4, 5, tzinfo=UTC), "")
    with pytest.raises(PrivacyRefused, match="vừa sửa"):
        change_breach(breach_id=row.pk, version=1, facts=LOST, actor=actor, now=LATER)


def test_the_authority_is_told_before_it_is_closed(world: World) -> None:
    row, actor = noted(world), world.officer(Role.FOCAL_POINT)
    with pytest.raises(PrivacyRefused, match="Chưa ghi đã thông báo"):
        close_breach(breach_id=row.pk, closing="Xong", actor=actor, now=LATER)
    with pytest.raises(PrivacyRefused, match="từ lúc phát hiện"):
        note_told(breach_id=row.pk, notified_at=FOUND - timedelta(1), people_told_on=None, actor=actor, now=LATER)
    with pytest.raises(PrivacyRefused, match="Ghi ngày"):
        note_told(breach_id=row.pk, notified_at=None, people_told_on=None, actor=actor, now=LATER)
    friday = datetime(2026, 10, 16, 7, 6, tzinfo=UTC)
    note_told(breach_id=row.pk, notified_at=friday, people_told_on=TODAY, actor=actor, now=friday)
    assert events_about(Subject("breach", row.pk))[-1].facts["late"] is True
    close_breach(breach_id=row.pk, closing="Đã thu hồi", actor=actor, now=friday)
    with pytest.raises(PrivacyRefused, match="đã đóng"):
        close_breach(breach_id=row.pk, closing="Đã thu hồi", actor=actor, now=friday)
    assert "USB" not in str([event.facts for event in events_about(Subject("breach", row.pk))])


def test_the_notice_says_what_the_register_knows(world: World) -> None:
    row, actor = noted(world), world.officer(Role.FOCAL_POINT)
    letter = Letter.objects.get(pk=draft_notice(breach_id=row.pk, actor=actor, now=LATER))
    said = str(letter.content)
    assert "Phát hiện lúc 14:05 ngày 13/10/2026" in said and "họ tên, địa chỉ, điện thoại" in said
    assert "Số người: 12" in said and "91/2025/QH15" in said
    with pytest.raises(PrivacyRefused, match="Đã soạn"):
        draft_notice(breach_id=row.pk, actor=actor, now=LATER)


def test_the_register_of_another_commune_is_not_there(world: World) -> None:
    row, stranger = noted(world), world.officer(Role.LEADER, body=world.other_ward)
    with pytest.raises(MatterNotVisible):
        close_breach(breach_id=row.pk, closing="Xong", actor=stranger, now=LATER)
    with pytest.raises(PrivacyRefused, match="Vai trò"):
        note_breach(facts=LOST, body_id=world.ward.pk, actor=stranger, now=LATER)
    with pytest.raises(PrivacyRefused, match="Vai trò"):
        note_breach(facts=LOST, body_id=world.ward.pk, actor=world.officer(Role.SPECIALIST), now=LATER)


def logged_in(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return a browser of an officer, two hours after the breach was found."""
    monkeypatch.setattr(clock, "now", lambda: LATER)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def test_a_breach_goes_from_its_page_to_the_printed_register(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client, url = logged_in(world.officer(Role.FOCAL_POINT), monkeypatch), "/lam-viec/du-lieu-ca-nhan/su-co/"
    assert "Chưa có sự cố nào" in client.get(url).content.decode()
    typed = {
        "what": "Gửi nhầm danh sách", "kinds": ["name"], "found_on": "13/10/2026",
        "found_time": "14h05", "is_grave": "1",
        "body": world.ward.pk,
    }  # fmt: skip
    wrong = client.post(f"{url}moi/", typed | {"found_time": "25"})
    assert wrong.status_code == 422 and "Gửi nhầm danh sách" in wrong.content.decode()
    assert client.post(f"{url}moi/", typed).status_code == 302
    row = Breach.objects.get()
    page = client.get(f"{url}{row.pk}/").content.decode()
    assert "còn 70 giờ" in page and "14:05 ngày 16/10/2026" in page and "chưa đối chiếu văn bản" in page
    changed = client.post(f"{url}{row.pk}/sua/", typed | {"people": "3", "version": row.version})
    assert changed.status_code == 302 and Breach.objects.get().people == 3
    assert client.post(f"{url}{row.pk}/cong-van/").status_code == 302
    told = {"notified_on": "13/10/2026", "notified_time": "15:00"}
    assert client.post(f"{url}{row.pk}/da-bao/", told).status_code == 302
    assert client.post(f"{url}{row.pk}/dong/", {"closing": "Đã thu lại"}).status_code == 302
    assert client.get(f"{url}{row.pk}/sua/").status_code == 404
    assert "1/2026" in client.get(f"{url}?tinh_trang=dong").content.decode()
    assert "Không tìm thấy sự cố nào" in client.get(f"{url}?tim=khong-co").content.decode()
    assert "Gửi nhầm danh sách" in client.get(f"{url}?dang=csv").content.decode()
    assert client.get(f"{url}?dang=xlsx").content[:2] == b"PK"
    assert client.get(f"{url}?dang=pdf").content[:4] == b"%PDF"
