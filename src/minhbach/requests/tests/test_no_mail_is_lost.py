"""A mail survives the death of its reader at any moment: taken in once, with its file and its receipt."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from minhbach.foundation.tests.installation import Installation, tables_of_the_test_run
from minhbach.foundation.tests.mail_servers import imap_server

KILLS, SEED = 20, 20261013


@pytest.mark.crash
@pytest.mark.django_db(transaction=True)
def test_twenty_readers_killed_lose_no_mail_and_take_none_twice(tmp_path: Path) -> None:
    home = Installation(tmp_path, tables_of_the_test_run(tmp_path))
    with imap_server() as address:
        mailbox = f"xa=imap://{quote(address.user)}:{address.password}@127.0.0.1:{address.port}"
        done = subprocess.run(
            [sys.executable, "-m", "minhbach.requests.tests.crash_mail", str(KILLS), str(SEED)],
            env={**home.environment, "MINHBACH_IMAP_REQUESTS": mailbox},
            capture_output=True, text=True, timeout=400, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    sent = 2 * (KILLS + 1)
    counted = ("sent", "there", "different", "mails", "receipts", "files", "put_away")
    assert {name: found[name] for name in counted} == dict.fromkeys(counted, sent)
    assert (found["lying"], found["damaged"], found["gaps"]) == (0, [], [])
    assert found["before_the_last"] > 0, "the processes died before they took anything in"
