"""What tests of extraction may ask for."""

import shutil
import subprocess
import time
from collections.abc import Callable

import pytest

from minhbach.extraction.tests.machine import is_missing


@pytest.fixture
def benchmark_seconds() -> Callable[[Callable[[], object]], float]:
    """Return a function that runs another once and says how many seconds of processor time that took."""

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return seconds


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Skip, saying so, where tesseract or its Vietnamese data is not installed."""
    found = shutil.which("tesseract")
    listed = subprocess.run([found, "--list-langs"], capture_output=True, check=False).stdout if found else b""
    if b"vie" not in listed.split():
        is_missing("không có tesseract với dữ liệu tiếng Việt (tools/setup development)")
