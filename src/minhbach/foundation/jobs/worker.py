"""The worker: takes jobs, one a queue at a time, keeps their leases, and tends what other workers left behind."""

import logging
import os
import socket
import threading
import uuid
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, connection

from minhbach.foundation.clock import now
from minhbach.foundation.jobs import leasing
from minhbach.foundation.jobs.alive import dead_workers, declare_alive, declare_gone
from minhbach.foundation.jobs.running import run_job
from minhbach.foundation.jobs.scheduling import enqueue_due

logger = logging.getLogger("minhbach.jobs")

IDLE = 0.5
TEND_EVERY = 3.0
AFTER_ERROR = 3.0
QUEUES = ("default", "slow")


class Worker:
    """One process that works through the queues, each in a thread, so that slow jobs do not hold up quick ones."""

    def __init__(self, folder: Path | None = None) -> None:
        self.name = f"{socket.gethostname()[:60]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._folder = folder or settings.DATA / "workers"
        self._stopping = threading.Event()
        self._finished = threading.Event()
        self._under_way: dict[str, uuid.UUID] = {}

    def stop(self) -> None:
        """Finish the jobs under way, take no new ones."""
        self._stopping.set()

    def run(self) -> None:
        """Work until stopped. Jobs that cannot be finished are taken up by the next worker."""
        lock = declare_alive(self._folder, self.name)
        threads = [threading.Thread(target=self._work_at, args=(queue,), name=queue, daemon=True) for queue in QUEUES]
        caring = [
            threading.Thread(target=self._every, args=(TEND_EVERY, self._tend, self._stopping), daemon=True),
            threading.Thread(
                target=self._every, args=(leasing.HEARTBEAT.total_seconds(), self._beat, self._finished), daemon=True
            ),
        ]
        for thread in (*threads, *caring):
            thread.start()
        # Waiting in slices, because a signal handler runs only between two steps of the main thread.
        while any(thread.is_alive() for thread in threads):
            threads[0].join(0.2)
            threads[1].join(0.2)
        self._finished.set()
        declare_gone(self._folder, self.name, lock)

    def _work_at(self, queue: str) -> None:
        while not self._stopping.is_set():
            worked = self._safely(lambda: self._work_once(queue))
            self._under_way.pop(queue, None)
            if not worked:
                self._stopping.wait(AFTER_ERROR if worked is None else IDLE)
        connection.close()

    def _work_once(self, queue: str) -> bool:
        found = leasing.claim_next(worker=self.name, now=now(), queues=(queue,))
        if found is None:
            return False
        self._under_way[queue] = found.pk
        if not run_job(found, worker=self.name):
            logger.warning("Việc nền %s (%s) chưa xong.", found.task_path, found.pk)
        return True

    def _tend(self) -> bool:
        for dead in dead_workers(self._folder):
            leasing.take_back_from(dead, now=now())
        leasing.take_back_expired(now=now())
        enqueue_due(now=now())
        return True

    def _beat(self) -> bool:
        for job in list(self._under_way.values()):
            leasing.extend(job=job, worker=self.name, now=now())
        return True

    def _every(self, seconds: float, work: Callable[[], bool], until: threading.Event) -> None:
        while True:
            self._safely(work)
            if until.wait(seconds):
                break
        connection.close()

    def _safely(self, work: Callable[[], bool]) -> bool | None:
        """Do a step; None if it failed, as when the database is away, which must not end the worker."""
        try:
            close_old_connections()
            return work()
        except Exception:
            logger.exception("Bộ xử lý việc nền gặp lỗi, sẽ thử lại.")
            connection.close()
            return None
