"""What tests of the whole house may ask for."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.test import override_settings

from minhbach.foundation.tests.kept_rows import KeptRows
from tests.world import World
from tests.world.keeping import KeptWorld


@pytest.fixture(scope="session")
def kept_world(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KeptWorld]:
    """The small world as it is handed out; the first module that asks for it makes it."""
    kept = KeptWorld(tmp_path_factory.mktemp("kept-world"))
    yield kept
    with django_db_blocker.unblock():
        kept.forget()


@pytest.fixture(scope="module")
def world(
    kept_world: KeptWorld,
    empty_tables: KeptRows,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:
    """The small world, laid out once for a module and committed, so that a server's threads see it too.

    A module that asks for it says `pytestmark = pytest.mark.django_db`; what its tests write is undone after each.
    """
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), override_settings(DATA=folder, FILES_ROOT=folder / "files"):
        try:
            yield kept_world.lay_out(folder)
        finally:
            empty_tables.lay_out()
            ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def frame_kept(world: World) -> Iterator[None]:
    """Keep what the frame of every page names, as an installation does: in a world that no visit changes.

    Sweeps read thousands of pages, and the same two questions would be a quarter of their work.
    """
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "frame of the small world"}
    with override_settings(CACHES={**settings.CACHES, "frame": memory}):
        yield
        caches["frame"].clear()
