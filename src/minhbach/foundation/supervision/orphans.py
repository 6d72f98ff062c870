"""A child process ends when the process that started it is gone, however that one died."""

import os
import signal
import threading
import time

LOOK_EVERY = 0.5
GRACE = 20.0


def end_with_parent() -> None:
    """Watch, in a thread, for the death of the parent; then end this process, gently first.

    A process group cannot be relied on: `kill -9` of the supervisor reaches nobody else.
    """
    threading.Thread(target=_watch, args=(os.getppid(),), name="end-with-parent", daemon=True).start()


def _watch(parent: int) -> None:
    while parent != 1 and os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.kill(os.getpid(), signal.SIGKILL)
