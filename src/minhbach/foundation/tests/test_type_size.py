"""Larger type by a link, without scripts."""

import pytest
from django.test import Client

from minhbach.foundation.type_size import COOKIE

pytestmark = pytest.mark.django_db


def test_link_leads_back_with_larger_type_and_another_takes_it_away(client: Client) -> None:
    assert 'href="/co-chu/125/?ve=%2Ftro-giup%2F"' in client.get("/tro-giup/").content.decode()
    answer = client.get("/co-chu/125/", {"ve": "/tro-giup/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/tro-giup/")
    page = client.get("/tro-giup/").content.decode()
    assert '<html lang="vi" class="type-125">' in page
    assert 'href="/co-chu/100/?ve=%2Ftro-giup%2F"' in page
    client.get("/co-chu/100/", {"ve": "/tro-giup/"})
    assert '<html lang="vi">' in client.get("/tro-giup/").content.decode()


@pytest.mark.parametrize(
    "back", ["https://vidu.example/", "//vidu.example/", "/\\vidu.example", "javascript:1", "", "\r\nx"]
)
def test_link_leads_to_no_other_place(client: Client, back: str) -> None:
    assert client.get("/co-chu/150/", {"ve": back}).headers["Location"] == "/"


@pytest.mark.parametrize("size", ["x", "300", "150' class='a"])
def test_nonsense_in_the_cookie_is_no_size(client: Client, size: str) -> None:
    client.cookies[COOKIE] = size
    assert '<html lang="vi">' in client.get("/tro-giup/").content.decode()


def test_size_that_is_not_offered_is_not_there(client: Client) -> None:
    assert client.get("/co-chu/300/").status_code == 404
