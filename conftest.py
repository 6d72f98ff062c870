"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from minhbach.foundation.tests.kept_rows import KeptRows, is_the_tests_own, kept_rows


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the journeys, which are long: processes that share the tests then end with short ones, together."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project; a test that needs it skips, saying so, where it is absent."""
    folder = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).resolve().parent.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"không có tư liệu dùng chung ở {folder}")
    return folder


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    """Speak Vietnamese: a test that visited an English page leaves its language active for the next one."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,  # noqa: ARG001 (pytest-django's, which this one takes the place of)
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[KeptRows]:
    """The test run's database, as pytest-django makes it; its tables are kept before anything stands in them."""
    kept = kept_rows(tmp_path_factory.mktemp("empty-tables"), "empty")
    if not is_the_tests_own():
        yield kept
        return
    with django_db_blocker.unblock():
        kept.keep()
    yield kept
    with django_db_blocker.unblock():
        kept.forget()


@pytest.fixture(scope="session")
def empty_tables(django_db_setup: KeptRows) -> KeptRows:
    """Tables as migrations leave them, to be copied."""
    return django_db_setup
