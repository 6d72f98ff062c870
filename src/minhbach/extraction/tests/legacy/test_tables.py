"""The tables of TCVN3 and VNI, held against another's, and forth and back over sentences."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viparse.normalize.encodings import get_charmap

from minhbach.extraction.legacy.fonts import OldFont, old_font
from minhbach.extraction.legacy.looks import mended, mended_all, typed_as
from minhbach.extraction.legacy.syllables import is_syllable
from minhbach.extraction.legacy.tables import TABLES, Encoding, to_unicode
from minhbach.extraction.tests.legacy.typing import typed

LETTERS = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
] + ["đ"]
_WORDS = """
Kế hoạch triển khai thi hành Luật Tiếp cận thông tin trên địa bàn phường giao Phòng Văn hóa Xã hội chủ trì phối hợp với
các tổ dân phố niêm yết danh mục hoàn thành trước ngày quyết định về việc giải quyết những khó khăn vướng mắc của người
dân nghĩa vụ quỹ đất ruộng khuyến nghị thuở ấy xuống huyện biển đảo giữ gìn ưu tiên ủy ban ỷ lại
"""
_FOREIGN = """
été déjà français Noël façade où très château garçon élève hôtel Müller für über schön Grüße señor mañana niño está más
São não coração naïf Ångström smörgåsbord cœur l'été qu'à
"""
WORDS, FOREIGN = _WORDS.split(), _FOREIGN.split()
FORMULAS = [
    "±0,5 µm",
    "25 °C",
    "a·b",
    "3 × 4 = 12",
    "10 m²",
    "½ + ¼ = ¾",
    "§ 5",
    "© 2026",
    "®",
    "«x»",
    "5 − 3",
    "µ ± σ",
    "Ø 8",
]


@pytest.mark.parametrize("encoding", list(Encoding))
def test_every_letter_means_what_another_table_says(encoding: Encoding):
    theirs = dict(get_charmap(encoding.value).pairs)
    assert len(theirs) >= 74
    assert {code: TABLES[encoding].get(code) for code in theirs} == theirs


@pytest.mark.parametrize("encoding", list(Encoding))
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_the_language_can_be_typed_and_comes_back(letter: str, encoding: Encoding):
    assert to_unicode(typed(letter, encoding), encoding) == letter
    assert to_unicode(typed(letter.upper(), Encoding.VNI), Encoding.VNI) == letter.upper()


def test_sentences_as_they_were_typed():
    assert to_unicode("KÕ ho¹ch triÓn khai thi hµnh LuËt TiÕp cËn th«ng tin", Encoding.TCVN3) == (
        "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin"
    )
    assert to_unicode("Keá hoaïch trieån khai thi haønh Luaät Tieáp caän thoâng tin", Encoding.VNI) == (
        "Kế hoạch triển khai thi hành Luật Tiếp cận thông tin"
    )
    assert to_unicode("céng hßa x· héi chñ nghÜa viÖt nam", Encoding.TCVN3, capital=True) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    )
    assert to_unicode("nhµ n\u2212íc, 5 \u2212 3", Encoding.TCVN3) == "nhà nước, 5 \u2212 3"


@given(st.lists(st.sampled_from(WORDS), min_size=12, max_size=40), st.sampled_from(list(Encoding)))
def test_text_of_unknown_font_comes_back_as_it_was(words: list[str], encoding: Encoding):
    text = " ".join([*WORDS[:20], *words])
    old = typed(text, encoding)
    found = typed_as([old])
    assert found is not None and found.encoding is encoding
    assert mended(old, found).lower() == text.lower()


@given(st.lists(st.sampled_from([*FOREIGN, *FORMULAS, *WORDS, "12", "ABC", "the"]), max_size=60))
def test_what_was_not_typed_so_stays_as_it_is(words: list[str]):
    lines = [" ".join(words), *words]
    assert mended_all(lines) == lines


@given(st.lists(st.sampled_from([*FOREIGN, *FORMULAS, "12", "ABC"]), max_size=12), st.sampled_from(list(Encoding)))
def test_foreign_lines_between_old_ones_stay(words: list[str], encoding: Encoding):
    foreign = " ".join([*FOREIGN[:4], *words])
    lines = [typed(" ".join(WORDS), encoding), foreign, "Nguyên văn tiếng Việt đúng chuẩn."]
    assert mended_all(lines)[1:] == lines[1:]


def test_capitals_are_told_by_the_letters_beside_them():
    old = typed(" ".join(WORDS), Encoding.TCVN3)
    assert mended_all([old, "MËT", "ñy ban nh©n d©n X· Hßa b×nh", "CéNG HßA X· HéI"])[1:] == [
        "MẬT", "ủy ban nhân dân Xã Hòa bình", "CỘNG HÒA XÃ HỘI",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word", ["nghiêng", "quỳnh", "giữ", "gì", "giêng", "khuya", "uống", "ủy", "yên", "thuở", "oằn", "rượu", "xoong"]
)
def test_syllables(word: str):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["français", "für", "ộtộ", "Đk", "việtt", "ựo", "fỹ", "áà", "str", "ă"])
def test_no_syllables(word: str):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", OldFont(Encoding.TCVN3)),
        (".VnTimeH", OldFont(Encoding.TCVN3, capital=True)),
        ("ABCDEF+.VnTimeH,Bold", OldFont(Encoding.TCVN3, capital=True)),
        (".VnArial NarrowH", OldFont(Encoding.TCVN3, capital=True)),
        (".vntime", OldFont(Encoding.TCVN3)),
        ("VnTime-Bold", OldFont(Encoding.TCVN3)),
        ("VNI-Times", OldFont(Encoding.VNI)),
        ("GHIJKL+VNI-Helve-Condense", OldFont(Encoding.VNI)),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
        (None, None),
    ],
)
def test_fonts(name: str | None, font: OldFont | None):
    assert old_font(name) == font
