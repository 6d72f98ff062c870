"""`minhbach backup`: everything into one file, while the installation runs."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from minhbach.domain.access import system_actor
from minhbach.foundation.clock import now
from minhbach.foundation.management.plain import PlainCommand
from minhbach.stewardship.actions.back_up import back_up
from minhbach.stewardship.contracts import Manifest, StewardshipError

HELP = """Sao lưu toàn bộ (cơ sở dữ liệu, tệp, điểm kiểm nhật ký) vào một tệp, trong khi hệ thống vẫn chạy.

Ví dụ:
  minhbach backup /mnt/usb/minhbach-2026-11-22.backup
  MINHBACH_BACKUP_KEY='câu khóa dài' minhbach backup /mnt/usb/minhbach.backup     được mã hóa

Giữ khóa ở nơi khác với tệp: mất khóa là mất bản sao lưu. MINHBACH_SECRET_KEY không nằm trong bản sao lưu.
Mã trả về: 0 xong, 1 không xong hoặc có tệp hỏng không sao lưu được."""


class Command(PlainCommand):
    help = HELP
    shown_name = "backup"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sẽ tạo; chưa được có")
        parser.add_argument("--json", action="store_true", help="in bản kê dạng JSON")

    def handle(self, **options: Any) -> None:
        target: Path = options["file"]
        if not settings.BACKUP_KEY:
            self.stderr.write("Lưu ý: chưa đặt MINHBACH_BACKUP_KEY; ai có tệp này cũng đọc được mọi dữ liệu.")
        try:
            manifest = back_up(target=target, actor=system_actor("backup"), now=now(), key=settings.BACKUP_KEY)
        except StewardshipError as error:
            raise CommandError(str(error)) from error
        self._report(manifest, target, as_json=options["json"])
        if manifest.damaged_files:
            raise CommandError(f"{len(manifest.damaged_files)} tệp đã hỏng từ trước, không có trong bản sao lưu.")

    def _report(self, manifest: Manifest, target: Path, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(asdict(manifest), ensure_ascii=False))
            return
        rows = sum(table.rows for table in manifest.tables.values())
        size = target.stat().st_size / 1_000_000
        self.stdout.write(f"Đã sao lưu {rows} dòng, {manifest.files} tệp vào {target} ({size:.1f} MB).")
