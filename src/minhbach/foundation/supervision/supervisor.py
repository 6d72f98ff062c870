"""The supervisor: starts the web server and the worker, starts them again when they die, stops both when told to."""

import argparse
import os
import select
import signal
import sys
import time
from collections.abc import Iterable, Sequence
from types import FrameType

from minhbach.foundation.supervision.child import Child

GRACE = 25.0
LOOK_EVERY = 1.0


class Supervisor:
    """Keeps its children running until SIGTERM or SIGINT; a second signal kills at once."""

    def __init__(self, children: Iterable[Child], *, grace: float = GRACE) -> None:
        self._children = tuple(children)
        self._grace = grace
        self._stopping = 0
        self._awake, self._alarm = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)

    def run(self) -> int:
        """Supervise; return the exit status: 0 if every child ended by itself when asked, 1 if one had to be killed."""
        self._listen()
        while not self._stopping:
            now = time.monotonic()
            for child in self._children:
                self._tend(child, now)
            self._sleep()
        return self._stop()

    def _listen(self) -> None:
        # The pipe wakes `select` for any signal, also one that comes between looking and sleeping.
        signal.set_wakeup_fd(self._alarm, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._told_to_stop)

    def _told_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping += 1

    def _tend(self, child: Child, now: float) -> None:
        status = child.reap(now)
        if status is not None:
            _say(f"{child.name} dừng bất ngờ (mã {status}); khởi động lại.")
        if child.start_if_due(now):
            _say(f"{child.name} đã chạy (tiến trình {child.pid}).")

    def _sleep(self) -> None:
        select.select([self._awake], [], [], LOOK_EVERY)
        while select.select([self._awake], [], [], 0)[0]:
            os.read(self._awake, 512)

    def _stop(self) -> int:
        _say("Đang dừng: chờ việc dở dang xong.")
        until = time.monotonic() + self._grace
        for child in self._children:
            child.ask_to_stop()
        while self._stopping == 1 and time.monotonic() < until and self._any_alive():
            self._sleep()
        clean = [child.end_by(time.monotonic()) for child in self._children]
        _say("Đã dừng." if all(clean) else "Đã dừng; có tiến trình phải bị ngắt.")
        return 0 if all(clean) else 1

    def _any_alive(self) -> bool:
        for child in self._children:
            child.reap(time.monotonic())
        return any(child.pid for child in self._children)


def _say(sentence: str) -> None:
    print(f"minhbach run: {sentence}", file=sys.stderr, flush=True)  # noqa: T201 - the supervisor's only voice


def main(arguments: Sequence[str] | None = None) -> int:
    """Supervise a web server on the given address, and a worker."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", required=True)
    parser.add_argument("--workers", required=True)
    given = parser.parse_args(arguments)
    address = ("--host", given.host, "--port", given.port, "--workers", given.workers)
    web = Child("máy chủ web", [sys.executable, "-m", "minhbach.foundation.supervision.web", *address])
    jobs = Child("bộ xử lý việc nền", [sys.executable, "-m", "minhbach.foundation.supervision.work"])
    _say(f"http://{given.host}:{given.port}/")
    return Supervisor([web, jobs]).run()


if __name__ == "__main__":
    sys.exit(main())
