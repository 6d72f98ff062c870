"""`minhbach run`: web server and worker under one supervisor."""

import os
import socket
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from minhbach.foundation import clock
from minhbach.foundation.management.plain import PlainCommand
from minhbach.foundation.training import WrongMode, hold_to_mode

HELP = """Chạy máy chủ web và bộ xử lý việc nền; dừng bằng Ctrl-C hoặc SIGTERM.

Ví dụ:
  minhbach run
  minhbach run --migrate              cập nhật cơ sở dữ liệu và tệp tĩnh trước khi chạy
  minhbach run --host 0.0.0.0 --port 8080 --workers 4"""
SECONDS_FOR_THE_PORT = 3.0


class Command(PlainCommand):
    help = HELP
    shown_name = "run"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=settings.ENVIRONMENT.listen, help="địa chỉ lắng nghe (%(default)s)")
        parser.add_argument("--port", type=int, default=settings.ENVIRONMENT.port, help="cổng (%(default)s)")
        parser.add_argument("--workers", type=int, default=2, help="số tiến trình web (%(default)s)")
        parser.add_argument("--migrate", action="store_true", help="cập nhật cơ sở dữ liệu và tệp tĩnh trước")

    def handle(self, **options: Any) -> None:
        host, port = options["host"], options["port"]
        refuse_open_demonstration(host)
        if options["migrate"]:
            call_command("migrate", verbosity=0)
            call_command("collectstatic", interactive=False, verbosity=0)
        refuse_old_database()
        refuse_other_mode()
        refuse_missing_static_files()
        connection.close()
        refuse_taken_port(host, port)
        # The supervisor needs none of what was loaded here, and a small process is kept for months.
        module = "minhbach.foundation.supervision.supervisor"
        address = ["--host", host, "--port", str(port), "--workers", str(options["workers"])]
        os.execv(sys.executable, [sys.executable, "-m", module, *address])  # noqa: S606 - our own interpreter, no shell


def refuse_open_demonstration(host: str) -> None:
    """Refuse to serve the demonstration, which has no second factor, beyond this machine."""
    if settings.IS_DEMONSTRATION and host not in ("127.0.0.1", "::1", "localhost"):
        raise CommandError("Bản trình diễn chỉ chạy trên chính máy này. Bỏ --host.")


def refuse_old_database() -> None:
    """Refuse to serve with tables that are older than the program."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise CommandError(
            f"Cơ sở dữ liệu còn thiếu {len(missing)} bước cập nhật. Hãy sao lưu (minhbach backup), rồi chạy: "
            "minhbach run --migrate"
        )


def refuse_other_mode() -> None:
    """Refuse to serve training data as real ones, and real ones as training."""
    try:
        hold_to_mode(now=clock.now())
    except WrongMode as wrong:
        raise CommandError(str(wrong)) from wrong


def refuse_missing_static_files() -> None:
    """Refuse to serve pages whose style sheets were never gathered: each page would be an error."""
    if isinstance(staticfiles_storage, ManifestFilesMixin) and not staticfiles_storage.hashed_files:
        raise CommandError("Chưa gom tệp tĩnh. Hãy chạy: minhbach run --migrate")


def refuse_taken_port(host: str, port: int) -> None:
    """Refuse a port on which somebody else answers; one that is just being let go is waited for."""
    until = time.monotonic() + SECONDS_FOR_THE_PORT
    while not _is_free(host, port):
        if time.monotonic() > until:
            raise CommandError(f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port")
        time.sleep(0.2)


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
