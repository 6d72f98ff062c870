"""The public's first pages on an installation where nothing was loaded yet, and odd questions to the search."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_empty_installation_has_an_honest_first_page(client: Client) -> None:
    page = client.get("/").content.decode()
    assert page.count("<h1>") == 1
    assert "Chưa có thông tin hay kế hoạch nào được công khai." in page


@pytest.mark.parametrize("question", ["", " ", "%00", "%", "a" * 5000, "'; DROP TABLE", "Ẫ Ỗ ự", "<b>x</b>"])
def test_search_answers_any_question(client: Client, question: str) -> None:
    response = client.get("/tim-kiem/", {"q": question, "trang": "999999"})
    assert response.status_code == 200
    assert "<b>x</b>" not in response.content.decode()


def test_search_says_what_to_try_when_nothing_fits(client: Client) -> None:
    page = client.get("/tim-kiem/", {"q": "không có gì như thế"}).content.decode()
    assert "Không tìm thấy “không có gì như thế”." in page
    assert "Thử ít từ hơn" in page
    assert 'value="không có gì như thế"' in page


def test_english_pages_speak_english(client: Client) -> None:
    for path, words in (("/en/", "Find information of public agencies"), ("/en/tro-giup/", "Accessibility statement")):
        page = client.get(path).content.decode()
        assert '<html lang="en">' in page
        assert words in page


def test_public_pages_set_no_cookie_and_may_not_be_posted_to(client: Client) -> None:
    for path in ("/", "/tim-kiem/?q=x", "/tro-giup/"):
        assert not client.get(path).cookies, path
        assert client.post(path).status_code == 405, path
