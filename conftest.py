"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project; a test that needs it skips, saying so, where it is absent."""
    folder = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).resolve().parent.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"không có tư liệu dùng chung ở {folder}")
    return folder
