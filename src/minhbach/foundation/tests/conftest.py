"""Fixtures of this room: an installation with its tables, made once and shared by the tests that add to it."""

from collections.abc import Iterator

import pytest

from minhbach.foundation.tests.installation import Installation, empty_installation


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A migrated installation for the tests of one file."""
    with empty_installation(tmp_path_factory.mktemp("installation")) as made:
        done = made.run("manage", "migrate", "--verbosity", "0", "--skip-checks")
        assert done.returncode == 0, done.stderr
        yield made
