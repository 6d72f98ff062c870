"""What tests need of the machine: without it a test skips, saying so; in CI, which installs it, the test fails."""

import os

import pytest


def is_missing(sentence: str) -> None:
    """End the test: the machine lacks what it needs.

    :param sentence: what is missing and how it is installed.
    """
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)
