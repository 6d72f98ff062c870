"""Kill processes at random moments while they send requests, or pay for answers and hand them over; say what is there.

    .venv/bin/python bench/crash.py [--of submissions answers] [--kills 200] [--seed 20261013]

Runs on a database of its own in a temporary folder, or on the one that DATABASE_URL names, which must be empty.
Exit status 1 if anything that was promised is lost, half there, twice or damaged, or a number is missing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRONG = {
    "submissions": ("lost", "shut", "half", "damaged", "gaps", "without_file"),
    "answers": ("lost", "half", "twice", "shut", "unclear", "unfinished", "broken_log"),
}
"""What must be empty, or none, of what is killed; the module that kills ends with its name."""


def main() -> int:
    """Kill, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", nargs="+", choices=list(WRONG), default=list(WRONG))
    parser.add_argument("--kills", type=int, default=200)
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
        # Submissions first: they count the numbers of everything that is there.
        whole = [killed(what, given, variables) for what in WRONG if what in given.of]
    return 0 if all(whole) else 1


def killed(what: str, given: argparse.Namespace, variables: dict[str, str]) -> bool:
    """Kill processes at one kind of work, print what was found, and tell whether all is whole."""
    began = time.monotonic()
    command = [sys.executable, "-m", f"minhbach.requests.tests.crash_{what}", str(given.kills), str(given.seed)]
    done = subprocess.run(command, env=variables, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    print(json.dumps({"of": what, "kills": given.kills, "seconds": round(time.monotonic() - began, 1), **found}))
    return not any(found[name] for name in WRONG[what])


if __name__ == "__main__":
    sys.exit(main())
