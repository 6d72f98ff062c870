"""The page of a piece of information, over HTTP, without scripts."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.portal.tests.conftest import Published
from minhbach.portal.text_pages import PAGE, cut, page_of_text
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.contracts import Access, Classification
from minhbach.register.models import Item
from minhbach.register.tests.conftest import CALENDAR, NOW, World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FACTS: dict[str, Any] = {"kind": "Kế hoạch", "number": "45", "symbol": "KH-UBND", "issued_on": date(2026, 10, 12)}


def page(client: Client, row: Item, **question: str) -> str:
    response = client.get(reverse("portal:item", args=[row.public_id]), question)
    assert response.status_code == 200
    return response.content.decode()


def test_page_says_what_it_is_by_when_it_was_due_and_which_letter_has_it_published(
    client: Client, published: Published
) -> None:
    row = published.item(text="Điều 1. Phạm vi", **FACTS)
    shown = page(client, row)
    assert '<h1><span lang="vi">Kế hoạch sử dụng đất năm 2027 của xã Mẫu Một</span></h1>' in shown
    assert "Kế hoạch 45/KH-UBND" in shown
    assert "12/10/2026" in shown
    assert "Đăng 15/10/2026 (hạn 19/10/2026)" in shown
    assert "điểm l khoản 1 Điều 17 Luật 01/2026/QH16" in shown
    assert "Điều 1. Phạm vi" in shown
    assert f"http://testserver/thong-tin/{row.public_id}/ban-1/" in shown


def test_what_was_published_late_says_so(client: Client, published: Published) -> None:
    assert "Muộn 2 ngày" in page(client, published.item(on=date(2026, 10, 21), **FACTS))


def test_file_opens_for_everybody_and_shows_nothing_that_runs(client: Client, published: Published) -> None:
    row = published.item(text="Nội dung của tệp", **FACTS)
    file = row.public_version.files.get()  # type: ignore[union-attr]
    url = reverse("foundation:file", args=[file.file_id, file.name])
    assert url in page(client, row)
    answer = client.get(url)
    assert answer.content.decode() == "Nội dung của tệp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    published.close(row)
    assert client.get(url).status_code == 404


def test_corrected_version_takes_the_address_and_the_earlier_one_stays_quotable(
    client: Client, published: Published
) -> None:
    row = published.item(text="Diện tích 12 ha", **FACTS)
    row = published.correct(row, why="Sửa diện tích", text="Diện tích 21 ha", on=date(2026, 10, 19))
    shown = page(client, row)
    assert "Diện tích 21 ha" in shown
    assert "Diện tích 12 ha" not in shown
    assert "đính chính bản 1" in shown
    assert "Sửa diện tích" in shown
    earlier = client.get(reverse("portal:item_version", args=[row.public_id, 1])).content.decode()
    assert "Diện tích 12 ha" in earlier
    assert "Bản 2 đã đính chính bản này" in earlier
    assert 'rel="canonical" href="http://testserver/thong-tin/' in earlier


def test_version_before_any_was_public_is_not_spoken_of(client: Client, world: World, published: Published) -> None:
    row = world.item(actor=published.keeper, **FACTS)
    given = Classification(Access.OPEN, letter="l")
    classify_item(item_id=row.pk, classification=given, calendar=CALENDAR, actor=published.keeper, now=NOW)
    row = published.correct(row, why="Thêm toàn văn", text="Một", on=date(2026, 10, 15))
    shown = page(client, row)
    assert "Bản 2" in shown
    assert "đính chính bản 1" not in shown
    assert "(hạn 19/10/2026)" in shown


def test_earlier_version_keeps_the_title_it_had(client: Client, published: Published) -> None:
    row = published.item(text="Một", **FACTS)
    row = published.correct(row, why="Sửa tên", title="Kế hoạch sử dụng đất năm 2028")
    assert "năm 2028" in page(client, row)
    earlier = client.get(reverse("portal:item_version", args=[row.public_id, 1])).content.decode()
    assert "Kế hoạch sử dụng đất năm 2027" in earlier
    assert "năm 2028" not in earlier


def test_what_is_not_public_is_not_there_for_its_own_officers_either(
    client: Client, world: World, published: Published
) -> None:
    waiting = world.item(actor=published.keeper)
    client.force_login(Person.objects.get(pk=published.keeper.person), backend=BACKEND)
    assert client.get(reverse("portal:item", args=[waiting.public_id])).status_code == 404
    row = published.item(text="Một")
    published.close(row)
    for address in (["portal:item", row.public_id], ["portal:item_version", row.public_id, 1]):
        assert client.get(reverse(address[0], args=address[1:])).status_code == 404


def test_program_reads_the_item_as_json(client: Client, published: Published) -> None:
    row = published.item(text="Nội dung", **FACTS)
    said = json.loads(client.get(reverse("portal:item", args=[row.public_id]), {"dang": "json"}).content)
    assert (said["number"], said["symbol"], said["issued_on"]) == ("45", "KH-UBND", "2026-10-12")
    assert (said["letter"], said["statute"], said["published_on"]) == ("l", "01/2026/QH16", "2026-10-15")
    assert said["files"][0]["bytes"] == len("Nội dung".encode())
    assert said["text"] == "Nội dung"
    assert client.get(said["versions"][0]["url"]).status_code == 200


def test_text_comes_alone_and_by_pages_with_the_words_that_were_looked_for(
    client: Client, published: Published
) -> None:
    lines = "\n".join(f'Dòng {n} & "về" giá đất' if n == 150 else f"Dòng {n} của bảng" for n in range(400))
    row = published.item(text=lines, **FACTS)
    first = page(client, row, q="gia dat")
    assert "trang 1 trong 2" in first
    assert "Dòng 0 của bảng" in first
    assert "Có “gia dat” ở trang:" in first
    assert any("<mark>giá đất</mark>" in page(client, row, q="gia dat", trang=number) for number in ("1", "2"))
    assert "150 &amp; &quot;về&quot; giá đất" in page(client, row, **{"in": "1"})
    alone = client.get(reverse("portal:item", args=[row.public_id]), {"dang": "txt"})
    assert alone.content.decode() == lines
    assert "45-KH-UBND.txt" in alone.headers["Content-Disposition"]


@pytest.mark.parametrize("number", ["0", "-3", "x", "99999999999", "²", ""])
def test_any_page_number_is_answered(client: Client, published: Published, number: str) -> None:
    assert "trang" in page(client, published.item(text="a\n" * 5000), trang=number)


def test_english_page_speaks_english_and_keeps_the_documents_words(client: Client, published: Published) -> None:
    row = published.item(text="Một", **FACTS)
    shown = client.get(f"/en/thong-tin/{row.public_id}/").content.decode()
    assert "Download" in shown
    assert "Kế hoạch sử dụng đất năm 2027" in shown


def test_text_is_cut_at_lines_and_loses_nothing() -> None:
    text = "\n".join(["ngắn"] * 1200 + ["dài " * 3000])
    pages = list(cut(text))
    assert all(len(one) <= PAGE for one in pages)
    assert "".join(pages).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert page_of_text("   \n ", number=1) is None
