"""What tests of the whole house may ask for."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings

from tests.world import World, build_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The small world, built once for a module and committed, so that a server's threads see it too.

    A module that asks for it says `pytestmark = pytest.mark.django_db`; what its tests write is undone after each.
    """
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), override_settings(DATA=folder, FILES_ROOT=folder / "files"):
        try:
            yield build_world()
        finally:
            cache.clear()
            call_command("flush", verbosity=0, interactive=False)
