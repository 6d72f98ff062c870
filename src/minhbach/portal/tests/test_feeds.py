"""What programs read: what is new, and the map of the site."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client

from minhbach.portal.tests.conftest import Published
from minhbach.register.tests.conftest import World

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEED = "/thong-tin/moi.atom"


def titles(client: Client, **question: str) -> list[str | None]:
    answer = client.get(FEED, question)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return [one.findtext(f"{ATOM}title") for one in ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")]


def test_feed_tells_what_is_new_of_all_of_an_agency_of_a_letter_and_of_a_question(
    client: Client, world: World, published: Published
) -> None:
    published.item(title="Quy hoạch xã", letter="l", on=date(2026, 10, 14))
    published.item(title="Nội quy", letter="a", body=world.office, on=date(2026, 10, 16))
    published.item(title="Giá đất phường", letter="l", body=world.other_ward)
    assert titles(client) == ["Nội quy", "Giá đất phường", "Quy hoạch xã"]
    assert titles(client, co_quan=world.ward.slug) == ["Nội quy", "Quy hoạch xã"]
    assert titles(client, nhom="l") == ["Giá đất phường", "Quy hoạch xã"]
    assert titles(client, q="gia dat") == ["Giá đất phường"]


def test_what_is_withdrawn_leaves_feed_and_map(client: Client, published: Published) -> None:
    row = published.item(title="Quy hoạch xã")
    assert row.public_id in client.get("/sitemap-thong-tin-1.xml").content.decode()
    published.close(row)
    assert titles(client) == []
    assert client.get("/sitemap-thong-tin-1.xml").status_code == 404


def test_map_names_its_parts_and_only_what_is_public(client: Client, world: World, published: Published) -> None:
    row = published.item(title="Quy hoạch xã")
    waiting = world.item(actor=published.keeper, title="Chưa công khai")
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [one.text or "" for one in index.iter(f"{MAP}loc")]
    assert len(parts) == 3
    pages = [client.get(part.removeprefix("http://testserver")).content.decode() for part in parts]
    listed = [one.text or "" for page in pages for one in ElementTree.fromstring(page).iter(f"{MAP}loc")]
    assert f"http://testserver/thong-tin/{row.public_id}/" in listed
    assert f"http://testserver/co-quan/{world.ward.slug}/" in listed
    assert "<lastmod>2026-10-15</lastmod>" in "".join(pages)
    assert not any(waiting.public_id in address for address in listed)
    assert all(client.get(address.removeprefix("http://testserver")).status_code == 200 for address in listed)


def test_crawlers_are_told_of_the_map_and_kept_from_officers_pages(client: Client, db: None) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /lam-viec/" in text


@pytest.mark.parametrize("path", ["/sitemap-khac-1.xml", "/sitemap-thong-tin-0.xml", "/sitemap-thong-tin-7.xml"])
def test_part_that_is_not_there_is_not_there(client: Client, published: Published, path: str) -> None:
    published.item()
    assert client.get(path).status_code == 404
