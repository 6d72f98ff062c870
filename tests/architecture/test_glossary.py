"""`docs/glossary.toml` binds the words of the law to identifiers, and pages speak as it says."""

import re
import tomllib
import unicodedata
from typing import Any

import pytest

from tests.architecture.house import PROJECT, SOURCE
from tools import words

GLOSSARY: dict[str, Any] = tomllib.loads((PROJECT / "docs" / "glossary.toml").read_text(encoding="utf-8"))
SAID_OF_DONE_WORK = (
    "Xong trễ hạn",
    "trễ hạn",
    "Ngày báo kết quả là ngày tính đúng hạn hay trễ hạn, khi lãnh đạo đã duyệt.",
)
"""“Trễ hạn” is right of what was done late; of open work pages say “quá hạn”."""
OLD_TONES = re.compile(r"(?<![qQ])(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)\b")


@pytest.mark.parametrize("term", GLOSSARY["term"], ids=lambda term: term["identifier"])
def test_identifier_stands_where_the_glossary_says(term: dict[str, Any]) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*", term["identifier"])
    camel = "".join(part.capitalize() for part in term["identifier"].split("_"))
    bound = re.compile(rf"\b\w*{term['identifier']}\w*\b|\b\w*{camel}\w*\b", re.IGNORECASE)
    for place in term["where"]:
        assert bound.search((SOURCE / place).read_text(encoding="utf-8")), place


def test_no_term_is_bound_twice_and_all_are_nfc() -> None:
    for part in ("vietnamese", "identifier"):
        values = [term[part] for term in GLOSSARY["term"]]
        assert len(values) == len(set(values))
        assert all(unicodedata.is_normalized("NFC", value) for value in values)


@pytest.mark.parametrize("room", words.rooms(), ids=lambda room: room.name)
def test_pages_say_no_avoided_word_and_place_tones_one_way(room: Any) -> None:
    avoided = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, GLOSSARY['avoid']))})(?!\w)", re.IGNORECASE)
    said = [words.plain(key) for key in words.words_of(room) if words.plain(key) not in SAID_OF_DONE_WORK]
    assert [text for text in said if avoided.search(text)] == []
    assert [text for text in said if OLD_TONES.search(text)] == [], "ủy, hóa, thủy"
    assert [text for text in said if not unicodedata.is_normalized("NFC", text)] == []
