"""One child of the supervisor: started again when it dies, with growing pauses, and ended with all it started."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress

from minhbach.foundation.supervision.orphans import PARENT

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
SETTLED = 60.0


class Child:
    """A command that is to run for as long as the supervisor does."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._pause = FIRST_PAUSE
        self._started = 0.0
        self._start_at = 0.0

    @property
    def pid(self) -> int | None:
        """Return the process id while the child runs."""
        return self._process.pid if self._process else None

    def start_if_due(self, now: float) -> bool:
        """Start the child unless it runs or its pause is not over."""
        if self._process is not None or now < self._start_at:
            return False
        # A session of its own: Ctrl-C reaches the supervisor alone, which then stops its children in order.
        environment = {**os.environ, PARENT: str(os.getpid())}
        self._process = subprocess.Popen(self._command, env=environment, start_new_session=True)  # noqa: S603 - fixed
        self._started = now
        return True

    def reap(self, now: float) -> int | None:
        """Return the exit status of a child that has ended since the last look, and plan its next start."""
        if self._process is None or self._process.poll() is None:
            return None
        status = self._process.returncode
        self._kill_group()
        self._process = None
        self._pause = FIRST_PAUSE if now - self._started > SETTLED else min(self._pause * 2, LONGEST_PAUSE)
        self._start_at = now + self._pause
        return status

    def ask_to_stop(self) -> None:
        """Send SIGTERM: finish what is under way and end."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGTERM)

    def end_by(self, moment: float) -> bool:
        """Wait until the moment, then kill; return whether the child ended by itself."""
        if self._process is None:
            return True
        try:
            self._process.wait(max(moment - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            return False
        finally:
            # Whatever the child itself had started must not outlive it and hold the port.
            self._kill_group()
            self._process.wait()
        return True

    def _kill_group(self) -> None:
        assert self._process is not None
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
