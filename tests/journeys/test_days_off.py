"""The administrator at the top enters an announced swap, sees first what it moves, and takes it back, no scripts."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from minhbach.domain.calendars.changes import DaysOff
from minhbach.foundation.actions.change_calendar import change_calendar
from minhbach.foundation.models import CalendarChange
from tests.browsing.browser import NARROW, WIDE, axe_violations, chromium, opened, scrolls_sideways
from tests.browsing.server import served
from tests.world import World
from tests.world.values import KEEPER, NOW
from tests.world.visiting import answer, body_of

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

SIZES = (NARROW, (320, 700), WIDE)
YEAR = "/lam-viec/ngay-nghi/?nam=2026"
SOURCE = "Thông báo 12/TB-BNV ngày 05/10/2026"


@pytest.fixture(scope="module")
def origin(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("static")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened_browser:
        yield opened_browser


def fits(page: Page) -> None:
    """Look at the page as phones and wide windows show it, and with a checker of accessibility."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert scrolls_sideways(page) <= 0, f"{page.url} at {width}"
    assert page.locator("h1").count() == 1
    assert page.locator("main .button, main button:not(.button-outlined, .button-link)").count() == 1, page.url


def test_a_swap_is_entered_after_a_look_at_what_it_moves_and_taken_back(
    browser: Browser, origin: str, world: World
) -> None:
    changes = CalendarChange.objects.count()
    with opened(browser, size=NARROW, session=world.sessions[KEEPER], origin=origin, scripts=False) as (_, page):
        page.goto(origin + YEAR)
        fits(page)
        page.get_by_role("link", name="Thêm hoán đổi").click()
        fits(page)
        page.get_by_label("Ngày nghỉ").fill("22/11/2026")
        page.get_by_label("Làm bù vào ngày").fill("28/11/2026")
        page.get_by_label("Lý do").fill("Hoán đổi dịp thử")
        page.get_by_role("button", name="Xem hạn nào sẽ đổi").click()
        page.get_by_text("Ghi số, ký hiệu, ngày của văn bản, hoặc nơi công bố.").first.wait_for()
        page.get_by_label("Căn cứ").fill(SOURCE)
        page.get_by_role("button", name="Xem hạn nào sẽ đổi").click()
        page.get_by_text("Chủ nhật 22/11/2026 vốn là ngày nghỉ hằng tuần").first.wait_for()
        fits(page)
        page.get_by_label("Ngày nghỉ").fill("23/11/2026")
        page.get_by_role("button", name="Xem hạn nào sẽ đổi").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Xem trước khi ghi: Thêm hoán đổi"
        assert CalendarChange.objects.count() == changes
        fits(page)
        page.get_by_role("button", name="Quay lại sửa, chưa ghi").click()
        assert page.get_by_label("Căn cứ").input_value() == SOURCE
        page.get_by_role("button", name="Xem hạn nào sẽ đổi").click()
        page.get_by_role("button", name="Ghi vào lịch").click()
        assert page.get_by_text("Đã ghi vào lịch.").count() == 1
        assert CalendarChange.objects.count() == changes + 1
        assert page.get_by_text("Dự kiến, chưa áp dụng").count() == 0
        fits(page)
        page.get_by_role("link", name="Rút lại").first.click()
        fits(page)
        page.get_by_label("Lý do rút lại").fill("ghi nhầm")
        page.get_by_role("button", name="Rút lại").click()
        assert page.get_by_text("Đã rút lại", exact=False).count() > 0
        assert page.get_by_text("Dự kiến, chưa áp dụng").count() == 2
        fits(page)


def test_its_pages_are_accessible_in_both_languages(browser: Browser, origin: str, world: World) -> None:
    paths = [
        YEAR,
        *(f"/lam-viec/ngay-nghi/them/{act}/?nam=2027" for act in ("nghi", "nghi-bu", "hoan-doi", "bo", "nam")),
    ]
    paths.append(f"/lam-viec/ngay-nghi/{world.samples['calendar_change']}/rut-lai/")
    wrong = []
    with opened(browser, size=NARROW, session=world.sessions[KEEPER], origin=origin) as (_, page):
        for path in [*paths, *(f"/en{path}" for path in paths)]:
            page.goto(origin + path)
            wrong += [f"{path}: {line}" for line in axe_violations(page)]
            fits(page)
    assert wrong == []


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("nghi", {"first": "1/3/2027", "last": "2/3/2027", "why": "Lễ thử"}),
        ("nghi-bu", {"holiday": "6/3/2027", "off_on": "8/3/2027"}),
        ("hoan-doi", {"off_on": "23/11/2026", "worked_on": "28/11/2026", "why": "Hoán đổi"}),
        ("bo", {"day": "24/11/2026"}),
        ("nam", {"holding": ["2027-02-04", "2027-02-05"]}),
    ],
)
def test_each_act_is_seen_before_it_is_entered(world: World, act: str, given: dict[str, Any]) -> None:
    saturday = dt.date(2027, 3, 6)
    holiday = DaysOff(saturday, saturday, "Lễ thử")
    change_calendar(act=holiday, source=SOURCE, actor=world.actors[KEEPER], now=NOW)
    changes, path = CalendarChange.objects.count(), f"/lam-viec/ngay-nghi/them/{act}/?nam=2027"
    seen = answer(world, KEEPER, "POST", path, {**given, "source": SOURCE})
    assert seen.status_code == 200
    assert "Xem trước khi ghi" in body_of(seen).decode()
    assert CalendarChange.objects.count() == changes
    entered = answer(world, KEEPER, "POST", path, {**given, "source": SOURCE, "ghi": "1"})
    assert entered.status_code == 302


def test_a_year_far_off_is_a_slip_of_the_pen(world: World) -> None:
    given = {"first": "1/3/2206", "why": "Lễ thử", "source": SOURCE}
    text = body_of(answer(world, KEEPER, "POST", "/lam-viec/ngay-nghi/them/nghi/", given)).decode()
    assert "Chỉ ghi được ngày của các năm từ 2016 đến" in text
    assert "Ngày nghỉ năm" in body_of(answer(world, KEEPER, "GET", "/lam-viec/ngay-nghi/?nam=2206")).decode()
