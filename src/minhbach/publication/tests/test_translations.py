"""Texts in other languages: written, approved by another, read beside the original, found, and gone with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.lawbook.languages import LanguagesInvalid, load_languages
from minhbach.publication.actions.publish_translation import (
    approve_translation,
    submit_translation,
    withdraw_translation,
)
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.actions.write_translation import (
    TranslatedText,
    begin_item_translation,
    begin_own_text,
    write_translation,
)
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, WithdrawalReason
from minhbach.publication.models import Translation
from minhbach.publication.queries.translations import languages_of_body, languages_of_item
from minhbach.publication.tests.conftest import CALENDAR, NOW, SECRET, World, published
from minhbach.register.actions.add_version import add_version
from minhbach.register.contracts import NewFile
from minhbach.register.indexing import tokens_of
from minhbach.register.models import Item
from minhbach.register.tests.test_pages import client_of

MakeItem = Callable[..., Item]
ENGLISH = TranslatedText("Land use plan 2027", "Paddy land: 120 hectares.", "Sở Ngoại vụ tỉnh Thí Dụ")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def drafter(world: World) -> Actor:
    return world.officer(Role.SPECIALIST)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


@pytest.fixture
def public(item: MakeItem, drafter: Actor, leader: Actor) -> Item:
    return published(item(), drafter, leader)


def written(row: Item, actor: Actor, language: str = "en", said: TranslatedText = ENGLISH) -> int:
    pk = begin_item_translation(item_id=row.pk, language=language, actor=actor, now=NOW)
    write_translation(translation_id=pk, said=said, seen_revision=0, actor=actor, now=NOW)
    return pk


def approved(pk: int, drafter: Actor, leader: Actor) -> int:
    submit_translation(translation_id=pk, actor=drafter, now=NOW)
    approve_translation(translation_id=pk, seen_revision=1, seen_with_own_eyes=True, actor=leader, now=NOW)
    return pk


def found(words: str) -> int:
    return len(search(Question(words, tokens=tokens_of(VISITOR))).hits)


def tags(row: Item, number: int = 1) -> list[str]:
    return [one.tag for one in languages_of_item(row.pk, number)]


def test_it_is_read_beside_the_original_once_a_leader_approved_it(public: Item, drafter: Actor, leader: Actor) -> None:
    url = f"/thong-tin/{public.public_id}/ban-1/en/"
    pk = written(public, drafter)
    assert Client().get(url).status_code == 404
    assert found("paddy") == 0
    approved(pk, drafter, leader)
    page = Client().get(url).content.decode()
    for part in (
        '<h1 lang="en">Land use plan 2027</h1>',
        '<p lang="en">Translation for reference. The Vietnamese text prevails.</p>',
        "Bản dịch để tham khảo",
        "Sở Ngoại vụ tỉnh Thí Dụ",
        f'href="/thong-tin/{public.public_id}/"',
    ):
        assert part in page
    original = Client().get(f"/thong-tin/{public.public_id}/").content.decode()
    assert f'<a lang="en" hreflang="en" href="{url}">English</a>' in original
    assert found("paddy") == 1


def test_it_goes_with_the_original_at_once_and_does_not_come_back_by_itself(
    public: Item, drafter: Actor, leader: Actor
) -> None:
    pk = approved(written(public, drafter), drafter, leader)
    withdraw_item(item_id=public.pk, why=WithdrawalReason.WRONG, remark="Sai", calendar=CALENDAR, actor=leader, now=NOW)
    assert Client().get(f"/thong-tin/{public.public_id}/ban-1/en/").status_code == 404
    assert found("paddy") == 0
    published(public, drafter, leader)
    assert tags(public) == []
    approved(pk, drafter, leader)
    assert tags(public) == ["en"]


def test_a_correction_leaves_it_beside_the_version_that_it_translates(
    public: Item, drafter: Actor, leader: Actor, keep: Callable[[], None]
) -> None:
    approved(written(public, drafter), drafter, leader)
    add_version(item_id=public.pk, why="Sửa", files=(NewFile("b.txt", b"So moi"),), actor=drafter, now=NOW)
    keep()
    published(public, drafter, leader)
    assert (tags(public, 1), tags(public, 2)) == (["en"], [])
    assert found("paddy") == 0
    assert "đã được đính chính" in Client().get(f"/thong-tin/{public.public_id}/ban-1/en/").content.decode()
    second = begin_item_translation(item_id=public.pk, language="en", actor=drafter, now=NOW)
    assert Translation.objects.get(pk=second).text == ENGLISH.text


def test_nobody_changes_what_was_approved_and_who_wrote_it_does_not_approve(
    public: Item, drafter: Actor, leader: Actor
) -> None:
    own = written(public, leader, "km")
    submit_translation(translation_id=own, actor=leader, now=NOW)
    # The other leader is the only one who may approve it.
    pk = written(public, drafter)
    submit_translation(translation_id=pk, actor=drafter, now=NOW)
    with pytest.raises(PublicationRefused, match="Lấy lại hoặc rút"):
        write_translation(translation_id=pk, said=ENGLISH, seen_revision=1, actor=drafter, now=NOW)
    with pytest.raises(PublicationRefused, match="Chỉ lãnh đạo"):
        approve_translation(translation_id=pk, seen_revision=1, seen_with_own_eyes=True, actor=drafter, now=NOW)
    with pytest.raises(PublicationRefused, match="vừa sửa"):
        approve_translation(translation_id=pk, seen_revision=0, seen_with_own_eyes=True, actor=leader, now=NOW)
    approve_translation(translation_id=pk, seen_revision=1, seen_with_own_eyes=True, actor=leader, now=NOW)
    with pytest.raises(MoveNotAllowed):
        approve_translation(translation_id=pk, seen_revision=1, seen_with_own_eyes=True, actor=leader, now=NOW)
    withdraw_translation(translation_id=pk, remark="Sai từ", actor=leader, now=NOW)
    assert found("paddy") == 0
    write_translation(translation_id=pk, said=ENGLISH, seen_revision=1, actor=drafter, now=NOW)
    kinds = [one.kind.rpartition(".")[2] for one in events_about(Subject("translation", pk))]
    assert kinds == ["begun", "written", "submitted", "approved", "withdrawn", "written"]
    assert "Paddy" not in str([one.facts for one in events_about(Subject("translation", pk))])


def test_what_cannot_be_is_refused(world: World, item: MakeItem, public: Item, drafter: Actor) -> None:
    with pytest.raises(PublicationRefused, match="đang công khai"):
        written(item(title="Chưa đăng"), drafter)
    with pytest.raises(PublicationRefused, match="Chọn một ngôn ngữ"):
        written(public, drafter, "vi")
    with pytest.raises(PublicationRefused, match="Vai trò"):
        written(public, world.officer(Role.SUPERVISOR))
    with pytest.raises(PublicationNotVisible):
        written(public, world.officer(*Role, body=world.other_ward))
    pk = written(public, drafter)
    with pytest.raises(PublicationRefused, match="Đã có bản"):
        written(public, drafter)
    with pytest.raises(PublicationRefused, match="Người khác vừa sửa"):
        write_translation(translation_id=pk, said=ENGLISH, seen_revision=0, actor=drafter, now=NOW)
    empty = begin_item_translation(item_id=public.pk, language="tyz", actor=drafter, now=NOW)
    with pytest.raises(PublicationRefused, match="Ghi đủ"):
        submit_translation(translation_id=empty, actor=drafter, now=NOW)
    write_translation(
        translation_id=empty, said=TranslatedText("Tên", SECRET, "Phòng"), seen_revision=0, actor=drafter, now=NOW
    )
    with pytest.raises(PublicationRefused, match="mức mật"):
        submit_translation(translation_id=empty, actor=drafter, now=NOW)


def test_an_agency_says_something_of_itself(world: World, drafter: Actor, leader: Actor) -> None:
    pk = begin_own_text(body_id=world.ward.pk, language="tyz", actor=drafter, now=NOW)
    said = TranslatedText("Xạ Mẫu Một", "Chỏi rà", "Phòng Văn hóa")
    write_translation(translation_id=pk, said=said, seen_revision=0, actor=drafter, now=NOW)
    approved(pk, drafter, leader)
    assert [one.tag for one in languages_of_body(world.ward.pk)] == ["tyz"]
    page = Client().get(f"/co-quan/{world.ward.slug}/").content.decode()
    assert f"/co-quan/{world.ward.slug}/ban-dich/tyz/" in page
    assert 'lang="tyz"' in Client().get(f"/co-quan/{world.ward.slug}/ban-dich/tyz/").content.decode()
    with pytest.raises(PublicationRefused, match="Vai trò"):
        begin_own_text(body_id=world.other_ward.pk, language="en", actor=drafter, now=NOW)


def test_the_pages_take_it_from_the_first_word_to_the_public(public: Item, drafter: Actor, leader: Actor) -> None:
    writer, boss = client_of(drafter), client_of(leader)
    begun = writer.post(f"/lam-viec/cong-khai/{public.pk}/ban-dich/", {"language": "en"})
    pk = Translation.objects.get().pk
    base = f"/lam-viec/cong-khai/ban-dich/{pk}/"
    assert begun["Location"] == f"{base}viet/"
    lacking = writer.post(f"{base}viet/", {"title": "Plan", "text": "", "translator": "Phòng", "revision": "0"})
    assert lacking.status_code == 422
    assert "Plan" in lacking.content.decode()
    writer.post(f"{base}viet/", {"title": "Plan", "text": "Text", "translator": "Phòng", "revision": "0"})
    writer.post(f"{base}trinh/")
    assert boss.post(f"{base}duyet/", {"revision": "1"}).status_code == 422
    boss.post(f"{base}duyet/", {"send_back": "1", "remark": "Sửa chữ"})
    assert "Sửa chữ" in writer.get(base).content.decode()
    writer.post(f"{base}trinh/")
    boss.post(f"{base}duyet/", {"revision": "1", "seen": "on"})
    assert "Trang người dân đọc" in writer.get(base).content.decode()
    assert "Plan" in writer.get("/lam-viec/cong-khai/ban-dich/?ngon_ngu=en&tinh_trang=public").content.decode()
    boss.post(f"{base}rut/", {"remark": "Sai"})
    assert Client().get(f"/thong-tin/{public.public_id}/ban-1/en/").status_code == 404


@pytest.mark.parametrize("tag", ["vi", "english", "EN", "en"])
def test_a_tag_that_is_none_stands_twice_or_is_vietnamese_is_refused(tmp_path: Path, tag: str) -> None:
    lines = "".join(f'[[language]]\ntag = "{one}"\nname = "Thử"\n' for one in ("en", tag))
    (tmp_path / "languages.toml").write_text(lines, "utf-8")
    with pytest.raises(LanguagesInvalid):
        load_languages(tmp_path)


@pytest.mark.parametrize(("language", "says"), [("fr", True), ("en", False)])
def test_of_a_notice_that_nobody_has_read_officers_are_told(
    public: Item, drafter: Actor, leader: Actor, language: str, says: bool
) -> None:
    pk = written(public, drafter, language)
    page = client_of(leader).get(f"/lam-viec/cong-khai/ban-dich/{pk}/").content.decode()
    assert load_languages()[language].notice in page
    assert ("nhờ người biết tiếng đọc lại" in page) is says


def test_notices_stand_where_somebody_wrote_them_and_say_whether_they_were_read(tmp_path: Path) -> None:
    languages = load_languages()
    have = {tag for tag, one in languages.items() if one.notice}
    assert have == {"en", "km", "zh", "lo", "fr", "ko", "ja", "ru", "th"}
    assert [tag for tag in have if languages[tag].has_read_notice] == ["en"]
    lines = '[[language]]\ntag = "en"\nname = "Thử"\nnotice_state = "sure"\n'
    (tmp_path / "languages.toml").write_text(lines, "utf-8")
    with pytest.raises(LanguagesInvalid):
        load_languages(tmp_path)


def test_the_list_has_the_languages_that_the_law_thinks_of() -> None:
    assert {"en", "km", "tyz", "hmn", "cjm", "jra", "rad"} <= set(load_languages())
