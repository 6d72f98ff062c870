"""The process inside: limits itself, runs one task, writes its result as JSON."""

import json
import math
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.sandbox.tasks import OUTPUT_BYTES, TASKS, Task


def main() -> None:
    """Do what the order file (second argument) says."""
    order = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    task = TASKS[order["task"]]
    _limit(task)
    Path(order["output"]).write_text(json.dumps(_outcome(task, order)), encoding="utf-8")


def _limit(task: Task) -> None:
    seconds = math.ceil(task.seconds)
    for limit, most in (
        (resource.RLIMIT_AS, task.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _outcome(task: Task, order: dict[str, Any]) -> dict[str, Any]:
    module, function = task.entry.split(":")
    try:
        work = getattr(import_module(module), function)
        return {"result": work(Path(order["input"]), **order["arguments"])}
    except CannotRead as refusal:
        return {"refused": [refusal.code, refusal.message]}
    except MemoryError:
        return {"refused": ["too_big", ""]}
    except Exception:  # a parser may fail in any way on a hostile file; the caller says "broken" for all
        return {"refused": ["broken", ""]}
