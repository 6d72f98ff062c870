"""The worker child: jobs and schedule, until SIGTERM."""

import signal
import sys
from types import FrameType

import django

from minhbach.foundation.supervision.orphans import end_with_parent, named_parent


def main() -> int:
    """Work at jobs until told to stop; a job under way is finished first."""
    end_with_parent(named_parent())
    django.setup()
    # Django's models can be imported only now.
    from minhbach.foundation.jobs.worker import Worker  # noqa: PLC0415

    worker = Worker()

    def stop(_number: int, _frame: FrameType | None) -> None:
        worker.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    worker.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
