"""The two public lists and what an agency's page says of its information."""

import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body, Succession
from minhbach.domain.access import system_actor
from minhbach.portal.tests.conftest import DAY, Published
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.set_public_state import set_listed
from minhbach.register.contracts import Access, Classification
from minhbach.register.models import Item
from minhbach.register.tests.conftest import CALENDAR, NOW, World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PUBLIC, CONDITIONAL = "/danh-muc/cong-khai/", "/danh-muc/co-dieu-kien/"


def page(client: Client, path: str, **question: str) -> str:
    response = client.get(path, question)
    assert response.status_code == 200
    return response.content.decode()


def conditional(world: World, published: Published, title: str, *, listed: bool) -> Item:
    row = world.item(actor=published.keeper, title=title)
    given = Classification(Access.CONDITIONAL, grounds=("16.1",))
    classify_item(item_id=row.pk, classification=given, calendar=CALENDAR, actor=published.keeper, now=NOW)
    if listed:
        set_listed(item_id=row.pk, on=DAY, actor=system_actor("gate"), now=NOW)
    return row


def test_list_says_what_the_decree_wants_of_each_line(client: Client, published: Published) -> None:
    row = published.item(title="Bảng giá đất", kind="Quyết định", number="12", symbol="QĐ-UBND", text="Một")
    shown = page(client, PUBLIC)
    assert f'href="/thong-tin/{row.public_id}/"' in shown
    for words in ("Quyết định: Bảng giá đất", "12/QĐ-UBND", "12/10/2026", "15/10/2026", "xã Mẫu Một"):
        assert words in shown, words


def test_visitor_reads_only_lines_that_were_let_out_and_officers_no_more_of_them_here(
    client: Client, world: World, published: Published
) -> None:
    conditional(world, published, "Hồ sơ được kể", listed=True)
    conditional(world, published, "Hồ sơ chưa kể", listed=False)
    waiting = world.item(actor=published.keeper, title="Chưa công khai")
    given = Classification(Access.OPEN, letter="l")
    classify_item(item_id=waiting.pk, classification=given, calendar=CALENDAR, actor=published.keeper, now=NOW)
    officer = Client()
    officer.force_login(Person.objects.get(pk=published.keeper.person), backend=BACKEND)
    for who in (client, officer):
        shown = page(who, CONDITIONAL)
        assert "Hồ sơ được kể" in shown
        assert "Hồ sơ chưa kể" not in shown
        assert "Chưa công khai" not in page(who, PUBLIC)
        assert "Hồ sơ chưa kể" not in who.get(CONDITIONAL, {"dang": "csv"}).content.decode()


def test_list_is_narrowed_by_agency_letter_kind_year_and_words(
    client: Client, world: World, published: Published
) -> None:
    one = published.item(title="Quy hoạch xã", kind="Kế hoạch", created_on=date(2025, 5, 5), letter="l")
    two = published.item(title="Quyết toán", kind="Báo cáo", created_on=date(2026, 5, 5), letter="a")
    for narrow in ({"nhom": "a"}, {"loai": "Báo cáo"}, {"nam": "2026"}, {"tim": "quyet toan"}):
        shown = page(client, PUBLIC, **narrow)
        assert two.public_id in shown, narrow
        assert one.public_id not in shown, narrow
    assert one.public_id in page(client, PUBLIC, co_quan=world.ward.slug)
    assert one.public_id not in page(client, PUBLIC, co_quan=world.other_ward.slug)
    sorted_by_day = page(client, PUBLIC, xep="-ngay")
    assert sorted_by_day.index(two.public_id) < sorted_by_day.index(one.public_id)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "pdf"])
def test_list_of_an_agency_is_saved_in_the_columns_of_the_decree(
    client: Client, world: World, published: Published, ending: str
) -> None:
    row = published.item(title="Bảng giá đất", number="12", symbol="QĐ-UBND")
    answer = client.get(PUBLIC, {"co_quan": world.ward.slug, "dang": ending})
    assert f"danh-muc-phai-cong-khai.{ending}" in answer.headers["Content-Disposition"]
    if ending == "csv":
        text = answer.content.decode()
        assert "Hình thức công khai" in text
        assert f"http://testserver/thong-tin/{row.public_id}/" in text
    elif ending == "pdf":
        assert answer.content.startswith(b"%PDF-")
    else:
        name = "xl/sharedStrings.xml" if ending == "xlsx" else "word/document.xml"
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        held = "".join(archive.read(one).decode(errors="replace") for one in archive.namelist())
        assert "Bảng giá đất" in held, name


@pytest.mark.parametrize("path", [PUBLIC, CONDITIONAL])
def test_nonsense_is_ignored(client: Client, published: Published, path: str) -> None:
    published.item()
    asked = {
        "co_quan": "\x00khong-co",
        "nam": "x",
        "nhom": "<i>",
        "loai": "?",
        "xep": "'",
        "trang": "-1",
        "dang": "pdf",
    }
    assert "<i>" not in page(client, path, **asked)


def test_agency_page_counts_both_lists_and_names_letters_without_any(
    client: Client, world: World, published: Published
) -> None:
    published.item(title="Quy hoạch xã", letter="l")
    published.item(title="Nội quy", letter="a", body=world.office)
    conditional(world, published, "Hồ sơ được kể", listed=True)
    shown = page(client, reverse("agencies:body", args=[world.ward.slug]))
    assert "Danh mục thông tin phải được công khai</a>: 2 mục" in shown
    assert "Danh mục thông tin tiếp cận có điều kiện</a>: 1 mục" in shown
    assert "chưa có" in shown
    assert f"co_quan={world.ward.slug}&amp;nhom=l" in shown
    assert f"co_quan={world.ward.slug}&amp;nhom=b" not in shown
    assert "Mẫu số 01a" in shown


def test_lists_and_agency_page_ask_no_more_for_more_lines(client: Client, world: World, published: Published) -> None:
    def asked(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    paths = (PUBLIC, f"{PUBLIC}?co_quan={world.ward.slug}", f"/co-quan/{world.ward.slug}/", "/")
    for number in range(2):
        published.item(title=f"Một {number}", text="Một")
    few = [asked(path) for path in paths]
    for number in range(10):
        published.item(title=f"Hai {number}", text="Hai")
    assert [asked(path) for path in paths] == few


def test_lists_of_a_body_that_ended_are_read_under_its_successor(
    client: Client, world: World, published: Published
) -> None:
    row = published.item(title="Nội quy chợ cũ", body=world.other_ward)
    Body.objects.filter(pk=world.other_ward.pk).update(exists_until=date(2026, 10, 18))
    Succession.objects.create(
        older=world.other_ward, newer=world.ward, on=date(2026, 10, 18), extent="whole", main=True
    )
    section = page(client, f"/co-quan/{world.ward.slug}/")
    old_list = f"{PUBLIC}?co_quan={world.other_ward.slug}"
    assert f'href="{old_list}"' in section
    assert "(hoạt động đến hết 17/10/2026)" in section
    assert f'href="{CONDITIONAL}?co_quan={world.other_ward.slug}"' not in section, "nothing stands in it"
    for list_of in (world.other_ward, world.ward):
        assert row.public_id in page(client, PUBLIC, co_quan=list_of.slug)
    assert "Nay thông tin của cơ quan này do:" in page(client, PUBLIC, co_quan=world.other_ward.slug)
    assert "Nay thông tin của cơ quan này do:" not in page(client, PUBLIC, co_quan=world.ward.slug)
