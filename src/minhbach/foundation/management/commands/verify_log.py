"""`minhbach verify-log`: is the event log what it was?"""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from minhbach.foundation.actions.write_checkpoint import write_checkpoint
from minhbach.foundation.clock import now
from minhbach.foundation.eventlog.checkpoints import read_checkpoints
from minhbach.foundation.eventlog.proving import CannotProve, proof_holds, prove
from minhbach.foundation.eventlog.verifying import Verdict, verify_log
from minhbach.foundation.management.plain import PlainCommand

EXAMPLES = """Kiểm tra nhật ký không bị sửa, xóa, đảo thứ tự hay cắt bớt.

Ví dụ:
  minhbach verify-log
  minhbach verify-log --checkpoints /mnt/usb/checkpoints   so với bản điểm kiểm cất nơi khác
  minhbach verify-log --checkpoint                         kiểm tra rồi ghi điểm kiểm mới
  minhbach verify-log --prove 1234 > muc-1234.json         chứng minh một mục
  minhbach verify-log --check-proof muc-1234.json          kiểm tra chứng minh, không cần cơ sở dữ liệu

Mã trả về: 0 nguyên vẹn, 1 có lỗi."""


class Command(PlainCommand):
    help = EXAMPLES
    shown_name = "verify-log"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.add_argument("--checkpoints", type=Path, metavar="THƯ-MỤC", help="thư mục điểm kiểm để so")
        act = parser.add_mutually_exclusive_group()
        act.add_argument("--checkpoint", action="store_true", help="ghi điểm kiểm mới nếu nhật ký nguyên vẹn")
        act.add_argument("--prove", type=int, metavar="SỐ", help="in chứng minh cho một mục")
        act.add_argument("--check-proof", type=Path, metavar="TỆP", help="kiểm tra một chứng minh")

    def handle(self, **options: Any) -> None:
        folder: Path = options["checkpoints"] or settings.CHECKPOINTS_ROOT
        if options["prove"] is not None:
            self._prove(options["prove"], folder)
        elif options["check_proof"]:
            self._check_proof(options["check_proof"], folder)
        else:
            self._verify(folder, as_json=options["json"], then_checkpoint=options["checkpoint"])

    def _verify(self, folder: Path, *, as_json: bool, then_checkpoint: bool) -> None:
        verdict = verify_log(folder)
        self._print(verdict, as_json=as_json)
        if not verdict.is_whole:
            raise CommandError("Nhật ký KHÔNG còn nguyên vẹn.")
        if then_checkpoint:
            written = write_checkpoint(now=now())
            self.stderr.write(f"Đã ghi điểm kiểm cho {written} chuỗi vào {settings.CHECKPOINTS_ROOT}.")

    def _print(self, verdict: Verdict, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"whole": verdict.is_whole, **asdict(verdict)}, ensure_ascii=False))
            return
        for warning in verdict.warnings:
            self.stderr.write(f"Lưu ý: {warning}")
        for problem in verdict.problems:
            self.stdout.write(f"{problem.chain}: {problem.sentence}")
        if verdict.is_whole:
            self.stdout.write(
                f"Nguyên vẹn: {verdict.entries} mục, {verdict.chains} chuỗi, {verdict.checkpoints} điểm kiểm."
            )

    def _prove(self, event_id: int, folder: Path) -> None:
        try:
            proof = prove(event_id, read_checkpoints(folder))
        except CannotProve as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(proof, ensure_ascii=False, indent=1))

    def _check_proof(self, path: Path, folder: Path) -> None:
        try:
            proof = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"Không đọc được {path}.") from error
        if not isinstance(proof, dict) or not proof_holds(proof, read_checkpoints(folder)):
            raise CommandError("Chứng minh KHÔNG khớp với điểm kiểm.")
        self.stdout.write("Chứng minh đúng: mục này đã có trong nhật ký khi điểm kiểm được ghi.")
