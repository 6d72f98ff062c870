"""What programs read: what is new, and the map of the site."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.portal.tests.conftest import Published
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.publish_translation import approve_translation, submit_translation
from minhbach.publication.actions.write_translation import (
    TranslatedText,
    begin_item_translation,
    begin_own_text,
    write_translation,
)
from minhbach.publication.announcements.announced import Heading
from minhbach.register.tests.conftest import NOW, TODAY, World

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


def test_lists_of_service_units_texts_in_other_languages_and_bodies_that_ended_are_on_the_map(
    client: Client, world: World, published: Published
) -> None:
    row = published.item(title="Quy hoạch xã")
    leader, officer = world.officer(Role.LEADER), world.officer(Role.SPECIALIST)
    made = begin_service_list(body_id=world.ward.pk, actor=officer, now=NOW)
    write_service_list(
        announcement_id=made, heading=Heading("12/QĐ-UBND", TODAY), units=[], remark="Xã không có đơn vị nào.",
        seen_revision=0, actor=officer, now=NOW,
    )  # fmt: skip
    submit_announcement(announcement_id=made, actor=officer, now=NOW)
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    for begun in (
        begin_item_translation(item_id=row.pk, language="en", actor=officer, now=NOW),
        begin_own_text(body_id=world.ward.pk, language="km", actor=officer, now=NOW),
    ):
        said = TranslatedText("Plan", "Paddy land", "Sở Thử")
        write_translation(translation_id=begun, said=said, seen_revision=0, actor=officer, now=NOW)
        submit_translation(translation_id=begun, actor=officer, now=NOW)
        approve_translation(translation_id=begun, seen_revision=1, seen_with_own_eyes=True, actor=leader, now=NOW)
    gone = Body.objects.get(pk=world.other_ward.pk)
    Body.objects.filter(pk=gone.pk).update(exists_until=TODAY)
    listed = addresses(client)
    for address in (
        f"/don-vi-su-nghiep/danh-muc/{made}/",
        f"/co-quan/{gone.slug}/",
        f"/thong-tin/{row.public_id}/ban-1/en/",
        f"/co-quan/{world.ward.slug}/ban-dich/km/",
    ):
        assert listed.count(address) == 1, address
    assert [address for address in listed if client.get(address).status_code != 200] == []


def addresses(client: Client) -> list[str]:
    """Every address on every part of the map."""
    parts = locations(client, "/sitemap.xml")
    return [address for part in parts for address in locations(client, part)]


def locations(client: Client, path: str) -> list[str]:
    found = ElementTree.fromstring(client.get(path).content).iter(f"{MAP}loc")
    return [(one.text or "").removeprefix("http://testserver") for one in found]


def test_crawlers_are_told_of_the_map_and_kept_from_officers_pages(client: Client, db: None) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /lam-viec/" in text


@pytest.mark.parametrize("path", ["/sitemap-khac-1.xml", "/sitemap-thong-tin-0.xml", "/sitemap-thong-tin-7.xml"])
def test_part_that_is_not_there_is_not_there(client: Client, published: Published, path: str) -> None:
    published.item()
    assert client.get(path).status_code == 404
