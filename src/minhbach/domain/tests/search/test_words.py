"""Text as words, in whatever form it was typed; and how words become what an entry is found by."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.search.fit import Measure, stored_form, weigh
from minhbach.domain.search.highlights import Highlighter
from minhbach.domain.search.letters import in_bytes, in_letters, without_marks
from minhbach.domain.search.lexemes import VERSION, lexemes_of, number_lexemes_of
from minhbach.domain.search.numbers import key_of, keys_asked, keys_mentioned
from minhbach.domain.search.questions import read_question, terms_of
from minhbach.domain.search.typos import one_slip_apart
from minhbach.domain.search.words import short_forms_from, words_of

SENTENCE = "Uỷ ban nhân dân phường Mẫu Một, số 54/2025/NQ-HĐND: hòa giải ở cơ sở."


def letters(text: str) -> list[str]:
    return [in_letters(word) for word in words_of(text, {})]


def test_unicode_forms_cases_and_tone_places_are_one() -> None:
    decomposed = unicodedata.normalize("NFD", SENTENCE)
    assert letters(decomposed) == letters(SENTENCE.upper()) == letters(SENTENCE)
    assert letters("ủy hòa thủy quý") == letters("uỷ hoà thuỷ quý") == ["uỷ", "hoà", "thuỷ", "quý"]


def test_marks_go_and_đ_becomes_d() -> None:
    assert without_marks(in_bytes("Đường Nguyễn Ưởng")) == b"duong nguyen uong"


def test_letters_of_other_scripts_are_found_too() -> None:
    assert letters("ភាសា") == letters("ភាសា") != []
    assert letters("Ñandú Ünal") == ["nandú", "unal"]


@given(st.text())
def test_any_text_can_be_read_and_comes_back_as_words(text: str) -> None:
    words = words_of(text, {})
    assert words_of(" ".join(in_letters(word) for word in words), {}) == words


def test_no_pair_reaches_over_the_end_of_a_clause() -> None:
    found = lexemes_of(words_of("cơ quan. Thông tin", {}), [])
    assert {"cơ_quan", "thông_tin", "co_quan", "+cơ_quan"} <= set(found)
    assert "quan_thông" not in found


def test_rules_of_the_index_change_with_their_version() -> None:
    """An index made by other lexemes must be made anew: whoever changes them raises VERSION, and this hash."""
    title, body = words_of(SENTENCE, {}), words_of(SENTENCE * 3, {})
    lexemes = sorted([*lexemes_of(title, body), *number_lexemes_of("54/2025/NQ-HĐND", SENTENCE)])
    digest = hashlib.sha256("\n".join(lexemes).encode()).hexdigest()[:16]
    assert (VERSION, digest) == (2, "2f84b9fe15ef9481")


@pytest.mark.parametrize("typed", ["54 2025 NQ HDND", "54/2025/nq-hđnd", "54/2025/NQHĐND", "054/2025/NQ-HĐND"])
def test_careless_spellings_of_a_number_have_one_key(typed: str) -> None:
    assert key_of("54/2025/NQ-HĐND") == "54/2025/nqhdnd"
    assert "54/2025/nqhdnd" in [key for key, _start, _end in keys_asked(words_of(typed, {}))]


def test_numbers_that_a_text_speaks_of() -> None:
    text = "Căn cứ Nghị định số 13/2018/NĐ-CP; ngày 26/11/2025; Quyết định 1408/QĐ-TTg; 50% và 3/4."
    assert keys_mentioned(text) == {"13/2018/ndcp", "1408/qdttg"}


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("nihêu", "nhiêu", True),
        ("thôn", "thông", True),
        ("thôngg", "thông", True),
        ("thênh", "thông", False),
        ("thông", "thông", False),
        ("abcd", "badc", False),
    ],
)
def test_one_slip_of_the_fingers(typed: str, word: str, near: bool) -> None:
    assert one_slip_apart(in_bytes(typed), in_bytes(word)) is near


def test_a_title_tells_more_than_a_text_and_often_more_than_once() -> None:
    terms = weigh(terms_of(words_of("giá đất", {})), {}, 100)
    measure = Measure(terms)

    def fit(title: str, body: str) -> float:
        return measure.fit(stored_form(words_of(title, {}), words_of(body, {})))

    order = [fit("giá đất", ""), fit("", "giá đất"), fit("", "đất giá"), fit("", "gia dat")]
    assert order == sorted(order, reverse=True) and order[-1] == 0
    assert fit("", "giá đất giá đất") > fit("", "giá đất")


def test_short_forms_are_written_out_with_and_without_marks() -> None:
    forms = short_forms_from([("HĐND", "hội đồng nhân dân")])
    assert words_of("HĐND xã", forms) == words_of("hdnd xã", forms) == words_of("hội đồng nhân dân xã", {})


def test_highlights_mark_short_forms_and_escape_everything() -> None:
    forms = short_forms_from([("UBND", "ủy ban nhân dân")])
    highlighter = Highlighter(read_question("ủy ban nhân dân", forms).terms, forms)
    assert highlighter.marked("<i>UBND</i> & dân") == "&lt;i&gt;<mark>UBND</mark>&lt;/i&gt; &amp; <mark>dân</mark>"


@given(st.text(alphabet="<>&\"' aạđ\n"), st.text(alphabet="aạđ "))
def test_nothing_but_marks_is_ever_markup(text: str, words: str) -> None:
    shown = Highlighter(read_question(words, {}).terms, {}).snippet(text)
    assert not set("<>\"'") & set(shown.replace("<mark>", "").replace("</mark>", ""))
    assert shown.count("<mark>") == shown.count("</mark>")
