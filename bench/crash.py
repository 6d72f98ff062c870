"""Kill processes at random moments while they send requests, and say what was promised and what is there.

    .venv/bin/python bench/crash.py [--kills 200] [--seed 20261013]

Runs on a database of its own in a temporary folder, or on the one that DATABASE_URL names, which must be empty.
Exit status 1 if anything that was promised is lost, half there or damaged, or a number is missing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRONG = ("lost", "shut", "half", "damaged", "gaps")


def main() -> int:
    """Kill, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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
        began = time.monotonic()
        module = "minhbach.requests.tests.crash_submissions"
        command = [sys.executable, "-m", module, str(given.kills), str(given.seed)]
        done = subprocess.run(command, env=variables, check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
    print(json.dumps({"kills": given.kills, "seconds": round(time.monotonic() - began, 1), **found}))
    return 1 if any(found[name] for name in WRONG) or found["without_file"] else 0


if __name__ == "__main__":
    sys.exit(main())
