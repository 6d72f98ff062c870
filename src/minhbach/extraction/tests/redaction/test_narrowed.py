"""Words are sought in pictures by work that grows with the words and the pixels, not with one times the other."""

import random

import pytest

from minhbach.extraction.redaction.proof.content import Content, bytes_hold, narrowed
from minhbach.extraction.redaction.spellings import Haystack, Needle

WORDS = ["Nguyễn Văn Thử", "038222000959", "0101 110 0011 10", "số 12 đường Mẫu"]
PIXELS = 2_000_000


def page(*hidden: bytes) -> bytes:
    """Return grey pixels of a page: paper, strokes with soft edges; some bytes are hidden in the paper."""
    chance, row = random.Random(4), bytearray(b"\xff" * PIXELS)
    for _stroke in range(20_000):
        at = chance.randrange(PIXELS - 10)
        row[at : at + 8] = bytes((chance.randrange(256), 0, 0, 0, 0, 0, 0, chance.randrange(256)))
    for number, one in enumerate(hidden, start=1):
        row[number * 1000 : number * 1000 + len(one)] = one
    return bytes(row)


def content(*pictures: bytes) -> Content:
    return Content(b"", pictures, (), Haystack(""), ())


def test_a_page_full_of_print_is_hardly_looked_at_however_many_words_are_sought():
    words = [f"{number:09b} {number * 7919:020b}" for number in range(500)]
    pictures = narrowed(content(page(), page()), words).pictures
    assert sum(map(len, pictures)) * len(words) < PIXELS * 2  # less in all than one look at every pixel


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("words", WORDS)
def test_what_is_hidden_in_the_pixels_is_found_all_the_same(words, encoding):
    hidden = content(page(), page(b"", words.encode(encoding)))
    assert bytes_hold(narrowed(hidden, WORDS), Needle(words), words, thorough=True)
    assert bytes_hold(narrowed(hidden, [words]), Needle(words), words, thorough=True)
    others = [one for one in WORDS if one != words]
    assert not any(bytes_hold(narrowed(hidden, WORDS), Needle(one), one, thorough=True) for one in others)


def test_with_every_sign_among_the_words_nothing_is_left_out():
    every = "".join(map(chr, range(256))) + "\ua4ff"
    hidden = content(page(WORDS[1].encode()))
    assert bytes_hold(narrowed(hidden, [every, WORDS[1]]), Needle(WORDS[1]), WORDS[1], thorough=True)
