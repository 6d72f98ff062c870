"""What a process keeps until it ends is looked at once by the collector, and what it makes after that still goes."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from minhbach.foundation.supervision.settling import settle


class Circle:
    """Something that only the collector finds unused."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def settled() -> Iterator[None]:
    settle()
    yield
    gc.unfreeze()


def test_what_is_loaded_is_no_longer_gone_through(settled: None) -> None:
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_what_is_made_later_is_still_collected(settled: None) -> None:
    later = weakref.ref(Circle())
    gc.collect()
    assert later() is None
