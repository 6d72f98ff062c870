"""A child process ends when the process that started it is gone, however that one died."""

import os
import signal
import threading
import time

PARENT = "MINHBACH_PARENT"
LOOK_EVERY = 0.5
GRACE = 20.0


def named_parent() -> int:
    """Return the supervisor's process id, which it tells its children: it may have died before they could ask."""
    return int(os.environ.get(PARENT, os.getppid()))


def end_with_parent(parent: int) -> None:
    """Watch, in a thread, for the death of the parent; then end this process, gently first.

    A process group cannot be relied on: `kill -9` of the supervisor reaches nobody else.
    """
    threading.Thread(target=_watch, args=(parent,), name="end-with-parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.kill(os.getpid(), signal.SIGKILL)
