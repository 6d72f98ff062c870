"""`minhbach end-training`: end a training by emptying its installation. Real data are never emptied."""

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from minhbach.foundation.jobs.alive import somebody_alive
from minhbach.foundation.management.plain import PlainCommand
from minhbach.foundation.models import TrainingMark

HELP = """Kết thúc tập huấn: xóa hết dữ liệu của bản tập huấn, không lấy lại được. Dừng minhbach run trước.

Ví dụ:
  minhbach end-training --erase-everything
  minhbach run --migrate              bắt đầu một đợt tập huấn mới"""
FOLDERS = ("quarantine", "uploads", "scans")


class Command(PlainCommand):
    help = HELP
    shown_name = "end-training"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--erase-everything", action="store_true", help="xác nhận: xóa hết dữ liệu tập huấn")

    def handle(self, **options: Any) -> None:
        refuse_what_is_no_training()
        if not options["erase_everything"]:
            raise CommandError("Lệnh này xóa hết dữ liệu tập huấn. Thêm --erase-everything để xác nhận.")
        if somebody_alive(settings.DATA / "workers"):
            raise CommandError("Minh Bạch đang chạy ở đây; hãy dừng (minhbach run) rồi kết thúc tập huấn.")
        empty_database()
        for folder in (settings.FILES_ROOT, settings.CHECKPOINTS_ROOT, *(settings.DATA / name for name in FOLDERS)):
            shutil.rmtree(folder, ignore_errors=True)
        self.stdout.write("Đã xóa hết dữ liệu tập huấn.")


def refuse_what_is_no_training() -> None:
    """Refuse to empty anything but a training installation, by its setting and by the mark in its data."""
    if not settings.IS_TRAINING or not TrainingMark.objects.exists():
        raise CommandError("Đây không phải bản tập huấn; không xóa gì.")


def empty_database() -> None:
    """Leave an empty database: its file goes, or its schema is made anew."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute('DROP SCHEMA "public" CASCADE')
            cursor.execute('CREATE SCHEMA "public"')
        return
    connection.close()
    name = str(connection.settings_dict["NAME"])
    for ending in ("", "-wal", "-shm"):
        Path(name + ending).unlink(missing_ok=True)
