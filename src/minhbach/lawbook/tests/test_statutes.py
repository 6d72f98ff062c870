"""The laws as data: what they hold, and that it stands in their texts word for word."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.domain.statutes import Cited, Matter, State, Statute
from minhbach.domain.statutes.book import KEYS, NoStatute
from minhbach.lawbook.statutes import all_statutes, load_book, statute, statute_for

OLD, NEW = "104/2016/QH13", "01/2026/QH16"
LAST, FIRST = dt.date(2026, 8, 31), dt.date(2026, 9, 1)
TEXTS = {
    OLD: "luat_104_2016_qh13.txt",
    NEW: "luat_01_2026_qh16.txt",
    "13/2018/NĐ-CP": "nghi_dinh_13_2018_nd_cp.txt",
    "46/2018/TT-BTC": "thong_tu_46_2018_tt_btc.jsonl",
}


@pytest.mark.parametrize("matter", Matter)
def test_the_statute_changes_on_the_day_the_new_law_takes_force(matter: Matter) -> None:
    assert statute_for(matter, LAST).number == OLD
    assert statute_for(matter, FIRST).number == NEW
    assert statute_for(matter, dt.date(2018, 7, 1)).number == OLD


@pytest.mark.parametrize("matter", Matter)
def test_every_day_since_2018_has_one_statute_and_none_before(matter: Matter) -> None:
    days = (dt.date(2018, 7, 1) + dt.timedelta(days=ahead) for ahead in range(4000))
    for day in days:
        assert sum(one.choice(matter).holds_on(day) for one in load_book().statutes) == 1
    with pytest.raises(NoStatute, match="Điều 37 Luật 104/2016/QH13"):
        statute_for(matter, dt.date(2018, 6, 30))


def test_letters_and_their_duty_of_the_portal() -> None:
    old, new = statute(OLD, LAST), statute(NEW, FIRST)
    assert "".join(letter.letter for letter in old.letters) == "abcdđeghiklmnop"
    assert "".join(letter.letter for letter in new.letters) == "abcdđeghiklmnopqrstuv"
    assert "".join(letter.letter for letter in old.letters if letter.portal_duty) == "abdegklmnp"
    assert all(letter.portal_duty for letter in new.letters)
    former = {formerly for letter in new.letters for formerly in letter.formerly}
    # Letter n of 2016 (public interest and health) is no letter any more: Article 17(2) of 2026.
    assert former == {letter.letter for letter in old.letters} - {"n"}


def test_grounds_belong_to_their_articles_class() -> None:
    for number, articles in (
        (OLD, {"5": "open", "6": "closed", "7": "conditional"}),
        (NEW, {"14": "open", "15": "closed", "16": "conditional"}),
    ):
        one = statute(number)
        for ground in one.grounds:
            article, _, clause = ground.key.partition(".")
            assert ground.class_code == articles[article]
            assert ground.article == (f"Điều {article} khoản {clause}" if clause else f"Điều {article}")
    assert [ground.key for ground in statute(OLD).grounds] == ["5", "6.1", "6.2", "7.1", "7.2", "7.3"]
    assert statute(NEW).ground("15.2").concerns == ("private_life", "personal_data")


def test_forms_of_publication() -> None:
    keys = {number: [form.key for form in statute(number).publication_forms] for number in (OLD, NEW)}
    assert keys[OLD] == ["portal", "media", "gazette", "posting", "reception", "other"]
    assert keys[NEW] == ["portal", "data_portal", "official_page", "media", "gazette", "posting", "reception", "other"]


def test_articles_are_cited_as_officials_do() -> None:
    new = statute(NEW)
    assert new.cite(new.letter("đ")) == "điểm đ khoản 1 Điều 17 Luật 01/2026/QH16"
    assert new.cite(new.term("answer")) == "khoản 3 Điều 26 Luật 01/2026/QH16"


def values() -> Iterator[tuple[Statute, Cited]]:
    """Every value of every statute, with all its details."""
    for one in all_statutes():
        for field in (*KEYS, "choices", "details"):
            for value in getattr(one, field):
                yield one, value


def test_every_value_has_article_source_and_state_and_what_is_confirmed_its_words() -> None:
    seen = list(values())
    assert len(seen) > 140
    for one, value in seen:
        assert value.article.startswith(("Điều ", "Phụ lục", "Mẫu số")), (one.number, value)
        assert value.source and value.document
        assert value.quotation or value.state is State.UNVERIFIED, value


@pytest.mark.shared
def test_quotations_stand_in_the_texts_word_for_word(shared: Path) -> None:
    texts = {number: flat((shared / "law" / name).read_text("utf-8")) for number, name in TEXTS.items()}
    checked = 0
    for _, value in values():
        if not value.quotation or value.document not in texts:
            continue
        position = 0
        article = value.article.split(" khoản")[0]
        for part in flat(value.quotation).split(" … "):
            position = texts[value.document].find(part, position)
            assert position >= 0, (value.document, value.article, part)
        if (place := texts[value.document].find(flat(value.quotation).split(" … ")[0])) >= 0:
            checked += 1
            assert article_at(texts[value.document], value.quotation, article), (value.document, value.article, place)
    assert checked > 140


def article_at(text: str, quotation: str, article: str) -> bool:
    """Tell whether the words stand in this article somewhere: the same words may stand in several."""
    words = flat(quotation).split(" … ")[0]
    heads = [(match.start(), match[1]) for match in re.finditer(r"(?:(?<=\s)|^)(Điều \d+)\.(?= [A-ZĐÁÀẠ])", text)]
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    return any(([head for start, head in heads if start <= place] or [""])[-1] == article for place in found)


def flat(text: str) -> str:
    """Return the text on one line with single spaces; the circular's JSON lines become its articles."""
    text = re.sub(r'\{"doc": "[^"]+", "art": (\d+), "heading": "([^"]+)", "body": "', r"Điều \1. \2 ", text)
    return re.sub(r"\s+", " ", text.replace("\\n", " ").replace('\\"', '"')).strip()
