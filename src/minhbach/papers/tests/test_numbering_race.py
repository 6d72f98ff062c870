"""Several clerks number at the same moment, in processes of their own, on either database."""

import json
import time
from collections.abc import Callable

from minhbach.foundation.tests.installation import Installation

PROCESSES, EACH = 3, 20
PREPARE = f"""
from minhbach.domain.access import Role
from minhbach.papers.tests.conftest import two_communes
world = two_communes()
clerk = world.officer(Role.FOCAL_POINT)
print([world.draft(clerk) for _ in range({PROCESSES * EACH})], clerk.person)
"""
NUMBER = """
import time
from pathlib import Path
from minhbach.accounts.queries import actor_of
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.tests.conftest import NOW, TODAY
clerk = actor_of({clerk}, on=TODAY)
Path("{folder}/ready-{at}").touch()
while not Path("{folder}/go").exists():
    time.sleep(0.001)
for letter in {letters}:
    give_number(letter_id=letter, symbol="UBND-VP", issued_on=TODAY, actor=clerk, now=NOW)
"""
ASK = "SELECT number FROM papers_letter ORDER BY number"


def test_numbers_are_neither_doubled_nor_left_out(installation: Installation) -> None:
    drafted, _, clerk = installation.python(PREPARE).rpartition(" ")
    letters = json.loads(drafted)
    folder = installation.folder
    started = [
        installation.start_python(NUMBER.format(clerk=clerk, letters=letters[at::PROCESSES], folder=folder, at=at))
        for at in range(PROCESSES)
    ]
    wait_until(lambda: len(list(folder.glob("ready-*"))) == PROCESSES)
    (folder / "go").touch()
    assert [process.wait(120) for process in started] == [0] * PROCESSES, (folder / "run.log").read_text()
    assert [row[0] for row in installation.ask(ASK)] == list(range(1, PROCESSES * EACH + 1))
    assert json.loads(installation.run("verify-log", "--json").stdout)["whole"]


def wait_until(done: Callable[[], bool]) -> None:
    """Wait for other processes, for a minute at most."""
    for _ in range(6000):
        if done():
            return
        time.sleep(0.01)
    raise AssertionError("the other processes did not start")
