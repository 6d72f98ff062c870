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


def test_the_two_laws() -> None:
    old, new = all_statutes()
    assert (old.number, old.title, old.name) == (OLD, "Luật 104/2016/QH13", "Luật Tiếp cận thông tin năm 2016")
    assert (new.number, new.title, new.name) == (NEW, "Luật 01/2026/QH16", "Luật Tiếp cận thông tin năm 2026")
    assert (old.signed_on, new.signed_on) == (dt.date(2016, 4, 6), dt.date(2026, 4, 23))
    assert (old.in_force_from, old.in_force_until) == (dt.date(2018, 7, 1), FIRST)
    assert (new.in_force_from, new.in_force_until) == (FIRST, None)


def test_what_details_them_and_how_sure_that_is() -> None:
    def details(number: str) -> dict[str, tuple[str, State]]:
        return {one.number: (one.title, one.state) for one in statute(number).details}

    assert details(OLD)["13/2018/NĐ-CP"] == ("Nghị định 13/2018/NĐ-CP", State.CONFIRMED)
    # Whether decree and circular outlive their law until new ones come is open.
    assert details(NEW)["13/2018/NĐ-CP"][1] == details(NEW)["46/2018/TT-BTC"][1] == State.PROVISIONAL
    for number, state in ((OLD, State.CONFIRMED), (NEW, State.PROVISIONAL)):
        assert {form.number: form.state for form in statute(number).forms} == dict.fromkeys(
            ("01a", "01b", "02", "03", "04", "05", "06"), state
        )
    shares = {cost.key: cost.amount for cost in statute(OLD).costs if cost.unit == "%"}
    assert shares == {"share_in_difficult_areas": 70, "share_in_specially_difficult_areas": 50}
    assert all(cost.state is State.UNVERIFIED for cost in statute(OLD).costs if cost.key.startswith("price_"))


def test_what_the_laws_leave_open_is_provisional_data() -> None:
    for number in (OLD, NEW):
        open_questions = {reading.key: reading.state for reading in statute(number).readings}
        assert set(open_questions.values()) == {State.PROVISIONAL}
        assert {"extension_counts_from", "extension_times", "transfer_moves_clock"} <= open_questions.keys()
    assert statute(NEW).reading("correction_of_earlier_answer").value == "received"


def test_the_counting_of_the_civil_code_is_said_to_be_unverified() -> None:
    for number in (OLD, NEW):
        one = statute(number)
        assert [f"{rule.article} {one.title_of(rule.document)}" for rule in one.counting] == [
            "Điều 147 Bộ luật Dân sự 2015",
            "Điều 148 Bộ luật Dân sự 2015",
        ]
        assert {rule.state for rule in one.counting} == {State.UNVERIFIED}


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
    assert len(seen) > 180
    for one, value in seen:
        assert value.article.startswith(("Điều ", "Phụ lục", "Mẫu số")), (one.number, value)
        assert value.source and value.document
        assert value.quotation or value.state is State.UNVERIFIED, value


@pytest.mark.shared
def test_quotations_stand_in_their_article_clause_and_point_word_for_word(shared: Path) -> None:
    texts = {number: places_of((shared / "law" / name).read_text("utf-8")) for number, name in TEXTS.items()}
    checked = 0
    for _, value in values():
        if value.quotation and value.document in texts:
            place = texts[value.document].get(value.article, "")
            position = 0
            for part in flat(value.quotation).split(" … "):
                position = place.find(part, position)
                assert position >= 0, (value.document, value.article, part)
            checked += 1
    assert checked > 170


def places_of(text: str) -> dict[str, str]:
    """Return the words of each article, clause and point: "Điều 17 khoản 1 điểm a"."""
    # The circular comes as JSON lines, one an article.
    text = re.sub(r'\{"doc": "[^"]+", "art": (\d+), "heading": "([^"]+)", "body": "', r"Điều \1. \2\n", text)
    places: dict[str, str] = {}
    open_places: list[str] = []
    for line in text.replace("\\n", "\n").splitlines():
        if article := re.match(r"Điều (\d+)\. ", line):
            open_places = [f"Điều {article[1]}"]
        elif open_places and (clause := re.match(r"(\d+)\. ", line)):
            open_places = [open_places[0], f"{open_places[0]} khoản {clause[1]}"]
        elif open_places and (point := re.match(r"([a-zđ])\) ", line)):
            outer = [place for place in open_places if " điểm " not in place]
            open_places = [*outer, f"{outer[-1]} điểm {point[1]}"]
        for place in open_places:
            places[place] = flat(f"{places.get(place, '')} {line}")
    return places


def flat(text: str) -> str:
    """Return the text on one line with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def test_both_laws_tell_who_may_ask_how_it_goes_and_what_one_gets() -> None:
    for number in (OLD, NEW):
        one = statute(number)
        assert [rule.key for rule in one.askers] == [
            "citizen", "without_capacity", "with_guardian", "under_18", "foreigner", "organisation",
            "from_elsewhere",
        ]  # fmt: skip
        assert (one.steps[0].key, one.steps[-1].key) == ("send", "answer")
        assert {"information", "refusal"} <= {rule.key for rule in one.outcomes}
    # A child may ask alone since 2026 (Article 7(3)); before, only through the representative (Article 4(3)).
    assert "tự mình" in statute(NEW).askers[3].words
    assert "tự mình" not in statute(OLD).askers[3].words
