"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation


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
