"""Start a sandbox process, wait for it, and end it when it takes too long. Safe to call from several threads."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.sandbox.leftovers import PREFIX
from minhbach.extraction.sandbox.tasks import TASKS, WAITS

_BOOT = (
    "import json,sys; sys.path[:]=json.loads(sys.argv[1]); from minhbach.extraction.sandbox.child import main; main()"
)
_TOO_SLOW = "Tệp mất quá nhiều thời gian để đọc nên đã dừng. Hãy tách nhỏ hoặc lưu lại tệp rồi thử lại."
_TOO_BIG = "Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng. Hãy tách nhỏ tệp rồi thử lại."
_BROKEN = "Tệp hỏng hoặc không đúng định dạng nên không đọc được. Hãy lưu lại tệp rồi thử lại."
_ENVIRONMENT = {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Folder:
    """A temporary folder with one untrusted file in it, for any number of tasks on that file."""

    def __init__(self, data: bytes) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix=PREFIX)
        self.path = Path(self._folder.name)
        self.input = self.path / "input"
        self.input.write_bytes(data)

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def run(task: str, folder: Folder, **arguments: Any) -> Any:
    """Run one task on the folder's file in a process with limits, and return its plain result.

    :raises CannotRead: if the task refuses the file, or takes too long, too much memory, or down with it.
    """
    with tempfile.TemporaryDirectory(dir=folder.path) as own:
        order = {"task": task, "input": str(folder.input), "output": f"{own}/result.json", "arguments": arguments}
        order_file = Path(own) / "order.json"
        order_file.write_text(json.dumps(order), encoding="utf-8")
        status = _status([sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(sys.path), str(order_file)], own, task)
        return _result(Path(order["output"]), status)  # type: ignore[arg-type]


def _status(command: list[str], folder: str, task: str) -> int:
    """Run the process in a group of its own, so that what it started ends with it."""
    environment = _ENVIRONMENT | {"PATH": os.environ.get("PATH", os.defpath), "TMPDIR": folder, "HOME": folder}
    if "TESSDATA_PREFIX" in os.environ:
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, with our own code
        command, cwd=folder, env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return process.wait(TASKS[task].seconds * WAITS)
    except subprocess.TimeoutExpired as late:
        raise CannotRead("too_slow", _TOO_SLOW) from late
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and everything in its group; the group may be gone already."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(output: Path, status: int) -> Any:
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise CannotRead("too_slow", _TOO_SLOW)
    try:
        plain = json.loads(output.read_bytes())
    except (OSError, ValueError) as error:
        raise CannotRead("broken", _BROKEN) from error
    if "refused" in plain:
        code, message = plain["refused"]
        raise CannotRead(code, message or {"too_big": _TOO_BIG}.get(code, _BROKEN))
    return plain["result"]
