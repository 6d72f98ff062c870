"""A part of the hostile files: each is screened or refused in words; `bench/hostile.py` runs all and measures."""

import time

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tests.hostile.all import all_files

EACH = 9
SECONDS = 90.0  # wall clock, on a busy machine
SLOW = ("10000", "nothing but", "megabyte", "3,000", "x 20000000")
CHOSEN = [one for one in list(all_files())[::EACH] if not any(word in one[0] for word in SLOW)]


@pytest.mark.parametrize(("name", "make"), CHOSEN, ids=[name for name, _ in CHOSEN])
def test_a_hostile_file_is_screened_or_refused(name, make, tesseract):
    data = make()
    start = time.monotonic()
    try:
        screen_bytes(data)
    except CannotRead as refusal:
        assert refusal.message.strip()
    assert time.monotonic() - start < SECONDS


def test_there_are_enough_of_them_and_each_has_its_own_name():
    names = [name for name, _ in all_files()]
    assert len(names) >= 200
    assert len(set(names)) == len(names)
