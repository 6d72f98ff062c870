"""Runs before Django's settings load: tests run in their own mode with a data folder of their own."""

import os
import tempfile
from pathlib import Path

import pytest

os.environ["MINHBACH_MODE"] = "test"
os.environ["MINHBACH_DATA"] = tempfile.mkdtemp(prefix="minhbach-test-")
os.environ.setdefault("DATABASE_URL", "sqlite:///" + os.environ["MINHBACH_DATA"] + "/test.sqlite3")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project; a test that needs it skips, saying so, where it is absent."""
    folder = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).resolve().parent.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"không có tư liệu dùng chung ở {folder}")
    return folder
