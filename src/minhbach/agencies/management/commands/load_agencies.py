"""`minhbach load-agencies`: makes the bodies of one or several provinces from the law data."""

import json
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from minhbach.agencies.actions.load_province import LoadedProvince, load_province
from minhbach.agencies.contracts import KNOWN_FROM, AgenciesError
from minhbach.domain.access import system_actor
from minhbach.foundation import clock, dates
from minhbach.foundation.management.plain import PlainCommand
from minhbach.lawbook.units import load_units

HELP = """Tạo các cơ quan của một hay nhiều tỉnh, thành phố từ dữ liệu pháp luật.

Ví dụ:
  minhbach load-agencies --province "Hải Phòng"
  minhbach load-agencies --province 31 --province 08 --json
  minhbach load-agencies --all
Chạy lần nữa không làm thay đổi gì. Cơ quan của 30/6/2025 được tạo cùng, làm cơ quan tiền thân."""


class Command(PlainCommand):
    """Loads provinces, says each step on standard error, and prints what was done, for people or as JSON."""

    help = HELP
    shown_name = "load-agencies"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--province", action="append", default=[], metavar="TÊN|MÃ", help="tên hoặc mã tỉnh")
        parser.add_argument("--all", action="store_true", help="tất cả các tỉnh, thành phố")
        parser.add_argument("--as-of", metavar="NGÀY", help="ngày lấy danh sách xã, phường (mặc định: hôm nay)")
        parser.add_argument(
            "--with", action="append", default=[], dest="also", metavar="MÃ",
            help="thêm loại cơ quan chỉ nơi có nơi không (mã trong law/bodies), ví dụ so-ngoai-vu",
        )  # fmt: skip
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON, mỗi tỉnh một dòng")

    def handle(self, **options: Any) -> None:
        """Load what was asked for."""
        on = self._day(options["as_of"])
        asked = list(options["province"])
        if options["all"]:
            asked = [unit.code for unit in load_units().provinces(on=on)]
        if not asked:
            raise CommandError("Chọn tỉnh: --province TÊN hoặc --all. Xem --help.", returncode=2)
        for one in asked:
            began = time.monotonic()
            try:
                done = load_province(
                    name_or_code=one,
                    on=on,
                    actor=system_actor("load-agencies"),
                    now=clock.now(),
                    also_present=options["also"],
                    progress=lambda step, one=one: self._say(f"{one}: {step} …"),  # type: ignore[misc]
                )
            except AgenciesError as refused:
                raise CommandError(str(refused)) from refused
            self._print(done, time.monotonic() - began, as_json=options["json"])

    def _day(self, text: str | None) -> Any:
        try:
            day = dates.typed(text) if text else clock.today()
        except ValueError as wrong:
            raise CommandError(f"Không hiểu ngày “{text}”. Ví dụ: 01/7/2025", returncode=2) from wrong
        if day < KNOWN_FROM:
            raise CommandError(f"Dữ liệu bắt đầu từ {dates.written(KNOWN_FROM)}; ngày trước đó chưa biết.")
        return day

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201

    def _print(self, done: LoadedProvince, seconds: float, *, as_json: bool) -> None:
        if as_json:
            tables = {
                name: {"created": tally.created, "changed": tally.changed, "unchanged": tally.unchanged}
                for name, tally in done.changes.tables()
            }
            facts = {"code": done.code, "name": done.name, "bodies_today": done.bodies_today, **tables}
            self.stdout.write(json.dumps(facts | {"seconds": round(seconds, 2)}, ensure_ascii=False))
            return
        bodies, passed = done.changes.bodies, done.changes.successions
        said = (
            f"thêm {bodies.created} cơ quan, sửa {bodies.changed}; thêm {passed.created} quan hệ kế thừa"
            if done.changes.anything
            else "không có gì thay đổi"
        )
        self.stdout.write(f"{done.name}: {said}. Hiện có {done.bodies_today} cơ quan. {seconds:.1f} giây.")
