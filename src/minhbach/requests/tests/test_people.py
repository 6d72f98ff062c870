"""Lists of an organisation's people, typed or as a table, with each line's fault; who else may ask, and how."""

import io
from typing import Any

import pytest
import xlsxwriter
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.intake.contracts import Behalf, FileRole, PersonListed, Sender, Way
from minhbach.intake.holding import put_aside
from minhbach.intake.models import Submission
from minhbach.requests.asking.lacking import guidance_words, lacking_fields, lacking_of_askers
from minhbach.requests.asking.people import faults_of, people_in
from minhbach.requests.asking.people_table import people_in_table
from minhbach.requests.dues import law_of
from minhbach.requests.tests.conftest import NOW, World
from minhbach.requests.tests.test_asking import WHO, Telephone, until
from minhbach.requests.tests.test_counter import PATH, logged_in, told

PEOPLE = (
    PersonListed("Lê A", "001085000001", "xây nhà"),
    PersonListed("Lê B", "001085000002", "xây nhà"),
)


def test_typed_list_is_read_with_numbers_tabs_and_empty_lines() -> None:
    assert people_in("1. Lê A; 001085000001; xây nhà\n\n2)\tLê B\t001085000002\txây nhà\n") == PEOPLE


def test_each_lines_fault_is_told_with_its_line() -> None:
    typed = "Lê A; 001085000001; xây nhà\nLê B; 1085000002; xây nhà\n; 001085000003; x\nLê D;;\nLê E; 001085000001; y"
    assert list(faults_of(people_in(typed))) == [
        "Dòng 2: Số căn cước có 12 chữ số; ở đây mới có 10.",
        "Dòng 3: thiếu họ tên.",
        "Dòng 4: thiếu số căn cước hoặc hộ chiếu, lý do, mục đích.",
        "Dòng 5: trùng số với dòng 1.",
    ]


def workbook(*rows: tuple[Any, ...]) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    return content.getvalue()


HEAD = ("STT", "Họ và tên", "Số CCCD", "Lý do, mục đích")


def test_table_is_read_by_its_heads_wherever_they_stand() -> None:
    content = workbook(
        ("DANH SÁCH NGƯỜI YÊU CẦU",),
        HEAD,
        (1, "Lê A", "001085000001", "xây nhà"),
        (2, "Lê B", "001085000002", "xây nhà"),
    )
    assert people_in_table(content) == PEOPLE
    sheet = "Mục đích,Căn cước,Họ tên\nxây nhà,001085000001,Lê A\nxây nhà,001085000002,Lê B\n".encode()
    assert people_in_table(sheet) == PEOPLE


def test_table_without_names_holds_nobody() -> None:
    assert people_in_table(workbook(("Ngày", "Việc"), ("1/1", "họp"))) == ()


@pytest.fixture
def moment(db: None, monkeypatch: Any) -> None:
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())


def test_uploaded_table_fills_the_box_and_its_faults_are_told_there(world: World, moment: None) -> None:
    browser = Telephone()
    until(3, world, browser)
    # As Excel leaves a number whose cells are no text: without the noughts in front.
    content = workbook(HEAD, (1, "Lê A", 1085000001, "xây nhà"), (2, "Lê B", "001085000002", ""))
    table = SimpleUploadedFile("danh-sach.xlsx", content)
    asked = {**WHO, "behalf": "organisation", "organisation": "Hội Thử"}
    page = browser.send("/yeu-cau/moi/3/", {**asked, "papers": table}, status=422)
    assert "Dòng 1: Số căn cước có 12 chữ số; ở đây mới có 10." in page
    assert "Dòng 2: thiếu lý do, mục đích." in page
    assert "Lê A; 1085000001; xây nhà" in page, "each line stands in the box to be mended"
    mended = "Lê A; 001085000001; xây nhà\nLê B; 001085000002; xây nhà"
    assert "Bước 4 trong 5" in browser.send("/yeu-cau/moi/3/", {**asked, "people": mended})


def test_counter_asks_who_lives_elsewhere(world: World, moment: None) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    client.post(PATH, told(world, lives_there="khong", concern="Đất của mẹ tôi"))
    client.post(PATH, told(world))
    assert list(Submission.objects.order_by("pk").values_list("is_elsewhere", flat=True)) == [True, None]


OLD_LAW = {"on": NOW.date().replace(month=8, day=31)}


@pytest.mark.parametrize(
    ("facts", "rule", "article"),
    [
        ({"is_elsewhere": True}, "from_elsewhere", "điểm e khoản 2 Điều 10 Luật 01/2026/QH16"),
        ({"is_elsewhere": True, **OLD_LAW}, "from_elsewhere", "điểm h khoản 2 Điều 9 Luật 104/2016/QH13"),
        ({"behalf": Behalf.FOREIGNER, **OLD_LAW}, "foreigner", "khoản 1 Điều 36 Luật 104/2016/QH13"),
        ({"behalf": Behalf.ORGANISATION, **OLD_LAW}, "organisation", "khoản 2 Điều 36 Luật 104/2016/QH13"),
        ({"behalf": Behalf.MINOR, **OLD_LAW}, "under_18", "khoản 3 Điều 4 Luật 104/2016/QH13"),
        ({"behalf": Behalf.FOREIGNER}, "foreigner", "Luật 01/2026/QH16"),
        ({"behalf": Behalf.ORGANISATION}, "organisation", "Luật 01/2026/QH16"),
    ],
)
def test_what_the_law_wants_of_who_asks_is_asked_for_with_its_article(
    case: Any, facts: dict[str, Any], rule: str, article: str
) -> None:
    row = case(way=Way.POST, **facts)
    law = law_of(row)
    (lacking,) = lacking_of_askers(row, law)
    assert lacking.key == rule
    assert article in guidance_words(row, law, [lacking])


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"is_elsewhere": False},
        {"is_elsewhere": True, "sender": Sender(name="Lê A", concern="Đất của mẹ tôi")},
        {"behalf": Behalf.FOREIGNER, "sender": Sender(name="A. B.", concern="Giấy phép của tôi")},
        {"behalf": Behalf.ORGANISATION, "sender": Sender(name="Lê A", organisation="Hội", people=PEOPLE)},
    ],
)
def test_nothing_is_asked_for_that_is_there(case: Any, facts: dict[str, Any]) -> None:
    row = case(**facts)
    assert lacking_of_askers(row, law_of(row)) == ()


def test_paper_of_a_guardian_is_enough(case: Any) -> None:
    paper = put_aside(name="giay.txt", content=b"giay", role=FileRole.AUTHORISATION)
    row = case(behalf=Behalf.MINOR, files=(paper,))
    assert lacking_of_askers(row, law_of(row)) == ()


def test_mail_that_says_little_lacks_what_the_statute_names(case: Any, world: World, moment: None) -> None:
    row = case(way=Way.EMAIL, sender=Sender(name="Lê A", email="a@vidu.vn"))
    law = law_of(row)
    assert [one.key for one in lacking_fields(row, law)] == ["address", "identity_number"]
    page = logged_in(world, Role.FOCAL_POINT).get(f"/lam-viec/yeu-cau/{row.pk}/de-nghi-bo-sung/").content.decode()
    assert "- nơi cư trú, địa chỉ (khoản 4 Điều 26 Luật 01/2026/QH16);" in page
    assert page.count("checked") == 2, "both are ticked before anybody types"
    old = case(way=Way.EMAIL, sender=Sender(name="Lê A"), **OLD_LAW)
    keys = [one.key for one in lacking_fields(old, law_of(old))]
    assert keys == ["address", "identity_number", "purpose"], "the law of 2016 wants the reason too"


def test_case_page_shows_the_list_with_masked_numbers_and_faults(case: Any, world: World, moment: None) -> None:
    people = (*PEOPLE, PersonListed("Lê C", "", "xây nhà"))
    row = case(behalf=Behalf.ORGANISATION, sender=Sender(name="Lê A", organisation="Hội Thử", people=people))
    page: str = logged_in(world, Role.FOCAL_POINT).get(f"/lam-viec/yeu-cau/{row.pk}/").content.decode()
    assert "Danh sách 3 người cùng yêu cầu" in page
    assert "Dòng 3: thiếu số căn cước hoặc hộ chiếu." in page
    assert "••••0002" in page
    assert "001085000002" not in page
    assert Client().get(f"/lam-viec/yeu-cau/{row.pk}/").status_code == 302
