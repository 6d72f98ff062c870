"""Place and telephone in the frame of every page: asked for once, and again when the minute is over."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minhbach.portal.place import help_line, place_served

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def frame_kept(settings: Any) -> Iterator[None]:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "frame of a test"}
    settings.CACHES = {**settings.CACHES, "frame": memory}
    yield
    caches["frame"].clear()


def questions() -> int:
    with CaptureQueriesContext(connection) as captured:
        assert (place_served(), help_line()) == ("", None), "nothing was made here yet, and that is remembered too"
    return len(captured)


def test_frame_asks_once_and_again_when_what_is_kept_is_over() -> None:
    assert [questions(), questions()] == [2, 0]
    caches["frame"].clear()
    assert questions() == 2
