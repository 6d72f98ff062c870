"""Loaded by pytest before anything else (`-p minhbach.config.testing`): the test mode, with a data folder of its own.

It must come before pytest-django, which loads the settings before any conftest.
"""

import os
import tempfile

os.environ["MINHBACH_MODE"] = "test"
os.environ["MINHBACH_DATA"] = tempfile.mkdtemp(prefix="minhbach-test-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{os.environ['MINHBACH_DATA']}/test.sqlite3")
