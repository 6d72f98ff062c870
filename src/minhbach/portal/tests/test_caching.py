"""Pages kept in a cache: quick again, and gone in the transaction of a withdrawal."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.foundation.type_size import COOKIE
from minhbach.portal.tests.conftest import Published
from minhbach.publication.stamp import mark_changed
from minhbach.register.models import Item
from minhbach.register.tests.conftest import NOW

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def pages_kept(settings: Any) -> Iterator[None]:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages of a test"}
    settings.CACHES = {**settings.CACHES, "pages": kept}
    yield
    caches["pages"].clear()


@pytest.fixture
def row(published: Published) -> Item:
    return published.item(title="Quy hoạch xã", text="Nội dung")


def address(row: Item) -> str:
    return reverse("portal:item", args=[row.public_id])


def test_kept_page_costs_one_question_to_the_database(client: Client, row: Item) -> None:
    first = client.get(address(row))
    with CaptureQueriesContext(connection) as captured:
        again = client.get(address(row))
    assert again.content == first.content
    assert len(captured) == 1


def test_page_that_did_not_change_is_not_sent_twice(client: Client, row: Item) -> None:
    tag = client.get(address(row)).headers["ETag"]
    answer = client.get(address(row), headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/tim-kiem/?q=quy+hoach", "/danh-muc/cong-khai/", "/thong-tin/moi.atom"])
def test_withdrawal_empties_every_page_at_once(client: Client, published: Published, row: Item, path: str) -> None:
    assert row.public_id in client.get(path).content.decode()
    assert client.get(address(row)).status_code == 200
    published.close(row)
    mark_changed(now=NOW)
    assert row.public_id not in client.get(path).content.decode()
    assert client.get(address(row)).status_code == 404


def test_withdrawn_page_is_refused_to_who_kept_it(client: Client, published: Published, row: Item) -> None:
    first = client.get(address(row))
    assert first.headers["Cache-Control"] == "no-cache"
    published.close(row)
    mark_changed(now=NOW)
    assert client.get(address(row), headers={"If-None-Match": first.headers["ETag"]}).status_code == 404


def test_officers_page_is_never_shown_to_a_visitor(client: Client, published: Published, row: Item) -> None:
    officer = Client()
    officer.force_login(Person.objects.get(pk=published.keeper.person), backend=BACKEND)
    assert "Đăng xuất" in officer.get(address(row)).content.decode()
    assert "Đăng xuất" not in client.get(address(row)).content.decode()
    assert "Đăng xuất" in officer.get(address(row)).content.decode()


def test_language_host_and_size_of_type_have_pages_of_their_own(client: Client, row: Item) -> None:
    path = address(row)
    usual = client.get(path).content.decode()
    assert '<html lang="en">' in client.get(f"/en{path}").content.decode()
    client.cookies[COOKIE] = "150"
    large = client.get(path).content.decode()
    assert '<html lang="vi" class="type-150">' in large
    assert '<html lang="vi">' in usual
