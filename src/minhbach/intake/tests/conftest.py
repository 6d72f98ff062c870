"""What the tests of this room begin with: folders of their own, and a moment."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT = tmp_path / "files"
