"""What is sealed comes back whole with its key, and not at all once anything was altered, moved or cut off."""

import io

import pytest

from minhbach.stewardship.archive.sealing import CHUNK, MARK, TAG, OpeningReader, SealingWriter
from minhbach.stewardship.contracts import BackupDamaged, WrongKey

KEY = "câu khóa dài của phường Mẫu Một"
HEADER = len(MARK) + 16 + 7 + 16


def seal(content: bytes, step: int = 100_000) -> bytes:
    target = io.BytesIO()
    writer = SealingWriter(target, KEY)
    for start in range(0, len(content), step):
        writer.write(content[start : start + step])
    writer.close()
    return target.getvalue()


def unseal(sealed: bytes, key: str = KEY) -> bytes:
    return io.BufferedReader(OpeningReader(io.BytesIO(sealed), key)).read()


@pytest.fixture(scope="module")
def content() -> bytes:
    return bytes(range(256)) * (CHUNK * 3 // 256)


@pytest.fixture(scope="module")
def sealed(content: bytes) -> bytes:
    return seal(content)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_any_size_comes_back(size: int) -> None:
    assert unseal(seal(b"\x5a" * size)) == b"\x5a" * size


def test_content_cannot_be_seen_and_two_seals_differ(sealed: bytes, content: bytes) -> None:
    assert bytes(range(64)) not in sealed
    assert seal(content) != sealed


def test_other_key_is_refused_as_such(sealed: bytes) -> None:
    with pytest.raises(WrongKey):
        unseal(sealed, "khóa khác")


@pytest.mark.parametrize("place", [HEADER, HEADER + CHUNK, HEADER + CHUNK + TAG + 5, -1])
def test_altered_byte_is_refused(sealed: bytes, place: int) -> None:
    altered = bytearray(sealed)
    altered[place] ^= 1
    with pytest.raises(BackupDamaged):
        unseal(bytes(altered))


@pytest.mark.parametrize("kept", [10, HEADER, HEADER + CHUNK, HEADER + CHUNK + TAG, HEADER + 2 * (CHUNK + TAG), -1])
def test_cut_off_end_is_refused_also_between_chunks(sealed: bytes, kept: int) -> None:
    with pytest.raises(BackupDamaged):
        unseal(sealed[:kept])


def test_chunks_that_changed_places_are_refused(sealed: bytes) -> None:
    first, second = slice(HEADER, HEADER + CHUNK + TAG), slice(HEADER + CHUNK + TAG, HEADER + 2 * (CHUNK + TAG))
    swapped = sealed[:HEADER] + sealed[second] + sealed[first] + sealed[second.stop :]
    with pytest.raises(BackupDamaged):
        unseal(swapped)


def test_chunk_of_another_archive_with_the_same_key_is_refused(sealed: bytes, content: bytes) -> None:
    other = seal(content)
    mixed = sealed[: HEADER + CHUNK + TAG] + other[HEADER + CHUNK + TAG :]
    with pytest.raises(BackupDamaged):
        unseal(mixed)


def test_added_end_is_refused(sealed: bytes) -> None:
    with pytest.raises(BackupDamaged):
        unseal(sealed + b"more")
