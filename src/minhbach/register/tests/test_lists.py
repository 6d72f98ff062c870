"""The lists in their columns on pages and as files, the book, and the backlog with its plan."""

import io
from datetime import date
from typing import Any

import docx
import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from minhbach.domain.access import Role
from minhbach.register.actions.plan_backlog import plan_backlog
from minhbach.register.actions.strike_item import strike_item
from minhbach.register.contracts import Access, ItemNotVisible, ItemRefused
from minhbach.register.models import Item
from minhbach.register.tests.conftest import NOW, World
from minhbach.register.tests.test_acts import classified, published
from minhbach.register.tests.test_dues import with_terms
from minhbach.register.tests.test_pages import client_of, page

MUST, CONDITIONAL, CLOSED = "phai-cong-khai", "co-dieu-kien", "khong-cong-khai"


@pytest.fixture
def leader(world: World) -> Client:
    return client_of(world.officer(Role.LEADER))


@pytest.fixture
def row(world: World) -> Item:
    facts = {"number": "45", "symbol": "KH-UBND", "kind": "Kế hoạch"}
    row = classified(world, world.item(**facts), letter="l")
    return with_terms(world, row, forms=("portal",), duration="Thường xuyên")


def test_the_list_stands_in_the_columns_of_the_decree(row: Item, leader: Client) -> None:
    shown = page(leader, "register:list", MUST)
    for words in (
        row.title,
        "45/KH-UBND",
        "12/10/2026",
        "chậm nhất 19/10/2026",
        "Thường xuyên",
        "trang thông tin điện tử",
    ):
        assert words in shown, words


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "pdf"])
def test_the_list_is_given_in_every_format(row: Item, leader: Client, ending: str) -> None:
    answer = leader.get(reverse("register:list", args=[MUST]), {"dang": ending})
    assert answer.status_code == 200
    said = {"csv": _csv, "xlsx": _xlsx, "docx": _docx, "pdf": _pdf}[ending](answer.content)
    assert row.title in said
    assert f"danh-muc-phai-cong-khai.{ending}" in answer.headers["Content-Disposition"]


def _csv(content: bytes) -> str:
    return content.decode()


def _xlsx(content: bytes) -> str:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return "\n".join(str(cell) for row in rows for cell in row)


def _docx(content: bytes) -> str:
    made = docx.Document(io.BytesIO(content))
    return "\n".join(cell.text for table in made.tables for line in table.rows for cell in line.cells)


def _pdf(content: bytes) -> str:
    import pypdfium2  # noqa: PLC0415

    text = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content))
    return " ".join(text.split())


def test_what_is_public_stands_with_its_address(row: Item, world: World, leader: Client) -> None:
    published(world, row)
    saved = leader.get(reverse("register:list", args=[MUST]), {"dang": "csv"}).content.decode()
    assert f"http://testserver/thong-tin/{row.public_id}/" in saved


def test_a_cell_is_never_a_formula(world: World, leader: Client) -> None:
    classified(world, world.item(title='=HYPERLINK("http://vidu.vn")'), letter="a")
    saved = leader.get(reverse("register:list", args=[MUST]), {"dang": "csv"}).content.decode()
    assert "'=HYPERLINK" in saved or ": =HYPERLINK" in saved
    whole = leader.get(reverse("register:items"), {"dang": "csv"}).content.decode()
    assert "'=HYPERLINK" in whole


def test_the_list_of_what_is_not_public_is_read_by_few(world: World, leader: Client) -> None:
    classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    shown = page(leader, "register:list", CLOSED)
    assert "Biên bản họp nội bộ" in shown
    assert "khoản 6 Điều 15 Luật 01/2026/QH16" in shown
    supervisor = client_of(world.officer(Role.SUPERVISOR))
    assert supervisor.get(reverse("register:list", args=[CLOSED])).status_code == 404
    assert page(supervisor, "register:list", CONDITIONAL)


def test_struck_lines_stay_in_the_book_with_their_reason(world: World, leader: Client) -> None:
    kept, gone = world.item(title="Còn giữ"), world.item(title="Ghi nhầm")
    strike_item(item_id=gone.pk, reason="Trùng dòng 1", actor=world.officer(Role.FOCAL_POINT), now=NOW)
    shown = page(leader, "register:book", nam="2026")
    assert f">{kept.title}</a>" in shown
    assert "<s>Ghi nhầm</s>" in shown
    assert "Đã gạch: Trùng dòng 1" in shown


def old(world: World, number: int, letter: str = "m", *, said: bool | None = False) -> Item:
    item = classified(world, world.item(title=f"Cũ {number}", created_on=date(2026, 8, number)), letter=letter)
    return with_terms(world, item, was_due_before=said)


def test_the_backlog_is_counted_planned_and_seen_to_be_behind(world: World, leader: Client) -> None:
    for number in (1, 2, 3):
        old(world, number)
    published(world, old(world, 4))
    old(world, 5, "k", said=None)
    planner = world.officer(Role.FOCAL_POINT)
    plan = {"body_id": world.ward.pk, "letter": "m", "last_day": date(2027, 3, 1), "actor": planner, "now": NOW}
    assert plan_backlog(planned_on=date(2026, 10, 31), at_most=2, **plan) == 2
    assert set(Item.objects.filter(planned_on=date(2026, 10, 31)).values_list("title", flat=True)) == {"Cũ 1", "Cũ 2"}
    shown = page(leader, "register:backlog")
    assert "01/3/2027" in shown
    assert "Đã công khai 1 trong 5 mục" in shown
    assert "1 mục chưa xác định" in shown


def test_a_plan_never_goes_beyond_the_law(world: World) -> None:
    old(world, 1)
    plan = {"body_id": world.ward.pk, "letter": "m", "last_day": date(2027, 3, 1), "now": NOW}
    with pytest.raises(ItemRefused):
        plan_backlog(planned_on=date(2027, 3, 31), actor=world.officer(Role.FOCAL_POINT), **plan)
    with pytest.raises(ItemRefused):
        plan_backlog(planned_on=date(2027, 2, 28), actor=world.officer(Role.SUPERVISOR), **plan)
    stranger: Any = world.officer(*Role, body=world.other_ward)
    with pytest.raises(ItemNotVisible):
        plan_backlog(planned_on=date(2027, 2, 28), actor=stranger, **plan)


def test_one_answer_for_a_letter_settles_what_nobody_said_before(world: World, leader: Client) -> None:
    unsaid, said = old(world, 1, said=None), old(world, 2, said=True)
    answer = leader.post(reverse("register:backlog_duty"), {"letter": "m", "was_due": "0"})
    assert answer.status_code == 302
    unsaid.refresh_from_db()
    said.refresh_from_db()
    assert (unsaid.was_due_before, unsaid.publish_due_on) == (False, date(2027, 3, 1))
    assert said.was_due_before is True
    assert leader.post(reverse("register:backlog_duty"), {"letter": "m", "was_due": "0"}).status_code == 422


def test_the_plan_is_made_on_the_page(world: World, leader: Client) -> None:
    old(world, 1)
    assert leader.post(reverse("register:plan_backlog"), {}).status_code == 422
    assert leader.post(reverse("register:plan_backlog"), {"letter": "m", "planned_on": "2027-03-01"}).status_code == 302
    assert Item.objects.get().planned_on == date(2027, 3, 1)
