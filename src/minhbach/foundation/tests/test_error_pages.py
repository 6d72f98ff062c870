"""Error pages say what happened, keep what was typed, and need no database."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from minhbach.config import urls as product
from minhbach.foundation import error_pages

HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://khac.vidu.vn"}
WITHOUT_DATABASE = """
import io
from minhbach.config.wsgi import application
def status_of(address):
    answered = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": address, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
               "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http"}
    body = b"".join(application(environ, lambda status, headers: answered.append(status)))
    return answered[0], body.decode()
status, page = status_of("/khong-co/")
assert status.startswith("404") and "Không tìm thấy trang này." in page, (status, page)
status, page = status_of("/ke-hoach/")
assert status.startswith("500") and "Chưa làm được, nội dung vẫn còn." in page and "<footer" in page, (status, page)
"""


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a word that nobody may read: chimyen")


urlpatterns = [path("hong/", breaks), *product.urlpatterns]
handler404, handler500 = product.handler404, product.handler500


def test_pages_without_a_database_say_what_happened() -> None:
    """In a process of its own, whose database cannot be reached."""
    environment = {
        **os.environ,
        "DATABASE_URL": "postgresql://nobody:nothing@127.0.0.1:1/none",
        "MINHBACH_MODE": "test",
    }
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_DATABASE], env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-2000:]


@pytest.mark.django_db
def test_page_that_is_not_there_is_said_in_the_language_of_its_address() -> None:
    assert "Không tìm thấy trang này." in Client().get("/khong-co/").content.decode()
    english = Client().get("/en/khong-co/").content.decode()
    assert "This page was not found." in english
    assert '<html lang="en">' in english


@override_settings(ROOT_URLCONF=__name__)
def test_error_of_ours_tells_nothing_of_its_cause() -> None:
    response = Client(raise_request_exception=False).get("/hong/")
    assert response.status_code == 500
    assert "Chưa làm được, nội dung vẫn còn." in response.content.decode()
    assert b"chimyen" not in response.content


def test_last_door_stands_when_even_the_error_page_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **kwargs: Any) -> HttpResponse:
        raise MemoryError

    monkeypatch.setattr(error_pages, "_rendered", broken)
    response = error_pages.not_done(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Chưa làm được, nội dung vẫn còn" in response.content.decode()


@pytest.mark.django_db
def test_form_of_a_page_that_was_open_too_long_comes_back_to_be_sent_again() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/tro-giup/", {"noi_dung": "Xin bảng giá đất <b>", "dong": ["a", "b"]}, headers=HERE)
    page = response.content.decode()
    assert response.status_code == 403
    assert "Nội dung vẫn còn; hãy gửi lại." in page
    assert '<textarea name="noi_dung" hidden>Xin bảng giá đất &lt;b&gt;</textarea>' in page
    assert page.count('<textarea name="dong"') == 2
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    again = client.post("/tro-giup/", {"noi_dung": "x", "csrfmiddlewaretoken": token}, headers=HERE)
    assert again.status_code != 403


@pytest.mark.django_db
def test_form_sent_by_another_site_gets_no_second_try() -> None:
    """A valid token given back to a forged form would finish the forgery with one click."""
    for headers in (ELSEWHERE, {}):
        page = Client(enforce_csrf_checks=True).post("/tro-giup/", {"a": "giả mạo"}, headers=headers).content.decode()
        assert "Trang mở quá lâu." in page
        assert "csrfmiddlewaretoken" not in page
        assert "giả mạo" not in page


@pytest.mark.django_db
def test_secrets_are_not_given_back() -> None:
    sent = {"login": "thu", "password": "bi-mat-1", "code": "123456"}
    page = Client(enforce_csrf_checks=True).post("/tro-giup/", sent, headers=HERE).content.decode()
    assert "thu" in page
    assert "bi-mat-1" not in page
    assert "123456" not in page
