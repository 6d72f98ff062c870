"""Kill who sends and who reads a batch of scans at random moments, and say what became of each file.

    .venv/bin/python bench/crash_batch.py [--files 500] [--kills 40] [--seed 20261013]

Runs on a database of its own in a temporary folder, or on the one that DATABASE_URL names, which must be empty.
Exit status 1 if a file is lost, there twice, unread or damaged, or bytes of a refused one are left.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRONG = ("lost", "twice", "strange", "unread", "failed", "damaged", "gaps", "secret_left", "broken_log")


def main() -> int:
    """Kill, let finish, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--kills", type=int, default=40, help="of each: who sends and who reads")
    parser.add_argument("--seed", type=int, default=20261013)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="minhbach-crash-") as folder:
        variables = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "minhbach.config.settings",
            "MINHBACH_MODE": "demonstration",
            "MINHBACH_DATA": folder,
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{Path(folder) / 'minhbach.sqlite3'}"),
        }
        manage = [sys.executable, "-m", "minhbach.config.command", "manage", "migrate", "--verbosity", "0"]
        subprocess.run(manage, env=variables, check=True)
        began = time.monotonic()
        numbers = [str(number) for number in (given.files, given.kills, given.seed)]
        command = [sys.executable, "-m", "minhbach.digitisation.tests.crash_batch", *numbers]
        done = subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE, text=True)
        found = json.loads(done.stdout)
    print(json.dumps({"kills": 2 * given.kills, "seconds": round(time.monotonic() - began, 1), **found}))
    return 1 if any(found[name] for name in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main())
