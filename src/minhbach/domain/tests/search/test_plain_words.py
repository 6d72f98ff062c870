"""What people say is known among other words: with its marks, without any, and the longer of two."""

import pytest

from minhbach.domain.search.plain_words import plain_words_by_first, plain_words_in, without_plain_words
from minhbach.domain.search.words import words_of

KNOWN = plain_words_by_first(
    (
        (("đền bù", "rác"), ("bồi thường",), "land"),
        (("bù",), ("khác",), "other"),
        (("cấp hai", "wifi"), ("trung học cơ sở",), "school"),
    )
)


def matters(text: str) -> list[str]:
    return [one.matter for one in plain_words_in(tuple(words_of(text, {})), KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tiền đền bù đất", ["land"]),
        ("TIỀN ĐỀN BÙ", ["land"]),
        ("tien den bu dat", ["land"]),
        ("trường cấp hai có rác", ["school", "land"]),
        # With marks elsewhere, words without marks are what they are: "den bu" is not "đền bù".
        ("đất den bu", []),
        # One syllable without marks may be many words: "rac" is "rác" or "rắc".
        ("rac o dau", []),
        ("wifi ở thôn", ["school"]),
        ("nghỉ bù", ["other"]),
        ("đền. bù", ["other"]),
        ("", []),
    ],
)
def test_plain_words_are_found_in_order(text: str, expected: list[str]) -> None:
    assert matters(text) == expected


def test_where_plain_words_stood_no_pair_reaches_across() -> None:
    left = without_plain_words(tuple(words_of("xin đền bù đất", {})), KNOWN)
    assert left == (*words_of("xin. đất", {}),)


def test_what_documents_write_is_kept_as_words() -> None:
    (one,) = plain_words_in(tuple(words_of("đền bù", {})), KNOWN)
    assert one.written == (tuple(words_of("bồi thường", {})),)
