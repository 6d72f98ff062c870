"""`minhbach restore`: an installation out of one file."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from minhbach.domain.access import system_actor
from minhbach.foundation.clock import now
from minhbach.foundation.management.plain import PlainCommand
from minhbach.stewardship.actions.restore import Restored, restore
from minhbach.stewardship.contracts import StewardshipError

HELP = """Khôi phục toàn bộ từ một bản sao lưu. Bản sao lưu của SQLite khôi phục được vào PostgreSQL và ngược lại.

Ví dụ:
  minhbach restore /mnt/usb/minhbach-2026-11-22.backup
  minhbach restore minhbach.backup --into /srv/thu-khoi-phuc     vào một thư mục mới, với SQLite: để thử
  minhbach restore minhbach.backup --replace                     thay dữ liệu đang có; bản cũ được giữ bên cạnh

Mã trả về: 0 xong, 1 không khôi phục (không có gì thay đổi)."""


class Command(PlainCommand):
    help = HELP
    shown_name = "restore"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="TỆP", help="bản sao lưu")
        parser.add_argument("--into", type=Path, metavar="THƯ-MỤC", help="khôi phục vào thư mục này, với SQLite")
        parser.add_argument("--replace", action="store_true", help="thay dữ liệu đang có")
        parser.add_argument("--despite-log", action="store_true", help="khôi phục dù nhật ký không nguyên vẹn")

    def handle(self, **options: Any) -> None:
        archive: Path = options["file"].resolve()
        if not archive.is_file():
            raise CommandError(f"Không có tệp {archive}.")
        if options["into"]:
            start_again_in(options["into"].resolve(), archive, options)
        try:
            done = restore(
                archive=archive,
                actor=system_actor("restore"),
                now=now(),
                key=settings.BACKUP_KEY,
                replace=options["replace"],
                despite_log=options["despite_log"],
            )
        except StewardshipError as error:
            raise CommandError(str(error)) from error
        self._report(done)

    def _report(self, done: Restored) -> None:
        manifest = done.manifest
        rows = sum(table.rows for table in manifest.tables.values())
        self.stdout.write(f"Đã khôi phục {rows} dòng, {manifest.files} tệp, như lúc {manifest.taken_at}.")
        for problem in done.verdict.problems:
            self.stderr.write(f"Nhật ký: {problem.chain}: {problem.sentence}")
        if done.kept:
            self.stderr.write(f"Dữ liệu cũ được giữ ở {done.kept}; xóa khi không cần nữa.")
        if not done.same_secret_key:
            self.stderr.write("Lưu ý: MINHBACH_SECRET_KEY khác lúc sao lưu; xác thực hai lớp phải đăng ký lại.")
        if manifest.damaged_files:
            self.stderr.write(f"Lưu ý: {len(manifest.damaged_files)} tệp đã hỏng trước khi sao lưu.")
        self.stderr.write("Hãy chạy: minhbach run --migrate")


def start_again_in(folder: Path, archive: Path, options: dict[str, Any]) -> None:
    """Run this command anew as that of an installation in another folder; does not come back."""
    environment = {
        **os.environ,
        # The secrets of the present installation hold for the copy too; what is named here wins over that file.
        "MINHBACH_SETTINGS": os.environ.get("MINHBACH_SETTINGS", str(settings.DATA / "settings.env")),
        "MINHBACH_DATA": str(folder),
        "MINHBACH_CHECKPOINTS": str(folder / "checkpoints"),
        "MINHBACH_LAW_ADDED": str(folder / "law"),
        "DATABASE_URL": f"sqlite:///{folder / 'minhbach.sqlite3'}",
    }
    flags = [flag for flag in ("--replace", "--despite-log") if options[flag.strip("-").replace("-", "_")]]
    command = [sys.executable, sys.argv[0], "restore", str(archive), *flags]
    os.execve(sys.executable, command, environment)  # noqa: S606 - our own interpreter, no shell
