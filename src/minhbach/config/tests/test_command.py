"""The command `minhbach` itself, as a shell sees it."""

import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("minhbach")
QUESTION = "deadline --sent 2026-10-05 --valid 2026-10-05 --channel post --json"


def test_a_reader_who_has_enough_sees_no_traceback() -> None:
    """`true` reads nothing and ends at once, as `head` does after its lines."""
    pipe = f"for n in 1 2 3; do {COMMAND} {QUESTION} | true; done"
    done = subprocess.run(["bash", "-c", pipe], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""


def test_an_unknown_command_is_wrong_usage_in_one_sentence() -> None:
    done = subprocess.run([COMMAND, "nope"], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "minhbach: không có lệnh “nope”. Xem: minhbach --help\n"
