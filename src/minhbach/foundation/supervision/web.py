"""The web child: granian, which starts its own processes and answers until SIGTERM."""

import argparse

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from minhbach.foundation.supervision.orphans import end_with_parent, named_parent

THREADS = 2
SECONDS_TO_FINISH = 10


def serve(host: str, port: int, workers: int) -> None:
    """Serve until told to stop; requests under way are finished first, for at most ten seconds."""
    Server(
        "minhbach.foundation.supervision.served:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        # A thread keeps a database connection of its own, so few are more than many.
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    given = parser.parse_args()
    end_with_parent(named_parent())
    serve(given.host, given.port, given.workers)
