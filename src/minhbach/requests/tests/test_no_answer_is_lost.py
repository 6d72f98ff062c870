"""A payment and a delivery survive the death of their process at any moment: whole, once, or not there at all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minhbach.foundation.tests.installation import Installation, tables_of_the_test_run

KILLS, SEED = 20, 20261013
WRONG = ("lost", "half", "twice", "shut", "unclear", "unfinished", "broken_log")


@pytest.mark.crash
@pytest.mark.django_db(transaction=True)
def test_twenty_kills_leave_no_payment_and_no_delivery_in_half(tmp_path: Path) -> None:
    home = Installation(tmp_path, tables_of_the_test_run(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "minhbach.requests.tests.crash_answers", str(KILLS), str(SEED)],
        env=home.environment, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {name: found[name] for name in WRONG} == {name: [] for name in WRONG}
    # Some died before they had done anything, and some had done it when they died.
    assert found["done_again"] > 0 and found["paid"] + found["handed"] > 0
